"""The form of one entry of the catalogue of columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, how it is stored, its unit, who writes it, and its meaning."""

    table: str
    name: str
    type: str
    unit: str
    written_by: str
    text: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table of a run folder: its name, what one row is, and whose rows are kept."""

    name: str
    row: str
    kept: str


def column(table: str, name: str, kind: str, unit: str, text: str, written_by: str = "simulate") -> Column:
    """Make one row of the catalogue; the engine writes it unless said otherwise."""
    return Column(table, name, kind, unit, written_by, text)

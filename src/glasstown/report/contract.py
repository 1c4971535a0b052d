"""What a page is made of. Every face (terminal, JSON, HTML) renders these same values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

NOTICE: Final = "simulated, invented people"
"""Stands inside every picture."""

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table to show. A cell that is None is undefined and is shown as a dash; `note` says why."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column, whether it holds numbers and should stand to the right."""
        return tuple(any(isinstance(cell, int | float) for cell in column) for column in zip(*self.rows, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its data, the Vega-Lite specification that draws it, and the same in words."""

    name: str
    title: str
    alt: str
    caption: str
    spec: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page. `is_brief` marks what a terminal shows too."""

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[TableView, ...] = ()
    figures: tuple[str, ...] = ()
    """Names of figures of the catalogue, drawn by a face that can draw."""
    is_brief: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report: title, what it is about, and its sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]

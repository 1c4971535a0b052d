"""The complete description of a scheme, for pages and `glasstown schemes ID`: every key, nothing left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from glasstown.scheme.citations import library_citations
from glasstown.scheme.grammar import KEYS_OF, TABLE_NAMED
from glasstown.scheme.key import Key
from glasstown.scheme.model import Scheme, Setting, Value
from glasstown.vocab.evidence import ASSUMPTION, Figure

_REMARKS: Final = frozenset({"evidence", "uncertain", "not_modelled", "quoted", "mark", "cite"})
"""Keys of the head by which a file speaks of itself: no source says them, so they carry no mark. So does every id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One key as people read it."""

    key: str
    kind: str
    value: str
    unit: str
    band: str
    mark: str
    cite: tuple[str, ...]
    given: bool
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the file: its name, the name of the thing it describes, what it is, and its rows."""

    table: str
    id: str
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SchemePage:
    """A whole scheme: what to know first, its head, its sections in the order of the grammar, and its sources."""

    id: str
    lead: str
    title: str
    title_zh: str
    sections: tuple[Section, ...]
    citations: tuple[tuple[str, str], ...]


def describe(scheme: Scheme) -> SchemePage:
    """Describe a scheme completely."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for setting in scheme.settings:
        rows.setdefault((setting.table, setting.id), []).append(_row(setting))
    sections = tuple(
        Section(table, name, TABLE_NAMED[table].text, tuple(found)) for (table, name), found in rows.items()
    )
    return SchemePage(scheme.id, scheme.lead, scheme.title, scheme.title_zh, sections, _citations(scheme))


def value_and_unit(row: Row) -> str:
    """The value of a key with its unit, where it is a number, and whether the file says it at all."""
    unit = f" {row.unit}" if row.unit and (row.value[:1].isdigit() or row.value[:1] == "-") else ""
    return row.value + unit + ("" if row.given else " (not said)")


def value_text(value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, Figure):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return _tuple_text(value)
    return "" if value is None else str(value)


def _tuple_text(value: tuple[str, ...] | tuple[Decimal, Decimal]) -> str:
    if isinstance(value[0] if value else "", str):
        return "; ".join(str(item) for item in value)
    low, high = value[0], value[1]
    return str(low) if low == high else f"{low} to {high}, as an official decides"


def _row(setting: Setting) -> Row:
    key = _key(setting)
    is_remark = setting.key == "id" or (setting.table == "scheme" and setting.key in _REMARKS)
    band = "" if setting.band is None else f"{setting.band[0]} to {setting.band[1]}"
    return Row(
        key=setting.key,
        kind=setting.kind,
        value=value_text(setting.value),
        unit=key.unit,
        band=band,
        mark="" if is_remark else setting.mark,
        cite=() if is_remark else setting.cite,
        given=setting.given,
        text=key.text,
    )


def _key(setting: Setting) -> Key:
    return next(key for key in KEYS_OF[setting.table] if key.name == setting.key)


def _citations(scheme: Scheme) -> tuple[tuple[str, str], ...]:
    known = {ASSUMPTION: "assumed by the makers of the model: nobody has published it"}
    known |= library_citations() | dict(scheme.references)
    used = dict.fromkeys(name for setting in scheme.settings for name in setting.cite)
    return tuple((name, known[name]) for name in used)

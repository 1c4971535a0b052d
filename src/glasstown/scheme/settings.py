"""The complete list of what a file says: every key of every table, with how it is known."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.scheme.grammar import KEYS_OF
from glasstown.scheme.key import Key
from glasstown.scheme.model import Setting, Value
from glasstown.scheme.model_rules import PointRange
from glasstown.scheme.sheet import Points, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.vocab.evidence import ASSUMPTION, Figure

_COLUMNS = ("mark", "cite")
"""Keys that are columns of every setting, not settings of their own."""


def list_settings(sheets: Sheets) -> tuple[Setting, ...]:
    """Every setting of a file, in the order of the grammar and, within a table, of the file."""
    return tuple(setting for sheet in sheets.all for setting in _of_sheet(sheet, sheet.id))


def _of_sheet(sheet: Sheet, name: str) -> Iterator[Setting]:
    for key in KEYS_OF[sheet.table]:
        value = sheet.values.get(key.name)
        if isinstance(value, Sheet):
            yield from _of_sheet(value, name)
        elif value is not None and (key.name not in _COLUMNS or sheet.table == "scheme"):
            yield _setting(sheet, name, key, value)


def _setting(sheet: Sheet, name: str, key: Key, value: Value | Points) -> Setting:
    mark, cite, band, plain = _known(sheet, value)
    return Setting(sheet.table, name, key.name, key.kind, plain, mark, cite, band, key.name in sheet.given)


def _known(sheet: Sheet, value: Value | Points) -> tuple[str, tuple[str, ...], PointRange | None, Value]:
    if isinstance(value, Points):
        return value.mark, value.cite, value.band, value.range
    if isinstance(value, Figure):
        band = None if value.low is None or value.high is None else (value.low, value.high)
        return value.mark, value.cite, band, value
    if isinstance(value, int) and not isinstance(value, bool):
        return "assumed", (ASSUMPTION,), None, value  # a judgement of this library, such as gravity
    return sheet.evidence.mark or "", sheet.evidence.cite, None, value

"""What two consequences of one grade or list do together: none takes what another gives, where both always hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_HOLDS_AT_TIMES: Final = {
    "when", "decision", "through", "recipient", "from_day", "until_day", "from_date", "until_date",
}  # fmt: skip
"""Keys with which a consequence may hold for some and not for others, or on some days."""


def check_together(reading: Reading, sheets: Sheets) -> None:
    """Note every pair of consequences that contradict each other."""
    always = [one for one in sheets.many("consequence") if not _HOLDS_AT_TIMES & one.given]
    losing: dict[tuple[str, ...], Sheet] = {}
    for sheet in always:
        for name in _lost(sheet):
            losing.setdefault((*_of(sheet), name), sheet)
    for sheet in always:
        for key, name in _gained(sheet):
            other = losing.get((*_of(sheet), name))
            if other is None or other is sheet:
                continue
            what = (
                f"grade {quoted(sheet.text('grade'))}" if sheet.text("grade") else f"list {quoted(sheet.text('list'))}"
            )
            message = f"{what} makes {quoted(name)} better here, and consequence {quoted(other.id)} takes or worsens it"
            note(reading, "SCH308", message, "take it out of one of the two", sheet, key)


def _of(sheet: Sheet) -> tuple[str, str, str]:
    """What a consequence follows from, and whom it hits."""
    return sheet.text("grade"), sheet.text("list"), sheet.text("scope")


def _lost(sheet: Sheet) -> Iterable[str]:
    return (*sheet.names("deny"), *(name for name, better in _degrees(sheet) if not better))


def _gained(sheet: Sheet) -> Iterable[tuple[str, str]]:
    favoured = (("favour", name) for name in sheet.names("favour"))
    return (*favoured, *(("degree", name) for name, better in _degrees(sheet) if better))


def _degrees(sheet: Sheet) -> Iterable[tuple[str, bool]]:
    """What is made better (True) or worse (False) by degrees."""
    degree = sheet.inner("degree")
    levels = degree.values.items() if degree else ()
    return [(name, level > 0) for name, level in levels if isinstance(level, int) and level]

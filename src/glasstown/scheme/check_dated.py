"""Faults of when parts of a scheme run: an end before the beginning, a day and a date, too many turning days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from glasstown.scheme.build_dated import date_of
from glasstown.scheme.check_records import note
from glasstown.scheme.grammar_dated import DATED
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.limits import MAX_TURNS


def check_dated(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of when tables run."""
    turns: set[Decimal | dt.date] = set()
    for sheet in (sheet for table in DATED for sheet in sheets.many(table)):
        for end in ("from", "until"):
            _refuse_both(reading, sheet, end)
            turn = _time(sheet, end)
            if turn is not None and turn not in turns:
                turns.add(turn)
                if len(turns) == MAX_TURNS + 1:
                    message = f"parts of the scheme begin or end on more than {MAX_TURNS} different days"
                    fix = "let more of them begin and end on the same days"
                    note(reading, "LIM-turns", message, fix, sheet, _key(sheet, end))
        _refuse_backward(reading, sheet)


def _refuse_both(reading: Reading, sheet: Sheet, end: str) -> None:
    if {f"{end}_day", f"{end}_date"} <= sheet.given:
        message = f"{sheet.table} {quoted(sheet.id)} has {end}_day and {end}_date"
        note(reading, "SCH334", message, "keep one of them", sheet, f"{end}_date")


def _refuse_backward(reading: Reading, sheet: Sheet) -> None:
    first, last = _time(sheet, "from"), _time(sheet, "until")
    days = isinstance(first, Decimal) and isinstance(last, Decimal) and first >= last
    dates = isinstance(first, dt.date) and isinstance(last, dt.date) and first >= last
    if days or dates:
        message = f"{sheet.table} {quoted(sheet.id)} runs from {first} until {last}, which is never"
        note(reading, "SCH333", message, "let it end after it begins", sheet, _key(sheet, "until"))


def _time(sheet: Sheet, end: str) -> Decimal | dt.date | None:
    figure = sheet.figure(f"{end}_day")
    return figure.value if figure else date_of(sheet, f"{end}_date")


def _key(sheet: Sheet, end: str) -> str:
    return f"{end}_day" if f"{end}_day" in sheet.given else f"{end}_date"

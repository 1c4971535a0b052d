"""Faults of overrides: right key by key, without meaning together."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_OF_RECORDS: Final = ("sources", "count", "within_days")
"""Keys that say which records count, and how many."""


def check_points(reading: Reading, sheets: Sheets) -> None:
    """Note an override without one cause, and warn of one that holds nobody down."""
    grades = sheets.many("grade")
    for sheet in sheets.many("override"):
        _check_cause(reading, sheet)
        if grades and sheet.text("grade") == grades[0].id:
            message = f"override {quoted(sheet.id)} holds residents to {quoted(grades[0].id)}, the best grade"
            note(reading, "SCH408", message, "name a lower grade, or take it out", sheet, "grade")


def _check_cause(reading: Reading, sheet: Sheet) -> None:
    causes = [key for key in ("acts", "list") if key in sheet.given]
    if len(causes) != 1:
        what = "acts and a list" if causes else "no acts and no list"
        message = f"override {quoted(sheet.id)} names {what}"
        note(reading, "SCH322", message, "name one: the acts whose records it counts, or the list", sheet, "list")
        return
    without = [key for key in _OF_RECORDS if key in sheet.given]
    if causes == ["list"] and without:
        message = f"override {quoted(sheet.id)} rests on a list, and {without[0]} is about records"
        note(reading, "SCH322", message, "take it out, or name acts in place of the list", sheet, without[0])

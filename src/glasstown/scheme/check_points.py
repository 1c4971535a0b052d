"""Faults of overrides, and of rules that go together: right key by key, without meaning together."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_OF_RECORDS: Final = ("sources", "count", "within_days")
"""Keys that say which records count, and how many."""


def check_points(reading: Reading, sheets: Sheets) -> None:
    """Note an override without one cause, a group without one window; warn of an override that holds nobody down."""
    _check_groups(reading, sheets)
    best = {sheet.text("score"): sheet.id for sheet in reversed(sheets.many("grade"))}
    for sheet in sheets.many("override"):
        _check_cause(reading, sheet)
        if sheet.text("grade") in best.values():
            message = f"override {quoted(sheet.id)} holds residents to {quoted(sheet.text('grade'))}, the best grade"
            note(reading, "SCH408", message, "name a lower grade, or take it out", sheet, "grade")


def _check_groups(reading: Reading, sheets: Sheets) -> None:
    windows: dict[str, tuple[Decimal, str]] = {}
    for sheet in sheets.many("rule"):
        group, days, name = sheet.text("group"), sheet.figure("group_days"), quoted(sheet.id)
        if ("group" in sheet.given) != ("group_days" in sheet.given):
            here, missing = ("group", "group_days") if "group" in sheet.given else ("group_days", "group")
            message = f"rule {name} has {here}, and no {missing}"
            note(reading, "SCH323", message, f"add {missing} = …, or take {here} out", sheet, here)
        elif group and days is not None:
            first, other = windows.setdefault(group, (days.value, sheet.id))
            if first != days.value:
                message = (
                    f"group {quoted(group)} counts {first} days in rule {quoted(other)}, and {days.value} in {name}"
                )
                note(reading, "SCH323", message, "give both the same group_days", sheet, "group_days")
        points = sheet.points("points")
        limited = [key for key in ("per_days", "group", "agree", "escalate") if key in sheet.given]
        if limited and points is not None and points.range[0] != points.range[1]:
            message = f"rule {name} has {limited[0]}, and an official chooses its points"
            note(reading, "SCH324", message, f"give it one number of points, or take {limited[0]} out", sheet, "points")


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

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

_CAUSES: Final = {
    "acts": "acts", "list": "a list", "same_officer": "another firm of the same people", "younger_days": "age",
}  # fmt: skip
"""What an override can rest on, by key."""


def check_points(reading: Reading, sheets: Sheets) -> None:
    """Note an override without one cause, a group without one window; warn of an override that holds nobody down."""
    _check_groups(reading, sheets)
    best = {sheet.text("score"): sheet.id for sheet in reversed(sheets.many("grade"))}
    for sheet in sheets.many("override"):
        _check_cause(reading, sheet)
        if sheet.text("grade") in best.values():
            message = f"override {quoted(sheet.id)} holds residents to {quoted(sheet.text('grade'))}, the best grade"
            note(reading, "SCH408", message, "name a lower grade, or take it out", sheet, "grade")
        if sheet.text("same_officer") in best.values():
            message = (
                f"override {quoted(sheet.id)} rests on {quoted(sheet.text('same_officer'))}, which every firm earns"
            )
            note(reading, "SCH408", message, "name a lower grade, or take it out", sheet, "same_officer")
    held = {sheet.text("grade") for sheet in sheets.many("override")}
    for grade in sheets.many("grade"):
        if grade.flag("by_override") and grade.id not in held:
            message = f"no override leads to grade {quoted(grade.id)}, and no points do"
            note(reading, "SCH306", message, "name it in an override, or give it at_least = …", grade, "by_override")


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
    causes = [key for key in _CAUSES if key in sheet.given]
    if len(causes) != 1:
        what = " and ".join(_CAUSES[key] for key in causes) or "no acts and no list"
        message = f"override {quoted(sheet.id)} names {what}"
        fix = "name one: the acts whose records it counts, the list, same_officer, or younger_days"
        note(reading, "SCH322", message, fix, sheet, causes[-1] if causes else "id")
        return
    fits = ("within_days",) if causes == ["same_officer"] else ()
    without = [key for key in _OF_RECORDS if key in sheet.given and key not in fits]
    if causes != ["acts"] and without:
        message = f"override {quoted(sheet.id)} rests on {_CAUSES[causes[0]]}, and {without[0]} is about records"
        note(reading, "SCH322", message, "take it out, or name acts in place of it", sheet, without[0])

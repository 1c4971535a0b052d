"""Faults of association: right key by key, without meaning together."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted


def check_ties(reading: Reading, sheets: Sheets) -> None:
    """Note an association where there are no points to pass on, and warn of one whose rules never match."""
    rules = {sheet.id: sheet.points("points") for sheet in sheets.many("rule")}
    for sheet in sheets.many("association"):
        if not sheets.many("rule") and "rule" not in reading.document.values:
            message = f"association {quoted(sheet.id)} passes on points, and there is no rule"
            note(reading, "SCH321", message, "add a [[rule]], or take the association out", sheet)
            continue
        carries, named = sheet.text("carries"), sheet.names("rules") or tuple(rules)
        ranges = [points.range for name in named if (points := rules.get(name)) is not None]
        takes = any(low < 0 for low, _ in ranges)
        gives = any(high > 0 for _, high in ranges)
        if ranges and not {"losses": takes, "gains": gives, "both": takes or gives}.get(carries, True):
            message = f"association {quoted(sheet.id)} carries {carries}, and none of its rules makes any"
            fix = "change carries, name other rules, or take it out"
            note(reading, "SCH407", message, fix, sheet, "carries")

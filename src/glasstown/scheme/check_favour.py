"""Faults of favour: right key by key, without meaning together."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_CUT: str = "take favour out"


def check_favour(reading: Reading, sheets: Sheets) -> None:
    """Note favour that names no tie, and favour where nobody chooses."""
    for sheet in sheets.many("rule"):
        favour, points = sheet.inner("favour"), sheet.points("points")
        if favour is None:
            continue
        _check_ties(reading, sheet, favour)
        if points is not None and points.range[0] == points.range[1]:
            message = f"rule {quoted(sheet.id)} favours some, and its points leave no choice"
            note(reading, "SCH395", message, f"give points as two numbers, or {_CUT}", sheet, "favour")
    for table in ("ground", "consequence"):
        for sheet in sheets.many(table):
            decision = sheet.inner("decision")
            favour = decision.inner("favour") if decision else None
            if favour is not None:
                _check_ties(reading, sheet, favour)


def _check_ties(reading: Reading, sheet: Sheet, favour: Sheet) -> None:
    if not favour.given:
        message = f"the favour of {sheet.table} {quoted(sheet.id)} is for nobody"
        note(reading, "SCH396", message, f"say for whom, such as {{ kin = 0.5 }}, or {_CUT}", favour)

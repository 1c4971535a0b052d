"""Faults of an index that is fitted anew: nothing to fit, nothing to share, records that nobody makes."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_records import acts_recorded, note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_residents
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import ACT_IDS, GAUGES

FEWEST: Final = 2
"""Categories between which weight can move."""


def check_refit(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of a fit."""
    sheet, score = sheets.one("refit"), sheets.one("score")
    if sheet is None:
        return
    kind = score.text("kind") if score else ""
    if kind != "index" and (score is None or kind):
        what = f"the score is of kind {quoted(kind)}" if score else "there is no score"
        note(reading, "SCH490", f"weights are fitted, and {what}", 'write kind = "index", or take it out', sheet)
    _check_categories(reading, sheet, sheets, is_index=kind == "index")
    _check_acts(reading, sheet, sheets)
    every, within = sheet.figure("every_days"), sheet.figure("within_days")
    if every and within and within.value > every.value:
        what = f"records of {within.value} days count, and fits are {every.value} days apart"
        note(reading, "SCH493", what, "let within_days be no more than every_days", sheet, "within_days")


def _check_categories(reading: Reading, sheet: Sheet, sheets: Sheets, *, is_index: bool) -> None:
    known = {one.id: one for one in sheets.many("category") if one.id}
    named = sheet.names("categories")
    for number, name in enumerate(named):
        if name not in known:
            message = f"{quoted(name)} is not one of the categories of this file"
            where = (*sheet.path, "categories", number)
            reading.note_unknown("SCH491", message, name, tuple(known), "categories of this file", where)
    shared = [one for name, one in known.items() if name in (named or known)]
    weights = [figure.value for one in shared if (figure := one.figure("weight")) is not None]
    if not is_index or len(weights) < len(shared):
        return
    if (len(shared) < FEWEST and set(named) <= set(known)) or not any(weights):
        what = "no weight" if len(shared) >= FEWEST else f"{len(shared)} category"
        fix = "name two or more categories that weigh something together"
        note(reading, "SCH492", f"there is {what} to share anew", fix, sheet, "categories" if named else "")


def _check_acts(reading: Reading, sheet: Sheet, sheets: Sheets) -> None:
    """Note acts of which no record can be made of a resident, and acts that nobody records."""
    known = (*ACT_IDS, *(one.id for one in acts_of_residents(sheets) if one.id))
    seen = set[str]().union(*(acts_recorded(one) for one in sheets.many("source")))
    for number, name in enumerate(sheet.names("acts")):
        where = (*sheet.path, "acts", number)
        if name not in known:
            message = f"{quoted(name)} is not one of the acts of residents"
            reading.note_unknown("SCH103", message, name, known, "acts", where)
        elif name in GAUGES:
            reading.note("SCH116", f"{quoted(name)} is a gauge, of which no record can be made", "name an act", where)
        elif name not in seen:
            message = f"no source sees the act {quoted(name)} that is to be foretold"
            reading.note("SCH401", message, "let a source see it, or take it out", where)

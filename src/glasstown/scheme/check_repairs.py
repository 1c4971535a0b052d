"""Faults of repairs: names that are not there, nothing that could be repaired, windows in which nothing can be."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_records import acts_recorded, check_user, note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import kinds_of_acts
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import ACT_IDS
from glasstown.vocab.organisation_acts import ORGANISATION_ACT_IDS
from glasstown.vocab.organisations import KINDS

_OF_POINTS: Final = ("points", "rules", "largest")
"""Keys that say which points come back."""


def check_repairs(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of repairs."""
    sees = {sheet.id: acts_recorded(sheet) for sheet in sheets.many("source") if sheet.id}
    for sheet in sheets.many("repair"):
        _check_names(reading, sheets, sheet)
        check_user(reading, sheet, sees)
        _check_what(reading, sheet)
        _check_rules(reading, sheets, sheet)
        _check_ground(reading, sheets, sheet)
        _check_windows(reading, sheets, sheet)


def _check_names(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    acts = (*ACT_IDS, *ORGANISATION_ACT_IDS, *(one.id for one in sheets.many("act") if one.id))
    for key, known, code, what in (
        ("act", acts, "SCH103", "acts"),
        ("ground", _ids(sheets, "ground"), "SCH117", "grounds of this file"),
    ):
        name = sheet.text(key)
        if name and name not in known:
            reading.note_unknown(
                code, f"{quoted(name)} is not one of the {what}", name, known, what, (*sheet.path, key)
            )
    for key, table, code in (("sources", "source", "SCH104"), ("rules", "rule", "SCH118")):
        known, what = _ids(sheets, table), f"{table}s of this file"
        for place, name in enumerate(sheet.names(key)):
            if name not in known:
                path = (*sheet.path, key, place)
                reading.note_unknown(code, f"{quoted(name)} is not one of the {what}", name, known, what, path)


def _ids(sheets: Sheets, table: str) -> tuple[str, ...]:
    return tuple(sheet.id for sheet in sheets.many(table) if sheet.id)


def _check_what(reading: Reading, sheet: Sheet) -> None:
    """It gives points back, of which rules, or it ends a ground."""
    of_points = [key for key in _OF_POINTS if key in sheet.given]
    if "ground" in sheet.given and of_points:
        message = f"repair {quoted(sheet.id)} ends a ground, and {of_points[0]} is about points"
        note(reading, "SCH445", message, "make a repair for each", sheet, of_points[0])
    elif "ground" not in sheet.given and not {"points", "rules"} <= sheet.given:
        lacks = "points" if "points" not in sheet.given else "rules"
        message = f"repair {quoted(sheet.id)} has no {lacks}, and ends no ground"
        note(reading, "SCH445", message, "add points = … and rules = […], or ground = …", sheet)


def _check_rules(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    scores = sheets.many("score")
    rules = [rule for rule in sheets.many("rule") if rule.id in sheet.names("rules")]
    owners = {score.id: score for rule in rules if (score := score_of(rule, scores)) is not None}
    if len(owners) > 1:
        message = f"repair {quoted(sheet.id)} gives back points of two scores"
        note(reading, "SCH445", message, "make a repair for each score", sheet, "rules")
    for rule in rules:
        points = rule.points("points")
        if points is not None and points.range[0] >= 0:
            message = f"rule {quoted(rule.id)} takes nothing that repair {quoted(sheet.id)} could give back"
            note(reading, "SCH445", message, "name rules that take points", sheet, "rules")
    for score in owners.values():
        decays = [key for key in ("decay_share", "decay_points") if key in score.given]
        if decays:
            message = f"what repair {quoted(sheet.id)} gives back has come back by {decays[0]}"
            note(reading, "SCH442", message, f"take {decays[0]} or the repair out", sheet, "rules")
        if score.text("of") in KINDS:
            message = f"repair {quoted(sheet.id)} is about residents, and the score is that of {score.text('of')}s"
            note(reading, "SCH391", message, "take it out", sheet, "rules")


def _check_ground(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    ground = next((one for one in sheets.many("ground") if one.id and one.id == sheet.text("ground")), None)
    kinds = kinds_of_acts(sheets)
    others = [kinds[act] for act in (*(ground.names("acts") if ground else ()), sheet.text("act")) if act in kinds]
    if others:
        message = f"repair {quoted(sheet.id)} is done by residents, and this is about {others[0]}s"
        note(reading, "SCH391", message, "take it out", sheet, "ground" if ground else "act")


def _check_windows(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    """A window that is never open, and a number of repairs without the time in which they count."""
    name, after, within = quoted(sheet.id), sheet.figure("after_days"), sheet.figure("within_days")
    if after is not None and within is not None and within.value < after.value:
        message = f"repair {name} takes {after.value} days at least, and {within.value} at most"
        note(reading, "SCH446", message, "let within_days be no less than after_days", sheet, "within_days")
    rules = [rule for rule in sheets.many("rule") if rule.id in sheet.names("rules")]
    ends = [rule.figure("expires_days") for rule in rules]
    gone = [figure.value for figure in ends if figure is not None]
    if after is not None and rules and len(gone) == len(rules) and max(gone) <= after.value:
        message = f"what repair {name} gives back after {after.value} days has come back by itself after {max(gone)}"
        note(reading, "SCH446", message, "let after_days be less", sheet, "after_days")
    if "most" in sheet.given and "per_days" not in sheet.given:
        message = f"repair {name} is limited to some, and says not in which time"
        note(reading, "SCH446", message, "add per_days = …, or take most out", sheet, "most")

"""Warnings of what is said and can do nothing: nobody is let in, nothing is decided, nothing leads up to a grade."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_DECIDED = ("consequence", "ground")
_GIVE = ("rule", "state_rule", "quantity_rule")
"""Tables whose points can lift a score above its start."""

_OTHERWISE = ("vote", "encounters", "version")
"""Tables that can move points in ways that are not looked at here."""


def check_without_effect(reading: Reading, sheets: Sheets) -> None:
    """Warn of what can do nothing, and of points that are passed on more than once along the same ties."""
    _nobody_let_in(reading, sheets)
    _never_decided(reading, sheets)
    _out_of_reach(reading, sheets)
    _carried_twice(reading, sheets)


def _nobody_let_in(reading: Reading, sheets: Sheets) -> None:
    consent = sheets.one("consent")
    if consent is None or consent.text("kind") != "opt-in":
        return
    shares = (consent.figure(key) for key in ("start", "join_per_year", "compelled"))
    if not any(one is not None and one.value for one in shares):
        message = "nobody is in on day 0, and nobody ever joins"
        note(reading, "SCH423", message, "give start = … or join_per_year = …", consent, "kind")


def _never_decided(reading: Reading, sheets: Sheets) -> None:
    for sheet in (one for table in _DECIDED for one in sheets.many(table)):
        decision = sheet.inner("decision")
        if decision is None:
            continue
        slots, lets_off = decision.figure("per_thousand_year"), decision.figure("override")
        if slots is not None and not slots.value:
            message = f"no case of {sheet.table} {quoted(sheet.id)} is ever decided, so that it never begins"
            note(reading, "SCH424", message, "give more decisions, or take it out", decision, "per_thousand_year")
        if lets_off is not None and lets_off.value == 1:
            message = f"everybody is let off {sheet.table} {quoted(sheet.id)}, so that it never begins"
            note(reading, "SCH424", message, "give a smaller override, or take it out", decision, "override")


def _out_of_reach(reading: Reading, sheets: Sheets) -> None:
    if any(sheets.many(table) for table in _OTHERWISE):
        return
    scores = sheets.many("score")
    for score in scores:
        start = score.figure("start")
        mine = {"", score.id} if len(scores) == 1 else {score.id}
        if score.text("kind") not in {"", "points"} or start is None or any(_gives(sheets, mine)):
            continue
        for grade in sheets.many("grade"):
            edge = grade.figure("at_least")
            if grade.text("score") in mine and edge is not None and edge.value > start.value:
                message = f"everybody starts below grade {quoted(grade.id)}, and nothing gives points"
                note(reading, "SCH425", message, "add a rule that gives some, or start higher", grade, "at_least")


def _gives(sheets: Sheets, mine: set[str]) -> Iterator[bool]:
    """Whether each part that moves a score can lift it; one whose points could not be read may."""
    for sheet in (one for table in _GIVE for one in sheets.many(table) if one.text("score") in mine):
        if sheet.table == "rule":
            points = sheet.points("points")
            yield points is None or points.range[1] > 0
        else:
            figure = sheet.figure("points")
            yield figure is None or figure.value > 0


def _carried_twice(reading: Reading, sheets: Sheets) -> None:
    every = {sheet.id for sheet in sheets.many("rule")}
    for one, other in combinations(sheets.many("association"), 2):
        shares = (one.figure("share"), other.figure("share"))
        rules = (set(one.names("rules")) or every) & (set(other.names("rules")) or every)
        same = one.text("tie") == other.text("tie") and rules and "both" in _ways(one, other)
        if same and all(shares) and sum(share.value for share in shares if share) > 1:
            message = (
                f"associations {quoted(one.id)} and {quoted(other.id)} pass on more than the whole of the same points"
            )
            note(reading, "SCH418", message, "lower the shares, or take one out", other, "share")


def _ways(one: Sheet, other: Sheet) -> set[str]:
    """What two associations carry; "both" where they carry something in common."""
    ways = {one.text("carries"), other.text("carries")}
    return ways | ({"both"} if len(ways) == 1 else set())

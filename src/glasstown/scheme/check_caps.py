"""Faults of limits on points: rules that are not there, or in two limits, or never move that way; rising points."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted


def check_caps(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of limits on points, and of points that rise."""
    rules = {sheet.id: sheet for sheet in sheets.many("rule")}
    of_quantities = {sheet.id for sheet in sheets.many("quantity_rule") if sheet.id}
    taken: dict[str, Sheet] = {}
    for cap in sheets.many("cap"):
        for place, name in enumerate(cap.names("rules")):
            path = (*cap.path, "rules", place)
            if name in of_quantities and name not in rules:
                message = f"rule {quoted(name)} is on a quantity, whose limit it says itself, for each month"
                reading.note("SCH443", message, "write at_most_points_per_month there, and take it out here", path)
            elif name not in rules:
                message = f"{quoted(name)} is not one of the rules of this file"
                reading.note_unknown("SCH118", message, name, tuple(rules), "rules of this file", path)
            elif taken.setdefault(name, cap) is not cap:
                message = f"rule {quoted(name)} is limited by {quoted(taken[name].id)}, and by {quoted(cap.id)}"
                note(reading, "SCH443", message, "name it in one of them", cap, "rules")
        _check_cap(reading, cap, [rules[name] for name in cap.names("rules") if name in rules], sheets.many("score"))
    for rule in rules.values():
        _check_rising(reading, rule)


def _check_cap(reading: Reading, cap: Sheet, rules: list[Sheet], scores: tuple[Sheet, ...]) -> None:
    figure, name = cap.figure("points"), quoted(cap.id)
    if len({score.id for rule in rules if (score := score_of(rule, scores)) is not None}) > 1:
        message = f"cap {name} limits rules of two scores"
        note(reading, "SCH443", message, "make a cap for each score", cap, "rules")
    ranges = [points.range for rule in rules if (points := rule.points("points")) is not None]
    if figure is None or len(ranges) < len(rules) or not rules:
        return
    moves = any(low < 0 for low, _ in ranges) if figure.value < 0 else any(high > 0 for _, high in ranges)
    if figure.value == 0 or not moves:
        what = "nothing" if figure.value == 0 else "what its rules take" if figure.value < 0 else "what its rules give"
        message = f"cap {name} limits {what}, and {'so no' if figure.value == 0 else 'none'} of them does"
        fix = "let points be above 0 for what they give and below 0 for what they take, or take it out"
        note(reading, "SCH443", message, fix, cap, "points")


def _check_rising(reading: Reading, rule: Sheet) -> None:
    repeat = rule.inner("repeat")
    count = repeat.figure("count") if repeat else None
    if "escalate" not in rule.given:
        if count is not None and count.value == 1:
            message = f"rule {quoted(rule.id)} counts records, and bites from the first one on as without it"
            fix = "let it take 2 or more, let points rise with escalate = { … }, or take repeat out"
            reading.note("SCH444", message, fix, (*rule.path, "repeat", "count"))
        return
    points, sheet = rule.points("points"), rule.inner("escalate")
    if "repeat" not in rule.given:
        message = f"points of rule {quoted(rule.id)} rise with each record, and it says not for how long one counts"
        note(reading, "SCH444", message, "add repeat = { count = 1, within_days = … }", rule, "escalate")
    most = sheet.figure("most") if sheet else None
    if points is not None and most is not None and most.value < abs(points.range[0]):
        message = f"rule {quoted(rule.id)} moves {points.range[0]} points at first, and {most.value} at most"
        reading.note("SCH444", message, "let most be no less than its points", (*rule.path, "escalate", "most"))

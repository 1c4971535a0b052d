"""Faults of meaning: tables that are right one by one and cannot be true together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_ONE = Decimal(1)


def check_meaning(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of meaning, and warnings."""
    _check_score(reading, sheets)
    _check_grades(reading, sheets)
    _check_consequences(reading, sheets)
    _check_sources(reading, sheets)
    _check_rules(reading, sheets)


def _note(reading: Reading, code: str, message: str, fix: str, sheet: Sheet, key: str = "") -> None:
    path = (*sheet.path, key) if key and key in sheet.given else sheet.path
    reading.note(code, message, fix, path)


def _check_score(reading: Reading, sheets: Sheets) -> None:
    score = sheets.one("score")
    if score is None:
        if "score" not in reading.document.values:
            for sheet in (*sheets.many("rule")[:1], *sheets.many("grade")[:1]):
                message = f"there is a {sheet.table} and no [score]"
                _note(reading, "SCH307", message, f"add a [score], or take every {sheet.table} out", sheet)
        return
    start, low, high = score.figure("start"), score.figure("lowest"), score.figure("highest")
    if low is None or high is None:
        return
    if low.value >= high.value:
        message = f"the score goes from {low.value} to {high.value}"
        _note(reading, "SCH212", message, "let highest lie above lowest", score, "highest")
    elif start is not None and not low.value <= start.value <= high.value:
        message = f"the score starts at {start.value}, outside {low.value} to {high.value}"
        _note(reading, "SCH305", message, "start it inside, or widen the score", score, "start")


def _check_grades(reading: Reading, sheets: Sheets) -> None:
    grades = sheets.many("grade")
    for sheet in grades[:-1]:
        if "at_least" not in sheet.given:
            message = f"grade {quoted(sheet.id)} has no threshold and is not the last"
            _note(reading, "SCH306", message, "add at_least = …, or move it to the end", sheet)
    if grades and "at_least" in grades[-1].given:
        message = f"the last grade, {quoted(grades[-1].id)}, has a threshold"
        fix = "take at_least out, or add a grade below it"
        _note(reading, "SCH306", message, fix, grades[-1], "at_least")
    for above, below in pairwise(grades):
        high, low = above.figure("at_least"), below.figure("at_least")
        if high is not None and low is not None and low.value >= high.value:
            message = f"grade {quoted(below.id)} starts at {low.value}, not below {quoted(above.id)} at {high.value}"
            _note(reading, "SCH303", message, "order the grades from best to lowest", below, "at_least")
    _check_thresholds(reading, sheets)


def _check_thresholds(reading: Reading, sheets: Sheets) -> None:
    score = sheets.one("score")
    lowest = score.figure("lowest") if score else None
    highest = score.figure("highest") if score else None
    if lowest is None or highest is None:
        return
    for sheet in sheets.many("grade"):
        threshold = sheet.figure("at_least")
        if threshold is not None and not lowest.value < threshold.value <= highest.value:
            ends = f"{lowest.value} to {highest.value}"
            message = f"grade {quoted(sheet.id)} starts at {threshold.value}; the score goes {ends}"
            _note(reading, "SCH304", message, "move the threshold into the score", sheet, "at_least")


def _check_consequences(reading: Reading, sheets: Sheets) -> None:
    for sheet in sheets.many("consequence"):
        both = [name for name in sheet.names("deny") if name in sheet.names("favour")]
        if both:
            message = f"consequence {quoted(sheet.id)} denies and favours {quoted(both[0])}"
            _note(reading, "SCH308", message, "take it out of one of the lists", sheet, "favour")
        unread = {"deny", "favour"} & sheet.given - set(sheet.values)
        if not (sheet.names("deny") or sheet.names("favour") or unread):
            message = f"consequence {quoted(sheet.id)} denies and favours nothing"
            fix = "add deny = […] or favour = […], or tell it in scheme.not_modelled"
            _note(reading, "SCH309", message, fix, sheet)


def _check_sources(reading: Reading, sheets: Sheets) -> None:
    rules = sheets.many("rule")
    anywhere = {rule.text("act") for rule in rules if not rule.names("sources")}
    used = {(rule.text("act"), name) for rule in rules for name in rule.names("sources")}
    for sheet in sheets.many("source"):
        _check_watch(reading, sheet)
        feeds = any(act in anywhere or (act, sheet.id) in used for act in sheet.names("sees"))
        if rules and not feeds and sheet.id:
            message = f"no rule uses a record of source {quoted(sheet.id)}"
            _note(reading, "SCH402", message, "add a rule, or take the source out", sheet)


def _check_watch(reading: Reading, sheet: Sheet) -> None:
    detection, watch = sheet.figure("detection"), sheet.inner("watch")
    if detection is None or watch is None:
        return
    groups = [figure.value for key in ("majority", "minority_a", "minority_b") if (figure := watch.figure(key))]
    places = [figure.value for key in ("urban", "rural") if (figure := watch.figure(key))]
    if not groups or not places:
        return
    closest = detection.value * max(groups) * max(places)
    if closest > _ONE:
        message = (
            f"source {quoted(sheet.id)} would detect with probability {closest.normalize():f} where it watches most"
        )
        _note(reading, "SCH311", message, "lower detection or the multipliers", sheet, "watch")


def _check_rules(reading: Reading, sheets: Sheets) -> None:
    sees = {sheet.id: set(sheet.names("sees")) for sheet in sheets.many("source") if sheet.id}
    seen = set[str]().union(*sees.values())
    for sheet in sheets.many("rule"):
        act, name = sheet.text("act"), quoted(sheet.id)
        for source in sheet.names("sources"):
            if act and sees.get(source) and act not in sees[source]:
                message = f"rule {name} uses source {quoted(source)}, which does not see {quoted(act)}"
                fix = f"add the act to what {quoted(source)} sees, or drop the source here"
                _note(reading, "SCH310", message, fix, sheet, "sources")
        if act and act not in seen:
            message = f"no source sees the act {quoted(act)} of rule {name}"
            _note(reading, "SCH401", message, "let a source see it, or take the rule out", sheet, "act")
        points = sheet.points("points")
        if points is not None and points.range == (0, 0):
            message = f"rule {name} gives no points"
            _note(reading, "SCH403", message, "give it points, or take it out", sheet, "points")

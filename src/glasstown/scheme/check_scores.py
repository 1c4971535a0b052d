"""Faults of scores and of their grades: what is of which score, and where one ends and a grade begins."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from glasstown.scheme.build_ranks import edge_of
from glasstown.scheme.build_scores import in_order
from glasstown.scheme.check_records import note
from glasstown.scheme.faults import fault
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.limits import MAX_SCORES
from glasstown.vocab.organisations import KINDS, OF_RESIDENTS, SUBJECTS

WITH_ONE_CLASS: Final = (OF_RESIDENTS, *((kind,) for kind in KINDS))
"""Kinds of subjects who have a public class together: the states of their scores are its factors."""

OF_A_SCORE: Final = ("rule", "state_rule", "quantity_rule", "grade")
"""Tables whose rows are of one score each."""


def check_scores(reading: Reading, sheets: Sheets) -> None:
    """Note rows of no score or of one that is not there, scores that cannot be, and grades out of place."""
    scores = sheets.many("score")
    for kinds in WITH_ONE_CLASS:
        own = [score for score in scores if (score.text("of") or SUBJECTS[0]) in kinds]
        if len(own) > MAX_SCORES:
            message = f"there are {len(own)} scores of {kinds[0]}s; at most {MAX_SCORES}"
            reading.faults.append(fault("LIM-scores", message, "take some out", own[MAX_SCORES].span))
    _check_which(reading, sheets)
    _check_together(reading, sheets)
    for score in scores:
        _check_ends(reading, score)
        _check_grades(reading, score, [row for row in sheets.many("grade") if score_of(row, scores) is score])
    if not scores:
        _check_absent(reading, sheets)


def score_of(row: Sheet, scores: tuple[Sheet, ...]) -> Sheet | None:
    """The score that a rule moves or that a grade is a class of; None where that cannot be known."""
    name = row.text("score")
    if not name and "score" not in row.given:
        return scores[0] if len(scores) == 1 else None
    return next((score for score in scores if score.id == name), None)


def _check_absent(reading: Reading, sheets: Sheets) -> None:
    if "score" in reading.document.values:
        return
    for sheet in (*sheets.many("rule")[:1], *sheets.many("grade")[:1]):
        message = f"there is a {sheet.table} and no [score]"
        note(reading, "SCH307", message, f"add a [score], or take every {sheet.table} out", sheet)


def _check_which(reading: Reading, sheets: Sheets) -> None:
    """Of several scores each has a name, and each rule and grade says of which it is."""
    scores = sheets.many("score")
    known = tuple(score.id for score in scores if score.id)
    if len(scores) > 1:
        for score in scores:
            if "id" not in score.given:
                message = f"there are {len(scores)} scores, and this one has no name"
                note(reading, "SCH328", message, "add id = …, and name it in its rules and grades", score)
    for sheet in (row for table in OF_A_SCORE for row in sheets.many(table)):
        name = sheet.text("score")
        if name and scores and name not in known:
            message = f"{quoted(name)} is not one of the scores of this file"
            reading.note_unknown("SCH121", message, name, known, "scores of this file", (*sheet.path, "score"))
        elif len(scores) > 1 and "score" not in sheet.given:
            message = f"there are {len(scores)} scores, and {sheet.table} {quoted(sheet.id)} says none"
            note(reading, "SCH328", message, f"add score = …, such as {quoted(known[0] if known else 'points')}", sheet)


def _check_together(reading: Reading, sheets: Sheets) -> None:
    """What several scores cannot have apart: which records count, and what a group of rules has taken."""
    scores = sheets.many("score")
    stacks = {score.text("stack"): score for score in reversed(scores) if score.text("stack")}
    for score in scores[1:]:
        if len(stacks) > 1 and score.text("stack") not in {scores[0].text("stack"), ""}:
            message = f"score {quoted(score.id)} counts records otherwise than {quoted(scores[0].id)}"
            note(reading, "SCH329", message, f"give both stack = {quoted(scores[0].text('stack'))}", score, "stack")
    for score in in_order(scores)[1:]:
        if score.text("kind") not in {"points", "rank", ""}:
            message = f"score {quoted(score.id)} is worked out anew, and is not the first"
            note(reading, "SCH329", message, "let it stand first, or let it come about entry by entry", score, "kind")
    groups: dict[str, tuple[Sheet | None, Sheet]] = {}
    for rule in sheets.many("rule"):
        own = score_of(rule, scores)
        if rule.text("group") and own is not None:
            first, other = groups.setdefault(rule.text("group"), (own, rule))
            if first is not own:
                message = f"rules {quoted(other.id)} and {quoted(rule.id)} are of one group and of two scores"
                note(reading, "SCH329", message, "give them groups of their own", rule, "group")


def _check_ends(reading: Reading, score: Sheet) -> None:
    start, low, high = score.figure("start"), score.figure("lowest"), score.figure("highest")
    if low is None or high is None:
        return
    if low.value >= high.value:
        message = f"the score goes from {low.value} to {high.value}"
        note(reading, "SCH212", message, "let highest lie above lowest", score, "highest")
    elif start is not None and not low.value <= start.value <= high.value:
        message = f"the score starts at {start.value}, outside {low.value} to {high.value}"
        note(reading, "SCH305", message, "start it inside, or widen the score", score, "start")


def _check_grades(reading: Reading, score: Sheet, grades: list[Sheet]) -> None:
    """The grades of one score, from best to worst."""
    _check_given(reading, grades)
    grades = [sheet for sheet in grades if not sheet.flag("by_override")]
    for sheet in grades[:-1]:
        if edge_of(sheet) is None and not {"at_least", "top_share"} & sheet.given:
            message = f"grade {quoted(sheet.id)} has no threshold and is not the last"
            note(reading, "SCH306", message, "add at_least = …, or move it to the end", sheet)
    if grades and {"at_least", "top_share"} & grades[-1].given:
        message = f"the last grade, {quoted(grades[-1].id)}, has a threshold"
        fix = "take at_least out, or add a grade below it"
        note(reading, "SCH306", message, fix, grades[-1], _edge_key(grades[-1]))
    for above, below in pairwise(grades):
        high, low = edge_of(above), edge_of(below)
        if high is not None and low is not None and low.value >= high.value:
            message = f"grade {quoted(below.id)} starts at {low.value}, not below {quoted(above.id)} at {high.value}"
            note(reading, "SCH303", message, "order the grades from best to lowest", below, _edge_key(below))
    lowest, highest = score.figure("lowest"), score.figure("highest")
    if lowest is None or highest is None:
        return
    for sheet in grades:
        threshold = edge_of(sheet)
        if threshold is not None and not lowest.value < threshold.value <= highest.value:
            ends = f"{lowest.value} to {highest.value}"
            message = f"grade {quoted(sheet.id)} starts at {threshold.value}; the score goes {ends}"
            note(reading, "SCH304", message, "move the threshold into the score", sheet, _edge_key(sheet))


def _check_given(reading: Reading, grades: list[Sheet]) -> None:
    """Grades to which overrides alone lead: they have no edge, and stand between grades that have one."""
    for place, sheet in enumerate(grades):
        if not sheet.flag("by_override"):
            continue
        name = quoted(sheet.id)
        if {"at_least", "top_share"} & sheet.given:
            message = f"grade {name} has a threshold, and overrides alone lead to it"
            note(reading, "SCH306", message, "take one of the two out", sheet, _edge_key(sheet))
        elif place in (0, len(grades) - 1):
            message = f"grade {name}, to which overrides alone lead, is the best or the last"
            note(reading, "SCH306", message, "put it between two grades that points lead to", sheet, "by_override")


def _edge_key(grade: Sheet) -> str:
    """The key that says where a grade begins."""
    return "top_share" if "top_share" in grade.given else "at_least"

"""A warning where a score starts in a grade that harms: everybody would be punished from the first day, for nothing."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.build_ranks import edge_of
from glasstown.scheme.check_records import note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.organisations import SUBJECTS

_NOT_AT_ONCE: Final = ("when", "decision", "recipient")
"""Keys of a consequence that holds of some, or later: it takes more than the grade."""


def check_starts(reading: Reading, sheets: Sheets) -> None:
    """Warn of each score whose start lies in a grade from which harm follows at once."""
    scores = sheets.many("score")
    for score in scores:
        grade = _grade_at_start(score, [row for row in sheets.many("grade") if score_of(row, scores) is score])
        harming = [row for row in sheets.many("consequence") if grade and row.text("grade") == grade.id and _harms(row)]
        start = score.figure("start")
        if grade is None or start is None or not harming:
            continue
        whom = score.text("of") or SUBJECTS[0]
        message = (
            f"the score starts at {start.value.normalize():f}, in grade {quoted(grade.id)}, and from there "
            f"{quoted(harming[0].id)} harms every {whom} who is scored, from day 0 and whatever they do"
        )
        fix = f"start it in a better grade, or let {quoted(harming[0].id)} follow from a grade below the start"
        note(reading, "SCH409", message, fix, score, "start")


def _grade_at_start(score: Sheet, grades: list[Sheet]) -> Sheet | None:
    """The grade in which everybody begins, of those of one score from best to worst; None where that is unclear."""
    start = score.figure("start")
    if start is None:
        return None
    for grade in grades:
        edge = edge_of(grade)
        if edge is None and grade is not grades[-1]:
            return None
        if edge is None or start.value >= edge.value:
            return grade
    return None


def _harms(consequence: Sheet) -> bool:
    """Whether it takes something away or makes something worse, of everybody in its grade, as soon as a run begins."""
    if consequence.text("through") == "shown" or any(key in consequence.given for key in _NOT_AT_ONCE):
        return False
    first = consequence.figure("from_day")
    if "from_date" in consequence.given or (first is not None and first.value > 0):
        return False
    inner = [sheet for key in ("degree", "terms") if (sheet := consequence.inner(key)) is not None]
    levels = [value for sheet in inner for value in sheet.values.values()]
    return bool(consequence.names("deny")) or any(isinstance(level, int) and level < 0 for level in levels)

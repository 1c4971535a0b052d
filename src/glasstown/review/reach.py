"""How far down one record brings somebody: whether a single rule or ground alone leads to a consequence."""

from __future__ import annotations

from decimal import Decimal

from glasstown.review.case import Case
from glasstown.review.feeds import Feed
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.model_scores import Grade


def grades_of(scheme: Scheme, slot: int) -> tuple[Grade, ...]:
    """The grades of one score, best first."""
    return tuple(one for one in scheme.grades if scheme.slot_of(one.score) == slot)


def grade_at(grades: tuple[Grade, ...], points: Decimal) -> int:
    """The place of the grade of a number of points, 0 the best."""
    for place, grade in enumerate(grades):
        if grade.at_least is None or (points >= grade.at_least.value and not grade.by_override):
            return place
    return len(grades) - 1


def reaches_alone(case: Case, feed: Feed, consequence: Consequence) -> bool:
    """Whether one biting record, from the start of a score, is enough for a consequence; a ground always is."""
    if feed.at.table == "ground":
        return True
    score = case.score_of(consequence)
    rule = next((one for one in case.scheme.rules if one.id == feed.at.id), None)
    if rule is None or score is None or case.scheme.slot_of(rule.score) != case.scheme.slot_of(score.id):
        return False
    grades = grades_of(case.scheme, case.scheme.slot_of(score.id))
    points = max(score.low_points, min(score.high_points, score.start_points + rule.points[0]))
    before, after = grade_at(grades, score.start_points), grade_at(grades, points)
    return after > before and any(grade.id == consequence.grade for grade in grades[before + 1 : after + 1])

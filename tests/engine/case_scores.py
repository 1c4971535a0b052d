"""Cases about the scores after the first: what is expected of them, and which grades of which score can be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from engine.cases import STEP, Told
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Rule
from glasstown.scheme.model_scores import Grade, Score
from glasstown.vocab.codes import Entry

MILLI = 1_000
Note = Callable[[tuple[Any, ...], str], None]


def read_scores(
    scheme: Scheme, said: Mapping[str, Any], path: tuple[Any, ...], note: Note
) -> tuple[tuple[int, Decimal, Decimal], ...]:
    """(number, least, greatest) of each further score of which something is expected."""
    names, found = [score.id for score in scheme.scores], list[tuple[int, Decimal, Decimal]]()
    for name, value in said.items():
        ends = value if isinstance(value, list) else [value, value]
        if name not in names[1:]:
            note((*path, name), f"{name} is none of the scores after the first: {', '.join(names[1:]) or 'none'}")
        elif len(ends) != 2 or not all(isinstance(end, int | Decimal) for end in ends):
            note((*path, name), "a score is one number, or the least and the greatest")
        else:
            found.append((names.index(name), Decimal(ends[0]), Decimal(ends[1])))
    return tuple(found)


def wrong_scores(scheme: Scheme, told: Told, one: Any) -> Iterator[str]:
    """What of the scores after the first is otherwise than expected."""
    step = one.day // STEP
    for number, least, greatest in one.scores:
        score = Decimal(told.further[step][number - 1]) / MILLI
        if not least <= score <= greatest:
            yield f"the score {scheme.scores[number].id} is {score.normalize():f}"
    there = {("(not graded)", *(grade.id for grade in scheme.grades))[now] for now in told.further_grades[step]}
    for grade in sorted((one.grades or frozenset()) - there):
        yield f"the grade is not {grade}, but {', '.join(sorted(there))}"


def edges(scheme: Scheme) -> list[tuple[str, str]]:
    """Pairs of grades of one score, right above and right below each other; ranks have edges that hang on others."""
    return [(upper.id, lower.id) for score in scheme.scores if not score.rank
            for upper, lower in pairwise(one for one in _of(scheme, score) if not one.by_override)]  # fmt: skip


def reached(scheme: Scheme) -> set[str]:
    """Grades that a score can come into: no rule that only gives points leads below the start."""
    return {grade for score in scheme.scores for grade in _reached(scheme, score)}


def holder_of(scheme: Scheme, said: Mapping[str, Any], path: tuple[Any, ...], note: Note) -> int:
    """Number of the holder who has a record, 0 the scorer."""
    name, known = said.get("told", ""), ["", *(one.id for one in scheme.holding.holders)]
    if name not in known:
        note((*path, "told"), f"{name} is none of the holders: {', '.join(known[1:]) or 'none'}")
    return known.index(name) if name in known else 0


def least_move(scheme: Scheme, grade: str) -> Decimal:
    """The least that a rule moves the score of which something is a grade; one point where no rule moves it."""
    score = next(one.score for one in scheme.grades if one.id == grade)
    ends = [abs(end) for rule in scheme.rules if rule.score in ("", score) or not score for end in rule.points if end]
    return min(ends, default=Decimal(1))


def as_official(told: Told) -> Told:
    """What came of a case, read as one of an official: the score of the office is the first that is spoken of."""
    slot = next(number for number, one in enumerate(told.scheme.scores) if one.of == "official")
    if slot:
        told.scores = [row[slot - 1] for row in told.further]
        told.grades = [row[slot - 1] for row in told.further_grades]
    return told


def state_rules_moved(told: Told, last: int) -> set[str]:
    """State rules whose points the resident has been given, up to a day."""
    rows = (one for one in told.moved if one.who == told.slot and one.kind == Entry.STATE and one.day <= last)
    return {f"state rule:{told.scheme.state_rules[one.rule].id}" for one in rows}


def quantities_moved(told: Told, last: int) -> set[str]:
    """Rules on quantities that have moved a score of the resident, up to a day."""
    rows = (one for one in told.moved if one.who == told.slot and one.kind == Entry.QUANTITY and one.day <= last)
    return {f"quantity rule:{told.scheme.quantity_rules[one.rule].id}" for one in rows}


def _of(scheme: Scheme, score: Score) -> list[Grade]:
    return [grade for grade in scheme.grades if grade.score in ("", score.id)]


def _reached(scheme: Scheme, score: Score) -> Iterator[str]:
    grades = _of(scheme, score)
    rules = [rule for rule in scheme.rules if rule.score in ("", score.id)]
    others = (*scheme.state_rules, *scheme.quantity_rules)
    states = [rule.points.value for rule in others if rule.score in ("", score.id)]
    low = score.low_points if _moves(rules, states, -1) else score.start_points
    high = score.high_points if _moves(rules, states, 1) else score.start_points
    above = score.high_points + 1
    for grade in grades:
        edge = grade.at_least.value if grade.at_least else score.low_points
        if score.index or score.rank or scheme.encounters or (edge <= high and above > low):
            yield grade.id
        above = edge


def _moves(rules: list[Rule], states: list[Decimal], sign: int) -> bool:
    """Whether some rule moves a score up (1) or down (-1)."""
    return any(end * sign > 0 for rule in rules for end in rule.points) or any(end * sign > 0 for end in states)

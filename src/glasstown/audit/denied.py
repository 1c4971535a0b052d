"""The days on which movements of scores put somebody into a grade that denies something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from glasstown.audit.movements import Movement
from glasstown.audit.overrides import forced_spans, hold_down
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, in_both, merge
from glasstown.audit.terms import Terms
from glasstown.vocab.codes import Entry

NOWHERE: Final[Mapping[int, Spans]] = {}
"""Days on lists of somebody who is on none."""


def grade_of(reading_milli: int, terms: Terms) -> int:
    """The grade code that a score earns; 0 where the scheme has no grades."""
    for grade in terms.grades:
        if grade.at_least_milli is None or reading_milli >= grade.at_least_milli:
            return grade.code
    return 0


def denied_spans(
    movements: Iterable[Movement] | Replay, terms: Terms, first_day: int = 0, listed: Mapping[int, Spans] = NOWHERE
) -> Spans:
    """The days on which these movements put somebody into a grade of any score that denies something.

    Args:
        movements: the records that rules answered or overrides counted, in any order; or their replay.
        terms: what decides the grade.
        first_day: first day on which the resident was graded at all.
        listed: days on lists, by code of the list.
    """
    replay = movements if isinstance(movements, Replay) else Replay(movements)
    changes = [(first_day, terms.score.start_milli)]
    for step, reading in replay.path(terms):
        changes.append((min((step + 1) * terms.step_days, terms.horizon_days), reading))
    ends = [day for day, _ in changes[1:]] + [terms.horizon_days]
    last = terms.horizon_days if terms.grades_end_day is None else min(terms.horizon_days, terms.grades_end_day)
    pieces = [
        (max(day, first_day), min(end, last), grade_of(reading, terms))
        for (day, reading), end in zip(changes, ends, strict=True)
    ]
    for row in terms.overrides:
        mine = [one for one in replay.movements if one.rule == row.code]
        counted = [one for one in mine if one.kind == Entry.OVERRIDE]
        taken = {(one.ref, one.origin): one.day for one in mine if one.kind == Entry.LIFTED}
        forced = forced_spans(
            row, [one.day for one in counted], listed, terms.step_days, terms.horizon_days,
            [taken.get((one.ref, one.origin)) for one in counted],
        )  # fmt: skip
        pieces = hold_down(pieces, row.grade, forced)
    own = (
        span
        for start, end, grade in pieces
        if grade in terms.denying
        for span in in_both(((start, end),), terms.days_denying(grade))
    )
    return merge((*own, *(span for other in terms.others for span in denied_spans(replay, other, first_day, listed))))

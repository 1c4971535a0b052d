"""The days on which movements of scores put somebody into a grade that denies something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from glasstown.audit.movements import Movement
from glasstown.audit.overrides import Piece, forced_spans, hold_down
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
    return merge(chain.from_iterable(denied_by_score(movements, terms, first_day, listed).values()))


def denied_by_score(
    movements: Iterable[Movement] | Replay, terms: Terms, first_day: int = 0, listed: Mapping[int, Spans] = NOWHERE
) -> dict[int, Spans]:
    """Likewise, for each score by its code."""
    replay = movements if isinstance(movements, Replay) else Replay(movements)
    return {one.code: _denied_by(replay, one, first_day, listed) for one in (terms, *terms.others)}


def _denied_by(replay: Replay, terms: Terms, first_day: int, listed: Mapping[int, Spans]) -> Spans:
    """The days on which the grade of one score denies something."""
    return merge(
        span
        for start, end, grade in grades_in_force(replay, terms, first_day, listed)
        if grade in terms.denying
        for span in in_both(((start, end),), terms.days_denying(grade))
    )


def grades_in_force(
    replay: Replay, terms: Terms, first_day: int, listed: Mapping[int, Spans], held: Mapping[int, Spans] = NOWHERE
) -> list[Piece]:
    """The grades of one score, day by day: what it earns, and what overrides hold it to.

    Args:
        replay: the records.
        terms: what decides the grade.
        first_day: first day in a grade.
        listed: days on lists, by code of the list.
        held: days on which overrides hold that rest on no record and no list, by code of the override.
    """
    pieces = _grades(replay, terms, first_day)
    for row in terms.overrides:
        if row.code in held:
            pieces = hold_down(pieces, row.grade, held[row.code])
            continue
        mine = [one for one in replay.movements if one.rule == row.code]
        counted = [one for one in mine if one.kind == Entry.OVERRIDE]
        taken = {(one.ref, one.origin): one.day for one in mine if one.kind == Entry.LIFTED}
        forced = forced_spans(
            row, [one.day for one in counted], listed, terms.step_days, terms.horizon_days,
            [taken.get((one.ref, one.origin)) for one in counted],
        )  # fmt: skip
        pieces = hold_down(pieces, row.grade, forced)
    return pieces


def _grades(replay: Replay, terms: Terms, first_day: int) -> list[Piece]:
    """The grades that a score earns, day by day, from the first day in one until grades end."""
    last = terms.horizon_days if terms.grades_end_day is None else min(terms.horizon_days, terms.grades_end_day)
    pieces: list[Piece] = []
    since, grade = first_day, grade_of(terms.score.start_milli, terms)
    for step, reading in replay.path(terms):
        earned = grade_of(reading, terms)
        if earned != grade:
            day = min((step + 1) * terms.step_days, last)
            if day > since:
                pieces.append((since, day, grade))
                since = day
            grade = earned
    if last > since:
        pieces.append((since, last, grade))
    return pieces

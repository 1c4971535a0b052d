"""The scores of one kind of subject among those of a compiled scheme: residents have theirs, organisations theirs.

Scores are numbered kind after kind, so a part is a run of numbers; in it they count from 0. Numbers of grades, rules
and overrides stay.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from glasstown.compiled.by_act import keep_running
from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.model_returns import ReturnTables
from glasstown.compiled.model_scores import ScoreTables
from glasstown.compiled.scores import no_scores
from glasstown.vocab.arrays import I64
from glasstown.vocab.organisations import OF_RESIDENTS, SUBJECTS


def first_of_organisations(scores: ScoreTables, *, has_score: bool) -> int:
    """The number of the first score that is not of residents; how many scores residents have."""
    return int((scores.of < len(OF_RESIDENTS)).sum()) if has_score else 0


def scores_between(compiled: CompiledScheme, first: int, last: int) -> CompiledScheme:
    """A scheme with the scores from one number up to another alone: what moves the others moves nothing.

    Args:
        compiled: the scheme.
        first: number of the first score of the part.
        last: the number after the last one; where it is `first` nobody of the part has a score.
    """
    if compiled.has_score and (first, last) == (0, compiled.scores.number):
        return compiled
    rules, overrides, states, grades = compiled.rules, compiled.overrides, compiled.states, compiled.grades
    quantities = compiled.quantities
    own_rules, own_overrides = (_within(table.slot, first, last) for table in (rules, overrides))
    none = np.ones(2, np.int64)
    return replace(
        compiled,
        has_score=last > first,
        scores=_scores(compiled.scores, first, last) if last > first else no_scores(),
        rules=replace(
            rules, **keep_running(rules.first, rules.count, rules.order, own_rules), slot=_from(rules.slot, first)
        ),
        overrides=replace(
            overrides, slot=_from(overrides.slot, first), grade=overrides.grade * np.array(own_overrides, np.uint8)
        ),
        states=replace(
            states, slot=_from(states.slot, first),
            formula=np.where(_within(states.slot, first, last), states.formula, -1).astype(np.int32),
        ),
        quantities=replace(
            quantities, slot=_from(quantities.slot, first),
            meter=np.where(_within(quantities.slot, first, last), quantities.meter, -1).astype(np.int32),
        ),
        grades=replace(grades, first=grades.first[first : last + 1] if last > first else none),
    )  # fmt: skip


def places_within(scores: ScoreTables) -> I64:
    """(slots,) place of each score among those of its kind; officials are residents, and share a class with them."""
    kinds = [SUBJECTS[0] if SUBJECTS[number] in OF_RESIDENTS else SUBJECTS[number] for number in scores.of.tolist()]
    return np.array([kinds[:slot].count(kind) for slot, kind in enumerate(kinds)], dtype=np.int64)


def most_of_a_kind(scores: ScoreTables) -> int:
    """Scores of the kind of subject that has most: their states make the public class."""
    return int(places_within(scores).max()) + 1


def _scores(scores: ScoreTables, first: int, last: int) -> ScoreTables:
    own, r = slice(first, last), scores.returns
    return ScoreTables(
        scores.start[own], scores.low[own], scores.high[own], scores.each_entry[own], scores.hidden[own],
        scores.moved_as[own] - first, scores.of[own],
        tuple(one._replace(slot=one.slot - first, of=one.of - first) for one in scores.ranks
              if first <= one.slot < last),
        ReturnTables(*(column[own] for column in (r.every, r.micro, r.points, r.reset_every, r.reset_first))),
    )  # fmt: skip


def _within(slots: np.ndarray[tuple[int], np.dtype[np.uint8]], first: int, last: int) -> list[bool]:
    return [first <= slot < last for slot in slots.tolist()]


def _from(slots: np.ndarray[tuple[int], np.dtype[np.uint8]], first: int) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Numbers that count from 0; those before the part are 0, and move nothing."""
    return np.maximum(slots.astype(np.int64) - first, 0).astype(np.uint8)

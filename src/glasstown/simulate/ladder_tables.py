"""Grades of one world: where the next one down is felt, and from where on a better one is in reach."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.behaviours.responses import deterrence, fading, pursuit
from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.parts import places_within
from glasstown.simulate.classes import NEARNESS
from glasstown.simulate.rulebook import Ladder
from glasstown.vocab.arrays import I64

FOR_GOOD: Final = 100_000
"""Days that no run lasts."""


def ladder_of(compiled: CompiledScheme | None, without: frozenset[str]) -> Ladder:
    """Grades, with the score under which who is aware feels the next grade down."""
    if compiled is None:
        one = np.ones(1, dtype=np.int64)
        return Ladder(np.ones(2, np.int64), 0 * one, 0 * one, 0 * one, np.zeros(2, np.int64), one)
    g = compiled.grades
    near = np.full(g.at_least.size, np.iinfo(np.int64).min, dtype=np.int64)
    for i in range(1, g.at_least.size):
        if g.worse_below[i]:
            room = int(g.upper[i]) - int(g.at_least[i])
            near[i] = int(g.at_least[i]) + int(room * deterrence.NEAR_SHARE)
    pursued = compiled if pursuit.ID not in without else None
    fades = np.array(fading.fading_days() if fading.ID not in without else (FOR_GOOD, FOR_GOOD), dtype=np.int64)
    weight = NEARNESS ** places_within(compiled.scores)
    return Ladder(g.first, g.at_least, near, _reach(pursued, g.at_least.size), fades, weight)


def _reach(compiled: CompiledScheme | None, size: int) -> I64:
    """By grade the score from which on the next better one is in reach, where that one favours something more."""
    reach = np.full(size, np.iinfo(np.int64).max, dtype=np.int64)
    if compiled is None:
        return reach
    g = compiled.grades
    for slot in range(g.first.size - 1):
        for i in range(int(g.first[slot]) + 1, int(g.first[slot + 1])):
            last = i + 1 == int(g.first[slot + 1])
            lowest = int(compiled.scores.low[slot]) if last else int(g.at_least[i])
            edge = int(g.at_least[i - 1])
            if g.better_above[i]:
                reach[i] = edge - int((edge - lowest) * Fraction(pursuit.REACH.value))
    return reach

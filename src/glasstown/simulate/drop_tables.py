"""How likely friends of a lower score are dropped, in one world."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from glasstown.behaviours.responses import dropping
from glasstown.compiled.model import CompiledScheme
from glasstown.kernels.tables import hazard_probability, probability_words
from glasstown.vocab.arrays import I64, U8, U64
from glasstown.vocab.limits import MAX_GRADES
from glasstown.vocab.units import DAYS_IN_YEAR


class Dropping(NamedTuple):
    """How likely a friend is dropped. `chance`: (65, 2) u64 words of the chance in a step, by 64ths of the range.

    `range`: (1,) i64 range of the score in thousandths; 0 where nobody knows the scores of others. `public`: (64,) 1
    for the grades of which it is published who has them.
    """

    chance: U64
    range: I64
    public: U8


def dropping_of(compiled: CompiledScheme | None, step_days: int, without: frozenset[str]) -> Dropping:
    """How likely friends are dropped in one world."""
    chance = np.zeros((dropping.LEVELS + 1, 2), np.uint64)
    if compiled is None or not compiled.shown or dropping.ID in without:
        return Dropping(chance, np.zeros(1, np.int64), np.zeros(MAX_GRADES + 1, np.uint8))
    for level in range(1, dropping.LEVELS + 1):
        events = dropping.dropped_per_year(level) * Fraction(step_days, DAYS_IN_YEAR)
        chance[level] = probability_words(hazard_probability(events))
    whole = int(compiled.scores.high[0]) - int(compiled.scores.low[0])
    return Dropping(chance, np.array([whole], np.int64), compiled.grades.public)

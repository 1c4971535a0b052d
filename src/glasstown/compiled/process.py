"""The tables of what a person can do about a scheme."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from glasstown.kernels.tables import probability_words
from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import U64


@dataclass(frozen=True, slots=True)
class AppealTables:
    """Appeals as numbers.

    Attributes:
        runs: whether anybody files any.
        chances: (2, 4) u64, for untrue records and for true ones: high and low word of the chance that one is filed,
            high and low word of the chance that it is upheld.
        days: least days from filing to the decision.
        slots: decisions per 1,000 residents and year in a district; None for any number.
        suspends: whether what denies or worsens waits while an appeal does.
        reaches: whether recipients hear of what has ended, once an appeal is upheld.
        by_age: whether those filed in an earlier step come first.
    """

    runs: bool
    chances: U64
    days: int
    slots: Fraction | None
    suspends: bool
    by_age: bool
    reaches: bool


NO_APPEALS = AppealTables(
    runs=False, chances=np.zeros((2, 4), np.uint64), days=0, slots=None, suspends=False, by_age=True, reaches=False
)
"""Nobody files any."""


def lower_appeals(scheme: Scheme) -> AppealTables:
    """Lower `[appeal]`."""
    appeal = scheme.process.appeal
    if appeal is None:
        return NO_APPEALS
    pairs = ((appeal.filed, appeal.upheld), (appeal.filed_if_right, appeal.upheld_if_right))
    words = [[word for one in pair for word in probability_words(Fraction(one.value))] for pair in pairs]
    return AppealTables(
        runs=True,
        chances=np.array(words, dtype=np.uint64),
        days=int(appeal.days.value),
        slots=Fraction(appeal.slots.value) if appeal.slots else None,
        suspends=appeal.suspends,
        by_age=appeal.first == "oldest",
        reaches=appeal.reaches,
    )

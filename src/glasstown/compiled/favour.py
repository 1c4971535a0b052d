"""The tables of favour: what each combination of ties to officials brings, rule by rule and decision by decision."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.kernels.tables import probability_words
from glasstown.scheme.model_favour import Favour
from glasstown.vocab.arrays import I64, U64
from glasstown.vocab.officials import EVERY_TIE, TIES_TO_OFFICIALS

MILLION: Final = Decimal(1_000_000)


def strongest(favour: Favour, ties: int) -> Decimal:
    """The largest share that any of some ties (bits) brings."""
    return max((figure.value for tie, figure in favour if ties >> TIES_TO_OFFICIALS.index(tie) & 1), default=Decimal(0))


def lower_rule_favours(favours: Sequence[Favour]) -> I64:
    """(rules, 64) millionths of the way to the best points by ties; (rules, 1) where nobody is favoured."""
    return np.array(
        [
            [int((strongest(one, ties) * MILLION).to_integral_value(ROUND_HALF_UP)) for ties in range(_width(favours))]
            for one in favours
        ],
        dtype=np.int64,
    ).reshape(len(favours), _width(favours))


def lower_decision_favours(chances: Sequence[Decimal], favours: Sequence[Favour], gives: Sequence[bool]) -> U64:
    """(2, decisions, 64) words of the chance of deciding otherwise by ties; (2, decisions, 1) where nobody is favoured.

    Where a decision takes, being let off comes oftener; where it `gives`, being refused comes more seldom.
    """
    words = [
        [probability_words(_otherwise(Fraction(chance), Fraction(strongest(favour, ties)), gives=given))
         for ties in range(_width(favours))]
        for chance, favour, given in zip(chances, favours, gives, strict=True)
    ]  # fmt: skip
    table = np.array(words, dtype=np.uint64).reshape(len(favours), _width(favours), 2)
    return np.ascontiguousarray(np.moveaxis(table, 2, 0))


def _otherwise(chance: Fraction, share: Fraction, *, gives: bool) -> Fraction:
    return chance * (1 - share) if gives else chance + (1 - chance) * share


def _width(favours: Sequence[Favour]) -> int:
    return EVERY_TIE if any(favours) else 1

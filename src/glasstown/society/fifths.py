"""Fifths of income: five equal shares of the whole nation, town and country together, by income per head.

A resident is in the same fifth whatever the size of the town they live in, for every use: what formulas ask, what deeds
cost, what is in the wallet, and what reports tell. A town need not hold a fifth of its residents in each.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

import numpy as np

from glasstown.society.counts import AREAS
from glasstown.society.money import income_curve, province_factors
from glasstown.society.spec import Spec
from glasstown.vocab.arrays import I64, U8, AnyArray

FIFTHS: Final = 5

_RANKS: Final = np.arange(1 << 16, dtype=np.int64)


@lru_cache(maxsize=4)
def fifth_starts(spec: Spec) -> tuple[int, ...]:
    """Yuan a year per head with which the second to the fifth fifth begin.

    Exact over the incomes that residents are drawn from: ranks are even in town and in country, and each province has
    its residents, its share of towns and its factor. Two fifths of the nation or more earn less than somebody in the
    third fifth, and fewer than three fifths do.
    """
    incomes, weights = _incomes(spec)
    everybody = sum(weights) * _RANKS.size
    starts: list[int] = []
    for fifth in range(1, FIFTHS):
        low, high = 0, max(int(row[-1]) for row in incomes) + 1
        while low < high:
            middle = (low + high) // 2
            counts = (int(np.searchsorted(row, middle)) for row in incomes)
            below = sum(count * weight for count, weight in zip(counts, weights, strict=True))
            low, high = (low, middle) if below * FIFTHS >= fifth * everybody else (middle + 1, high)
        starts.append(low)
    return tuple(starts)


def _incomes(spec: Spec) -> tuple[list[I64], list[int]]:
    """Incomes of all ranks, ascending, in each area of each province, and how many residents live there."""
    incomes: list[I64] = []
    weights: list[int] = []
    for number, area in enumerate(AREAS):
        curve = np.array(income_curve(spec, area), np.int64)
        low, high = curve[_RANKS >> 8], curve[(_RANKS >> 8) + 1]
        yuan = low + (((high - low) * (_RANKS & 255)) >> 8)
        for province, factor in zip(spec.provinces, province_factors(spec), strict=True):
            towns = round(Fraction(province.urban_share) * province.population)
            incomes.append((yuan * factor) >> 16)
            weights.append(towns if number else province.population - towns)
    return incomes, weights


def fifths_of(spec: Spec, income_yuan_year: AnyArray) -> U8:
    """Fifth of the nation of each income, 0 the poorest.

    Args:
        spec: the society.
        income_yuan_year: (residents,) income per head of the household.
    """
    return np.searchsorted(np.array(fifth_starts(spec)), income_yuan_year, side="right").astype(np.uint8)

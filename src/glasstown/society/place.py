"""Where residents live: province by district, town or country by neighbourhood.

Both follow low-discrepancy sequences of the number alone, the same for every seed, so that a town of
any size is as representative as its number of districts allows. What a map shows is computed from the
number; there is no address.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from glasstown.kernels.lowdiscrepancy import GOLDEN, ROOT_TWO, WORD, weyl
from glasstown.society.spec import Province, Spec
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD

NEIGHBOURHOODS: Final = DISTRICT // NEIGHBOURHOOD
"""Neighbourhoods in a district."""


@lru_cache(maxsize=8)
def province_line(provinces: tuple[Province, ...]) -> tuple[int, ...]:
    """Ends of the provinces' stretches of a line of length 2**64, in proportion to their residents."""
    people = sum(province.population for province in provinces)
    ends: list[int] = []
    reached = 0
    for province in provinces:
        reached += province.population
        ends.append(reached * WORD // people)
    return tuple(ends)


def province_of(district: int, spec: Spec) -> int:
    """Index in `spec.provinces` of the province of a district."""
    return bisect_right(province_line(spec.provinces), weyl(district, GOLDEN))


def urban_of(district: int, spec: Spec) -> tuple[bool, ...]:
    """For each neighbourhood of a district: does it lie in a town?"""
    share = spec.provinces[province_of(district, spec)].urban_share
    least = int(share * Decimal(WORD))
    first = district * NEIGHBOURHOODS
    return tuple(weyl(first + i, ROOT_TWO) < least for i in range(NEIGHBOURHOODS))


def urban_share(spec: Spec) -> Fraction:
    """Share of residents who live in towns, over all provinces."""
    people = sum(province.population for province in spec.provinces)
    towns = sum((Fraction(province.urban_share) * province.population for province in spec.provinces), Fraction(0))
    return towns / people

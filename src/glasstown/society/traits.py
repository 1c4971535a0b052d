"""Traits that make acts run together within a person and within a household.

A trait is a sum of eight even bytes: four are the household's, four the resident's own, so half of its
variance is shared by those who live together. The sum less its mean is scaled to 1/32 of a standard
deviation and rounded; the eight bytes make it close to normal, and its distribution is known exactly.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import lru_cache
from typing import Final

TRAITS: Final = ("rule-breaking", "financial-strain", "civic")
"""Names of the traits, in the order of the rows of `Population.traits`."""

TRAIT_MEAN: Final = 8 * 255 // 2
"""Mean of the sum of eight bytes."""

TRAIT_SCALE: Final = 10_033
"""65536 x 32 over the standard deviation of the sum of eight bytes (209.022...), rounded."""

TRAIT_LIMIT: Final = 127
"""Largest absolute value: beyond it (some 4 standard deviations) values are held."""


def trait_value(byte_sum: int) -> int:
    """The trait, in 1/32 of a standard deviation, that a sum of eight bytes stands for."""
    value = ((byte_sum - TRAIT_MEAN) * TRAIT_SCALE + 32_768) >> 16
    return min(max(value, -TRAIT_LIMIT), TRAIT_LIMIT)


def byte_sums(bytes_summed: int) -> dict[int, int]:
    """How many of the 256**n combinations of n bytes give each sum."""
    counts = {0: 1}
    for _ in range(bytes_summed):
        following: dict[int, int] = defaultdict(int)
        reach = max(counts)
        window = 0
        for total in range(reach + 256):
            window += counts.get(total, 0) - counts.get(total - 256, 0)
            following[total] = window
        counts = dict(following)
    return counts


@lru_cache(maxsize=1)
def trait_distribution() -> tuple[tuple[int, Fraction], ...]:
    """Every value a trait can take, with its exact probability, in ascending order."""
    chances: dict[int, int] = defaultdict(int)
    for total, count in byte_sums(8).items():
        chances[trait_value(total)] += count
    whole = 256**8
    return tuple((value, Fraction(chances[value], whole)) for value in sorted(chances))

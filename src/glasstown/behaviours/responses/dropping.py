"""Dropping: where scores are public, a friend of a lower score may be dropped. The rate is assumed."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "dropping"

PER_TENTH: Final[Figure] = assumed("0.02", "0", "0.08")
"""Friendships broken off a year, for each tenth of the score's range by which the friend stands lower."""

LEVELS: Final = 64
"""Steps in which a gap is read, from none to the whole range."""


def dropped_per_year(level: int) -> Fraction:
    """How often a year a friendship is broken off over a gap, in 64ths of the range."""
    return Fraction(PER_TENTH.value) * 10 * level / LEVELS

"""Displacement: who does more of the good deeds that earn points does less of those that earn none.

The share is recalled from studies of paid and unpaid effort, so it is assumed, with a band down to nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.behaviours.responses import pursuit
from glasstown.vocab.evidence import Figure

ID: Final = "displacement"

FAMILY: Final = "good-deeds"
"""The family within which one deed stands in for another."""

SHARE: Final[Figure] = assumed("0.4", "0", "0.5")
"""Good deeds without points that are left undone, for each one more that earns some."""

LEAST: Final = Fraction(1, 2)
"""No more than half of them is left undone, however few they are."""


def rate_factor(rewarded: Fraction, others: Fraction) -> Fraction:
    """Factor on the rates of good deeds without points, for who pursues a reward.

    Args:
        rewarded: good deeds a year, all that earn points together.
        others: good deeds a year, all that earn none together.
    """
    more = rewarded * (Fraction(pursuit.FACTOR.value) - 1)
    return max(1 - Fraction(SHARE.value) * more / others, LEAST) if others else Fraction(1)

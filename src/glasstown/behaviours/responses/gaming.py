"""Gaming: who pursues a reward has good deeds logged that were never done, where a source takes people's own word."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from glasstown.behaviours.figures import behaviour
from glasstown.vocab.evidence import Figure

ID: Final = "gaming"

SHARE: Final[Figure] = behaviour("gaming", "reward_gaming_share")
"""Share of the logged deeds of those who pursue a reward that were never done."""


def logged_per_year(deeds: Fraction, detection: Fraction) -> Fraction:
    """Deeds logged in a year that were never done, for one act.

    Args:
        deeds: deeds a year.
        detection: share of them that the source writes down.
    """
    share = Fraction(SHARE.value)
    return deeds * detection * share / (1 - share)

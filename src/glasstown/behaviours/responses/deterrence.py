"""Deterrence near a threshold: who knows the scheme and is close to losing a grade breaks fewer rules.

Points licences lower offending by a sixth at first (Castillo-Manzano and Castro-Nuno 2012,
doi:10.1016/j.tranpol.2012.01.003); in Norway only drivers who had used up half of their points
offended less (Sagberg and Ingebrigtsen 2018, doi:10.1016/j.aap.2017.10.014). So the effect here needs
three things at once: the resident is aware, the score is in the lower half of its grade, and the next
grade down takes something away. It touches unlawful acts that cost points; what a scheme does to
lawful acts is another response.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from glasstown.behaviours.figures import behaviour
from glasstown.vocab.evidence import Figure

ID: Final = "deterrence"

EFFECT: Final[Figure] = behaviour("deterrence", "points_licence_initial_effect")
"""Relative change of offending."""

TURNING_POINT: Final[Figure] = behaviour("deterrence", "threshold_where_reoffending_turns_down")
"""Points of eight above which reoffending falls."""

NEAR_SHARE: Final = 1 - Fraction(TURNING_POINT.value) / 8
"""The lower part of a grade in which its lower edge is felt."""


def rate_factor() -> Decimal:
    """Factor on the rate of an unlawful act that costs points, for who is aware, near and warned of late."""
    return 1 + EFFECT.value

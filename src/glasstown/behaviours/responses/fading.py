"""Fading: the deterrence of a points scheme wears off unless something reminds of it.

The effect of points licences is gone within eighteen months where enforcement does not keep it up
(Castillo-Manzano and Castro-Nuno 2012, doi:10.1016/j.tranpol.2012.01.003). Here a resident is reminded by learning
of the scheme and by every loss of points; half a year later half of the effect (of its logarithm) is left, after
eighteen months nothing.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed, behaviour
from glasstown.vocab.evidence import Figure

ID: Final = "fading"

GONE_AFTER: Final[Figure] = behaviour("deterrence", "points_licence_fade_out")
"""Months until the effect is gone."""

HALF_AFTER: Final[Figure] = assumed("6", "5", "12")
"""Months until half of it is gone."""

HALF: Final = 2
"""What the logarithm of the effect is divided by when half of it is gone."""

DAYS_IN_MONTH: Final = 30


def fading_days() -> tuple[int, int]:
    """Days after a warning until half of its deterrence is gone, and until nothing is left of it."""
    return int(HALF_AFTER.value * DAYS_IN_MONTH), int(GONE_AFTER.value * DAYS_IN_MONTH)

"""Grammar of scores that go back to their start: a little at a time, or all at once."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key
from glasstown.vocab.limits import MAX_DAYS, MAX_POINTS

_DAY: Final = Decimal(1)
_LEAST_SHARE: Final = Decimal("0.000001")
_LEAST_POINTS: Final = Decimal("0.001")

RETURN_KEYS: Final = (
    Key("score", "decay_share", RUNNING, "figure", "of points: the share of the way back to its start that the score"
        " goes each time", "share", low=_LEAST_SHARE, high=Decimal(1)),
    Key("score", "decay_points", RUNNING, "figure", "in place of decay_share: the points that it goes back each time",
        "points", low=_LEAST_POINTS, high=MAX_POINTS),
    Key("score", "decay_days", RUNNING, "figure", "time from one such day to the next; the first is one such time"
        " after day 0", "days", low=_DAY, high=MAX_DAYS, whole=True),
    Key("score", "reset_days", RUNNING, "figure", "of points: time from one day on which the score is set to its start"
        " to the next, after all else of the step it falls into; never where left out", "days",
        low=_DAY, high=MAX_DAYS, whole=True),
    Key("score", "reset_offset", RUNNING, "figure", "the first such day; one such time after day 0 where left out",
        "days", low=_DAY, high=MAX_DAYS, whole=True),
)  # fmt: skip
"""Keys of scores that go back."""

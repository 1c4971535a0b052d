"""How a span of years may be written: `5`, `0.5`, `1e1`; never endless and never beyond all bounds."""

from __future__ import annotations

import math
from typing import Final

FEWEST: Final = 0.003
"""One day and a little more."""

MOST: Final = 10_000
"""Beyond this a span is a slip of the hand; what can be lived is asked later, and is far less."""


def parse_years(text: str) -> float:
    """Read a span of years.

    Raises:
        ValueError: it is no number, not finite, below a day or beyond all bounds; the message says which.
    """
    try:
        years = float(text)
    except ValueError:
        years = math.nan
    if not math.isfinite(years):
        raise ValueError(f"{text!r} is no span of years; write it as 5, 0.5 or 1e1")
    if not FEWEST <= years <= MOST:
        raise ValueError(f"{text!r} is not between {FEWEST} and {MOST:,} years")
    return years

"""How a span of years may be written: `5`, `0.5`, `1e1`; never endless and never beyond all bounds.

What cannot be read is a mistake of usage (exit code 2). What can be read and cannot be lived, such as 0 or 14 years,
is told with every other limit of a run (`LIM-horizon`, exit code 1).
"""

from __future__ import annotations

import math
from typing import Final

MOST: Final = 1_000_000
"""Beyond this a span is a slip of the hand; what can be lived is asked later, and is far less."""


def parse_years(text: str) -> float:
    """Read a span of years.

    Raises:
        ValueError: it is no number, not finite or beyond all bounds; the message says which.
    """
    try:
        years = float(text) if "_" not in text else math.nan
    except ValueError:
        years = math.nan
    if not math.isfinite(years):
        raise ValueError(f"{text!r} is no span of years; write it as 5, 0.5 or 1e1")
    if abs(years) > MOST:
        raise ValueError(f"{text!r} is beyond all bounds: more than {MOST:,} years")
    return years

"""Units that every room shares: thousandths of a point, years and days."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DAYS_IN_YEAR: Final = 365
"""A year of the model, in days."""

MOST_DAYS: Final = 4_745
"""The longest run: thirteen years."""

MOST_STEPS: Final = 4_095
"""Steps of the longest run; the number of a step has twelve bits in the address of a record."""

LONGEST_STEP: Final = 31
"""Days of the longest step."""


def milli(points: Decimal) -> int:
    """Points in thousandths, to the nearest, halves away from zero."""
    return int((points * 1000).to_integral_value(rounding="ROUND_HALF_UP"))

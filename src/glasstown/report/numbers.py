"""Numbers as tables of an audit show them: four digits that count."""

from __future__ import annotations

from math import floor, log10
from typing import Final

_DIGITS: Final = 4


def told(value: float | None) -> float | None:
    """A number with four digits that count; whole numbers keep all of theirs."""
    if value is None or value == 0 or float(value).is_integer():
        return value
    return round(value, max(_DIGITS - 1 - floor(log10(abs(value))), 0))

"""How a number of residents may be written: `100_000`, `20k`, `50m`, `1.4e9`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_SUFFIXES: Final = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_MOST_LETTERS: Final = 24


def parse_count(text: str) -> int:
    """Read a whole number of things.

    Raises:
        ValueError: it is no number, no whole number, or below 1; the message says which.
    """
    given = text.strip().lower().replace("_", "").replace(",", "")
    factor = _SUFFIXES.get(given[-1:], 1)
    digits = given[:-1] if factor > 1 else given
    try:
        number = Decimal(digits) * factor if len(digits) <= _MOST_LETTERS else Decimal("NaN")
    except ArithmeticError:  # decimal's own: no number, or one beyond all bounds
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() > _MOST_LETTERS:
        raise ValueError(f"{text!r} is no count; write it as 100_000, 20k, 50m or 1.4e9")
    if number != number.to_integral_value():
        raise ValueError(f"{text!r} is no whole number of residents")
    if number < 1:
        raise ValueError(f"{text!r} is below 1")
    return int(number)

"""How a number of residents may be written: `100_000`, `100,000`, `20k`, `50m`, `1.4e9`.

What cannot be read is a mistake of usage (exit code 2). What can be read and no town has, such as 0, is told with
every other limit of a run (`LIM-residents`, exit code 1).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_SUFFIXES: Final = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_MOST_LETTERS: Final = 24
_FORM: Final = re.compile(
    r"(?P<digits>[+-]?([0-9]+(_[0-9]+)*|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?)(e(?P<power>[+-]?[0-9]{1,2})|(?P<suffix>[kmb]))?"
)
"""Digits apart by single underscores, or in threes by commas; then a power of ten or one letter."""


def parse_count(text: str) -> int:
    """Read a whole number of things.

    Raises:
        ValueError: it is no number, or no whole number; the message says which.
    """
    found = _FORM.fullmatch(text.strip().lower())
    if found is None or len(found["digits"]) > _MOST_LETTERS:
        raise ValueError(f"{text!r} is no count; write it as 100_000, 20k, 50m or 1.4e9")
    digits = Decimal(re.sub("[_,]", "", found["digits"]))
    number = digits * _SUFFIXES.get(found["suffix"], 1) * Decimal(10) ** int(found["power"] or 0)
    if number.adjusted() > _MOST_LETTERS:
        raise ValueError(f"{text!r} is beyond all bounds; write a count as 100_000, 20k, 50m or 1.4e9")
    if number != number.to_integral_value():
        raise ValueError(f"{text!r} is no whole number of residents")
    return int(number)

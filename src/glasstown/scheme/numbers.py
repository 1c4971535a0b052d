"""Numbers of a scheme file: finite, of bounded size and fineness, inside what their key can mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import Key
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Reading
from glasstown.scheme.words import kind_of, short

MOST_DIGITS: Final = 20
"""Digits of a number, and the power of ten it may reach."""

FINEST: Final = -30
"""The last decimal place that a number may use."""

FINEST_POINTS: Final = -3
"""Scores are kept in thousandths of a point."""


def read_number(reading: Reading, key: Key, raw: object, path: Path) -> Decimal | None:
    """A number that the key can hold, or nothing after saying what is wrong with it."""
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        message = f'"{key.name}" of {key.table} holds {kind_of(raw)}, not a number'
        reading.note("SCH201", message, f"write a number{_of_unit(key)}", path)
        return None
    number = _finite(raw)
    if number is None:
        message = f'"{key.name}" of {key.table} is {_as_written(reading, path)}, which the model cannot compute with'
        reading.note("SCH208", message, "write a finite number of at most 20 digits", path)
        return None
    return number if _in_range(reading, key, number, path) else None


def _as_written(reading: Reading, path: Path) -> str:
    span = reading.document.span(path)
    return short(span.source_line[span.column - 1 : span.end_column - 1])


def _finite(raw: int | Decimal) -> Decimal | None:
    if isinstance(raw, int):
        return Decimal(raw) if abs(raw) < 10**MOST_DIGITS else None
    if not raw.is_finite():
        return None
    _, digits, exponent = raw.as_tuple()
    if not isinstance(exponent, int) or exponent < FINEST or len(digits) > MOST_DIGITS or raw.adjusted() > MOST_DIGITS:
        return None
    return raw


def _in_range(reading: Reading, key: Key, number: Decimal, path: Path) -> bool:
    name = f'"{key.name}" of {key.table}'
    if (key.low is not None and number < key.low) or (key.high is not None and number > key.high):
        allowed = f"from {key.low} to {key.high}"
        if key.unit == "points":
            message = f"{name} is {number}; at most {key.high:,} points either way"
            reading.note("LIM-points", message, "lower it, or count in larger units", path)
        else:
            reading.note("SCH202", f"{name} is {number}; it goes {allowed}", f"write a number {allowed}", path)
        return False
    if key.whole and number != number.to_integral_value():
        reading.note("SCH209", f"{name} is {number}, not a whole number", "write a whole number", path)
        return False
    if key.unit == "points" and _last_place(number) < FINEST_POINTS:
        message = f"{name} is {number}, finer than a thousandth of a point"
        reading.note("SCH210", message, "round it to thousandths", path)
        return False
    return True


def _last_place(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _of_unit(key: Key) -> str:
    return f" ({key.unit})" if key.unit else ""

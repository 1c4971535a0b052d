"""Tables of thresholds, made exactly: decimals and integers only, rounded once.

NumPy's and the C library's exponentials change with the processor (engine note, section 9), so
nothing here touches a float. A scheme run on another machine builds the same tables, bit for bit.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import Final

import numpy as np

from glasstown.vocab.arrays import U16, U32, U64

DIGITS: Final = 40
LOG_STEPS: Final = 128
"""Steps to an octave of rate: one index of a height table is a factor of 2**(1/128)."""

LOG_ZERO: Final = 1024
"""The index of a relative rate of exactly 1."""

LOG_SIZE: Final = 2048
"""Indices of a height table: relative rates from 2**-8 to 2**8; index 0 means never."""

NEVER: Final = -32_000
"""A log-rate that stands for a rate of zero: any sum that contains it stays below index 0."""

Exact = int | Decimal | Fraction


def to_decimal(value: Exact) -> Decimal:
    """An exact number as a decimal of 40 digits."""
    if isinstance(value, Fraction):
        with localcontext() as context:
            context.prec = DIGITS
            return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(value)


@lru_cache(maxsize=1)
def _octave_fractions() -> tuple[Decimal, ...]:
    """The 128 powers 2**(i/128) for i from 0 to 127."""
    with localcontext() as context:
        context.prec = DIGITS
        log_two = Decimal(2).ln()
        return tuple((log_two * i / LOG_STEPS).exp() for i in range(LOG_STEPS))


def _relative_rate(index: int) -> Decimal:
    octave, part = divmod(index - LOG_ZERO, LOG_STEPS)
    return _octave_fractions()[part] * (Decimal(2) ** octave)


@lru_cache(maxsize=256)
def _thresholds(events_per_step: Decimal, bits: int) -> tuple[int, ...]:
    never = (1 << bits) - 1
    with localcontext() as context:
        context.prec = DIGITS
        scale = Decimal(1 << bits)
        table = [int(scale * (-events_per_step * _relative_rate(i)).exp()) for i in range(LOG_SIZE)]
    return (never, *(min(value, never) for value in table[1:]))


def height_table(events_per_step: Decimal) -> U32:
    """Thresholds of a family's heights: `floor(2**32 * exp(-events * 2**((i - 1024) / 128)))`.

    A candidate of height word `v` lies under relative rate index `i` when `v > table[i]`.

    Args:
        events_per_step: reference number of events in one step.

    Returns:
        Array of shape (2048,), uint32; index 0 is the sentinel "never".
    """
    return np.array(_thresholds(events_per_step, 32), dtype=np.uint32)


def wide_threshold(events_per_step: Exact) -> int:
    """One 64-bit threshold, `floor(2**64 * exp(-events))`; a rate of zero gives the sentinel "never"."""
    events = to_decimal(events_per_step)
    if events <= 0:
        return (1 << 64) - 1
    with localcontext() as context:
        context.prec = DIGITS
        return min(int(Decimal(1 << 64) * (-events).exp()), (1 << 64) - 1)


def wide_height_table(events_per_step: Decimal) -> U64:
    """The 64-bit form of `height_table`, for streams whose rate may be very small."""
    return np.array(_thresholds(events_per_step, 64), dtype=np.uint64)


@lru_cache(maxsize=65_536)
def log_rate(ratio: Exact) -> int:
    """A ratio of rates in steps of 1/128 octave, to the nearest, halves away from zero.

    Returns:
        The rounded logarithm, or `NEVER` for a ratio of zero.
    """
    value = to_decimal(ratio)
    if value <= 0:
        return NEVER
    with localcontext() as context:
        context.prec = DIGITS
        exact = value.ln() / Decimal(2).ln() * LOG_STEPS
        return int(exact.to_integral_value(rounding="ROUND_HALF_UP"))


def probability_words(probability: Exact) -> tuple[int, int]:
    """A probability as a 64-bit threshold in two words: (high, low).

    High runs from 0 (never) to 2**32 (always). A 32-bit word of luck is below the threshold when it is
    under `high`; only when it equals `high` a second word settles the low half (`below` in
    `kernels.compare`), so rounding errs by less than 2**-64.
    """
    value = Fraction(probability)
    whole = int(value * (1 << 64))
    whole = max(0, min(whole, 1 << 64))
    return whole >> 32, whole & 0xFFFFFFFF


def hazard_probability(events: Exact) -> Fraction:
    """The chance of at least one event of a Poisson process with this mean, to 40 digits."""
    with localcontext() as context:
        context.prec = DIGITS
        return Fraction(1 - (-to_decimal(events)).exp())


def events_from_share(share: Exact) -> Decimal:
    """Events a year for which this share of people have at least one: `-ln(1 - share)`."""
    with localcontext() as context:
        context.prec = DIGITS
        return -(1 - to_decimal(share)).ln()


def delay_quantiles(median_days: Exact, shape: str) -> U16:
    """The 256 equally likely delays of a source in days.

    Args:
        median_days: the delay that half of the records stay under.
        shape: "fixed" (every record takes the median) or "exponential".

    Returns:
        Array of shape (256,), uint16, not falling.
    """
    median = to_decimal(median_days)
    with localcontext() as context:
        context.prec = DIGITS
        if shape == "fixed":
            days = [median] * 256
        else:
            log_two = Decimal(2).ln()
            days = [-(1 - (Decimal(j) + Decimal("0.5")) / 256).ln() / log_two * median for j in range(256)]
        rounded = [min(int(day.to_integral_value(rounding="ROUND_HALF_UP")), 65_535) for day in days]
    return np.array(rounded, dtype=np.uint16)


def relative_rates(bits: int) -> U32:
    """The factor of every index of a height table, `2**((i - 1024) / 128)`, in units of `2**-bits`."""
    scale = Decimal(2) ** bits
    return np.array([int((_relative_rate(i) * scale).to_integral_value()) for i in range(LOG_SIZE)], dtype=np.uint32)


def exponential_quantiles(bits: int) -> U32:
    """Quantiles of an exponential of mean 1 in the middles of `2**bits` equal parts, in units of `2**-bits`."""
    return np.array(_quantiles(bits), dtype=np.uint32)


@lru_cache(maxsize=4)
def _quantiles(bits: int) -> tuple[int, ...]:
    size = 1 << bits
    with localcontext() as context:
        context.prec = DIGITS
        values = [-(1 - (Decimal(i) + Decimal("0.5")) / size).ln() * size for i in range(size)]
    return tuple(int(value.to_integral_value()) for value in values)

"""A value measured of a run: how far it may be off by chance, and how many of what it is of."""

from __future__ import annotations

import math
from typing import NamedTuple


class Measured(NamedTuple):
    """A value with one standard error, as that of independent members or events; None where there is nothing to count.

    `units` is how many the value is of, and `unit` what they are; None where it is of nothing that is drawn.
    """

    value: float | None
    noise: float
    units: int | None = None
    unit: str = "residents"


def share_of(part: int, whole: int, unit: str) -> Measured:
    """A share, with the error of independent members; no value of nobody."""
    if not whole:
        return Measured(None, 0.0, 0, unit)
    share = part / whole
    return Measured(share, math.sqrt(share * (1 - share) / whole), whole, unit)


def ratio_of(part: int, whole: int, unit: str) -> Measured:
    """One count over another, with the error of independent events; no value where one of them is 0."""
    fewest = min(part, whole)
    if not fewest:
        return Measured(None, 0.0, fewest, unit)
    ratio = part / whole
    return Measured(ratio, ratio * math.sqrt(1 / part + 1 / whole), fewest, unit)

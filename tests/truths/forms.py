"""Closed forms of records that come at a constant rate: who is held on a day, and for how long."""

from __future__ import annotations

from math import exp, sqrt

YEAR = 365
"""Days in a year of a rate."""


def ever(per_year: float, days: float) -> float:
    """Share of residents with a record within so many days, when they come at this rate."""
    return 1 - exp(-per_year * days / YEAR)


def days_held(per_year: float, term: int, days: int, late: int = 0) -> float:
    """Mean days with a record of the last `term` days, of so many; each record counts `late` days after the act.

    A day is counted where a record came on it or on one of the `term - 1` days before it: 1 - exp(-rate x days).
    """
    return sum(ever(per_year, min(day + 1 - late, term)) for day in range(late, days))


def spells_ended(per_year: float, term: int, days: int) -> float:
    """Mean spells that end: a record, and none in the `term` days after it, all of it seen before the end."""
    return per_year / YEAR * exp(-per_year * term / YEAR) * (days - term)


def share_error(share: float, n: float) -> float:
    """Standard error of a share of n that are independent."""
    return sqrt(share * (1 - share) / n)


def count_error(value: float, n: float) -> float:
    """Standard error of a value in proportion to a count whose mean is n."""
    return value / sqrt(n)

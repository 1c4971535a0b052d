"""From counts of replicate worlds to a figure with an interval: the delete-one jackknife over worlds.

The figure is that of the counts of all worlds together. Each world is left out once; how far the figure moves gives its
standard error, and Student's t with one degree of freedom less than there are worlds the interval of 95 %. What varies
is luck and people from world to world: an interval says nothing about whether the model's assumptions hold.

Sources: Tukey 1958 (doi:10.1214/aoms/1177706647); Efron and Tibshirani 1993, An Introduction to the Bootstrap,
chapter 11.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from glasstown.audit.harm.contract import Counts, Figure, Metric

LEVEL: Final = 0.95
"""Of 100 such intervals about so many hold the value that endless worlds would give."""

LEAST: Final = 5
"""Worlds below which no interval is given: a spread of fewer says little."""

NEVER_MOVES: Final = "it is the same without any one of the worlds, or there is none without one of them"

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a metric comes to over all worlds.

    Attributes:
        figure: of the counts of all worlds together.
        interval: of its value; None where there is none, and then `why` says why.
        parts: intervals of the figure's parts, by label; only those that have one.
        errors: standard errors, by label of the part; "" for the value itself.
        worlds: how many worlds gave counts.
    """

    figure: Figure
    interval: Interval | None
    why: str | None
    parts: dict[str, Interval]
    errors: dict[str, float]
    worlds: int


def together(counts: Sequence[Counts]) -> dict[str, float]:
    """The counts of several worlds as one: sums by name."""
    total: dict[str, float] = {}
    for one in counts:
        for name, number in one.items():
            total[name] = total.get(name, 0) + number
    return total


def estimate(metric: Metric, counts: Sequence[Counts]) -> Estimate:
    """The figure of all worlds together, and its interval.

    Args:
        metric: how a figure is made of counts.
        counts: those of each world; at least one.
    """
    whole, worlds = together(counts), len(counts)
    figure = metric.measure(whole)
    if why := too_few(worlds):
        return Estimate(figure, None, figure.reason or why, {}, {}, worlds)
    without = [metric.measure(less(whole, one)) for one in counts]
    found: dict[str, tuple[Interval, float]] = {}
    if (value := figure.value) is not None and (mine := interval_of(value, [one.value for one in without])):
        found[""] = mine
    for part in figure.parts:
        others = [next((one.value for one in each.parts if one.label == part.label), None) for each in without]
        if part.value is not None and (mine := interval_of(part.value, others)):
            found[part.label] = mine
    why = None if "" in found else figure.reason or NEVER_MOVES
    intervals = {label: mine if metric.signed else _from_0(mine) for label, (mine, _) in found.items()}
    interval = intervals.pop("", None)
    return Estimate(figure, interval, why, intervals, {label: error for label, (_, error) in found.items()}, worlds)


def _from_0(interval: Interval) -> Interval:
    """An interval of what cannot lie below 0."""
    return max(interval[0], 0.0), max(interval[1], 0.0)


def too_few(worlds: int) -> str | None:
    """Why so few worlds give no interval, or None."""
    if worlds == 1:
        return "one world was lived: an interval needs replicate worlds"
    return f"{worlds} worlds were lived: an interval needs {LEAST}" if worlds < LEAST else None


def less(whole: Counts, one: Counts) -> dict[str, float]:
    """The counts of all worlds but one."""
    return {name: number - one.get(name, 0) for name, number in whole.items()}


def interval_of(value: float, without: Sequence[float | None]) -> tuple[Interval, float] | None:
    """The interval and the standard error of a value, from what it is without each world.

    None where there is none without one of them, or where it never moves: what is always the same, such as 0, has no
    spread to go by, and is not therefore certain.
    """
    from scipy.stats import t  # noqa: PLC0415  slow to load, and few ask for intervals

    if (error := jackknife_error(without)) is None:
        return None
    half = float(t.ppf((1 + LEVEL) / 2, len(without) - 1)) * error
    return (value - half, value + half), error


def jackknife_error(without: Sequence[float | None]) -> float | None:
    """The standard error of a value, from what it is without each world.

    None where there is none without one of them, or where it never moves.
    """
    known, worlds = [one for one in without if one is not None], len(without)
    if len(known) < worlds:
        return None
    mean = sum(known) / worlds
    return sqrt((worlds - 1) / worlds * sum((one - mean) ** 2 for one in known)) or None

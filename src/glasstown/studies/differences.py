"""The same metric in two worlds with the same people and luck: how far one is from the other, with an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from glasstown.audit.harm.contract import Counts, Figure, Metric
from glasstown.studies.intervals import Estimate, estimate

ONE, OTHER = "one:", "other:"
"""What the names of the counts of each world begin with."""

_NEITHER: Final = "in one of the two there is no value"


def difference(metric: Metric, one: Sequence[Counts], other: Sequence[Counts]) -> Estimate:
    """The value in the other worlds less that in the first ones, world by world with the same people and luck.

    Args:
        metric: how a figure is made of counts.
        one: counts of each world.
        other: counts of each of their pairs, in the same order.
    """

    def apart(counts: Counts) -> Figure:
        mine, theirs = (metric.measure(_of(counts, which)) for which in (ONE, OTHER))
        if mine.value is None or theirs.value is None:
            return Figure(None, mine.n, "", mine.reason or theirs.reason or _NEITHER)
        return Figure(theirs.value - mine.value, mine.n, "")

    both = [
        {ONE + name: number for name, number in a.items()} | {OTHER + name: number for name, number in b.items()}
        for a, b in zip(one, other, strict=True)
    ]
    return estimate(replace(metric, measure=apart, signed=True), both)


def _of(counts: Counts, which: str) -> dict[str, float]:
    return {name.removeprefix(which): number for name, number in counts.items() if name.startswith(which)}

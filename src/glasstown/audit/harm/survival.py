"""Kaplan-Meier from a histogram of lengths, so that counts of several worlds can be added before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Survival:
    """How long spells last where some were still open at the end.

    Attributes:
        median_days: half have ended by then; None where fewer than half do.
        mean_days: mean within the longest length seen, the area under the curve.
        spells: all, those still open among them.
    """

    median_days: int | None
    mean_days: float
    spells: int


def kaplan_meier(ended: Mapping[int, float], still: Mapping[int, float]) -> Survival:
    """The product-limit estimate of Kaplan and Meier 1958 (doi:10.1080/01621459.1958.10501452).

    Args:
        ended: spells by length in days that were seen to end.
        still: likewise those that were open when last seen; at a tie they count as at risk.
    """
    at_risk = sum(ended.values()) + sum(still.values())
    spells, alive, mean, since = int(at_risk), 1.0, 0.0, 0
    median: int | None = None
    for day in sorted({*ended, *still}):
        mean += alive * (day - since)
        since = day
        if at_risk and ended.get(day):
            alive *= 1 - ended[day] / at_risk
        if median is None and alive <= 0.5:  # noqa: PLR2004  half
            median = day
        at_risk -= ended.get(day, 0) + still.get(day, 0)
    return Survival(median, mean, spells)

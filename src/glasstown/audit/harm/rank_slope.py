"""M25, rank-rank slope: whether the young stand where the old of their household stand.

What it says: Ten places higher of the elder among the scored go with so many places higher of the younger.

Definition: correlation of ranks (Spearman's, ties at their middle) of the first score of elder and younger, over
pairs of adults of one household who are 18 to 45 years apart, on the last day. Beside it the share of the younger in
the upper fifth of those whose elder is in the lowest.

Unit: -1 to 1.

How to read it: 0 is that a household's past says nothing of its young; 1 that it says all. A fifth of the young would
be in the upper fifth by luck.

Limits: Where most stand at the start of the score, ranks are mostly ties and both figures are small by that. Scores
are counted in sixty-four steps of their range.

Sources: Chetty and others 2014 (doi:10.1093/qje/qju022).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from glasstown.audit.harm.contract import (
    Bundle,
    Counts,
    Figure,
    Metric,
    Undefined,
    named,
    nothing,
    ratio,
    too_thin,
)
from glasstown.audit.harm.generations import scores_of_pairs
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.arrays import AnyArray

BINS: Final = 64
FIFTH: Final = 0.2


def tally(bundle: Bundle) -> Counts | Undefined:
    """Pairs by both steps of the score."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    score = ledger.manifest.resident_score
    if score is None or score.of != "resident":
        return Undefined("the scheme keeps no score of residents")
    width = max(score.high_milli - score.low_milli, 1)

    def step(name: str) -> pl.Expr:
        return ((pl.col(name) - score.low_milli) * (BINS - 1) // width).alias(name)

    rows = scores_of_pairs(ledger).select(step("score"), step("score_younger")).group_by("score", "score_younger").len()
    return {named(a, b): number for a, b, number in rows.sort("score", "score_younger").iter_rows()}


def measure(counts: Counts) -> Figure:
    """Spearman's correlation, and the share from the lowest to the upper fifth."""
    n = sum(counts.values())
    if reason := too_thin(n, "pairs of two generations"):
        return nothing(reason, n)
    cells = [(*map(int, name.split("/")), number) for name, number in counts.items()]
    elder, younger, weight = (np.array([cell[place] for cell in cells], float) for place in range(3))
    x, y = _ranks(elder, weight), _ranks(younger, weight)
    low, high = x <= FIFTH, y > 1 - FIFTH
    part = ratio(
        "bottom-to-top",
        float(weight[low & high].sum()),
        float(weight[low].sum()),
        what="pairs",
        unit="share of the younger",
    )
    slope = _correlation(x, y, weight)
    if slope is None:
        return nothing("all are scored alike", n, parts=(part,))
    return Figure(slope, int(n), f"{n:,.0f} pairs of an elder and a younger resident of one household.", parts=(part,))


def _ranks(values: AnyArray, weight: AnyArray) -> AnyArray:
    """The middle of each value's place among all, 0 to 1."""
    levels, place = np.unique(values, return_inverse=True)
    sizes = np.bincount(place, weights=weight, minlength=levels.size)
    return ((np.cumsum(sizes) - sizes / 2) / weight.sum())[place]


def _correlation(x: AnyArray, y: AnyArray, weight: AnyArray) -> float | None:
    x, y = x - (x * weight).sum() / weight.sum(), y - (y * weight).sum() / weight.sum()
    spread = (x * x * weight).sum() * (y * y * weight).sum()
    return float((x * y * weight).sum() / np.sqrt(spread)) if spread > 0 else None


METRIC: Final = Metric(
    code="M25",
    slug="rank-rank-slope",
    title="Rank-rank slope between generations",
    theme="generations",
    unit="-1 to 1",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without association",
    room=__name__,
    signed=True,
)

"""O06, what punishment costs its bearers, by matching.

What it says: Held against residents who look alike and were not punished, the punished seem to lose so much of their
income; in truth another amount.

Definition: the estimate less the truth, both as a share of the income of day 0. Estimate: the mean over the punished of
what they have left at the end, less the mean of subjects never punished who are exactly alike in invented group, sex,
place, band of age and fifth of income. Truth: what those same punished have left, less what they have in the world
without the scheme.

Unit: a share of income, -1 to 1.

How to read it: As of O05. Matching mends only what is matched upon.

Limits: A punished resident of whose kind nobody was spared is left out, and how many are stands beside.

Sources: Rosenbaum and Rubin 1983 (doi:10.1093/biomet/70.1.41); Iacus, King and Porro 2012 (doi:10.1093/pan/mpr013).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, too_thin
from glasstown.audit.harm.seen_loss import UNIT, against, incomes

ALIKE: Final = ("group", "sex", "urban", "age_band", "income_fifth")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Punished subjects with and without a match, and sums of what they, their matches, and they without it have."""
    rows = incomes(bundle)
    if isinstance(rows, Undefined):
        return rows
    spared = rows.filter(~pl.col("is_punished")).group_by(ALIKE).agg(alike=pl.col("after").mean())
    punished = rows.filter("is_punished").join(spared, on=ALIKE, how="left").sort("resident")
    matched = punished.filter(pl.col("alike").is_not_null())
    return {
        "matched": matched.height, "unmatched": punished.height - matched.height,
        "after": float(matched["after"].sum()), "alike": float(matched["alike"].sum()),
        "without": float(matched["without"].sum()),
    }  # fmt: skip


def measure(counts: Counts) -> Figure:
    """The error of the estimate, the estimate, the truth, and how many had no match."""
    n = counts["matched"]
    if reason := too_thin(n, "punished subjects with a match"):
        return nothing(reason, n)
    left_out = Part("no-match", counts["unmatched"], int(n), None, "residents")
    return against(
        (counts["after"] - counts["alike"]) / n, (counts["after"] - counts["without"]) / n, int(n), (left_out,)
    )


METRIC: Final = Metric(
    code="O06",
    slug="seen-loss-matched",
    title="Loss of the punished, by matching",
    theme="price",
    unit=UNIT,
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without consequence:*",
    room=__name__,
    signed=True,
)

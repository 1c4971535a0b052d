"""O05, what punishment costs its bearers, by difference in differences.

What it says: Held against those who were not punished, the punished seem to lose so much of their income; in truth,
held against themselves in the world without the scheme, another amount.

Definition: the estimate less the truth, both as a share of the income of day 0. Estimate: how the mean share of income
that is left changed from the first to the last day of the panel among those ever punished, less the same of subjects
never punished. Truth: what the punished have left at the end, less what the same residents have in the world without
the scheme.

Unit: a share of income, -1 to 1.

How to read it: 0 is that the estimator is right. Below 0 it blames punishment for what would have come anyway: whoever
fell on bad times pays late and is punished for it. Above 0 it hides a loss, because the spared lose by the scheme too.

Limits: The usual estimator with one period before and one after, without covariates. Incomes are those of the model: a
share, in sixty-fourths, of that of day 0.

Sources: Card and Krueger 1994 (doi:10.3386/w4509); Ashenfelter 1978 on dips before treatment (doi:10.2307/1924332).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.done_less import pair_of
from glasstown.audit.harm.means import WHOLE
from glasstown.audit.harm.reading import subjects, without_scheme
from glasstown.ledger.reader import Ledger

WHO: Final = ("punished", "spared")
WHEN: Final = ("before", "after", "without")
UNIT: Final = "share of the income of day 0"


def incomes(bundle: Bundle) -> pl.DataFrame | Undefined:
    """Subjects with the share of income left on the first and last day, and on the last without the scheme."""
    if reason := without_scheme(bundle):
        return reason
    scheme, without = bundle.case.worlds.scheme, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    rows = subjects(bundle.case)
    for name, ledger, is_last in (("before", scheme, False), ("after", scheme, True), ("without", without, True)):
        rows = rows.join(_left(ledger, name, is_last=is_last), on="resident")
    return rows


def _left(ledger: Ledger, name: str, *, is_last: bool) -> pl.DataFrame:
    """The share of income that each resident has left on one day of the panel."""
    panel = ledger.table("panel")
    day = pl.col("day").max() if is_last else pl.col("day").min()
    return panel.filter(pl.col("day") == day).select("resident", (pl.col("income_share") / WHOLE).alias(name))


def tally(bundle: Bundle) -> Counts | Undefined:
    """Punished and spared subjects, and sums of the shares of income that they have."""
    rows = incomes(bundle)
    if isinstance(rows, Undefined):
        return rows
    counts: dict[str, float] = {}
    for who, mine in zip(WHO, (rows.filter("is_punished"), rows.filter(~pl.col("is_punished"))), strict=True):
        counts[named(who, "residents")] = mine.height
        counts |= {named(who, when): float(mine[when].sum()) for when in WHEN}
    return counts


def measure(counts: Counts) -> Figure:
    """The error of the estimate, the estimate, and the truth."""
    numbers = {who: counts[named(who, "residents")] for who in WHO}
    n = int(numbers["punished"])
    for who, number in numbers.items():
        if reason := too_thin(number, f"{who} subjects"):
            return nothing(reason, n)
    mean = {(who, when): counts[named(who, when)] / numbers[who] for who in WHO for when in WHEN}
    change = {who: mean[who, "after"] - mean[who, "before"] for who in WHO}
    return against(change["punished"] - change["spared"], mean["punished", "after"] - mean["punished", "without"], n)


def against(seen: float, true: float, n: int, parts: tuple[Part, ...] = ()) -> Figure:
    """An estimate beside the truth."""
    says = (
        f"The estimate is {100 * seen:+.2f} % of income; in truth punishment's bearers differ by {100 * true:+.2f} %."
    )
    return Figure(seen - true, n, says, parts=(Part("true", true, n), Part("estimated", seen, n), *parts))


METRIC: Final = Metric(
    code="O05",
    slug="seen-loss",
    title="Loss of the punished, by difference in differences",
    theme="price",
    unit=UNIT,
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without consequence:*",
    room=__name__,
    signed=True,
)

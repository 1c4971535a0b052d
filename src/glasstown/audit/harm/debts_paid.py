"""B03, debts paid: how many more debts were made good, because of the scheme.

What it says: A list of those who do not pay is meant to bring money to those to whom it is owed. This counts whether.

Definition: judgments performed and bills paid in arrears, under the scheme less without it by the same people with
the same luck, in the whole town, for each 1,000 person-years. Beside it, of what acts of the scheme's own left owing
and was over by the end, the share that was made good.

Unit: debts per 1,000 person-years.

How to read it: Above 0 more were paid. The share beside it has no counterpart without the scheme, which brings such
debts about.

Limits: How much was owed is not known, only that it was. More may be paid because more came to be owed.

Sources: proposed by this project.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, named, nothing, ratio, under
from glasstown.audit.harm.done_less import acts_of, done_by_act, pair_of, per_thousand_years, person_time
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.dues import FAILED, OWED

PAYING: Final = ("judgment-performed", "bill-paid-in-arrears")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Acts of paying more under the scheme, and what became of what its own acts left owing."""
    if reason := without_scheme(bundle):
        return reason
    scheme, without = bundle.case.worlds.scheme, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    ours, theirs = done_by_act(scheme), done_by_act(without)
    codes = {row.id: row.code for row in acts_of(scheme).values()}
    more = {name: ours.get(codes[name], 0) - theirs.get(codes[name], 0) for name in PAYING if name in codes}
    over = scheme.table("dues").filter(pl.col("how") != OWED)
    return {
        **person_time(scheme), **{named("more", name): number for name, number in more.items()},
        "over": over.height, "made-good": over.filter(pl.col("how") != FAILED).height,
    }  # fmt: skip


def measure(counts: Counts) -> Figure:
    """Debts paid more in all and by act, and the share of the scheme's own that was made good."""
    by_act = {name: number for (name,), number in under(counts, "more").items()}
    whole = per_thousand_years("all", sum(by_act.values()), counts)
    parts = tuple(per_thousand_years(act, number, counts) for act, number in by_act.items())
    parts += (ratio("own-made-good", counts["made-good"], counts["over"], what="debts that were over", unit="share"),)
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, parts=parts)
    says = f"Against the world without the scheme {sum(by_act.values()):+,.0f} debts were paid."
    return Figure(whole.value, whole.n, says, parts=parts)


METRIC: Final = Metric(
    code="B03",
    slug="debts-paid",
    title="Debts paid",
    theme="price",
    unit="debts per 1,000 person-years",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:*",
    room=__name__,
    signed=True,
)

"""M17, contagion number: how many debits one debit brings to others.

What it says: Each time somebody loses points for what they did, others lose points for it so many times.

Definition: debits that came through others (an association) / debits of rules on somebody's own records. Beside it
the share of debits that came through others, and debited residents whose debits all came through others.

Unit: debits of others per own debit.

How to read it: 0 is that everybody answers for themselves; above 1 what is done to others outweighs what is done to
those who did it. Points that came through others go no further, so it never runs away within one record.

Limits: Points that no record is behind, such as scores worked out anew from friends' scores, are not counted; nor are
consequences of a household: M16 has both.

Sources: Ball 1983 (doi:10.2307/1426437) for a mean number of secondary cases; Newman 2010, Networks, chapter 17.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, ratio, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Entry


def tally(bundle: Bundle) -> Counts | Undefined:
    """Own debits and those through others; debited residents, and those debited through others alone."""
    if reason := without_scheme(bundle):
        return reason
    moved = pl.col("kind").is_in([int(Entry.RULE), int(Entry.ASSOCIATION)]) & (pl.col("delta_milli") < 0)
    taken = bundle.case.worlds.scheme.table("entries").filter(moved)
    through = taken.filter(pl.col("via") > 0)
    own = taken.filter(pl.col("via") == 0)
    alone = set(through["resident"]) - set(own["resident"])
    return {
        "own": own.height, "through": through.height, "debited": taken["resident"].n_unique(), "alone": len(alone),
    }  # fmt: skip


def measure(counts: Counts) -> Figure:
    """Secondary debits for each primary one."""
    own, through = counts["own"], counts["through"]
    if reason := too_thin(own, "own debits"):
        return nothing(reason, own, counted=f"{through:,.0f} debits came through others.")
    parts = (
        Part("share-through-others", through / (own + through), int(own + through), None, "share of debits"),
        ratio(
            "through-others-alone",
            counts["alone"],
            counts["debited"],
            what="debited residents",
            unit="share of debited",
        ),
    )
    says = f"{own:,.0f} own debits, {through:,.0f} through others: {through / own:,.2f} for each."
    return Figure(through / own, int(own), says, parts=parts)


METRIC: Final = Metric(
    code="M17",
    slug="contagion-number",
    title="Contagion number",
    theme="guilt by association",
    unit="debits of others per own debit",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without association",
    room=__name__,
)

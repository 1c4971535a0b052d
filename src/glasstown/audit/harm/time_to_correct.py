"""M14, time to correct: how long an untrue debit or listing stands before it counts no more.

What it says: Who is recorded untruly waits about so many days until it no longer counts, by expiry, exit or appeal.

Definition: Kaplan-Meier median of the days from an untrue debit, or the first day on a list on an untrue ground, to
the day on which it is taken back, expires or closes; what still counts at the end of the run is censored. Beside it
the mean within the longest time seen.

Unit: days.

How to read it: Undefined where fewer than half ended within the run: that is long, not unknown. Read the mean then,
which is too small.

Limits: An untrue record that moved nothing is not counted, nor are records by which scores are worked out anew. That
a record no longer counts need not mean that what followed from it is over.

Sources: Kaplan and Meier 1958 (doi:10.1080/01621459.1958.10501452).
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import polars as pl

from glasstown.audit.harm.adverse_records import debits, returned
from glasstown.audit.harm.contract import (
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
    under,
)
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.harm.survival import kaplan_meier
from glasstown.vocab.codes import Truth

_STILL_OPEN: Final = 3
"""How a ground ended that did not: `exit` of the table of listings."""


def tally(bundle: Bundle) -> Counts | Undefined:
    """Untrue debits and grounds by how many days they counted, and whether that ended."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    horizon, untrue = ledger.manifest.horizon_days, pl.col("truth") != int(Truth.TRUE)
    keys = ["resident", "rule", "ref", "origin", "score"]
    moved = debits(ledger).filter(untrue).join(returned(ledger), on=keys, how="left")
    found = Counter[str]()
    for day, back in moved.select("day", "back_day").iter_rows():
        found[named("open", horizon - day) if back is None else named("ended", back - day)] += 1
    listed = ledger.table("listings").filter(untrue).select("entry_day", "end_day", "exit")
    for entry, end, way in listed.iter_rows():
        found[named("open" if way == _STILL_OPEN else "ended", end - entry)] += 1
    return dict(found)


def measure(counts: Counts) -> Figure:
    """The median and the restricted mean."""
    ended, still = ({int(name[0]): n for name, n in under(counts, what).items()} for what in ("ended", "open"))
    seen = kaplan_meier(ended, still)
    if reason := too_thin(seen.spells, "untrue debits and listings"):
        return nothing(reason, seen.spells)
    mean = Part("mean-seen", seen.mean_days, seen.spells)
    counted = f"{seen.spells:,} untrue debits and listings, {sum(still.values()):,.0f} still counting at the end."
    if seen.median_days is None:
        return nothing("fewer than half ended within the run", seen.spells, counted=counted, parts=(mean,))
    return Figure(
        seen.median_days,
        seen.spells,
        f"{counted} Half counted no more within {seen.median_days:,} days.",
        parts=(mean,),
    )


METRIC: Final = Metric(
    code="M14",
    slug="time-to-correct",
    title="Time to correct",
    theme="error and misidentification",
    unit="days, median",
    tally=tally,
    measure=measure,
    shown_by="good-faith",
    moved_by="--with appeals",
    room=__name__,
)

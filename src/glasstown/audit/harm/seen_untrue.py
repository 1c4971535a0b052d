"""O03, untrue decisions that nobody ever learns of.

What it says: An auditor knows of an untrue debit or listing only where an appeal against it was upheld.

Definition: of debits and listings, the share that is untrue less the share that is untrue and was struck out upon an
appeal.

Unit: a share, 0 to 1.

How to read it: 0 is that every error comes to light. Where a scheme knows no appeal, all of its errors stay hidden, and
by its own records it makes none.

Limits: Debits are points that a rule, or association, took, and records that an override counts. An appeal that was
upheld against something true is not counted as an error known.

Sources: Lakkaraju and others 2017 on labels that only decisions reveal (doi:10.1145/3097983.3098066).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, nothing, ratio
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.appeals import UNTRUE, UPHELD
from glasstown.vocab.codes import Entry

DEBITS: Final = (pl.col("kind").is_in([int(Entry.RULE), int(Entry.ASSOCIATION)]) & (pl.col("delta_milli") < 0)) | (
    pl.col("kind") == int(Entry.OVERRIDE)
)
"""What can be appealed against, of the entries."""


def tally(bundle: Bundle) -> Counts | Undefined:
    """Debits and listings, the untrue of them, and those of the untrue that an appeal struck out."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    held = [ledger.table("entries").filter(DEBITS), ledger.table("listings")]
    known = 0
    if ledger.manifest.appeals is not None:
        known = ledger.table("appeals").filter(UNTRUE & (pl.col("outcome") == UPHELD)).height
    untrue = sum(rows.filter(UNTRUE).height for rows in held)
    return {"decisions": sum(rows.height for rows in held), "untrue": untrue, "known": min(known, untrue)}


def measure(counts: Counts) -> Figure:
    """The share that is untrue and never comes to light; both shares."""
    true = ratio("true", counts["untrue"], counts["decisions"], what="debits and listings")
    seen = ratio("on-record", counts["known"], counts["decisions"], what="debits and listings")
    if true.value is None or seen.value is None:
        return nothing(str(true.reason), true.n, parts=(true, seen))
    says = f"Of {counts['untrue']:,.0f} untrue debits and listings {counts['known']:,.0f} came to light upon an appeal."
    return Figure(true.value - seen.value, true.n, says, parts=(true, seen))


METRIC: Final = Metric(
    code="O03",
    slug="seen-untrue",
    title="Errors that never come to light",
    theme="due process",
    unit="share of debits and listings, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without sensor-errors",
    room=__name__,
)

"""M13, misidentification rate: how often somebody bears what somebody else did, by mistake.

What it says: Of every 1,000 records that moved somebody for the worse, so many were about another person.

Definition: 1,000 x records about the wrong person / records behind a debit of a rule, a record that an override
counts, or a ground of a list. Beside it the same for records of the wrong act, and of what never happened.

Unit: per 1,000 adverse records.

How to read it: 0 is best. It says how often, not for how long: M12 and M15 do.

Limits: Points that come through others are not counted here: M16 and M17 are about them. A score that is worked out
anew has no such entries.

Sources: Fellegi and Sunter 1969 (doi:10.1080/01621459.1969.10501049), false matches in record linkage.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.adverse_records import debits
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Truth

_KINDS: Final = {
    "wrong-person": Truth.WRONG_PERSON, "wrong-act": Truth.WRONG_ACT, "never-happened": Truth.FALSE,
    "altered": Truth.EDITED,
}  # fmt: skip


def tally(bundle: Bundle) -> Counts | Undefined:
    """Adverse records, and those that are untrue in each way."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    truths = pl.concat([debits(ledger)["truth"], ledger.table("listings")["truth"]])
    return {"records": len(truths)} | {what: int((truths == int(truth)).sum()) for what, truth in _KINDS.items()}


def measure(counts: Counts) -> Figure:
    """Per 1,000 records: of the wrong person, and untrue otherwise."""
    n = counts["records"]
    if reason := too_thin(n, "adverse records"):
        return nothing(reason, n)
    parts = tuple(Part(what, 1000 * counts[what] / n, int(n)) for what in _KINDS)
    says = f"{counts['wrong-person']:,.0f} of {n:,.0f} adverse records were about somebody else."
    return Figure(1000 * counts["wrong-person"] / n, int(n), says, parts=parts)


METRIC: Final = Metric(
    code="M13",
    slug="misidentification",
    title="Misidentification rate",
    theme="error and misidentification",
    unit="per 1,000 adverse records",
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without wrong-persons",
    room=__name__,
)

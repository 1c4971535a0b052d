"""M37, breach exposure: whose file came into other hands.

What it says: A file that many hold is a file that somebody loses one day.

Definition: for a hazard h of each holder and the records that it holds, the sum of h times records times how much
they reveal; and the chance that a resident's file is exposed within some years, 1 less the product of 1 - h over
those years.

Unit: weighted records, and a share.

How to read it: Less is better. A scheme that gathers less has less to lose.

Limits: It has no value yet: it waits for the part on breach and tampering.

Sources: expected loss as in the analysis of risk; no published value is replicated.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, nothing

WAITS: Final = Undefined("it waits for the part on breach and tampering")


def tally(bundle: Bundle) -> Counts | Undefined:  # noqa: ARG001  the form of every metric
    """Nothing yet."""
    return WAITS


def measure(counts: Counts) -> Figure:  # noqa: ARG001  the form of every metric
    """No value yet."""
    return nothing(WAITS.reason)


METRIC: Final = Metric(
    code="M37",
    slug="breach-exposure",
    title="Breach exposure",
    theme="breach and tamper",
    unit="weighted records",
    tally=tally,
    measure=measure,
    shown_by="good-faith",
    moved_by="nothing yet: it waits for its part",
    room=__name__,
)

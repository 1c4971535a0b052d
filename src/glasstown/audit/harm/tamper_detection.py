"""M39, tamper detection: whether a record that was changed behind people's backs is found out.

What it says: Where a record decides about a life, somebody will want to change it, and it matters whether that shows.

Definition: of entries altered, the share that a chain of digests or a sample of n of N entries gives away, which of a
sample is 1 less C(N - t, n) over C(N, n) for t altered ones; and the median days until then.

Unit: a share, 0 to 1.

How to read it: Less is worse. A chain whose head the operator keeps shows no rewriting of all of it.

Limits: It has no value yet: it waits for the part on breach and tampering.

Sources: the hypergeometric distribution, as in sampling for acceptance.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.breach_exposure import WAITS
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, nothing


def tally(bundle: Bundle) -> Counts | Undefined:  # noqa: ARG001  the form of every metric
    """Nothing yet."""
    return WAITS


def measure(counts: Counts) -> Figure:  # noqa: ARG001  the form of every metric
    """No value yet."""
    return nothing(WAITS.reason)


METRIC: Final = Metric(
    code="M39",
    slug="tamper-detection",
    title="Tamper detection",
    theme="breach and tamper",
    unit="share, 0 to 1; less is worse",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="nothing yet: it waits for its part",
    room=__name__,
)

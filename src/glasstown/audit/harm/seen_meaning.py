"""O02, what a punishment means, as an outside auditor would have it.

What it says: By the records nearly all the punished did it; in truth fewer, or others.

Definition: the share of the punished who are on record, less the share who really did something that the scheme counts.

Unit: a share, -1 to 1.

How to read it: 0 is that records and truth agree. 0.1 is that ten of a hundred punished look guilty on paper and are
not.

Limits: As of O01. Whoever is punished for what others did is on no record either, so is innocent in both.

Sources: Chouldechova 2017 (doi:10.1089/big.2016.0047); Lum and Isaac 2016 (doi:10.1111/j.1740-9713.2016.00960.x).
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.contract import Counts, Figure, Metric, nothing
from glasstown.audit.harm.on_record import SEEN, TRUTH
from glasstown.audit.harm.seen_errors import share, tally


def measure(counts: Counts) -> Figure:
    """How much more guilt the records show among the punished than there is."""
    true, seen = (share(counts, "punished-did", "punished", way) for way in (TRUTH, SEEN))
    if true.value is None or seen.value is None:
        return nothing(str(true.reason or seen.reason), true.n, parts=(true, seen))
    says = f"Of the punished {100 * seen.value:.1f} % are on record, and {100 * true.value:.1f} % did it."
    return Figure(seen.value - true.value, true.n, says, parts=(true, seen))


METRIC: Final = Metric(
    code="O02",
    slug="seen-meaning",
    title="Guilt of the punished that is only on paper",
    theme="error and misidentification",
    unit="share, -1 to 1",
    tally=tally,
    measure=measure,
    shown_by="suining-2010",
    moved_by="--without sensor-errors",
    room=__name__,
    signed=True,
)

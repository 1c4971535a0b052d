"""M12, false-listing rate: how much of all punishment has nothing true behind it.

What it says: Of all days of punishment this share had no true ground; of all grounds of lists this share rests on an
untrue record.

Definition: wrongful days / days of punishment, of all kept residents (a stock). Beside it untrue grounds / grounds
that opened (a flow), where the scheme keeps lists.

Unit: a share, 0 to 1.

How to read it: 0 is best. A stock above the flow says that untrue punishments last longer than true ones.

Limits: An untrue record beside a true one that brings the same punishment makes no wrongful day.

Sources: Benjamini and Hochberg 1995 (doi:10.1111/j.2517-6161.1995.tb02031.x) for the false-discovery rate; stock and
flow as in epidemiology.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, nothing, ratio, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Truth


def tally(bundle: Bundle) -> Counts | Undefined:
    """Days of punishment and wrongful ones; grounds and untrue ones; residents punished."""
    if reason := without_scheme(bundle):
        return reason
    punished, listings = bundle.case.punished, bundle.case.worlds.scheme.table("listings")
    return {
        "punished": punished.height,
        "days": int(punished["denied_days"].sum()),
        "wrongful": int(punished["wrongful_days"].sum()),
        "grounds": listings.height,
        "untrue": listings.filter(pl.col("truth") != int(Truth.TRUE)).height,
    }


def measure(counts: Counts) -> Figure:
    """The share of days, and of grounds."""
    flow = ratio("grounds", counts["untrue"], counts["grounds"], what="grounds")
    n, days, wrongful = counts["punished"], counts["days"], counts["wrongful"]
    if reason := too_thin(n, "punished residents"):
        return nothing(reason, n, counted=f"{wrongful:,.0f} of {days:,.0f} days had no true ground.", parts=(flow,))
    says = f"{wrongful:,.0f} of {days:,.0f} days of punishment had no true ground ({100 * wrongful / days:.2f} %)."
    return Figure(wrongful / days, int(n), says, parts=(flow,))


METRIC: Final = Metric(
    code="M12",
    slug="false-listing-rate",
    title="False-listing rate",
    theme="error and misidentification",
    unit="share of days of punishment",
    tally=tally,
    measure=measure,
    shown_by="court-list",
    moved_by="--without sensor-errors",
    room=__name__,
)

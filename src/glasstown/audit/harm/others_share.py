"""M16, others' share: how much of all punishment people bear through what others did.

What it says: This share of all days of punishment would be gone if nobody answered for others.

Definition: 1 - days of punishment of the same people in a world without association / days of punishment in the run.
In that world no points are passed on, nothing hits a household, children, a firm or an office for another, and no
formula asks about others. What one's own acts bring back through others counts as others' share: it goes with the
association.

Unit: a share of days of punishment, at most 1; below 0 where association spares more than it brings.

How to read it: 0 is that everybody bears their own. Beside it, by the books of the run alone: the share of days of
those whose punishment nothing of their own explains. The two differ where lives differ, and where causes mix.

Limits: A scheme that counts nobody for others has the value 0 by its text. Stars that others give are no association;
where they bring punishment there is no value, and the books alone tell. Acts may differ between the worlds.

Sources: Shapley 1953 for joint causes (`glasstown attribute --joint`); contagion as in Christakis and Fowler 2013
(doi:10.1002/sim.5408).
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.causes import THROUGH_OTHERS
from glasstown.audit.harm.contract import (
    ASSOCIATION,
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    nothing,
    too_thin,
)
from glasstown.audit.harm.reading import without_scheme
from glasstown.ledger.model import Manifest


def counts_others(manifest: Manifest) -> bool:
    """Whether a scheme's text lets anybody feel what somebody else did."""
    names = manifest.names
    hits = any(row.harms and (row.scope != "self" or row.asks_others) for row in names.consequences)
    return bool(names.associations) or hits or any(score.by_others for score in manifest.resident_scores)


def tally(bundle: Bundle) -> Counts | Undefined:
    """Days of punishment in the run and without association, and those of who fell through others alone."""
    if reason := without_scheme(bundle):
        return reason
    case, manifest = bundle.case, bundle.case.worlds.scheme.manifest
    denied = float(case.punished["denied_days"].sum())
    through = case.punished.filter(case.punished["cause"] == THROUGH_OTHERS)
    counts = {"punished": float(case.punished.height), "days": denied, "through": float(through["denied_days"].sum())}
    if not counts_others(manifest):
        return counts | {"without": denied, "alone": 1.0}
    if ASSOCIATION not in bundle.switched:
        return Undefined("the same people were not lived without association")
    return counts | {"without": float(bundle.switched[ASSOCIATION].punished["denied_days"].sum()), "alone": 0.0}


def measure(counts: Counts) -> Figure:
    """The share, and that of the books alone."""
    n, days = counts["punished"], counts["days"]
    if reason := too_thin(n, "punished residents"):
        return nothing(reason, n, counted=f"{days:,.0f} days of punishment in all.")
    books = Part("by-the-books", counts["through"] / days, int(n))
    if counts["through"] and counts["without"] == days:  # nothing of it goes with the association, and yet it is there
        why = "what brings it through others here, such as their stars, cannot be switched off by itself"
        share = 100 * counts["through"] / days
        return nothing(why, n, counted=f"By the books {share:.1f} % of the days come through others.", parts=(books,))
    if counts["alone"]:
        return Figure(0.0, int(n), "The scheme counts nobody for what others did.", parts=(books,))
    value = 1 - counts["without"] / days
    rest = counts["without"]
    says = f"{days:,.0f} days of punishment, {rest:,.0f} without association: {100 * value:.1f} % through others."
    return Figure(value, int(n), says, parts=(books,))


METRIC: Final = Metric(
    code="M16",
    slug="others-share",
    title="Share through others",
    theme="guilt by association",
    unit="share of days of punishment",
    tally=tally,
    measure=measure,
    shown_by="court-list",
    moved_by="--without ties:household",
    room=__name__,
    needs=(ASSOCIATION,),
    signed=True,
)

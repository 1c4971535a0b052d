"""M34, harm served before the decision: how much of a wrong punishment was over when an appeal set it right.

What it says: Whoever is right in the end has been punished in the meantime, and nobody gives the days back.

Definition: over upheld appeals against what was untrue: days punished from the day it was known to the day of the
decision, over days punished from then to the first day on which it counted no more, or to the end of the run where it
went on. Punished is under a consequence that harms or on a list that punishes, the first and not the last day
counted.

Unit: a share, 0 to 1; of days punished.

How to read it: 1 is all of it served before anybody decided. Beside it stands the same share of all days on which the
untrue record counted, punished or not, and how many days those were for each appeal.

Limits: What an upheld appeal saved later cannot be seen in this world, for nobody was punished for it then: this is
of what was served at all. Days punished may rest on something else as well. Two appeals about the same days count
twice.

Sources: proposed by this project, after the right to an effective remedy (European Convention on Human Rights,
article 13).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.appeal_efficacy import NO_APPEALS
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, nothing, too_thin
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.appeals import UNTRUE, UPHELD
from glasstown.audit.punishment import punished_days
from glasstown.audit.spans import days_in_both
from glasstown.ledger.reader import Ledger

WENT_ON: Final = 65535
"""In place of the first day on which something counts no more."""
APPEALS: Final = "upheld appeals against what was untrue"
PUNISHED: Final = "such appeals of residents who were punished meanwhile"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Upheld appeals, days counted and days punished before the decision and in all."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    return NO_APPEALS if ledger.manifest.appeals is None else _served(ledger)


def _served(ledger: Ledger) -> Counts:
    mended = ledger.table("appeals").filter(UNTRUE & (pl.col("outcome") == UPHELD))
    denied, horizon = punished_days(ledger).denied, ledger.manifest.horizon_days
    counts = {"appeals": mended.height, "punished": 0, "counted-before": 0, "counted": 0, "days-before": 0, "days": 0}
    for who, known, decided, corrected in mended.select(
        "resident", "known_day", "decided_day", "corrected_day"
    ).iter_rows():
        end = horizon if corrected == WENT_ON else corrected
        before = (known, min(decided, end))
        days = days_in_both(denied.get(who, ()), ((known, end),))
        counts["punished"] += days > 0
        counts["counted-before"] += max(0, before[1] - before[0])
        counts["counted"] += max(0, end - known)
        counts["days-before"] += days_in_both(denied.get(who, ()), (before,))
        counts["days"] += days
    return counts


def measure(counts: Counts) -> Figure:
    """The share of days punished that was served before the decision, and of days on which it counted."""
    appeals, punished = counts["appeals"], counts["punished"]
    thin = too_thin(appeals, APPEALS) or (None if counts["counted"] else "what was untrue counted on no day")
    parts = (
        Part("counted-before", None if thin else counts["counted-before"] / counts["counted"], int(appeals), thin),
        Part("days-counted", None if thin else counts["counted"] / appeals, int(appeals), thin, "days for each appeal"),
    )
    counted = (
        f"{appeals:,.0f} appeals against what was untrue were upheld; {punished:,.0f} of them came from residents "
        f"who were punished meanwhile, on {counts['days-before']:,.0f} of {counts['days']:,.0f} days before a decision."
    )
    if reason := too_thin(appeals, APPEALS) or too_thin(punished, PUNISHED):
        return nothing(reason, punished, counted=counted, parts=parts)
    return Figure(counts["days-before"] / counts["days"], int(punished), counted, parts=parts)


METRIC: Final = Metric(
    code="M34",
    slug="harm-before-decision",
    title="Harm served before the decision",
    theme="due process",
    unit="share of days punished, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="fico-like",
    moved_by="in its file, days until an appeal is decided",
    room=__name__,
)

"""M01, demographic-parity difference: how far apart the shares of punished residents are between invented groups.

What it says: One group is punished more often than another, whatever its members did.

Definition: the largest share of subjects punished at least once in an invented group, less the smallest.

Unit: a share, 0 to 1.

How to read it: 0 is alike. A gap need not be unjust by itself, and no gap need not be just: beside it stand the gap in
errors (M03) and in what a punishment means (M04), which cannot all vanish where groups differ in what they do.

Limits: Invented groups only. A group of fewer than 30 subjects gives no share. Punished means at least one day.

Sources: Dwork and others 2012 (doi:10.1145/2090236.2090255); Calders and Verwer 2010 (doi:10.1007/s10618-010-0190-x).
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.by_group import punished_shares, tally_punished
from glasstown.audit.harm.contract import Counts, Figure, Metric, gap, nothing


def measure(counts: Counts) -> Figure:
    """The gap between the largest and the smallest share, and each share."""
    parts = punished_shares(counts)
    n, value = sum(part.n for part in parts), gap(parts)
    if value is None:
        return nothing("fewer than two groups of 30 subjects", n, parts=parts)
    told = ", ".join(f"{part.label} {100 * part.value:.2f} %" for part in parts if part.value is not None)
    return Figure(value, n, f"Punished at least once: {told}.", parts=parts)


METRIC: Final = Metric(
    code="M01",
    slug="parity-difference",
    title="Demographic-parity difference",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally_punished,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)

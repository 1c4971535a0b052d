"""M04, predictive-parity gap: whether a punishment means the same in every group.

What it says: Of the punished in one group, more really did something that the scheme counts than in another.

Definition: the gap between invented groups in the share of the punished who did it (positive predictive value).
Beside it the share who did not (false-discovery rate), by group.

Unit: a share, 0 to 1.

How to read it: 0 is that a punishment says as much of whoever bears it. Always beside M03: both cannot vanish where
groups differ in what they do and detection errs.

Limits: As of M03. Who is punished for what others did, or for what is so of them, did not do it.

Sources: Chouldechova 2017 (doi:10.1089/big.2016.0047); Kleinberg and others 2017 (doi:10.4230/LIPIcs.ITCS.2017.43).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from glasstown.audit.harm.confusion import DID, FATE, GROUPS, cell, tally_confusion
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, gap, nothing, ratio


def measure(counts: Counts) -> Figure:
    """The gap, and what a punishment means in each group."""
    values = tuple(_value(counts, group) for group in GROUPS)
    false = tuple(
        replace(
            part, label=part.label.replace("did-it", "did-not"), value=None if part.value is None else 1 - part.value
        )
        for part in values
    )
    parts, n, value = (*values, *false), sum(part.n for part in values), gap(values)
    if value is None:
        return nothing("fewer than two groups have 30 punished residents", n, parts=parts)
    told = ", ".join(
        f"{100 * part.value:.1f} % in {part.label.removeprefix('did-it-')}" for part in values if part.value is not None
    )
    return Figure(value, n, f"Of the punished, this share did it: {told}. Read with M03, errors.", parts=parts)


def _value(counts: Counts, group: str) -> Part:
    did, innocent = (cell(counts, group, one, FATE[1]) for one in (DID[1], DID[0]))
    return ratio(f"did-it-{group}", did, did + innocent, what="punished residents")


METRIC: Final = Metric(
    code="M04",
    slug="predictive-parity",
    title="Predictive-parity gap",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally_confusion,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)

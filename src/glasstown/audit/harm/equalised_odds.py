"""M03, equalised-odds difference: whether errors fall on the groups alike, given what people did.

What it says: Among those who did it, one group is punished more often than another; or among those who did not.

Definition: the larger of two gaps between invented groups: in the share punished of those who did it (true-positive
rate), and in the share punished of those who did not (false-positive rate).

Unit: a share, 0 to 1.

How to read it: 0 is that errors fall alike. Always beside M04: where groups differ in what they do, both cannot
vanish.

Limits: Doing it is one act or more that the scheme counts, whether one is enough for a punishment or not; so the
true-positive rate of a scheme with a threshold is low by design. Only subjects whose lives are kept; each rate needs
30.

Sources: Hardt, Price and Srebro 2016 (arXiv:1610.02413); Chouldechova 2017 (doi:10.1089/big.2016.0047).
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.confusion import DID, FATE, GROUPS, cell, tally_confusion
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, gap, nothing, ratio

HIT, FALSE_ALARM = "true-positive", "false-positive"


def measure(counts: Counts) -> Figure:
    """The larger gap, both gaps, and the rates of each group."""
    rates = {what: tuple(_rate(counts, group, did, what) for group in GROUPS) for what, did in _BY.items()}
    gaps = {what: gap(parts) for what, parts in rates.items()}
    parts = tuple(part for each in rates.values() for part in each)
    known = [one for one in gaps.values() if one is not None]
    n = int(counts["residents"])
    if len(known) < len(gaps):
        lacking = " and ".join(what for what, one in gaps.items() if one is None)
        return nothing(f"fewer than two groups have 30 residents behind their {lacking} rate", n, parts=parts)
    both = tuple(Part(f"gap-{what}", one, n) for what, one in gaps.items())
    says = (
        f"Between groups, those who did it are punished with a gap of {100 * known[0]:.1f} points, those who did not "
        f"with {100 * known[1]:.1f}. Read with M04, what a punishment means."
    )
    return Figure(max(known), n, says, parts=both + parts)


_BY: Final = {HIT: DID[1], FALSE_ALARM: DID[0]}


def _rate(counts: Counts, group: str, did: str, what: str) -> Part:
    punished, spared = cell(counts, group, did, FATE[1]), cell(counts, group, did, FATE[0])
    return ratio(f"{what}-{group}", punished, punished + spared)


METRIC: Final = Metric(
    code="M03",
    slug="equalised-odds",
    title="Equalised-odds difference",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally_confusion,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)

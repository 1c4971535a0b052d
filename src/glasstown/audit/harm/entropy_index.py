"""M08, generalised entropy: how unequally people get what they deserve by the scheme's own lights.

What it says: Some are spared who did it, some punished who did not; the index grows with how unevenly that falls.

Definition: with benefit b = 1 + spared - innocent (2 for who is spared and did it, 1 for who gets what they did, 0
for the innocent punished), GE(2) = mean((b / mean b)^2 - 1) / 2 over subjects whose lives are kept. Beside it Theil's
index (GE(1)), and the parts of GE(2) between and within invented groups, which add up to it.

Unit: 0 where all have the same benefit; no upper end that does not hang on the size of the town.

How to read it: Against other schemes over the same town, or the same scheme repaired. A small share between groups
says that most of the unevenness lies within each.

Limits: Doing it is one act or more that the scheme counts; a scheme with a high threshold spares many who did it, and
each counts as a benefit of 2. Needs 30 residents.

Sources: Speicher and others 2018 (doi:10.1145/3219819.3220046); Theil 1967, Economics and Information Theory.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import Final

from glasstown.audit.harm.confusion import DID, FATE, GROUPS, cell, tally_confusion
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, nothing, too_thin

BENEFIT: Final = {("did", "spared"): 2, ("did", "punished"): 1, ("innocent", "spared"): 1, ("innocent", "punished"): 0}


def measure(counts: Counts) -> Figure:
    """GE(2), Theil, and what lies between and within groups."""
    by_group = {group: _benefits(counts, group) for group in GROUPS}
    everybody = {value: sum(one[value] for one in by_group.values()) for value in (0, 1, 2)}
    n = sum(everybody.values())
    if reason := too_thin(n):
        return nothing(reason, n)
    if not _mean(everybody):
        return nothing("nobody has any benefit", n)
    value, between = entropy_2(everybody), _between(by_group, everybody)
    parts = (
        Part("theil", theil(everybody), int(n)), Part("between-groups", between, int(n)),
        Part("within-groups", value - between, int(n)),
    )  # fmt: skip
    says = f"{everybody[2]:,.0f} did it and were spared, {everybody[0]:,.0f} did not and were punished, of {n:,.0f}."
    return Figure(value, int(n), says, parts=parts)


def entropy_2(benefits: Mapping[int, float]) -> float:
    """GE(2) of how many have each benefit."""
    mean, n = _mean(benefits), sum(benefits.values())
    return sum(number * ((benefit / mean) ** 2 - 1) for benefit, number in benefits.items()) / (2 * n)


def theil(benefits: Mapping[int, float]) -> float:
    """GE(1) of how many have each benefit; who has none adds nothing."""
    mean, n = _mean(benefits), sum(benefits.values())
    return sum(k * (b / mean) * log(b / mean) for b, k in benefits.items() if b) / n


def _between(by_group: Mapping[str, Mapping[int, float]], everybody: Mapping[int, float]) -> float:
    """GE(2) where everybody had the mean benefit of their group."""
    mean, n = _mean(everybody), sum(everybody.values())
    sizes = {group: sum(one.values()) for group, one in by_group.items()}
    return sum(sizes[g] * ((_mean(one) / mean) ** 2 - 1) for g, one in by_group.items() if sizes[g]) / (2 * n)


def _mean(benefits: Mapping[int, float]) -> float:
    n = sum(benefits.values())
    return sum(benefit * number for benefit, number in benefits.items()) / n if n else 0.0


def _benefits(counts: Counts, group: str) -> dict[int, float]:
    found: dict[int, float] = {0: 0.0, 1: 0.0, 2: 0.0}
    for did in DID:
        for fate in FATE:
            found[BENEFIT[did, fate]] += cell(counts, group, did, fate)
    return found


METRIC: Final = Metric(
    code="M08",
    slug="generalised-entropy",
    title="Generalised entropy",
    theme="between groups",
    unit="index, 0 and more",
    tally=tally_confusion,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without sensor-errors",
    room=__name__,
)

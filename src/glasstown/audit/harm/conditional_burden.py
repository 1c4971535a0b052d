"""M06, conditional burden gap: whether those who did alike bear alike.

What it says: Of people who did it, or who did not, one group spends more days of a year under punishment than
another.

Definition: mean days of punishment a year, by invented group, apart for those who did an act that the scheme counts
and those who did not; the larger of the two gaps between groups. Beside it the ratio of the least to the most
burdened group over both strata together, weighted by how many of all there are in each.

Unit: days of punishment a year.

How to read it: 0 is that who did alike bears alike, whatever the group.

Limits: Days count alike, whatever is denied. How often or how gravely somebody did it is not told apart. Only
subjects whose lives are kept; each mean needs 30.

Sources: Kamiran, Zliobaite and Calders 2013 (doi:10.1007/s10115-012-0584-8), conditional discrimination.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.confusion import DID, FATE, GROUPS, cell, tally_confusion
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, gap, named, nothing, too_thin
from glasstown.vocab.units import DAYS_IN_YEAR


def measure(counts: Counts) -> Figure:
    """The larger gap, and the means of each stratum and group."""
    n = int(counts["residents"])
    means = {did: tuple(_mean(counts, group, did) for group in GROUPS) for did in DID}
    parts = tuple(part for each in means.values() for part in each)
    gaps = {did: one for did, each in means.items() if (one := gap(each)) is not None}
    if not gaps:
        return nothing("in neither stratum two groups have 30 residents", n, parts=parts)
    worst = max(gaps, key=lambda did: gaps[did])
    pooled = _pooled(counts, means)
    who = "did it" if worst == DID[1] else "did not"
    says = f"The gap is largest among those who {who}: {gaps[worst]:,.1f} days a year."
    return Figure(gaps[worst], n, says, parts=(pooled, *parts))


def _years(counts: Counts) -> float:
    """Years that each resident lived."""
    return counts["person-days"] / counts["residents"] / DAYS_IN_YEAR


def _mean(counts: Counts, group: str, did: str) -> Part:
    residents = sum(cell(counts, group, did, fate) for fate in FATE)
    if reason := too_thin(residents):
        return Part(f"{did}-{group}", None, int(residents), reason)
    return Part(f"{did}-{group}", counts[named("days", group, did)] / residents / _years(counts), int(residents))


def _pooled(counts: Counts, means: dict[str, tuple[Part, ...]]) -> Part:
    """Least over most burdened, each group's means weighted by the strata of all."""
    n = counts["residents"]
    weights = {did: sum(cell(counts, "all", did, fate) for fate in FATE) / n for did in DID}
    burdens: list[float] = []
    for place, _ in enumerate(GROUPS):
        mine = {did: means[did][place].value for did in DID}
        if all(value is not None for value in mine.values()):
            burdens.append(sum(weights[did] * float(value or 0) for did, value in mine.items()))
    unit = "ratio, 0 to 1"
    if len(burdens) <= 1 or not max(burdens):
        return Part(
            "pooled-ratio", None, int(n), "fewer than two groups have means in both strata, or nobody bears any", unit
        )
    return Part("pooled-ratio", min(burdens) / max(burdens), int(n), None, unit)


METRIC: Final = Metric(
    code="M06",
    slug="conditional-burden",
    title="Conditional burden gap",
    theme="between groups",
    unit="days of punishment a year",
    tally=tally_confusion,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)

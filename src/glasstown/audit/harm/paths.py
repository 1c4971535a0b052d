"""M10, path-specific effects: how much of the gap between groups goes through being watched, and how much through life.

What it says: A minority's scores are lower by so many points; so many of them because it is watched more.

Definition: mean first score at the end of the majority less that of a minority. The path through watching is that gap
less the gap in the world where sources look at every group alike; what remains goes through lives: age, place,
income, what is done. The two add up. The value is the largest part through watching, in size, over the minorities.

Unit: points of the first score.

How to read it: 0 is that nothing of the gap goes through watching. Above 0 watching lowers the minority.

Limits: Two paths only; which act a minority is watched for is a matter for single sources (`glasstown attribute`). A
scheme that asks about groups by name has a third path, which is told here as life.

Sources: Zhang and Bareinboim 2018 (AAAI 32); Chiappa 2019 (doi:10.1609/aaai.v33i01.33017801).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.groups import group_slug
from glasstown.audit.harm.confusion import GROUPS
from glasstown.audit.harm.contract import (
    GROUP_WATCH,
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
)
from glasstown.audit.harm.group_flips import NOT_LIVED
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Flag, Group

_HERE, _ALIKE = "here", "alike"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents scored at the end and the sum of their scores, by group, in both worlds."""
    if reason := without_scheme(bundle):
        return reason
    score = bundle.case.worlds.scheme.manifest.resident_score
    if score is None or score.of != "resident":
        return Undefined("the scheme keeps no score of residents")
    if GROUP_WATCH not in bundle.switched:
        return NOT_LIVED
    counts: dict[str, float] = {}
    for world, case in ((_HERE, bundle.case), (_ALIKE, bundle.switched[GROUP_WATCH])):
        for group, number, milli in _scores(case).iter_rows():
            slug = group_slug(Group(group))
            counts |= {named(world, "n", slug): number, named(world, "milli", slug): milli}
    return counts


def _scores(case: Case) -> pl.DataFrame:
    panel = case.worlds.scheme.table("panel").filter(pl.col("flags") & int(Flag.COVERED) != 0)
    last = panel.filter(pl.col("day") == pl.col("day").max()).join(
        case.people.select("resident", "group"), on="resident"
    )
    return last.group_by("group").agg(pl.len(), pl.col("score_milli").cast(pl.Int64).sum()).sort("group")


def measure(counts: Counts) -> Figure:
    """The largest part through watching, and of each minority the gap and both its parts."""
    parts: list[Part] = []
    through: list[float] = []
    for group in GROUPS[1:]:
        n = min(counts.get(named(world, "n", one), 0) for world in (_HERE, _ALIKE) for one in (GROUPS[0], group))
        if reason := too_thin(n):
            parts.append(Part(f"gap-{group}", None, int(n), reason))
            continue
        here, alike = (_mean(counts, world, GROUPS[0]) - _mean(counts, world, group) for world in (_HERE, _ALIKE))
        through.append(here - alike)
        parts += [
            Part(f"gap-{group}", here, int(n)), Part(f"watching-{group}", here - alike, int(n)),
            Part(f"life-{group}", alike, int(n)),
        ]  # fmt: skip
    total = int(sum(counts.get(named(_HERE, "n", group), 0) for group in GROUPS))
    if not through:
        return nothing("no minority has 30 residents who are scored", total, parts=tuple(parts))
    value = max(through, key=abs)
    says = f"At most {value:,.2f} points of a gap between groups go through being watched unlike."
    return Figure(value, total, says, parts=tuple(parts))


def _mean(counts: Counts, world: str, group: str) -> float:
    return counts[named(world, "milli", group)] / counts[named(world, "n", group)] / 1000


METRIC: Final = Metric(
    code="M10",
    slug="path-effects",
    title="Gap between groups, through watching",
    theme="between groups",
    unit="points",
    tally=tally,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--society with groups watched alike",
    room=__name__,
    needs=(GROUP_WATCH,),
    signed=True,
)

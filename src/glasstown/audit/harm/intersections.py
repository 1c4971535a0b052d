"""M07, intersectional epsilon: how far the odds of the worst-off intersection are from those of the best-off.

What it says: Where group, sex and place meet, being punished, or being spared, is so much likelier for some than
others.

Definition: the largest difference, over all pairs of intersections of invented group, sex and urban or rural and over
both outcomes, of the logarithms of their probabilities; (punished + 1) / (subjects + 2), so that no cell is 0
(Dirichlet with alpha 1).

Unit: nats. 0.22 is about four fifths; 0.69 a factor of two.

How to read it: 0 is alike everywhere. The value is that of the extreme pair, so it grows with the number of cells:
read it beside its interval, and beside a run in which no group is watched more.

Limits: Intersections of fewer than 30 subjects are left out, and told. Small cells are drawn together by the
smoothing, and where few are punished it alone sets them apart: fewer than 30 punished, or spared, give no value. Little
more than that and luck alone gives values of 1 and more.

Sources: Foulds, Islam, Keya and Pan 2020 (doi:10.1109/ICDE48307.2020.00203).
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import (
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
    under,
)
from glasstown.audit.harm.reading import subjects, without_scheme
from glasstown.vocab.codes import Group

_SEX: Final = ("male", "female")
_PLACE: Final = ("rural", "urban")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Subjects and punished subjects of each intersection."""
    if reason := without_scheme(bundle):
        return reason
    rows = subjects(bundle.case).group_by("group", "sex", "urban").agg(pl.len(), pl.col("is_punished").sum())
    counts: dict[str, float] = {}
    for group, sex, urban, number, punished in rows.sort("group", "sex", "urban").iter_rows():
        cell = f"{group_slug(Group(group))}+{_SEX[sex]}+{_PLACE[urban]}"
        counts |= {named("subjects", cell): number, named("punished", cell): punished}
    return counts


def measure(counts: Counts) -> Figure:
    """The largest log ratio, and the smoothed share of each intersection."""
    cells = {name[0]: number for name, number in under(counts, "subjects").items()}
    parts = tuple(_share(counts, cell, number) for cell, number in sorted(cells.items()))
    shares = sorted((part.value, part.label) for part in parts if part.value is not None)
    n = int(sum(cells.values()))
    if not any(True for _ in pairwise(shares)):
        return nothing("fewer than two intersections have 30 subjects", n, parts=parts)
    punished = sum(under(counts, "punished").values())
    if reason := too_thin(min(punished, n - punished), "subjects punished, or spared"):
        return nothing(reason, n, parts=parts)
    (low, least), (high, most) = shares[0], shares[-1]
    value = max(log(high) - log(low), log(1 - low) - log(1 - high))
    left_out = sum(part.value is None for part in parts)
    says = f"Likeliest to be punished: {most}; least: {least}."
    says += f" {left_out} intersections of fewer than 30 subjects are left out." if left_out else ""
    return Figure(value, n, says, parts=parts)


def _share(counts: Counts, cell: str, number: float) -> Part:
    if reason := too_thin(number, "subjects"):
        return Part(cell, None, int(number), reason, "share punished, smoothed")
    return Part(
        cell, (counts[named("punished", cell)] + 1) / (number + 2), int(number), None, "share punished, smoothed"
    )


METRIC: Final = Metric(
    code="M07",
    slug="intersectional-epsilon",
    title="Intersectional epsilon",
    theme="between groups",
    unit="nats",
    tally=tally,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)

"""M31, performative gap: whether a scorer that is fitted anew to what it brought about comes to rest.

What it says: A score that is learned from records changes what people do and which records there are, so that the
next fit finds another world. Either the weights settle, or they chase what they cause.

Definition: at each fit the distance between the weights before and after it: the root of the sum of squares over
categories, of means over counties. The value is the distance at the last fit over that at the first.

Unit: a ratio of two distances.

How to read it: Below 1 the fits draw together, above 1 they drift apart. Beside it stand the distance at each fit, in
points of weight, and the mean factor from one fit to the next (the contraction).

Limits: The last distance may be small because there was little to learn from: each fit needs 30 residents with a
record. With few fits the ratio says little about what comes after. How good the weights are at rest is not asked.

Sources: Perdomo and others 2020 (arXiv:2002.06673).
"""

from __future__ import annotations

from math import sqrt
from typing import Final

import polars as pl

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
from glasstown.audit.harm.reading import without_scheme

POINTS: Final = "points of weight"
NO_FITS: Final = Undefined("no score of the scheme is fitted anew")
MILLI: Final = 1000


def tally(bundle: Bundle) -> Counts | Undefined:
    """How far the weights moved at each fit, and how many residents with a record it was made from."""
    if reason := without_scheme(bundle):
        return reason
    rows = bundle.case.worlds.scheme.table("fits")
    if rows.is_empty():
        return NO_FITS
    moved = (pl.col("weight_milli") - pl.col("before_milli")).mean().alias("moved")
    cells = rows.group_by("day", "category").agg(moved, pl.col("recorded").sum()).sort("day", "category")
    fits = (
        cells.group_by("day", maintain_order=True)
        .agg((pl.col("moved") ** 2).sum(), pl.col("recorded").max())
        .sort("day")
    )
    counts: dict[str, float] = {"worlds": 1}
    for place, (_, squares, recorded) in enumerate(fits.iter_rows(), start=1):
        counts[named("moved", place)] = sqrt(squares) / MILLI
        counts[named("recorded", place)] = recorded
    return counts


def measure(counts: Counts) -> Figure:
    """The last distance over the first, and all of them."""
    worlds = counts["worlds"]
    moved = {int(place): each for (place,), each in under(counts, "moved").items()}
    recorded = [int(counts[named("recorded", place)]) for place in sorted(moved)]
    parts = [
        Part(f"fit-{place}", moved[place] / worlds, number, unit=POINTS)
        for place, number in zip(sorted(moved), recorded, strict=True)
    ]
    least = min(recorded, default=0)
    if len(parts) < 2:  # noqa: PLR2004  a movement needs another to be compared with
        return nothing("fewer than two fits", least, parts=tuple(parts))
    first, last = moved[min(moved)], moved[max(moved)]
    said = ", ".join(f"{part.value:,.1f}" for part in parts)
    counted = f"From fit to fit weights moved by {said} points."
    if reason := too_thin(least, "residents with a record in some fit"):
        return nothing(reason, least, counted=counted, parts=tuple(parts))
    if first <= 0:
        return nothing("the first fit moved no weight", least, counted=counted, parts=tuple(parts))
    value = last / first
    parts.append(Part("contraction", value ** (1 / (len(moved) - 1)), least, unit="factor from fit to fit"))
    return Figure(value, least, f"{counted} The last is {value:.2f} of the first.", parts=tuple(parts))


METRIC: Final = Metric(
    code="M31",
    slug="performative-gap",
    title="Performative gap",
    theme="gaming and feedback",
    unit="last movement of the weights over the first",
    tally=tally,
    measure=measure,
    shown_by="sesame-refit",
    moved_by="--without response:*",
    room=__name__,
)

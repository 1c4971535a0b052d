"""M24, intergenerational elasticity: whether the scheme ties what the young have closer to what the old have.

What it says: One per cent more income of the elder goes with so many per cent more of the younger, under the scheme
less without it.

Definition: least-squares slope of ln income of the younger on ln income of the elder, over pairs of adults of one
household who are 18 to 45 years apart, at the end of the run; under the scheme minus without it. Both slopes stand
beside it.

Unit: per cent per cent; the value is a difference of two such.

How to read it: 0 is that the scheme adds nothing. Above 0 it hands on disadvantage, below 0 it loosens the tie.

Limits: Who shares a household shares its fifth, so each slope by itself is near 1 and says little: only the
difference does. Children who have left are not found. No scheme here has run for a generation.

Sources: Becker and Tomes 1979 (doi:10.1086/260831); Solon 1992 (American Economic Review 82).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.generations import means_of_pairs
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.paired import no_pair


def tally(bundle: Bundle) -> Counts | Undefined:
    """Sums of logarithms of the incomes of pairs, in both worlds."""
    worlds = bundle.case.worlds
    if reason := without_scheme(bundle):
        return reason
    if (why := no_pair(bundle.case)) or worlds.baseline is None:
        return Undefined(str(why))
    counts: dict[str, float] = {}
    for world, ledger in (("with", worlds.scheme), ("without", worlds.baseline)):
        rows = means_of_pairs(ledger)
        x, y = (np.log(rows[name].to_numpy()) for name in ("yuan", "yuan_younger"))
        sums = {"n": rows.height, "x": x.sum(), "y": y.sum(), "xx": (x * x).sum(), "xy": (x * y).sum()}
        counts |= {named(world, name): float(number) for name, number in sums.items()}
    return counts


def measure(counts: Counts) -> Figure:
    """The difference of slopes, and both."""
    n = counts["with/n"]
    if reason := too_thin(n, "pairs of two generations"):
        return nothing(reason, n)
    slopes = {world: _slope(counts, world) for world in ("with", "without")}
    if any(one is None for one in slopes.values()):
        return nothing("the elders' incomes are all alike", n)
    parts = tuple(Part(f"slope-{world}-scheme", one, int(n)) for world, one in slopes.items())
    value = float(slopes["with"] or 0) - float(slopes["without"] or 0)
    says = f"{n:,.0f} pairs: {slopes['with']:.3f} under the scheme, {slopes['without']:.3f} without it."
    return Figure(value, int(n), says, parts=parts)


def _slope(counts: Counts, world: str) -> float | None:
    n, x, y, xx, xy = (counts[named(world, name)] for name in ("n", "x", "y", "xx", "xy"))
    spread = n * xx - x * x
    return (n * xy - x * y) / spread if spread > 0 else None


METRIC: Final = Metric(
    code="M24",
    slug="intergenerational-elasticity",
    title="Intergenerational elasticity, owed to the scheme",
    theme="generations",
    unit="difference of slopes",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without consequence:*",
    room=__name__,
    signed=True,
)

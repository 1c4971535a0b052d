"""The tables of limits on points, and of points that rise."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.model_caps import CapTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Rule
from glasstown.vocab.units import milli

STEPS: Final = 16
"""Records whose points differ: of any further one they are those of the last."""


def lower_caps(scheme: Scheme, first: int) -> CapTables:
    """Lower all limits.

    Args:
        scheme: the scheme.
        first: number of the first count; they go by the names of their rules, so that their own names decide nothing.
    """
    caps = sorted(scheme.caps, key=lambda cap: min(cap.rules))
    of_rule = {name: number for number, cap in enumerate(caps) for name in cap.rules}
    numbers = [of_rule.get(rule.id, -1) for rule in scheme.rules]
    return CapTables(
        tally=np.array([-1 if n < 0 else first + n for n in numbers], dtype=np.int32),
        points=np.array([0 if n < 0 else milli(caps[n].points.value) for n in numbers], dtype=np.int64),
        days=np.array([-1 if n < 0 else int(caps[n].days.value) for n in numbers], dtype=np.int32),
        rises=np.array([rule.escalate is not None for rule in scheme.rules], dtype=np.uint8),
        rising=np.array([rising_points(rule) for rule in scheme.rules], dtype=np.int64).reshape(-1, STEPS),
        tallies=len(caps),
    )


def rising_points(rule: Rule) -> tuple[int, ...]:
    """Thousandths of the first record of a rule that counts, of the second, and so on; to the nearest, halves away."""
    points = milli(rule.points[0])
    if rule.escalate is None:
        return (points,) * STEPS
    factor, most = Fraction(rule.escalate.factor.value), milli(rule.escalate.most.value)
    sizes = (min(int(abs(points) * factor**step + Fraction(1, 2)), most) for step in range(STEPS))
    return tuple(-size if points < 0 else size for size in sizes)

"""Laying what was decided within a run over the tables of a world: the points of rules, and weights of an index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from glasstown.simulate.rulebook import Rulebook
from glasstown.simulate.span import Settings


def with_points(settings: Settings, points: Mapping[int, int]) -> Settings:
    """The same world, in all its periods, with other points of some rules.

    Args:
        settings: those of day 0.
        points: thousandths, by number of the rule.
    """
    if not points:
        return settings
    later = tuple(with_points(one, points) for one in settings.later)
    world = settings.world._replace(rules=_with(settings.world.rules, points))
    return replace(settings, world=world, later=later)


def with_weights(settings: Settings, weights: tuple[int, ...]) -> Settings:
    """The same world, in all its periods, with other weights of its index.

    Args:
        settings: those of day 0.
        weights: thousandths, by category; none where those of the file hold.
    """
    if not weights:
        return settings
    later = tuple(with_weights(one, weights) for one in settings.later)
    indexing = settings.world.indexing._replace(weight=np.array(weights, dtype=np.int64))
    return replace(settings, world=settings.world._replace(indexing=indexing), later=later)


def _with(rules: Rulebook, points: Mapping[int, int]) -> Rulebook:
    low, high = rules.low.copy(), rules.high.copy()
    for rule, milli in points.items():
        low[rule] = high[rule] = milli
    return rules._replace(low=low, high=high)

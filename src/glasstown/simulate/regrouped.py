"""Residents whom sources look at as at members of another group, and residents who are of another group.

Both happen after people were drawn: who they are, whom they know, and all their luck stay. Firms and offices stay as
they are, whoever leads them.
"""

from __future__ import annotations

import numpy as np

from glasstown.simulate.overrides import Overrides
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U8
from glasstown.vocab.overridden import EVERYBODY
from glasstown.vocab.watching import kind_numbers


def regroup(stretch: Stretch, overrides: Overrides, world: World, day: int) -> None:
    """From a day on, let residents be of other groups, and sources look at them so; once done it stays so."""
    if day < overrides.from_day or not (overrides.groups or overrides.labels):
        return
    _put(stretch.people.group, overrides.groups, stretch.first)
    seen = _put(stretch.people.group.copy(), overrides.labels, stretch.first)
    kinds = kind_numbers(seen, stretch.ages.urban, stretch.known.role, stretch.known.digital)
    stretch.people.watch[:] = world.watch_class[kinds]


def _put(group: U8, labels: tuple[tuple[int, int], ...], first: int) -> U8:
    """Write groups over those of some residents, or of all; one who is named counts before all."""
    for who, label in labels:
        if who == EVERYBODY:
            group[:] = label
        elif 0 <= who - first < group.size:
            group[who - first] = np.uint8(label)
    return group

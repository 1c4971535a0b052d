"""Patrol: sources look harder in neighbourhoods where they found something, and forget by halves."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.vocab.arrays import I64, U8, AnyArray, Whole
from glasstown.vocab.geography import NEIGHBOURHOOD

FIND: Final = np.int64(1 << 16)
"""One thing found, in the units in which it is remembered."""

KEEP_BITS: Final = 32


def nothing_found(patrols: int, size: int) -> I64:
    """What sources on patrol remember on day 0: (patrols, neighbourhoods)."""
    return np.zeros((patrols, -(-size // NEIGHBOURHOOD)), np.int64)


@kernel
def levels_of(found: I64, most: I64, levels: U8) -> None:
    """How often what was found has doubled, by patrol and neighbourhood; 0 below two finds."""
    for p in range(found.shape[0]):
        for place in range(found.shape[1]):
            rest, level = found[p, place] >> 17, np.int64(0)
            while rest > 0 and level < most[p]:
                level += 1
                rest >>= 1
            levels[p, place] = level


@kernel
def remember_finds(patrol: U8, keep: I64, found: I64, looks: AnyArray, number: Whole) -> None:
    """Forget what a step forgets, then add what was found in it, where the one looked at lives.

    Args:
        patrol: (sources,) 1 + the row of a source on patrol, 0 for others.
        keep: (patrols,) share that is left after a step, of 2**32.
        found: (patrols, neighbourhoods), changed in place; below 2**31 finds.
        looks: rows of `sightings.LOOK`; whatever a source wrote down counts, true or not.
        number: looks of the step.
    """
    for p in range(found.shape[0]):
        for place in range(found.shape[1]):
            whole, part = found[p, place] >> 16, found[p, place] & 65_535
            found[p, place] = ((whole * keep[p]) >> 16) + ((part * keep[p]) >> KEEP_BITS)
    for a in range(number):
        row = np.int64(patrol[np.int64(looks[a]["source"])])
        if row > 0:
            found[row - 1, np.int64(looks[a]["origin"]) // NEIGHBOURHOOD] += FIND

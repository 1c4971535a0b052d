"""Bounds: for each resident and family the largest rate that any act open to them can have.

Acts of a family that ask for the same standing and assets, and that the same classes rule out, form a case. The
largest rate is that of the cases open to a resident, each with the sum of its largest entries of cell, mood and
classes; the bound is the height that belongs to it. Who is not ill has no candidates for the hospital. A bound
decides how many candidates are drawn and never which of them happen, so it may let too much through, and never too
little.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inlined, kernel
from glasstown.kernels.rates import NEVER_BELOW, Classes, People, table_index, trait_shift
from glasstown.vocab.arrays import I16, I32, U16, U32, U64, Whole

FAMILIES: Final = 8
HALF: Final = np.uint32(16)
"""A bound is the upper half of the 32-bit height that a candidate must exceed, so it may be a little too low."""

PUBLIC_AT, CELL_AT, ASSETS_AT, FAVOURED_AT, MOOD_AT = 8, 16, 24, 40, 41
"""Lowest bit of each part of a state; the private class stands at 0."""

UNBOUND: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
"""The state of residents whose bounds have not been worked out."""


class Bounds(NamedTuple):
    """The cases of all families, those of family f from `first[f]` to `first[f + 1]`.

    `first`: (9,) i64. `needs`, `has`, `lacks`: (cases,) u16 bits of standing that must be set, and of assets that must
    be set and unset. `by_cell`, `by_mood`, `by_public`, `by_private`: (classes, cases) i16, the largest over the acts
    of the case, in 1/128 octave. `loading`: (8, 3) i16, the trait loadings. `height`: (8, 2048) u32, as in `Rates`.
    `favour`: (1,) i16, what a favour adds. `concerns`: (8,) u64, the bits of a state (see `state_of`) on which the
    bound of each family depends.
    """

    first: I32
    needs: U16
    has: U16
    lacks: U16
    by_cell: I16
    by_mood: I16
    by_public: I16
    by_private: I16
    loading: I16
    height: U32
    favour: I16
    concerns: U64


@inlined
def state_of(mood: Whole, favoured: Whole, assets: Whole, cell: Whole, public: Whole, private: Whole) -> np.uint64:
    """All of a resident that changes and that a bound depends on, in one word."""
    upper = (mood << MOOD_AT) | (favoured << FAVOURED_AT) | (assets << ASSETS_AT) | (cell << CELL_AT)
    return np.uint64(upper | (public << PUBLIC_AT) | private)


@inlined
def _sums(needs: U16, has: U16, lacks: U16, by_cell: I16, by_mood: I16, by_public: I16, by_private: I16,
          standing: Whole, assets: Whole, sums: I32) -> None:
    """The largest log-rate of each case for one resident, without traits; a flat loop over rows of the tables."""
    for c in range(sums.size):
        barred = (needs[c] & ~standing) | (has[c] & ~assets) | (lacks[c] & assets)
        total = np.int32(by_cell[c]) + np.int32(by_mood[c]) + np.int32(by_public[c]) + np.int32(by_private[c])
        sums[c] = total if barred == 0 else np.int32(2 * NEVER_BELOW)


@kernel
def bound_residents(bounds: Bounds, people: People, classes: Classes, chosen: I32) -> None:
    """Bring the bounds of some residents up to their state; families that the change does not concern are passed over.

    Args:
        bounds: the cases of this world.
        people: static columns of the residents; `bound` and `state` are written.
        classes: classes and assets of each resident.
        chosen: slots of those whose state may have changed.
    """
    first, needs, has, lacks, concerns = bounds.first, bounds.needs, bounds.has, bounds.lacks, bounds.concerns
    by_cell, by_mood, by_public, by_private = bounds.by_cell, bounds.by_mood, bounds.by_public, bounds.by_private
    cells, moods, standings, traits = people.cell, people.mood, people.standing, people.traits
    publics, privates, owned, state, bound = classes.public, classes.private, classes.assets, people.state, people.bound
    favoured, favour = classes.favoured, bounds.favour
    loading, height, sums = bounds.loading, bounds.height, np.empty(bounds.needs.size, np.int32)
    for place in range(chosen.size):
        i = np.int64(chosen[place])
        extra = np.int64(favour[0]) if favoured[i] != 0 else np.int64(0)
        now = state_of(np.int64(moods[i]), np.int64(favoured[i] != 0), np.int64(owned[i]), np.int64(cells[i]),
                       np.int64(publics[i]), np.int64(privates[i]))
        changed = state[i] ^ now
        if changed == np.uint64(0):
            continue
        state[i] = now
        _sums(needs, has, lacks, by_cell[cells[i]], by_mood[moods[i]], by_public[publics[i]], by_private[privates[i]],
              standings[i], owned[i], sums)
        for f in range(FAMILIES):
            if changed & concerns[f] != np.uint64(0):
                highest = np.int64(2 * NEVER_BELOW)
                for c in range(first[f], first[f + 1]):
                    highest = max(highest, np.int64(sums[c]))
                index = table_index(highest + extra + trait_shift(loading, np.int64(f), traits, i))
                bound[f, i] = np.uint16(height[f, index] >> HALF)

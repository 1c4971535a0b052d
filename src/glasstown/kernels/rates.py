"""Rates: from a resident's traits, classes, standing and assets to the place of an act in a height table.

The log-rate of an act is a sum of small tables, in 1/128 octave. The bound of a family is the same sum over
the maxima of its acts, so no act of a resident ever lies above it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.vocab.arrays import I8, I16, U8, U16, U32, Whole

ZERO: Final = 1024
TOP: Final = 2047
NEVER_BELOW: Final = -16_000
"""A sum of log-rates under this holds a "never"."""


class Rates(NamedTuple):
    """Everything that turns a resident's classes into the log-rate of an act, in 1/128 octave.

    `height`: (8, 2048) u32. `first`, `second`: (8, 4096) u8 type tables. `base`: (acts, cells) i16.
    `by_group`: (acts, groups) i16. `by_public`: (acts, public classes) i16. `by_private`:
    (acts, private classes) i16. `bound_*`: (8, cells or classes) i16, the maxima over a family's acts.
    `loading`: (8, 3) i16, trait loadings in 1/128 octave for one standard deviation.
    `needs`: (acts,) u16 standing bits that an act asks for. `needs_assets`, `needs_lack`: (acts,) u16 asset bits
    that must all be set, and that must all be unset. `hush`: (acts, private classes) i16, nought or less: how
    far fear of being seen lowers the rate. It is no part of the bound: what would have happened without it is
    found, and marked as held back.
    """

    height: U32
    first: U8
    second: U8
    base: I16
    by_group: I16
    by_public: I16
    by_private: I16
    bound_cell: I16
    bound_group: I16
    bound_public: I16
    bound_private: I16
    loading: I16
    needs: U16
    needs_assets: U16
    needs_lack: U16
    hush: I16


class People(NamedTuple):
    """The static columns of one district that rates and sources read; all of length residents."""

    cell: U8
    group: U8
    standing: U16
    traits: I8
    bound: U8
    watch: U8


class Classes(NamedTuple):
    """The classes of one district's residents at the start of a step, and the assets that they have."""

    public: U8
    private: U8
    assets: U16


@kernel
def trait_shift(loading: I16, family: Whole, traits: I8, slot: Whole) -> Whole:
    """A family's log-rate shift from the three traits (1/32 sd each), to the nearest 1/128 octave."""
    total = np.int64(0)
    for t in range(3):
        total += np.int64(loading[family, t]) * np.int64(traits[t, slot])
    if total >= 0:
        return (total + 16) >> 5
    return -((16 - total) >> 5)


@kernel
def static_bound(bound_cell: I16, loading: I16, traits: I8, family: Whole, cell: Whole, slot: Whole) -> Whole:
    """A resident's static bound of one family, in 1/16 octave above -8, rounded up; 0 = never.

    Args:
        bound_cell: (8, cells) i16, the largest base rate of a family's acts in each cell.
        loading: (8, 3) i16 trait loadings.
        traits: (3, residents) i8.
        family: number of the family.
        cell: cell of the resident.
        slot: place of the resident in `traits`.
    """
    top = np.int64(bound_cell[family, cell])
    if top < -16_000:
        return np.int64(0)
    sixteenths = 128 + ((top + trait_shift(loading, family, traits, slot) + 7) >> 3)
    return min(max(sixteenths, 1), 255)


@kernel
def bound_index(static: Whole, by_group: Whole, by_public: Whole, by_private: Whole) -> Whole:
    """Index into a height table that no act of a family exceeds: static bound plus what the classes add at most."""
    if static == 0:
        return np.int64(0)
    return min(max(8 * static + by_group + by_public + by_private, 0), TOP)


@inner
def table_index(log_rate: Whole) -> Whole:
    """Index into a height table of a log-rate; a sum that holds a "never" has index 0."""
    return min(max(ZERO + log_rate, 0), TOP)

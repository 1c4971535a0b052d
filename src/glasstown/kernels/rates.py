"""Rates: from a resident's traits, classes, standing and assets to the place of an act in a height table.

The log-rate of an act is a sum of small tables, in 1/128 octave.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inlined
from glasstown.vocab.arrays import I8, I16, U8, U16, U32, U64, Whole

ZERO: Final = 1024
TOP: Final = 2047
NEVER_BELOW: Final = -16_000
"""A sum of log-rates under this holds a "never"."""


class Rates(NamedTuple):
    """Everything that turns a resident's classes into the log-rate of an act, in 1/128 octave.

    `height`: (8, 2048) u32. `first`, `second`: (8, 4096) u8 type tables. `base`: (acts, cells) i16.
    `by_mood`: (acts, moods) i16. `by_public`: (acts, public classes) i16. `by_private`:
    (acts, private classes) i16. `loading`: (8, 3) i16, trait loadings in 1/128 octave for one standard deviation.
    `needs`: (acts,) u16 standing bits that an act asks for. `needs_assets`, `needs_lack`: (acts,) u16 asset bits
    that must all be set, and that must all be unset. `capacity`: (acts,) u64, bits of capacities in which a favour
    raises the rate, by `favour`: (1,) i16. `hush`: (acts, private classes) i16, nought or less: how
    far fear of being seen lowers the rate. It is no part of the bound: what would have happened without it is
    found, and marked as held back.
    """

    height: U32
    first: U8
    second: U8
    base: I16
    by_mood: I16
    by_public: I16
    by_private: I16
    loading: I16
    needs: U16
    needs_assets: U16
    needs_lack: U16
    capacity: U64
    favour: I16
    hush: I16


class People(NamedTuple):
    """The columns of some residents that rates and sources read; all of length residents.

    Static but for the cell, and for the mood: how far the county's trust in the scheme has fallen, in steps of 0 to 7.

    `bound`: (8, residents) u16, and `state`, what it was worked out from: see `kernels.bounds`.
    """

    cell: U8
    group: U8
    standing: U16
    traits: I8
    bound: U16
    watch: U8
    mood: U8
    state: U64


class Classes(NamedTuple):
    """The classes of one district's residents at the start of a step, their assets, and in what they are favoured."""

    public: U8
    private: U8
    assets: U16
    favoured: U64


@inlined
def trait_shift(loading: I16, family: Whole, traits: I8, slot: Whole) -> Whole:
    """A family's log-rate shift from the three traits (1/32 sd each), to the nearest 1/128 octave."""
    total = np.int64(0)
    for t in range(3):
        total += np.int64(loading[family, t]) * np.int64(traits[t, slot])
    if total >= 0:
        return (total + 16) >> 5
    return -((16 - total) >> 5)


@inlined
def table_index(log_rate: Whole) -> Whole:
    """Index into a height table of a log-rate; a sum that holds a "never" has index 0."""
    return min(max(ZERO + log_rate, 0), TOP)

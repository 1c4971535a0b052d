"""Ordered heights: candidate acts as points of a Poisson process, sorted by height.

For each resident, step and family the candidates come in order of height. The running product of
uniform words `v` falls from 2**32 towards 0; a candidate lies under a relative rate `r` when
`v > floor(2**32 * exp(-events * r))`. Which candidates exist never depends on a world: a world only
accepts more or fewer of them. So two worlds share every act whose rate they share, and a higher rate
never removes an act (nested coupling by a Poisson random measure; Kallenberg, "Random Measures,
Theory and Applications" (2017), section 3.2, doi:10.1007/978-3-319-41598-7).

Work is batched: heights of a block, then survivors, then one ordinal after the other, each in a small
flat loop.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import I8, I16, I32, I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

FAMILIES: Final = 8
LAST_ORDINAL: Final = 63
HEIGHT: Final = int(Decision.HEIGHT)
CAND: Final = int(Decision.CAND)
ZERO: Final = 1024
TOP: Final = 2047
VOID: Final = 255
ESCAPE: Final = 254
SHIFT: Final = np.uint64(32)
FULL: Final = 32


class Rates(NamedTuple):
    """Everything that turns a resident's classes into the log-rate of an act, in 1/128 octave.

    `height`: (8, 2048) u32. `first`, `second`: (8, 4096) u8 type tables. `base`: (acts, cells) i16.
    `by_group`: (acts, groups) i16. `by_public`: (acts, public classes) i16. `by_private`:
    (acts, private classes) i16. `bound_*`: (8, cells or classes) i16, the maxima over a family's acts.
    `loading`: (8, 3) i16, trait loadings in 1/128 octave for one standard deviation.
    `needs`: (acts,) u16 standing bits that an act asks for.
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


class People(NamedTuple):
    """The static columns of one district that rates and sources read; all of length residents."""

    cell: U8
    group: U8
    standing: U16
    traits: I8
    bound: U8
    watch: U8


class Classes(NamedTuple):
    """The classes of one district's residents at the start of a step."""

    public: U8
    private: U8


ACT: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("family", np.uint8), ("ordinal", np.uint8), ("act", np.uint8),
])
"""One act: slot of who acts, day within the horizon, family and ordinal (its address), and what it is."""


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
def _bound_index(rates: Rates, people: People, classes: Classes, family: Whole, slot: Whole) -> Whole:
    static = np.int64(people.bound[family, slot])
    if static == 0:
        return np.int64(0)
    index = ZERO + (static - 128) * 8 + np.int64(rates.bound_group[family, np.int64(people.group[slot])])
    index += np.int64(rates.bound_public[family, np.int64(classes.public[slot])])
    index += np.int64(rates.bound_private[family, np.int64(classes.private[slot])])
    return min(max(index, 0), TOP)


@kernel
def rate_index(rates: Rates, people: People, classes: Classes, family: Whole, act: Whole, slot: Whole) -> Whole:
    """Index into the height table of one act's rate for one resident; 0 means never."""
    total = np.int64(rates.base[act, np.int64(people.cell[slot])])
    total += np.int64(rates.by_group[act, np.int64(people.group[slot])])
    total += np.int64(rates.by_public[act, np.int64(classes.public[slot])])
    total += np.int64(rates.by_private[act, np.int64(classes.private[slot])])
    if total < -16_000:
        return np.int64(0)
    total += ZERO + trait_shift(rates.loading, family, people.traits, slot)
    return min(max(total, 0), TOP)


@kernel
def _first_heights(first: Whole, size: Whole, step: Whole, half: Whole, keys: U64,
                   w0: U64, w1: U64, w2: U64, w3: U64) -> None:
    """Heights of four families for residents `first` to `first + size - 1`: one flat loop, so that it vectorises."""
    k0, k1 = keys[0], keys[1]
    c1 = np.uint64(half)
    c2 = np.uint64(step << 16)
    c3 = np.uint64(HEIGHT << 24)
    for j in range(size):
        w0[j], w1[j], w2[j], w3[j] = philox4x32(np.uint64(first + j), c1, c2, c3, k0, k1)


@kernel
def _survivors(height: U32, bound: U8, group: U8, public: U8, private: U8, bound_group: I16, bound_public: I16,
               bound_private: I16, values: U64, chosen: I32) -> Whole:
    """Places whose first height lies under their bound, for one family; all columns of one block."""
    count = np.int64(0)
    for j in range(values.size):
        index = 8 * np.int64(bound[j]) + np.int64(bound_group[np.int64(group[j])])
        index += np.int64(bound_public[np.int64(public[j])]) + np.int64(bound_private[np.int64(private[j])])
        index = min(max(index, 0), TOP) if bound[j] != 0 else 0
        chosen[count] = j
        count += 1 if values[j] > np.uint64(height[index]) else 0
    return count


@kernel
def _first_candidates(rates: Rates, people: People, classes: Classes, first_resident: Whole, step: Whole, start: Whole,
                      stop: Whole, keys: U64, heights: U64, chosen: I32, slots: I32, families: U8,
                      values: U64) -> Whole:
    """The first candidate of every family and resident of a block that any world could accept."""
    size = stop - start
    for half in range(2):
        r = 4 * half
        _first_heights(first_resident + start, size, step, half, keys, heights[r], heights[r + 1], heights[r + 2],
                       heights[r + 3])
    count = np.int64(0)
    for f in range(FAMILIES):
        found = _survivors(rates.height[f], people.bound[f, start:stop], people.group[start:stop],
                           classes.public[start:stop], classes.private[start:stop], rates.bound_group[f],
                           rates.bound_public[f], rates.bound_private[f], heights[f, :size], chosen)
        for c in range(found):
            slots[count] = start + chosen[c]
            families[count] = f
            values[count] = heights[f, np.int64(chosen[c])]
            count += 1
    return count


@kernel
def _act_of(rates: Rates, family: Whole, word: np.uint64) -> Whole:
    act = np.int64(rates.first[family, np.int64(word >> np.uint64(20))])
    if act == ESCAPE:
        act = np.int64(rates.second[family, np.int64(word & np.uint64(4095))])
    return act


@kernel
def _one_ordinal(rates: Rates, people: People, classes: Classes, first_resident: Whole, step: Whole, ordinal: Whole,
                 days: I64, keys: U64, pending: Whole, slots: I32, families: U8, values: U64,
                 found: AnyArray, count: Whole) -> tuple[Whole, Whole]:
    """Judge every pending candidate, keep those that happen, and draw the next height of each chain."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    c3 = np.uint64(CAND << 24)
    kept = np.int64(0)
    for c in range(pending):
        i = np.int64(slots[c])
        f = np.int64(families[c])
        value = values[c]
        c1 = np.uint64((f << 8) | ordinal)
        w0, _w1, w2, w3 = philox4x32(np.uint64(first_resident + i), c1, c2, c3, k0, k1)
        act = _act_of(rates, f, w0)
        if act != VOID and (people.standing[i] & rates.needs[act]) == rates.needs[act]:
            index = rate_index(rates, people, classes, f, act, i)
            day = days[0] + ((np.int64(w3) * days[1]) >> FULL)
            if value > np.uint64(rates.height[f, index]) and day < days[2]:
                row = found[count]
                row["slot"] = i
                row["day"] = day
                row["family"] = f
                row["ordinal"] = ordinal
                row["act"] = act
                count += 1
        value = (value * w2) >> SHIFT
        if value > np.uint64(rates.height[f, _bound_index(rates, people, classes, f, i)]):
            slots[kept] = i
            families[kept] = f
            values[kept] = value
            kept += 1
    return kept, count


@kernel
def accept_candidates(rates: Rates, people: People, classes: Classes, first_resident: Whole, step: Whole,
                      days: I64, keys: U64, block: Whole, found: AnyArray) -> Whole:
    """Draw all candidate acts of a district in one step and keep those that happen.

    Args:
        rates: tables of this world.
        people: static columns of the district's residents.
        classes: public and private class of each resident.
        first_resident: number of the district's first resident.
        step: number of the step.
        days: (first day of the step, nominal length of a step, horizon), int64.
        keys: the luck key, two 32-bit words in 64-bit lanes.
        block: residents handled at once; changes nothing but speed.
        found: buffer of `ACT` rows that receives the acts, in no promised order.

    Returns:
        Number of acts found; if it reaches the buffer's length, the caller must redo with more room.
    """
    room = found.size
    heights = np.empty((FAMILIES, block), dtype=np.uint64)
    chosen = np.empty(block + 1, dtype=np.int32)
    slots = np.empty(FAMILIES * block, dtype=np.int32)
    families = np.empty(FAMILIES * block, dtype=np.uint8)
    values = np.empty(FAMILIES * block, dtype=np.uint64)
    count = np.int64(0)
    size = people.cell.size
    for start in range(0, size, block):
        stop = min(start + block, size)
        pending = _first_candidates(rates, people, classes, first_resident, step, start, stop, keys, heights, chosen,
                                    slots, families, values)
        ordinal = np.int64(0)
        while pending > 0 and ordinal <= LAST_ORDINAL:
            if count + pending >= room:
                return room
            pending, count = _one_ordinal(rates, people, classes, first_resident, step, ordinal, days, keys,
                                          pending, slots, families, values, found, count)
            ordinal += 1
    return count

"""Ordered heights: candidate acts as points of a Poisson process, sorted by height.

For each resident, step and family the candidates come in order of height. The running product of
uniform words `v` falls from 2**32 towards 0; a candidate lies under a relative rate `r` when
`v > floor(2**32 * exp(-events * r))`. Which candidates exist never depends on a world: a world only
accepts more or fewer of them. So two worlds share every act whose rate they share, and a higher rate
never removes an act (nested coupling by a Poisson random measure; Kallenberg, "Random Measures,
Theory and Applications" (2017), section 3.2, doi:10.1007/978-3-319-41598-7).

Work is batched by blocks of residents, in small flat loops over few plain columns, which a compiler turns
into wide vectors: both blocks of luck of a resident side by side, words stored in 32 bits, a bit for each family.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.bounds import FAMILIES, HALF
from glasstown.kernels.candidates import Candidates, draw_words, judge, waiting_room
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People, Rates
from glasstown.vocab.arrays import I32, I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

LAST_ORDINAL: Final = 63
HEIGHT: Final = int(Decision.HEIGHT)

LOWEST: Final = np.array([0, *((n & -n).bit_length() - 1 for n in range(1, 256))], np.uint8)
"""The lowest bit that is set, of every byte."""

ACT: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("family", np.uint8), ("ordinal", np.uint8), ("act", np.uint8),
    ("held", np.uint8),
])
"""One act: slot of who acts, day within the horizon, family and ordinal (its address), what it is, and 1 where
it was held back: not done, though it would have been without the hush."""


@inner
def _first_heights(first: Whole, size: Whole, step: Whole, keys: U64, heights: U32) -> None:
    """Heights of all families, a row each, for residents `first` to `first + size - 1`.

    Both blocks of luck of a resident are drawn in one flat loop: while one waits for its products the other runs.
    """
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    c3 = np.uint64(HEIGHT << 24)
    f0, f1, f2, f3 = heights[0], heights[1], heights[2], heights[3]
    f4, f5, f6, f7 = heights[4], heights[5], heights[6], heights[7]
    for j in range(size):
        c0 = np.uint64(first + j)
        f0[j], f1[j], f2[j], f3[j] = philox4x32(c0, np.uint64(0), c2, c3, k0, k1)
        f4[j], f5[j], f6[j], f7[j] = philox4x32(c0, np.uint64(1), c2, c3, k0, k1)


@inner
def _flag(bound: U16, values: U32, bit: Whole, flags: U8) -> None:
    """Set a bit where the first height of a family may pass its bound: no branch, so that it vectorises."""
    for j in range(bound.size):
        flags[j] |= np.uint8(((values[j] >> HALF) >= np.uint32(bound[j])) << bit)


@inner
def _gather(flags: U8, bound: U16, heights: U32, start: Whole, chosen: I32, slots: I32, families: U8, first: U32,
            limits: U32) -> Whole:
    """Write down every first height that is flagged; returns how many."""
    some = np.int64(0)
    for j in range(flags.size):
        chosen[some] = j
        some += 1 if flags[j] != 0 else 0
    count = np.int64(0)
    for c in range(some):
        j = np.int64(chosen[c])
        left = np.int64(flags[j])
        while left != 0:
            f = np.int64(LOWEST[left])
            left &= left - 1
            slots[count] = start + j
            families[count] = f
            first[count] = heights[f, j]
            limits[count] = np.uint32(bound[f, start + j]) << HALF
            count += 1
    return count


@inner
def _first_candidates(people: People, start: Whole, stop: Whole, heights: U32, flags: U8, chosen: I32,
                      waiting: Candidates) -> Whole:
    """The first candidate of every family and resident of a block that the resident's state could accept."""
    flags = flags[: stop - start]
    flags[:] = 0
    for f in range(FAMILIES):
        _flag(people.bound[f, start:stop], heights[f], f, flags)
    return _gather(flags, people.bound, heights, start, chosen, waiting.slot, waiting.family, waiting.value,
                   waiting.limit)


@kernel
def accept_candidates(rates: Rates, people: People, classes: Classes, first_resident: Whole, step: Whole,
                      days: I64, keys: U64, block: Whole, found: AnyArray) -> Whole:
    """Draw all candidate acts of residents in one step and keep those that happen, or would but for the hush.

    Args:
        rates: tables of this world.
        people: static columns of the residents.
        classes: classes and assets of each resident.
        first_resident: number of the first resident.
        step: number of the step.
        days: (first day of the step, nominal length of a step, horizon), int64.
        keys: the luck key, two 32-bit words in 64-bit lanes.
        block: residents handled at once; changes nothing but speed.
        found: buffer of `ACT` rows that receives the acts, in no promised order.

    Returns:
        Number of acts found; if it reaches the buffer's length, the caller must redo with more room.
    """
    room = found.size
    heights = np.empty((FAMILIES, block), dtype=np.uint32)
    flags = np.empty(block, dtype=np.uint8)
    chosen = np.empty(block + 1, dtype=np.int32)
    waiting = waiting_room(FAMILIES * block)
    count = np.int64(0)
    size = people.cell.size
    for start in range(0, size, block):
        stop = min(start + block, size)
        _first_heights(first_resident + start, stop - start, step, keys, heights)
        pending = _first_candidates(people, start, stop, heights, flags, chosen, waiting)
        ordinal = np.int64(0)
        while pending > 0 and ordinal <= LAST_ORDINAL:
            if count + pending >= room:
                return room
            draw_words(first_resident, step, ordinal, keys, waiting.slot[:pending], waiting.family[:pending],
                       waiting.type_word, waiting.next_word, waiting.day_word)
            pending, count = judge(rates, people, classes, ordinal, days, pending, waiting, found, count)
            ordinal += 1
    return count

"""Ghosts: false sightings, drawn for cells of 64 residents at once.

Every (cell, step, source, alleged act) has a Poisson process of heights with 64-bit thresholds, whose reference
rate is 64 times that of one resident. A mark picks the resident within the cell; the candidate happens where its
height lies under 64 times the rate at which the source watches residents like the one who was picked. So a higher
rate never removes a false sighting, nobody's depend on who else is watched, and nothing but the few that could
happen costs more than a sixty-fourth of a draw.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import multiply_high
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.streams import first_words
from glasstown.vocab.arrays import I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import OTHER_SUBJECT, Decision
from glasstown.vocab.geography import CELL

GHOST: Final = OTHER_SUBJECT + int(Decision.GHOST)
"""The decision code of draws whose subject is a cell."""

LAST_ORDINAL: Final = 63
ALL_ONES: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
SHIFT: Final = np.uint64(32)
FULL: Final = 32
PICK_SHIFT: Final = 26
"""The top six bits of a mark pick the resident."""

DELAY_SHIFT: Final = 16
"""The byte that stands above these bits of a mark is the delay."""


class Ghosts(NamedTuple):
    """Sources that report what never happened, one row a stream: one source alleging one act.

    `source`: (streams,) u8. `digest`: (streams,) u32, of the source's name. `act`: (streams,) u8, the alleged act.
    `place`: (streams,) u64, first ordinal of the stream in the address. `height`: (streams, watch classes) u64,
    threshold of a whole cell of residents of that class.
    """

    source: U8
    digest: U32
    act: U8
    place: U64
    height: U64


FALSE_SIGHTING: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("source", np.uint8), ("act", np.uint8), ("ordinal", np.uint8),
    ("delay", np.uint8),
])
"""One false sighting: slot of the accused, day, source, alleged act, ordinal in the cell's stream, byte of the
delay."""


@inner
def _ghosts_of(ghosts: Ghosts, g: Whole, watch: U8, first: Whole, cell: Whole, least: np.uint64, step: Whole,
               days: I64, keys: U64, found: AnyArray, count: Whole) -> Whole:
    """The whole chain of one stream in one cell; returns the new number of rows."""
    value = ALL_ONES
    c2 = np.uint64(step << 16)
    c3 = np.uint64((GHOST << 24) | np.int64(ghosts.digest[g]))
    for ordinal in range(LAST_ORDINAL + 1):
        c1 = ghosts.place[g] + np.uint64(ordinal)
        w0, w1, w2, w3 = philox4x32(np.uint64(first + cell), c1, c2, c3, keys[0], keys[1])
        drawn = (w0 << SHIFT) | w1
        value = drawn if ordinal == 0 else multiply_high(value, drawn)
        if value <= least:
            break
        slot = cell * CELL + (np.int64(w2) >> PICK_SHIFT)
        day = days[0] + ((np.int64(w3) * days[1]) >> FULL)
        if slot < watch.size and value > ghosts.height[g, np.int64(watch[slot])] and day < days[2]:
            if count >= found.size:
                return count
            row = found[count]
            row["slot"] = slot
            row["day"] = day
            row["source"] = ghosts.source[g]
            row["act"] = ghosts.act[g]
            row["ordinal"] = ordinal
            row["delay"] = (np.int64(w2) >> DELAY_SHIFT) & 255
            count += 1
    return count


@kernel
def draw_ghosts(ghosts: Ghosts, watch: U8, first_resident: Whole, step: Whole, days: I64, keys: U64,
                found: AnyArray) -> Whole:
    """Draw the false sightings of residents in one step.

    Args:
        ghosts: the streams of this world.
        watch: watch class of each resident.
        first_resident: number of the first resident, which begins a cell.
        step: number of the step.
        days: (first day of the step, nominal length of a step, horizon), int64.
        keys: the luck key.
        found: buffer of `FALSE_SIGHTING` rows that receives them, stream by stream.

    Returns:
        Number found; the buffer's length when it was too small or just full, and then the caller must redo.
    """
    count = np.int64(0)
    first = first_resident // CELL
    words = np.empty((watch.size + CELL - 1) // CELL, dtype=np.uint32)
    for g in range(ghosts.source.size):
        least = ghosts.height[g].min()
        if least == ALL_ONES:
            continue
        first_words(first, ghosts.place[g], step, GHOST, np.int64(ghosts.digest[g]), keys, words)
        upper = least >> SHIFT
        for cell in range(words.size):
            if np.uint64(words[cell]) >= upper:
                count = _ghosts_of(ghosts, g, watch, first, cell, least, step, days, keys, found, count)
    return count

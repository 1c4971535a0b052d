"""Finding the few: places of the flags that are set, where most are not."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner
from glasstown.vocab.arrays import I32, U8, Whole

EIGHT: Final = 8


@inner
def places(flags: U8, chosen: I32) -> Whole:
    """Write the places of all flags that are not 0, ascending; eight at once are passed over where none is.

    Args:
        flags: one byte each, whose memory begins at a multiple of eight bytes.
        chosen: receives the places; one longer than `flags`.

    Returns:
        How many there are.
    """
    whole = flags.size // EIGHT
    eights = flags[: whole * EIGHT].view(np.uint64)
    count = np.int64(0)
    for e in range(whole):
        if eights[e] == np.uint64(0):
            continue
        for j in range(e * EIGHT, e * EIGHT + EIGHT):
            chosen[count] = j
            count += 1 if flags[j] != 0 else 0
    for j in range(whole * EIGHT, flags.size):
        chosen[count] = j
        count += 1 if flags[j] != 0 else 0
    return count

"""Who a wrong identity code leads to: a stranger of the district, another one in every step.

The pairing is `partner = p^-1(p(i) xor 1)` for a permutation p of the 4,096 slots under a key drawn for
(district, step); each end computes the other, so nothing is stored.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.pairing import feistel, unfeistel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import U64, Whole
from glasstown.vocab.codes import OTHER_SUBJECT, Decision

HALF_BITS: Final = 6
"""Half of the bits of a slot."""

STRANGER: Final = OTHER_SUBJECT + int(Decision.TIE)
"""The decision code of pairings whose subject is a district, not a resident."""


@kernel
def stranger(slot: Whole, district: Whole, step: Whole, keys: U64) -> Whole:
    """The slot that a wrong identity code leads to in one step; never the own slot.

    Args:
        slot: 0 to 4,095.
        district: number of the district.
        step: number of the step; every step has a pairing of its own.
        keys: the luck key.
    """
    w0, w1, w2, w3 = philox4x32(np.uint64(district), np.uint64(0), np.uint64(step << 16), np.uint64(STRANGER << 24),
                                keys[0], keys[1])
    key = np.empty(4, dtype=np.int64)
    key[0] = np.int64(w0)
    key[1] = np.int64(w1)
    key[2] = np.int64(w2)
    key[3] = np.int64(w3)
    place = feistel(np.int64(slot), np.int64(HALF_BITS), key)
    return np.int64(unfeistel(place ^ np.int64(1), np.int64(HALF_BITS), key))

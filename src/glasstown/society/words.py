"""Words of luck for a whole district: one block of four for each resident, by name and number of the block."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import I64, Whole
from glasstown.vocab.geography import DISTRICT


@kernel
def draw_luck(first: Whole, name: np.uint64, block: Whole, k0: np.uint64, k1: np.uint64, luck: I64) -> None:
    """Fill `luck`, shape (4, district), with one block of words for each resident."""
    for slot in range(DISTRICT):
        w0, w1, w2, w3 = philox4x32(np.uint64(first + slot), np.uint64(block), np.uint64(0), name, k0, k1)
        luck[0, slot] = np.int64(w0)
        luck[1, slot] = np.int64(w1)
        luck[2, slot] = np.int64(w2)
        luck[3, slot] = np.int64(w3)

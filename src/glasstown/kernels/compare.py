"""Comparing words of luck with thresholds, and multiplying words."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import Whole

SUB_LOW: Final = np.uint64(0x8000)
"""The sub-address under which the low half of a 64-bit comparison is drawn."""

MASK: Final = np.uint64(0xFFFFFFFF)
SHIFT: Final = np.uint64(32)


@kernel
def low_word(c0: np.uint64, c1: np.uint64, c2: np.uint64, c3: np.uint64,
             k0: np.uint64, k1: np.uint64, lane: Whole) -> np.uint64:
    """The second half of a word of luck: lane `lane` of the block at the same address with `SUB_LOW` set."""
    words = philox4x32(c0, c1, c2 | SUB_LOW, c3, k0, k1)
    if lane == 0:
        return words[0]
    if lane == 1:
        return words[1]
    if lane == 2:
        return words[2]
    return words[3]


@kernel
def multiply_high(a: np.uint64, b: np.uint64) -> np.uint64:
    """The upper 64 bits of the product of two 64-bit words."""
    a_low, a_high = a & MASK, a >> SHIFT
    b_low, b_high = b & MASK, b >> SHIFT
    low = a_low * b_low
    middle = a_high * b_low + (low >> SHIFT)
    other = a_low * b_high + (middle & MASK)
    return a_high * b_high + (middle >> SHIFT) + (other >> SHIFT)

"""Addressed luck: Philox4x32-10, a counter-based generator.

Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011),
doi:10.1145/2063384.2063405, section 3. A draw is a pure function of its address, never of what was
drawn before, so a world can change one thing and keep every other piece of luck.

The address: key = digest of (name, seed, replicate); counter = (subject, partner or
(family << 8 | ordinal), step << 16 | sub, decision << 24 | 24-bit name digest).

Words travel in 64-bit lanes masked to 32 bits: the product of two such lanes never overflows, and
Numba neither widens nor cuts them again.
"""

from __future__ import annotations

import hashlib
from typing import Final

import numpy as np

from glasstown.kernels.jit import inlined

M0: Final = np.uint64(0xD2511F53)
M1: Final = np.uint64(0xCD9E8D57)
W0: Final = np.uint64(0x9E3779B9)
W1: Final = np.uint64(0xBB67AE85)
MASK: Final = np.uint64(0xFFFFFFFF)
SHIFT: Final = np.uint64(32)

Words = tuple[np.uint64, np.uint64, np.uint64, np.uint64]


@inlined
def philox4x32(c0: np.uint64, c1: np.uint64, c2: np.uint64, c3: np.uint64, k0: np.uint64, k1: np.uint64) -> Words:
    """Ten rounds of Philox4x32. All arguments and results are 32-bit words in 64-bit lanes.

    Inlined into each caller, so that a flat loop over residents runs many of them side by side: four
    times faster than a call that returns a tuple.
    """
    for _ in range(10):
        p0 = M0 * c0
        p1 = M1 * c2
        c0 = (p1 >> SHIFT) ^ c1 ^ k0
        c1 = p1 & MASK
        c2 = (p0 >> SHIFT) ^ c3 ^ k1
        c3 = p0 & MASK
        k0 = (k0 + W0) & MASK
        k1 = (k1 + W1) & MASK
    return c0, c1, c2, c3


def stream_key(name: str, seed: int, replicate: int = 0) -> tuple[np.uint64, np.uint64]:
    """The key of a stream: BLAKE2b-64 of (name, seed, replicate) as two 32-bit words in 64-bit lanes."""
    text = f"{name}|{seed}|{replicate}".encode()
    number = int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")
    return np.uint64(number & 0xFFFFFFFF), np.uint64(number >> 32)

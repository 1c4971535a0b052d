"""Digests that do not depend on order: sums of mixed rows, in two 64-bit lanes.

The mixer is the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014,
doi:10.1145/2660193.2660195). Sums modulo 2**64 make the digest the same for any number of threads,
blocks or shards.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inlined, inner, kernel
from glasstown.vocab.arrays import I64, U64, Whole

LANES: Final = 2
STEP_A: Final = np.uint64(0x9E3779B97F4A7C15)
STEP_B: Final = np.uint64(0xD1B54A32D192ED03)
MIX_1: Final = np.uint64(0xBF58476D1CE4E5B9)
MIX_2: Final = np.uint64(0x94D049BB133111EB)
BLOCK: Final = 256
"""Rows mixed at once."""

S30: Final = np.uint64(30)
S27: Final = np.uint64(27)
S31: Final = np.uint64(31)


@inlined
def mix(value: np.uint64) -> np.uint64:
    """The SplitMix64 finaliser: every bit of the result depends on every bit of the value."""
    value = (value ^ (value >> S30)) * MIX_1
    value = (value ^ (value >> S27)) * MIX_2
    return value ^ (value >> S31)


@kernel
def add_column(lanes: U64, column: Whole, first: Whole, values: I64) -> None:
    """Add one column of state to a digest.

    Args:
        lanes: shape (2,), uint64, changed in place.
        column: registered number of the column.
        first: number of the resident that `values[0]` belongs to.
        values: shape (residents,), int64.
    """
    tag = np.uint64(column)
    total_a = np.uint64(0)
    total_b = np.uint64(0)
    for i in range(values.size):
        who = np.uint64(first + i)
        value = np.uint64(values[i])
        total_a += mix(mix(mix(who + STEP_A) ^ tag) + value)
        total_b += mix(mix(mix(who + STEP_B) ^ tag) + value)
    lanes[0] += total_a
    lanes[1] += total_b


@inner
def mix_in(values: I64, a: U64, b: U64) -> None:
    """Mix one field of some rows into both lanes of each; one flat loop, so that it vectorises."""
    for r in range(values.size):
        value = np.uint64(values[r])
        a[r] = mix(a[r] + value)
        b[r] = mix(b[r] + value)


@kernel
def add_rows(lanes: U64, table: Whole, rows: I64) -> None:
    """Add rows of a table to a digest; each row is mixed field by field, the rows are summed.

    Args:
        lanes: shape (2,), uint64, changed in place.
        table: registered number of the table.
        rows: shape (fields, rows), int64.
    """
    a, b = np.empty(BLOCK, np.uint64), np.empty(BLOCK, np.uint64)
    for start in range(0, rows.shape[1], BLOCK):
        size = min(BLOCK, rows.shape[1] - start)
        a[:] = mix(np.uint64(table) + STEP_A)
        b[:] = mix(np.uint64(table) + STEP_B)
        for f in range(rows.shape[0]):
            mix_in(rows[f, start : start + size], a, b)
        for r in range(size):
            lanes[0] += a[r]
            lanes[1] += b[r]


def lanes_text(lanes: U64) -> str:
    """A digest as 32 hexadecimal digits."""
    return f"{int(lanes[0]):016x}{int(lanes[1]):016x}"

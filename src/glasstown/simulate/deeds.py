"""Phase 4: what was tried, in order, and what a consequence denies."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.vocab.arrays import I32, U8, U32, AnyArray, Whole, YesNo


@kernel
def _before(one: AnyArray, other: AnyArray) -> YesNo:
    """Whether one act of a resident comes before another: by day, family, ordinal."""
    key = (np.int64(one["day"]) << 16) | (np.int64(one["family"]) << 8) | np.int64(one["ordinal"])
    return key < (np.int64(other["day"]) << 16) | (np.int64(other["family"]) << 8) | np.int64(other["ordinal"])


@kernel
def _place(rows: AnyArray, ends: I32, ordered: AnyArray) -> None:
    """Counting sort by slot, then by insertion within the few acts of one resident.

    Args:
        rows: acts in any order.
        ends: (size + 1,) zeros; used for counting.
        ordered: receives the acts in order.
    """
    for r in range(rows.size):
        ends[np.int64(rows[r]["slot"]) + 1] += 1
    for i in range(1, ends.size):
        ends[i] += ends[i - 1]
    # from here on ends[slot] is where the next act of the slot goes; its first place is ends[slot] before
    for r in range(rows.size):
        slot = np.int64(rows[r]["slot"])
        place = np.int64(ends[slot])
        ends[slot] += 1
        while place > 0 and ordered[place - 1]["slot"] == slot and _before(rows[r], ordered[place - 1]):
            ordered[place] = ordered[place - 1]
            place -= 1
        ordered[place] = rows[r]


def in_order(rows: AnyArray, size: int) -> AnyArray:
    """The same acts by resident, day and address.

    Args:
        rows: rows of `heights.ACT`, in any order.
        size: residents of the stretch.
    """
    ordered = np.zeros(rows.size, dtype=rows.dtype)
    if rows.size:
        ordered["slot"] = -1
        _place(rows, np.zeros(size + 1, np.int32), ordered)
    return ordered


@kernel
def gate(capacity: U32, seen_count: U8, denied: U32, rows: AnyArray, blocked: U8) -> Whole:
    """Mark the acts that a consequence denies; returns the looks that the others can get at most.

    Args:
        capacity: (acts,) bits that each act needs.
        seen_count: (acts,) sources that see each act.
        denied: (residents,) bits that consequences deny.
        rows: acts in order.
        blocked: written, 1 where the act was tried and denied.
    """
    looks = np.int64(0)
    for a in range(rows.size):
        act = np.int64(rows[a]["act"])
        blocked[a] = 1 if (denied[np.int64(rows[a]["slot"])] & capacity[act]) != 0 else 0
        if blocked[a] == 0:
            looks += np.int64(seen_count[act])
    return looks

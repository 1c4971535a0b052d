"""Scores that go back to their start, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from glasstown.vocab.arrays import I64


@dataclass(frozen=True, slots=True)
class ReturnTables:
    """How scores go back, by slot; 0 days is never.

    Attributes:
        every: (slots,) i64 days from one day of going back to the next.
        micro: (slots,) i64 millionths of the way back that each goes; 0 where it goes by points.
        points: (slots,) i64 thousandths of a point likewise.
        reset_every, reset_first: (slots,) i64 days from one setting to the next, and the first.
    """

    every: I64
    micro: I64
    points: I64
    reset_every: I64
    reset_first: I64


def no_returns(scores: int) -> ReturnTables:
    """Scores that stay where they are."""
    return ReturnTables(*(np.zeros(scores, np.int64) for _ in range(5)))

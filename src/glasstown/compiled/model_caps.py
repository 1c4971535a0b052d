"""Limits on points, and points that rise, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, I64, U8


@dataclass(frozen=True, slots=True)
class CapTables:
    """How much each rule may move. Points in thousandths.

    Attributes:
        tally: (rules,) i32 count of the thousandths that the rules of one limit have moved; -1 for no limit.
        points: (rules,) i64 what they give at most; below 0 what they take.
        days: (rules,) i32 days for which it counts; -1 for no limit.
        rises: (rules,) u8, 1 where each further record moves more.
        rising: (rules, 16) i64 points of the first record that counts, of the second, …, and of the last for all after.
        tallies: how many counts there are.
    """

    tally: I32
    points: I64
    days: I32
    rises: U8
    rising: I64
    tallies: int

"""Scores as numbers: where each starts, where it ends, how it adds up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from glasstown.compiled.model_returns import ReturnTables
from glasstown.vocab.arrays import I64, U8


class RankRow(NamedTuple):
    """One rank: its slot, the slot of the score by which it ranks, scope, days between rankings, and the first."""

    slot: int
    of: int
    scope: int
    every: int
    offset: int


@dataclass(frozen=True, slots=True)
class ScoreTables:
    """The scores of a scheme by slot; one row of noughts where there is none. Points in thousandths.

    Attributes:
        start, low, high: (slots,) i64 where each starts, its least and its greatest.
        each_entry: (slots,) u8, 1 where every movement is clamped at once, 0 where only what is read is.
        hidden: (slots,) u8, 1 where nobody is told their own.
        of: (slots,) u8 whose score each is, by place in `vocab.organisations.SUBJECTS`.
        moved_as: (slots,) i64 the slot whose rules move each: its own, or that of the score by which it ranks.
        ranks: those that rank: slot, slot ranked by, scope (`scheme.grammar_ranks.SCOPES`), days between, first day.
        returns: how each goes back to its start.
    """

    start: I64
    low: I64
    high: I64
    each_entry: U8
    hidden: U8
    moved_as: I64
    of: U8
    ranks: tuple[RankRow, ...]
    returns: ReturnTables

    @property
    def number(self) -> int:
        """How many slots there are: 1 where there is no score."""
        return int(self.start.size)

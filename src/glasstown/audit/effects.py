"""What a change did, under interference: to those whom the cause touched itself, to the others, and in all.

Every number is one world less another with the same people and the same luck, so it is exact in the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from glasstown.audit.punishment import punished_days
from glasstown.audit.spans import days_in
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Outcome

Totals = dict[int, int]
"""A whole number of something for each resident who has any."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One outcome in both worlds; `direct` and `spill_over` are None where the cause is everybody's."""

    id: str
    title: str
    unit: str
    base: int
    other: int
    direct: int | None
    spill_over: int | None
    better: int
    """Residents who have less of it in the changed world."""
    worse: int
    """Residents who have more of it there."""

    @property
    def total(self) -> int:
        """All of the difference: the changed world less the other."""
        return self.other - self.base


def effects(base: Ledger, other: Ledger, touched: frozenset[int] | None) -> tuple[Effect, ...]:
    """Every outcome of a pair.

    Args:
        base: the run.
        other: the world in which something is otherwise.
        touched: whom the cause touched itself; None where it is everybody's.
    """
    return tuple(_effect(id_, title, unit, count(base), count(other), touched) for id_, title, unit, count in OUTCOMES)


def _effect(id_: str, title: str, unit: str, mine: Totals, theirs: Totals, touched: frozenset[int] | None) -> Effect:
    moved = {who: theirs.get(who, 0) - mine.get(who, 0) for who in {*mine, *theirs}}
    direct = None if touched is None else sum(n for who, n in moved.items() if who in touched)
    rest = None if direct is None else sum(moved.values()) - direct
    return Effect(
        id_, title, unit, sum(mine.values()), sum(theirs.values()), direct, rest,
        better=sum(n < 0 for n in moved.values()), worse=sum(n > 0 for n in moved.values()),
    )  # fmt: skip


def _punished(ledger: Ledger) -> Totals:
    return dict.fromkeys(_punished_days(ledger), 1)


def _punished_days(ledger: Ledger) -> Totals:
    return {who: days_in(spans) for who, spans in punished_days(ledger).denied.items() if spans}


def _points_lost(ledger: Ledger) -> Totals:
    lost = ledger.table("entries").filter(pl.col("delta_milli") < 0)
    return _sums(lost.group_by("resident").agg(-pl.col("delta_milli").cast(pl.Int64).sum()))


def _falls(ledger: Ledger) -> Totals:
    worse = (pl.col("from_grade") > 0) & (pl.col("to_grade") > pl.col("from_grade"))
    return _sums(ledger.table("grades").filter(worse).group_by("resident").len())


def _denied(ledger: Ledger) -> Totals:
    denied = ledger.table("blocked").filter(pl.col("outcome") == int(Outcome.DENIED))
    return _sums(denied.group_by("resident").len())


def _harms(ledger: Ledger) -> Totals:
    return _sums(ledger.table("harms").group_by("resident").len())


def _held_back(ledger: Ledger) -> Totals:
    panel = ledger.table("panel")
    return _sums(panel.group_by("resident").agg(pl.col("held_back").cast(pl.Int64).max()))


def _sums(frame: pl.DataFrame) -> Totals:
    return {who: int(number) for who, number in frame.iter_rows() if number}


OUTCOMES: Final = (
    ("punished", "Punished on at least one day", "residents", _punished),
    ("punished-days", "Days of punishment", "days", _punished_days),
    ("points-lost", "Points lost, of all scores", "thousandths of a point", _points_lost),
    ("falls", "Falls to a worse grade", "times", _falls),
    ("denied", "Attempts denied", "acts", _denied),
    ("held-back", "Acts held back for fear", "acts", _held_back),
    ("harms", "Harm suffered", "times", _harms),
)
"""Outcomes of a pair: address, title, unit, and the count of each resident in a world."""

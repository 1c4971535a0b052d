"""The books of the punished: what the ledger holds of each of them, ready to be replayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from glasstown.audit.replay import Movement
from glasstown.audit.spans import Spans, merge
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Truth


@dataclass(frozen=True, slots=True)
class Book:
    """One punished resident: the days denied as they were, and every record that a rule answered."""

    resident: int
    first_day: int
    """First day on which the resident was graded."""
    denied: Spans
    movements: tuple[Movement, ...]
    untrue: frozenset[Movement]
    """Those of them that rest on a false record, or on one of somebody else's act."""

    def true_movements(self) -> list[Movement]:
        """The movements that stay when no untrue record had been made."""
        return [movement for movement in self.movements if movement not in self.untrue]


def read_books(ledger: Ledger) -> tuple[Book, ...]:
    """The books of every kept resident who had at least one day of a denying consequence."""
    denying = [row.code for row in ledger.manifest.names.consequences if row.deny]
    spells = ledger.table("spells").filter(pl.col("consequence").is_in(denying))
    spans: dict[int, list[tuple[int, int]]] = {}
    for resident, start, end in spells.select("resident", "start_day", "end_day").iter_rows():
        if end > start:
            spans.setdefault(resident, []).append((start, end))
    entries = _of(ledger.table("entries").filter(pl.col("kind") == Entry.RULE), spans)
    true, untrue = (
        _movements(entries, pl.col("truth") == Truth.TRUE),
        _movements(entries, pl.col("truth") != Truth.TRUE),
    )
    graded = _of(ledger.table("grades").filter(pl.col("from_grade") == 0), spans)
    first = dict(graded.group_by("resident").agg(pl.col("day").min()).iter_rows())
    return tuple(
        Book(
            resident,
            first.get(resident, 0),
            merge(spans[resident]),
            (*true.get(resident, ()), *untrue.get(resident, ())),
            frozenset(untrue.get(resident, ())),
        )
        for resident in sorted(spans)
    )


def _movements(entries: pl.DataFrame, which: pl.Expr) -> dict[int, list[Movement]]:
    """Movements by resident, of the entries asked for."""
    columns = ("resident", "day", "ref", "origin", "rule", "delta_milli")
    movements: dict[int, list[Movement]] = {}
    for resident, *values in entries.filter(which).select(columns).iter_rows():
        movements.setdefault(resident, []).append(Movement(*values))
    return movements


def _of(frame: pl.DataFrame, residents: Iterable[int]) -> pl.DataFrame:
    """The rows of some residents."""
    wanted = pl.DataFrame({"resident": pl.Series(sorted(residents), dtype=pl.UInt32)})
    return frame.join(wanted, on="resident", how="semi")

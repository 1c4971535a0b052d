"""The sum that checks: the start of each score of a resident, all its movements, and what it reads at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry


@dataclass(frozen=True, slots=True)
class Sum:
    """One score, in thousandths of a point."""

    score: str
    start_milli: int
    moved_milli: dict[str, int]
    """What each kind of movement came to (`vocab.codes.Entry`), with how often in `times`."""
    times: dict[str, int]
    end_milli: int

    @property
    def agrees(self) -> bool:
        """Whether the start and all movements are the score at the end."""
        return self.start_milli + sum(self.moved_milli.values()) == self.end_milli

    def to_plain(self) -> dict[str, Any]:
        """The sum as JSON holds it."""
        return {
            "score": self.score,
            "start_milli": self.start_milli,
            "moved_milli": self.moved_milli,
            "times": self.times,
            "end_milli": self.end_milli,
            "agrees": self.agrees,
        }


def sums_of(ledger: Ledger, resident: int) -> tuple[Sum, ...]:
    """The sum of each score that is the resident's, by its code."""
    mine = pl.col("resident") == resident
    entries = ledger.table("entries").filter(mine)
    columns = ("score", "score_milli", "day")
    first = ledger.table("panel").filter(mine).with_columns(score=pl.lit(0, pl.UInt8)).select(columns)
    last = pl.concat([first, ledger.table("scores_panel").filter(mine).select(columns)]).sort("day")
    ends = dict(last.select("score", "score_milli").iter_rows())
    return tuple(
        _sum(score.id or "score", score.start_milli, entries.filter(pl.col("score") == code), ends[code])
        for code, score in enumerate(ledger.manifest.resident_scores)
        if code in ends
    )


def _sum(name: str, start: int, entries: pl.DataFrame, end: int) -> Sum:
    totals, times = dict[str, int](), dict[str, int]()
    for kind, delta in entries.select("kind", "delta_milli").iter_rows():
        word = Entry(kind).name.lower()
        totals[word] = totals.get(word, 0) + delta
        times[word] = times.get(word, 0) + 1
    return Sum(name, start, totals, times, end)

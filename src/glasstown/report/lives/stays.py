"""The times of one resident on lists, as the ledger holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Truth

STILL_OPEN: Final = 3
_EXITS: Final = (
    "its term ended", "what was owed was performed", "the list ended", "still open", "an appeal was upheld",
    "consent was withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stay:
    """One ground that kept the resident on a list: from its first day to the first day after it."""

    list: str
    ground: str
    start_day: int
    end_day: int
    truth: Truth
    way: str
    """How it ended, in words."""
    is_open: bool
    """Whether it was still open at the end of the run."""


def read_stays(ledger: Ledger, resident: int) -> tuple[Stay, ...]:
    """Every ground that listed one resident, in order of its first day."""
    names = ledger.manifest.names
    lists, grounds = {row.code: row.id for row in names.lists}, {row.code: row for row in names.grounds}
    rows = ledger.table("listings").filter(pl.col("resident") == resident).sort("entry_day", "ground")
    columns = ("ground", "entry_day", "end_day", "truth", "exit")
    return tuple(
        Stay(lists[grounds[code].list], grounds[code].id, start, end, Truth(truth), _EXITS[way], way == STILL_OPEN)
        for code, start, end, truth, way in rows.select(columns).iter_rows()
        if end > start
    )

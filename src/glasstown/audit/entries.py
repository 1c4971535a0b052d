"""Movements as the table of entries has them, of residents and of organisations alike."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.movements import Movement
from glasstown.vocab.codes import Entry

MOVING: Final = tuple(int(kind) for kind in (
    Entry.RULE, Entry.ASSOCIATION, Entry.OVERRIDE, Entry.STATE, Entry.PEER, Entry.APPEAL, Entry.LIFTED,
    Entry.REPAIR, Entry.QUANTITY,
))  # fmt: skip
"""Kinds of entries from which score and grade can be kept again: clamps and expiries follow from them."""


def movements_of(entries: pl.DataFrame, which: pl.Expr, of: str = "resident") -> dict[int, list[Movement]]:
    """Movements by resident, of the entries asked for.

    Args:
        entries: rows of `entries`, or of `organisation_entries`.
        which: which of them.
        of: "organisation" for those of firms and governments.
    """
    columns = ("day", "ref", "origin", "rule", "delta_milli", "via", "kind")
    rows = entries.filter(which).select(*columns, true_milli=0, alone_milli=0, score="score", whose=of)
    movements: dict[int, list[Movement]] = {}
    for *values, whose in rows.iter_rows():
        movements.setdefault(whose, []).append(Movement._make(values))
    return movements

"""Who fell, by one definition: a worse grade, a list that punishes, or a consequence that harms, on any day of a run.

It is what a life has decision files of, but for refused appeals. The comparable resident never came under any of it,
and whoever is spared in another world comes under none of it there. Being punished (`audit.punishment`) is narrower:
who fell to a grade that takes nothing is not punished, and has lost what the better grade gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

import numpy as np

from glasstown.audit.listings import punishing_lists
from glasstown.ledger.model_names import Names
from glasstown.ledger.reader import Ledger
from glasstown.vocab.arrays import AnyArray, Bools

SPARED: Final = (
    "spared is whoever, on no day of the run, falls to a worse grade, stands on a list that punishes, or is under a "
    "consequence that harms"
)
"""The definition in words, as every page prints it."""

TABLES: Final = ("grades", "listings", "spells")
"""Tables that tell who fell."""

Columns: TypeAlias = Mapping[str, AnyArray]
"""One table: columns of one length by name."""

_COLUMNS: Final = {
    "grades": ("resident", "from_grade", "to_grade"),
    "listings": ("resident", "ground", "entry_day", "end_day"),
    "spells": ("resident", "consequence"),
}


def fallen(ledger: Ledger) -> frozenset[int]:
    """Whoever fell, of those whose rows a run kept."""
    frames = {name: ledger.table(name).select(columns) for name, columns in _COLUMNS.items()}
    tables = {name: {column.name: column.to_numpy() for column in frame} for name, frame in frames.items()}
    return fallen_in(ledger.manifest.names, tables)


def fallen_in(names: Names, tables: Mapping[str, Columns]) -> frozenset[int]:
    """Whoever fell, by rows of `TABLES`; a table that is not there has none.

    Args:
        names: those of the run.
        tables: rows as the ledger has them, of the whole run or of some days.
    """
    found = [columns["resident"][_against(names, table, columns)] for table, columns in tables.items()]
    return frozenset(int(who) for residents in found for who in residents)


def _against(names: Names, table: str, columns: Columns) -> Bools:
    """Which rows of a table are against whoever they are about."""
    if table == "grades":
        before = columns["from_grade"]
        return (before > 0) & (columns["to_grade"] > before)
    if table == "listings":
        punishing = punishing_lists(names)
        codes = [row.code for row in names.grounds if row.list in punishing]
        return np.isin(columns["ground"], codes) & (columns["end_day"] > columns["entry_day"])
    return np.isin(columns["consequence"], [row.code for row in names.consequences if row.harms])

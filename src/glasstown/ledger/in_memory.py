"""A world that is kept in memory: the same tables as a run folder would hold, read at once, and never on disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from glasstown.ledger.model import SEALED, Manifest
from glasstown.ledger.reader import Ledger
from glasstown.ledger.tables import SCHEMAS, TABLE_NAMES, to_arrow

if TYPE_CHECKING:  # living a world must not wait for the frames library
    import polars as pl

IN_MEMORY: Final = Path("(in memory)")
"""What stands for the folder of such a world where it is named."""

_ROWS: Final = 1 << 20
"""Rows of one table that wait before they are put into the narrow types of the catalogue."""


class Remembered:
    """Takes the rows of one world, and gives them back as a ledger.

    Args:
        forgets: tables whose rows are not kept; reading them is refused.
    """

    def __init__(self, forgets: Collection[str] = ()) -> None:
        """Begin with nothing."""
        self._forgets = frozenset(forgets)
        self._waiting: dict[str, list[Mapping[str, Any]]] = {}
        self._rows: dict[str, int] = {}
        self._kept: dict[str, list[pa.Table]] = {}

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Take rows of one table, as columns of one length; their values are copied."""
        size = len(next(iter(columns.values())))
        if table in self._forgets or not size:
            return
        self._waiting.setdefault(table, []).append({name: np.array(column) for name, column in columns.items()})
        self._rows[table] = self._rows.get(table, 0) + size
        if self._rows[table] >= _ROWS:
            self._narrow(table)

    def log_step(self, summary: Mapping[str, Any]) -> None:
        """Take the summary of a step, and forget it: the table of steps holds the same."""

    def checkpoint(self, step: int, arrays: Mapping[str, Any], meta: Mapping[str, Any]) -> None:
        """Keep nothing: a world in memory is lived again from its beginning."""

    def ledger(self, manifest: Manifest, digest: str, life_digest: str) -> Ledger:
        """Everything that was taken, as a finished world.

        Args:
            manifest: what was known before the first step.
            digest: digest of the result.
            life_digest: digest of the lives alone.

        Raises:
            ValueError: a column is missing, unknown, of another length, or holds a value out of range.
        """
        sealed = replace(manifest, status=SEALED, digest=digest, life_digest=life_digest, files={})
        frames = {name: self._frame(name) for name in TABLE_NAMES if name not in self._forgets}
        return Ledger(IN_MEMORY, sealed, frames, self._forgets)

    def _narrow(self, table: str) -> None:
        pieces = self._waiting.pop(table, [])
        self._rows[table] = 0
        if pieces:
            columns = {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
            self._kept.setdefault(table, []).append(to_arrow(table, columns))

    def _frame(self, table: str) -> pl.DataFrame:
        import polars as pl  # noqa: PLC0415  see above

        self._narrow(table)
        parts = self._kept.pop(table, [])
        return pl.DataFrame(pl.from_arrow(pa.concat_tables(parts) if parts else SCHEMAS[table].empty_table()))

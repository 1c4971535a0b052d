"""Opening a finished run folder. A reader checks everything and changes nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glasstown.ledger.finished import has_pair
from glasstown.ledger.layout import BASELINE, DERIVED, LOG, SCHEME, TABLES
from glasstown.ledger.model import Manifest
from glasstown.ledger.seal import read_sealed
from glasstown.ledger.tables import SCHEMAS
from glasstown.vocab.errors import RunFolderError

if TYPE_CHECKING:  # reading a manifest must not wait for the frames library
    import polars as pl


@dataclass(frozen=True, slots=True)
class Ledger:
    """A finished, checked world: its manifest, its scheme text, and its tables on demand."""

    folder: Path
    manifest: Manifest
    _frames: dict[str, pl.DataFrame] = field(default_factory=dict[str, "pl.DataFrame"], repr=False, compare=False)
    forgotten: frozenset[str] = frozenset()
    """Tables that were not kept, of a world in memory."""

    def table(self, name: str) -> pl.DataFrame:
        """One table as a polars frame, read at the first call; empty where nothing was written.

        Args:
            name: one of `ledger.tables.TABLE_NAMES`.

        Raises:
            KeyError: there is no such table, or it was not kept.
            RunFolderError: a part does not hold the columns of the catalogue.
        """
        if name in self.forgotten:
            message = f"table {name} of this world was not kept"
            raise KeyError(message)
        if name not in self._frames:
            self._frames[name] = self._read(name)
        return self._frames[name]

    def scheme_text(self) -> str:
        """The scheme file as it ran; empty for the world without a scheme."""
        return (self.folder / SCHEME).read_text(encoding="utf-8") if self.manifest.scheme else ""

    def log(self) -> list[dict[str, Any]]:
        """The summary lines, one per step."""
        with (self.folder / LOG).open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def derived(self) -> Path:
        """The folder for what is made from the run, outside its seal; created when asked for."""
        path = self.folder / DERIVED
        path.mkdir(exist_ok=True)
        return path

    def baseline(self) -> Ledger | None:
        """The paired world without the scheme, checked like any other; None where none was asked for.

        Raises:
            RunFolderError: it was asked for and is missing, unfinished, damaged or touched.
        """
        if (self.folder / BASELINE).is_dir():
            return open_run(self.folder / BASELINE)
        if has_pair(self.manifest):
            raise RunFolderError(
                f"the paired world of the run in {self.folder} is missing",
                where=str(self.folder / BASELINE),
                why="it was asked for, and its folder was taken away or not begun yet",
                fix=f"live it: glasstown resume {self.folder}",
            )
        return None

    def _read(self, name: str) -> pl.DataFrame:
        """Read all parts of a table in order."""
        import polars as pl  # noqa: PLC0415  see above
        import pyarrow.parquet as pq  # noqa: PLC0415  likewise

        schema = SCHEMAS[name]
        prefix = f"{TABLES}/{name}/"
        parts = [self.folder / path for path in sorted(self.manifest.files) if path.startswith(prefix)]
        for part in parts:
            if pq.read_schema(part).remove_metadata() != schema:
                raise RunFolderError(
                    f"table {name} of the run in {self.folder} has other columns than this program knows",
                    where=str(part),
                    fix="open it with the program version its manifest names",
                )
        return pl.read_parquet(parts) if parts else pl.DataFrame(pl.from_arrow(schema.empty_table()))


def open_run(folder: Path) -> Ledger:
    """Open a finished run folder.

    Every file is checked against the seal first; nothing is half read.

    Raises:
        RunFolderError: no run folder, unfinished, of another format, damaged, cut short or touched.
    """
    return Ledger(folder, read_sealed(folder))

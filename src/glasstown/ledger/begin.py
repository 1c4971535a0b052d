"""Where a run may begin: in a folder that is absent, empty, or left by a writer that died while it began."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.durable import TEMPORARY
from glasstown.ledger.layout import LOCK, LOG, SCHEME, SOCIETY
from glasstown.vocab.errors import RunFolderError


def refuse_unless_empty(folder: Path) -> None:
    """Raise unless a new run may begin here: nothing there, or what a writer left that died while it began.

    Raises:
        RunFolderError: the folder holds something, or is none.
    """
    if folder.exists() and (not folder.is_dir() or not _is_unbegun({path.name for path in folder.iterdir()})):
        raise RunFolderError(
            f"{folder} holds something already",
            where=str(folder),
            why="a run folder holds one run, and nothing is overwritten",
            fix="name a folder that is absent or empty with --out, or remove this one",
        )


def _is_unbegun(names: set[str]) -> bool:
    """Whether these files are none, or those of a writer (it took its lock) that died before its manifest stood."""
    ours = {name for name in names if name in (LOCK, LOG, SCHEME, SOCIETY) or name.endswith(TEMPORARY)}
    return not names or (LOCK in names and names == ours)

"""Whether a run is finished: its own world, and the paired one where that was asked for."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.layout import BASELINE
from glasstown.ledger.manifest import read_manifest
from glasstown.ledger.model import SEALED, Manifest
from glasstown.vocab.errors import RunFolderError


def has_pair(manifest: Manifest) -> bool:
    """Whether the same people without the scheme belong to this run."""
    return manifest.kind == "scheme" and manifest.baseline != "none"


def refuse_if_finished(folder: Path) -> None:
    """Raise where nothing is left to live.

    Raises:
        RunFolderError: there is no run, or it is finished with its paired world.
    """
    manifest = read_manifest(folder)
    if manifest.status == SEALED and (not has_pair(manifest) or _is_sealed(folder / BASELINE)):
        raise RunFolderError(
            f"{folder} is finished",
            where=str(folder),
            why="a sealed run is never changed",
            fix=f"see what it shows: glasstown show {folder}",
        )


def _is_sealed(folder: Path) -> bool:
    return (folder / "manifest.json").exists() and read_manifest(folder).status == SEALED

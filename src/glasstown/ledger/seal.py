"""The seal: every file of a finished run must be the one that was sealed, and none may be added."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.durable import digest_file
from glasstown.ledger.layout import BASELINE, stored_parts
from glasstown.ledger.manifest import read_manifest
from glasstown.ledger.model import RUNNING, FileSeal, Manifest
from glasstown.vocab.errors import RunFolderError


def read_sealed(folder: Path) -> Manifest:
    """Read the manifest of a finished run and check every file against its seal.

    Raises:
        RunFolderError: there is no run, it is not finished, or a file is missing, cut short, changed or
            added. The error names the folder and up to five files.
    """
    manifest = read_manifest(folder)
    if manifest.status == RUNNING:
        whole = folder.parent if folder.name == BASELINE else folder
        raise RunFolderError(
            f"the run in {folder} is not finished",
            where=str(folder),
            why="it is still being lived, or it was stopped",
            fix=f"go on with it: glasstown resume {whole}",
        )
    if faults := find_faults(folder, manifest):
        shown = "; ".join(faults[:5]) + (f"; and {len(faults) - 5} more" if len(faults) > len(faults[:5]) else "")
        raise RunFolderError(
            f"the run in {folder} is damaged or was touched after it was sealed",
            where=str(folder),
            why=shown,
            fix="restore the folder from a copy, or run the scheme again into a new folder",
        )
    return manifest


def find_faults(folder: Path, manifest: Manifest) -> list[str]:
    """Everything in which a sealed folder differs from its seal, one text each."""
    faults = [fault for name, seal in sorted(manifest.files.items()) if (fault := _fault(folder / name, name, seal))]
    added = [name for name in stored_parts(folder) if name not in manifest.files]
    return faults + [f"{name} was added" for name in added]


def _fault(path: Path, name: str, seal: FileSeal) -> str:
    """How one file differs from its seal, or an empty text."""
    if not path.is_file():
        return f"{name} is missing"
    size = path.stat().st_size
    if size != seal.bytes:
        return f"{name} has {size} bytes and should have {seal.bytes}"
    return "" if digest_file(path) == seal.digest else f"{name} was changed"

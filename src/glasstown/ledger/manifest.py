"""`manifest.json`: written whole or not at all, with a digest over itself; read with a strict eye."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, cast

from glasstown.ledger.durable import digest_bytes, write_whole
from glasstown.ledger.model import FORMAT, KINDS, STATUSES, Manifest
from glasstown.ledger.strict import ShapeError, from_plain, to_plain
from glasstown.vocab.errors import RunFolderError

FILE: Final = "manifest.json"
_SEAL: Final = "seal"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put the manifest into a run folder, replacing the one before in one step."""
    plain = to_plain(manifest)
    plain[_SEAL] = _digest(plain)
    text = json.dumps(plain, indent=1, ensure_ascii=False, sort_keys=True)
    write_whole(folder / FILE, text.encode() + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """Read and check the manifest of a run folder.

    Raises:
        RunFolderError: there is none, it is damaged or touched, or it is of another format version.
    """
    plain = _parse(folder)
    version = plain.get("format")
    if version != FORMAT:
        raise RunFolderError(
            f"this run folder is of format {version}, and this program reads format {FORMAT}",
            where=str(folder / FILE),
            why="the tables may mean something else",
            fix="open it with the program version it names, or run the scheme again",
        )
    seal = plain.pop(_SEAL, None)
    if seal != _digest(plain):
        raise _damaged(folder, "its own digest does not match: it was changed after it was written")
    try:
        manifest = from_plain(Manifest, plain)
    except ShapeError as error:
        raise _damaged(folder, str(error)) from error
    if manifest.status not in STATUSES or manifest.kind not in KINDS:
        raise _damaged(folder, f"status {manifest.status!r} or kind {manifest.kind!r} is unknown")
    return manifest


def _parse(folder: Path) -> dict[str, Any]:
    """Read the JSON object of a folder's manifest."""
    path = folder / FILE
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RunFolderError(
            f"{folder} is not a run folder" if folder.is_dir() else f"there is no run folder {folder}",
            where=str(path),
            why="a run folder holds a manifest.json",
            fix="name the folder that `glasstown run --out` wrote",
        ) from error
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise _damaged(folder, str(error)) from error
    if not isinstance(plain, dict):
        raise _damaged(folder, "it is no JSON object")
    return cast("dict[str, Any]", plain)


def _damaged(folder: Path, why: str) -> RunFolderError:
    """The error of a manifest that cannot be trusted."""
    return RunFolderError(
        "the manifest of this run is damaged",
        where=str(folder / FILE),
        why=why,
        fix="restore the folder from a copy, or run the scheme again into a new folder",
    )


def _digest(plain: dict[str, Any]) -> str:
    """Digest of a manifest's content, whatever the order of its keys."""
    return digest_bytes(json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())

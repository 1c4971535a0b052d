"""Checkpoints: the state of a world between two steps, with the parts of tables that belong to it.

A checkpoint is a folder that is renamed into place when everything in it is on disk. It names the
length of the log and every part written so far with its digest, so that a run goes on from it only
when all of them are whole; what was written after it is dropped and written again, to the same rows.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from glasstown.ledger.durable import TEMPORARY, digest_bytes, digest_file, force_to_disk
from glasstown.ledger.layout import CHECKPOINTS, LOG, checkpoint_folder
from glasstown.ledger.model import FileSeal
from glasstown.ledger.strict import ShapeError, from_plain, to_plain
from glasstown.vocab.arrays import AnyArray

KEPT_CHECKPOINTS: Final = 2
"""The newest, and the one before it in case the newest is damaged."""

_META: Final = "meta.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a checkpoint says: the next step, what the engine noted, and which files belong to it."""

    step: int
    note: str
    arrays: dict[str, str]
    parts: dict[str, FileSeal]
    log_bytes: int
    log_digest: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A whole checkpoint, read back: go on with `step`."""

    step: int
    arrays: dict[str, AnyArray]
    meta: dict[str, Any]
    mark: Mark


def write_checkpoint(
    folder: Path, step: int, arrays: Mapping[str, AnyArray], meta: Mapping[str, Any], parts: Mapping[str, FileSeal]
) -> None:
    """Write a checkpoint, then forget all but the newest two.

    Args:
        folder: the run folder; its log must be on disk.
        step: the step to go on with.
        arrays: state by name; a name is a file name.
        meta: anything JSON can hold.
        parts: every part of every table written so far.
    """
    final = checkpoint_folder(folder, step)
    aside = final.with_name(f".{final.name}{TEMPORARY}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    digests: dict[str, str] = {}
    for name, array in arrays.items():
        path = aside / f"{name}.npy"
        np.save(path, array, allow_pickle=False)
        force_to_disk(path)
        digests[name] = digest_file(path)
    log = folder / LOG
    note = json.dumps(dict(meta), sort_keys=True)
    mark = Mark(step, note, digests, dict(parts), log.stat().st_size, digest_file(log))
    body = json.dumps(to_plain(mark), sort_keys=True)
    meta_path = aside / _META
    meta_path.write_text(json.dumps({"mark": body, "digest": digest_bytes(body.encode())}), encoding="utf-8")
    force_to_disk(meta_path)
    force_to_disk(aside)
    shutil.rmtree(final, ignore_errors=True)
    aside.replace(final)
    force_to_disk(final.parent)
    for old in _newest_first(folder)[KEPT_CHECKPOINTS:]:
        shutil.rmtree(old, ignore_errors=True)


def newest_whole(folder: Path) -> Checkpoint | None:
    """The newest checkpoint whose state, parts and log are all whole; None if there is none."""
    for path in _newest_first(folder):
        mark = _read_mark(path)
        if mark is not None and _is_whole(folder, path, mark):
            arrays = {name: np.load(path / f"{name}.npy", allow_pickle=False) for name in mark.arrays}
            return Checkpoint(mark.step, arrays, json.loads(mark.note), mark)
    return None


def forget_after(folder: Path, step: int) -> None:
    """Remove every checkpoint that goes on with a later step, and whatever was left half written."""
    keep = checkpoint_folder(folder, step).name
    root = folder / CHECKPOINTS
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name.startswith(".") or path.name > keep:
            shutil.rmtree(path, ignore_errors=True)


def _newest_first(folder: Path) -> list[Path]:
    """Finished checkpoint folders, newest first."""
    return sorted((folder / CHECKPOINTS).glob("step-*"), reverse=True)


def _read_mark(path: Path) -> Mark | None:
    """What a checkpoint says, or None where its text is damaged."""
    try:
        outer = json.loads((path / _META).read_text(encoding="utf-8"))
        if digest_bytes(outer["mark"].encode()) != outer["digest"]:
            return None
        return from_plain(Mark, json.loads(outer["mark"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ShapeError):
        return None


def _is_whole(folder: Path, path: Path, mark: Mark) -> bool:
    """Whether everything a checkpoint names is there with the digest it names."""
    log = folder / LOG
    if not log.is_file() or log.stat().st_size < mark.log_bytes or digest_file(log, mark.log_bytes) != mark.log_digest:
        return False
    wanted = {path / f"{name}.npy": digest for name, digest in mark.arrays.items()}
    wanted |= {folder / part: seal.digest for part, seal in mark.parts.items()}
    return all(file.is_file() and digest_file(file) == digest for file, digest in wanted.items())

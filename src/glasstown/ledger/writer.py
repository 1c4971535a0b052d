"""Writing a run folder: append rows, flush them into parts, take checkpoints, seal.

A process may be killed at any moment. What it leaves is a folder that `reopen` goes on with to the
same rows, or one that is refused by name; never one that reads as something it is not.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from glasstown.ledger.begin import refuse_unless_empty
from glasstown.ledger.checkpoint import Checkpoint, forget_after, newest_whole, write_checkpoint
from glasstown.ledger.durable import TEMPORARY, digest_bytes, digest_file, force_to_disk, publish, write_whole
from glasstown.ledger.failure import saying_how_to_go_on
from glasstown.ledger.layout import CHECKPOINTS, LOCK, LOG, SCHEME, SOCIETY, TABLES, part_path, stored_parts
from glasstown.ledger.lock import Lock, take_lock
from glasstown.ledger.manifest import read_manifest, write_manifest
from glasstown.ledger.model import RUNNING, SEALED, FileSeal, Manifest
from glasstown.ledger.tables import to_arrow
from glasstown.vocab.errors import RunFolderError


class RunWriter:
    """The one open run folder of a world that is being lived. Close it, seal it, or die: all are safe."""

    def __init__(self, folder: Path, manifest: Manifest, lock: Lock, parts: Mapping[str, FileSeal]) -> None:
        """Take over a folder whose lock is held. Use `create` or `reopen`."""
        self.folder, self.manifest = folder, manifest
        self._lock = lock
        self._parts = dict(parts)
        self._pending: dict[str, list[pa.Table]] = {}
        self._log = (folder / LOG).open("ab")

    @classmethod
    def create(
        cls, folder: Path, manifest: Manifest, scheme_text: str | None = None, society_text: str = ""
    ) -> RunWriter:
        """Begin a run in a folder that is absent or empty.

        Args:
            folder: the run folder.
            manifest: what is known before the first step; its status is set to running.
            scheme_text: the scheme file as written; None for the world without a scheme.
            society_text: the society file as written; empty for a society that comes with the package.

        Raises:
            RunFolderError: the folder holds something already, or cannot be written.
        """
        refuse_unless_empty(folder)
        expected = manifest.scheme.text_digest if manifest.scheme else None
        if expected != (None if scheme_text is None else digest_bytes(scheme_text.encode())):
            raise ValueError("the manifest does not belong to this scheme text")
        if manifest.society.text_digest != (digest_bytes(society_text.encode()) if society_text else ""):
            raise ValueError("the manifest does not belong to this society text")
        manifest = replace(manifest, status=RUNNING, files={})
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _releasing(take_lock(folder)) as lock:
                if scheme_text is not None:
                    write_whole(folder / SCHEME, scheme_text.encode())
                if society_text:
                    write_whole(folder / SOCIETY, society_text.encode())
                (folder / LOG).touch()
                write_manifest(folder, manifest)
                return cls(folder, manifest, lock, {})
        except OSError as error:
            raise RunFolderError(f"cannot write {folder}", why=str(error), fix="name another folder") from error

    @classmethod
    def reopen(cls, folder: Path) -> tuple[RunWriter, Checkpoint | None]:
        """Take up a run that was stopped or killed.

        Goes back to the newest whole checkpoint and drops everything written after it; without one the
        run begins again from step 0.

        Returns:
            The writer, and the checkpoint to go on from (None: from the start).

        Raises:
            RunFolderError: there is no such run, it is finished, it is being written, or it was touched.
        """
        manifest = read_manifest(folder)
        if manifest.status == SEALED:
            raise RunFolderError(
                f"{folder} is finished",
                where=str(folder),
                why="a sealed run is never changed",
                fix="`glasstown show` it",
            )
        with _releasing(take_lock(folder)) as lock:
            check_scheme_text(folder, manifest)
            check_society_text(folder, manifest)
            point = newest_whole(folder)
            _go_back(folder, point)
            return cls(folder, manifest, lock, point.mark.parts if point else {}), point

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Add rows to a table. They reach the disk with the next flush.

        Args:
            table: one of `ledger.tables.TABLE_NAMES`.
            columns: one numpy array per column of the catalogue, all of one length. The arrays may be
                reused at once: their values are copied.

        Raises:
            ValueError: a column is missing, unknown, of another length, or holds a value out of range.
        """
        rows = to_arrow(table, columns)
        if rows.num_rows:
            self._pending.setdefault(table, []).append(rows)

    def flush(self) -> None:
        """Put all appended rows on disk, as one more part of each table that has some.

        Raises:
            WriteError: the disk refused; the run can be resumed.
        """
        with saying_how_to_go_on(self.folder):
            for table, pieces in self._pending.items():
                self._write_part(table, pa.concat_tables(pieces))
        self._pending = {}

    def _write_part(self, table: str, rows: pa.Table) -> None:
        """Write one part of a table and note its seal."""
        prefix = f"{TABLES}/{table}/"
        name = part_path(table, sum(path.startswith(prefix) for path in self._parts))
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}{TEMPORARY}")
        pq.write_table(rows, aside, compression="zstd")
        publish(aside, path)
        self._parts[name] = FileSeal(digest_file(path), path.stat().st_size, rows.num_rows)

    def log_step(self, summary: Mapping[str, Any]) -> None:
        """Add one line to the log: what one step came to."""
        with saying_how_to_go_on(self.folder):
            self._log.write(json.dumps(dict(summary), sort_keys=True).encode() + b"\n")
            self._log.flush()

    def checkpoint(self, step: int, arrays: Mapping[str, Any], meta: Mapping[str, Any]) -> None:
        """Flush, then keep the state from which `step` and all after it can be lived again.

        Args:
            step: the next step to live.
            arrays: state arrays by name (letters, digits, `_` and `-`).
            meta: anything JSON can hold.

        Raises:
            WriteError: the disk refused; the run can be resumed.
        """
        self.flush()
        with saying_how_to_go_on(self.folder):
            self._sync_log()
            write_checkpoint(self.folder, step, arrays, meta, self._parts)

    def seal(self, *, digest: str, life_digest: str, timings: Mapping[str, float] | None = None) -> Manifest:
        """Finish the run: every file gets its digest, and from now on nothing may change.

        Args:
            digest: digest of the result.
            life_digest: digest of the lives alone.
            timings: seconds by phase, to be shown; no part of the result.

        Raises:
            WriteError: the disk refused; the run can be resumed.
        """
        self.flush()
        with saying_how_to_go_on(self.folder):
            self._sync_log()
            self._seal(digest, life_digest, dict(timings or {}))
        shutil.rmtree(self.folder / CHECKPOINTS, ignore_errors=True)
        (self.folder / LOCK).unlink(missing_ok=True)
        self.close()
        return self.manifest

    def _seal(self, digest: str, life_digest: str, timings: dict[str, float]) -> None:
        """Write the manifest that closes the folder."""
        files = dict(self._parts)
        for name in (SCHEME, SOCIETY, LOG):
            path = self.folder / name
            if path.is_file():
                files[name] = FileSeal(digest_file(path), path.stat().st_size, 0)
        self.manifest = replace(
            self.manifest,
            status=SEALED,
            digest=digest,
            life_digest=life_digest,
            timings=timings,
            files=files,
        )
        write_manifest(self.folder, self.manifest)

    def close(self) -> None:
        """Let go of the folder. Rows that were not flushed are forgotten; a resume makes them again."""
        with suppress(OSError):  # a full disk takes no last line either, and the log is cut back anyway
            self._log.close()
        self._lock.close()

    def _sync_log(self) -> None:
        """Force the log to disk."""
        self._log.flush()
        force_to_disk(self.folder / LOG)


@contextmanager
def _releasing(lock: Lock) -> Generator[Lock]:
    """Let go of a lock when what it was taken for fails."""
    try:
        yield lock
    except BaseException:
        lock.close()
        raise


def _go_back(folder: Path, point: Checkpoint | None) -> None:
    """Drop everything that was written after a checkpoint; without one, everything."""
    forget_after(folder, point.step if point else -1)
    parts = point.mark.parts if point else {}
    for path in stored_parts(folder):
        if path not in parts:
            (folder / path).unlink()
    with (folder / LOG).open("ab") as log:
        log.truncate(point.mark.log_bytes if point else 0)


def check_scheme_text(folder: Path, manifest: Manifest) -> None:
    """Refuse a folder whose scheme is not the one the run began with.

    Raises:
        RunFolderError: it is missing or was changed.
    """
    if manifest.scheme is None:
        return
    path = folder / SCHEME
    if not path.is_file() or digest_file(path) != manifest.scheme.text_digest:
        raise RunFolderError(
            "the scheme of this run is missing or was changed",
            where=str(path),
            why="the rest of the run would belong to another scheme",
            fix="restore scheme.toml from a copy, or run the scheme again into a new folder",
        )


def check_society_text(folder: Path, manifest: Manifest) -> None:
    """Refuse a folder whose society file is not the one the run began with.

    Raises:
        RunFolderError: it is missing or was changed.
    """
    path = folder / SOCIETY
    expected = manifest.society.text_digest
    if expected and not (path.is_file() and digest_file(path) == expected):
        raise RunFolderError(
            "the society of this run is missing or was changed",
            where=str(path),
            why="the rest of the run would be lived by other people",
            fix="restore society.toml from a copy, or run the scheme again into a new folder",
        )

"""Bytes that are either wholly on disk or not there: write aside, force to disk, rename."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

TEMPORARY: Final = ".writing"
"""Suffix of a file or folder that is not finished. A reader never opens one."""

_CHUNK: Final = 1 << 20


def digest_bytes(data: bytes) -> str:
    """BLAKE2b of some bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_file(path: Path, limit: int | None = None) -> str:
    """BLAKE2b of a file, or of its first `limit` bytes; 32 hexadecimal digits."""
    state = hashlib.blake2b(digest_size=16)
    left = path.stat().st_size if limit is None else limit
    with path.open("rb") as stream:
        while left > 0:
            chunk = stream.read(min(_CHUNK, left))
            if not chunk:
                break
            state.update(chunk)
            left -= len(chunk)
    return state.hexdigest()


def force_to_disk(path: Path) -> None:
    """Wait until a file's bytes, or a folder's list of names, have left the machine's memory."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def publish(temporary: Path, final: Path) -> None:
    """Give a finished temporary file its name, in one step that a crash cannot cut in half."""
    force_to_disk(temporary)
    temporary.replace(final)
    force_to_disk(final.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that it holds either its old bytes or all of the new ones."""
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    temporary.write_bytes(data)
    publish(temporary, path)

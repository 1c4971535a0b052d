"""One writer at a time: a lock that the operating system lets go of when its holder dies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from glasstown.ledger.layout import LOCK
from glasstown.vocab.errors import RunFolderError

Lock = IO[bytes]


def take_lock(folder: Path) -> Lock:
    """Take the writer's lock of a run folder; it lasts until the handle is closed.

    Raises:
        RunFolderError: another process is writing here.
    """
    handle = (folder / LOCK).open("ab")
    if sys.platform == "win32":  # no advisory lock there: two writers are the user's own doing
        return handle
    import fcntl  # noqa: PLC0415  Windows has no such module

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        handle.close()
        raise RunFolderError(
            f"another process is writing {folder}",
            where=str(folder / LOCK),
            why="two writers would mix two worlds",
            fix="wait for it, or stop it, and try again",
        ) from error
    return handle

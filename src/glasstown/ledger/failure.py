"""When the disk refuses what a run writes: which folder, why in words, and how to go on."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from glasstown.ledger.layout import BASELINE
from glasstown.vocab.errors import RunFolderError

_FULL: Final = "the disk is full"
_WORDS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "no file here may become so large",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.ENOENT: "the folder, or a part of it, was taken away",
}


class WriteError(RunFolderError):
    """A run ended because its folder could not be written; what was written before is kept."""

    exit_code = 3


@contextmanager
def saying_how_to_go_on(folder: Path) -> Generator[None]:
    """Turn a refusal of the operating system into one that names the run folder and the way on."""
    try:
        yield
    except OSError as error:
        whole = folder.parent if folder.name == BASELINE else folder
        raise WriteError(
            f"the run in {folder} cannot be written any further",
            where=str(error.filename or folder),
            why=cause(error),
            fix=f"make room, or see to it that the folder can be written; then go on: glasstown resume {whole}",
        ) from error


def cause(error: OSError) -> str:
    """Why the operating system refused, in words."""
    if error.errno in _WORDS:
        return _WORDS[error.errno]
    if "requested and" in str(error):  # what numpy says of a short write; it keeps no number of the error
        return f"only a part of the bytes was taken; most likely {_FULL}"
    return error.strerror or str(error)

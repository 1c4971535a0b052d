"""The one door to Numba.

Numba's disk cache does not notice an edit in a file that a cached function calls (numba issue 1833),
so the cache folder is named after a digest of every file that holds kernels: an edit anywhere opens a
fresh folder. With `NUMBA_DISABLE_JIT=1` every kernel runs as plain Python, to the same bits.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

ROOMS_WITH_KERNELS: Final = ("vocab", "kernels", "society", "simulate")
"""Rooms whose files are part of the cache's name. All kernels, and the constants they use, live in them."""

F = TypeVar("F", bound=Callable[..., Any])


def kernel_digest() -> str:
    """Digest of every kernel file of the package, 16 hexadecimal digits."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.blake2b(digest_size=8)
    for room in ROOMS_WITH_KERNELS:
        for path in sorted((package / room).rglob("*.py")):
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def cache_folder() -> Path:
    """The folder compiled kernels are kept in: under the user's cache, named by digest and Python."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    return Path(base) / "glasstown" / "kernels" / f"{version}-{kernel_digest()}"


os.environ["NUMBA_CACHE_DIR"] = str(cache_folder())
import numba  # noqa: E402  the cache folder must be named before Numba reads its settings
from numba.core import config as numba_config  # noqa: E402  likewise

# for a program that imported Numba before us
numba_config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]  # pyright: ignore[reportAttributeAccessIssue]

JIT_IS_ON: Final = os.environ.get("NUMBA_DISABLE_JIT", "0") in {"", "0"}
"""False when kernels run as plain Python (`NUMBA_DISABLE_JIT=1`)."""

BOUNDS_CHECKED: Final = os.environ.get("GLASSTOWN_BOUNDSCHECK") == "1"
"""True when every array index inside kernels is checked: slow, for one run of the tests."""


def kernel(function: F) -> F:
    """Compile a kernel: integers only, no fast maths, releases the interpreter, cached on disk."""
    compiled = numba.njit(  # pyright: ignore[reportCallIssue]  numba has no stubs
        nogil=True, cache=not BOUNDS_CHECKED, fastmath=False, boundscheck=BOUNDS_CHECKED, no_cfunc_wrapper=True
    )(function)
    return cast("F", compiled)


def inner(function: F) -> F:
    """Compile a kernel that only kernels call: no door to Python is built for it, which halves the compiling."""
    compiled = numba.njit(  # pyright: ignore[reportCallIssue]  numba has no stubs
        nogil=True, cache=not BOUNDS_CHECKED, fastmath=False, boundscheck=BOUNDS_CHECKED, no_cfunc_wrapper=True,
        no_cpython_wrapper=True,
    )(function)
    return cast("F", compiled)


def inlined(function: F) -> F:
    """Fold a small kernel into the kernels that call it, so that their loops still vectorise."""
    compiled = numba.njit(nogil=True, fastmath=False, boundscheck=BOUNDS_CHECKED, inline="always")(function)
    return cast("F", compiled)

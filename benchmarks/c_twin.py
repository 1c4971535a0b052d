"""The twin of our kernels in C: compiled on this machine, called through `ctypes`, to the same bits."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import numpy as np
from benchmarks.integers import State, Tables
from benchmarks.ours import COPIES, KEYS, outcome_of
from benchmarks.tables import BINS, GROUPS, STEPS, TIERS, Outcome

SOURCE: Final = Path(__file__).with_name("c_twin.c")
FLAGS: Final = ("-O3", "-march=native", "-std=c11", "-shared", "-fPIC")


def compiler() -> str | None:
    """Path of this machine's C compiler: `CC`, else cc, gcc or clang; None where there is none."""
    names = (os.environ.get("CC", "cc"), "gcc", "clang")
    return next((path for name in names if (path := shutil.which(name))), None)


def build(folder: Path) -> ctypes.CDLL:
    """Compile the twin into a folder and load it.

    Raises:
        FileNotFoundError: there is no compiler.
        subprocess.CalledProcessError: it does not compile.
    """
    program = compiler()
    if program is None:
        raise FileNotFoundError("no C compiler (cc, gcc or clang) on this machine")
    library = folder / "c_twin.so"
    subprocess.run([program, *FLAGS, str(SOURCE), "-o", str(library)], check=True, capture_output=True)
    twin = ctypes.CDLL(str(library))
    twin.live.restype = ctypes.c_int64
    return twin


def run(twin: ctypes.CDLL, tables: Tables, state: State, steps: int = STEPS) -> Outcome:
    """Live everybody on one thread; changes the state."""
    people = state.group.size
    histogram, moves = np.zeros(COPIES * GROUPS * BINS, np.int64), np.zeros(COPIES * TIERS * TIERS, np.int64)
    events = twin.live(
        ctypes.c_int64(0),
        ctypes.c_int64(people),
        ctypes.c_int64(people),
        ctypes.c_int64(steps),
        ctypes.c_void_p(KEYS.ctypes.data),
        _pointers([table.ctypes.data for table in tables]),
        _pointers([column.ctypes.data for column in state]),
        ctypes.c_void_p(histogram.ctypes.data),
        ctypes.c_void_p(moves.ctypes.data),
    )
    return outcome_of(state, int(events), histogram, moves)


def _pointers(addresses: list[int]) -> ctypes.Array[ctypes.c_void_p]:
    return (ctypes.c_void_p * len(addresses))(*addresses)

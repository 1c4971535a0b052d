"""The row of the engine: `suining-2010` for five years of weeks, with its paired world, in a process of its own.

    python -m benchmarks.engine_row PEOPLE THREADS

Prints one line of JSON. Time is that of living both worlds to the last day, rows of the ledger included; not that
of making the people and tables, of compiling, and of writing files.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final, Self

from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunOutcome, RunRequest
from glasstown.simulate.run import live

ROOT: Final = Path(__file__).resolve().parents[1]
SCHEME: Final = "suining-2010"
DAYS: Final = 1_825
STEP: Final = 7
STATM: Final = Path("/proc/self/statm")
ASKED: Final = ("PEOPLE", "THREADS")
"""What the command line must give."""

WARM_UP: Final = 1_000
"""Residents of a town lived first: it compiles the kernels, or loads them."""


class Peak:
    """How far the memory of this process grows while a block runs; `bytes` is None where it cannot be read."""

    def __init__(self) -> None:
        """Remember what is in use now."""
        self.before, self.bytes = _resident_bytes(), None if _resident_bytes() is None else 0
        self.done = Event()
        self.watch = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look, every hundredth of a second."""
        self.watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop looking."""
        self.done.set()
        self.watch.join()

    def _look(self) -> None:
        while not self.done.wait(0.01):
            now = _resident_bytes()
            if now is not None and self.before is not None and self.bytes is not None:
                self.bytes = max(self.bytes, now - self.before)


def _resident_bytes() -> int | None:
    """Memory of this process, where the system tells."""
    if not STATM.exists():
        return None
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def lived(people: int, threads: int) -> RunOutcome:
    """Live a town and the world it is paired with, through the front door of the engine."""
    with tempfile.TemporaryDirectory() as folder:
        request = RunRequest(
            scheme=read_scheme(find(SCHEME)),
            people=people,
            days=DAYS,
            step_days=STEP,
            seed=1,
            start=date(2020, 1, 1),
            out=Path(folder) / "run",
            threads=threads,
        )
        return live(request)


def measured(people: int, threads: int) -> dict[str, Any]:
    """One run in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.engine_row", str(people), str(threads)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return json.loads(answer.stdout)


def asked(words: list[str]) -> tuple[int, int] | None:
    """People and threads, where two whole numbers above nought were given and nothing else."""
    if len(words) != len(ASKED) or not all(word.isascii() and word.isdecimal() and int(word) for word in words):
        return None
    return int(words[0]), int(words[1])


def main() -> None:
    """Live a small town to warm up, then the one that counts; exit with 2 where it is not said which."""
    numbers = asked(sys.argv[1:])
    if numbers is None:
        print(
            f"usage: python -m benchmarks.engine_row {' '.join(ASKED)} (two whole numbers, 1 or more)", file=sys.stderr
        )
        raise SystemExit(2)
    people, threads = numbers
    lived(WARM_UP, threads)
    own = time.process_time()
    with Peak() as peak:
        outcome = lived(people, threads)
    print(
        json.dumps(
            {
                "seconds": outcome.living_seconds,
                "cpu_seconds": time.process_time() - own,
                "resident_steps": outcome.resident_steps,
                "bytes_per_resident": None if peak.bytes is None else round(peak.bytes / people),
            }
        )
    )


if __name__ == "__main__":
    main()

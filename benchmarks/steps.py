"""How fast the engine lives, as a ratio to a plain NumPy loop on the same machine: `make bench`.

Seconds differ twofold between machines and hours; a ratio measured in one run does not. The loop does what
an ordinary model would: one array of sequential draws per act and step, a probability a resident, points,
grades. It records nothing, pairs with nothing and cannot be resumed; it is a yardstick, not a rival.
"""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live

PEOPLE = 65_536
DAYS = 364
STEP = 7
REPEATS = 3


def engine(threads: int) -> float:
    """Resident-steps a second of both worlds, without compiling and writing."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = live(
            RunRequest(
                scheme=read_scheme(find("suining-2010")),
                people=PEOPLE,
                days=DAYS,
                step_days=STEP,
                seed=1,
                start=date(2020, 1, 1),
                out=Path(folder) / "run",
                threads=threads,
            )
        )
    return outcome.resident_steps / (outcome.seconds - outcome.compile_seconds - outcome.writing_seconds)


def plain_numpy() -> float:
    """Resident-steps a second of the plain loop, for one world."""
    rng = np.random.default_rng(1)
    frailty = np.exp2(rng.normal(size=PEOPLE) / 2)
    score = np.full(PEOPLE, 1000.0)
    began = time.perf_counter()
    for _ in range(DAYS // STEP):
        deter = np.where(score < 600, 0.8, 1.0)
        for act in RESIDENT_ACTS:
            chance = -np.expm1(-float(act.drawn_rate) * STEP / 365 * frailty * deter)
            done = np.flatnonzero(rng.random(PEOPLE) < chance)
            seen = done[rng.random(done.size) < 0.3]
            np.subtract.at(score, seen, 20.0)
        np.clip(score, 0, 1000, out=score)
        np.digitize(score, [600, 850, 970])
    return PEOPLE * (DAYS // STEP) / (time.perf_counter() - began)


def main() -> None:
    """Measure each some times, keep the best, print the ratios."""
    engine(1)  # compiles, or loads what was compiled
    loop = max(plain_numpy() for _ in range(REPEATS))
    print(f"plain NumPy loop          {loop / 1e6:8.2f} million resident-steps a second")
    for threads in (1, 2):
        speed = max(engine(threads) for _ in range(REPEATS))
        print(f"engine, {threads} thread(s)       {speed / 1e6:8.2f}, {speed / loop:.2f} times the loop")


if __name__ == "__main__":
    main()

"""A toy world that is lived step by step into a folder; killed and resumed by the tests of crash safety."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

import numpy as np

from glasstown.ledger import checkpoint, durable, writer
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.writer import RunWriter
from towns import MANIFEST, SCHEME_TEXT, rows

STEPS = 30
EVERY = 4


def live(folder: Path) -> None:
    """Live the toy world, or go on with it; prints a line per step so that a test can choose its moment."""
    if (folder / "manifest.json").exists():
        run, point = RunWriter.reopen(folder)
    else:
        run, point = RunWriter.create(folder, MANIFEST, SCHEME_TEXT), None
    first = point.step if point else 0
    state = point.arrays["state"].copy() if point else np.zeros(500, np.int64)
    for step in range(first, STEPS):
        if step and step % EVERY == 0 and step != first:
            run.checkpoint(step, {"state": state}, {"sum": int(state.sum())})
            print("checkpoint", step, flush=True)
        state += np.arange(state.size) * (step + 1) % 7
        moved = [{"resident": n, "day": step, "delta_milli": int(state[n])} for n in range(0, 500, 7)]
        run.append("entries", rows("entries", moved))
        run.append("steps", rows("steps", [{"step": step, "day": step * 7, "acts": int(state.sum())}]))
        run.log_step({"step": step, "sum": int(state.sum())})
        print("step", step, flush=True)
    digest = digest_bytes(state.tobytes())
    run.seal(digest=digest, life_digest=digest)
    print("sealed", flush=True)


def die_at(moment: int) -> None:
    """Kill this process, without warning, before it forces its n-th file or folder to disk."""
    calls = count(1)
    force = durable.force_to_disk

    def force_or_die(path: Path) -> None:
        if next(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        force(path)

    for module in (durable, checkpoint, writer):
        module.force_to_disk = force_or_die


if __name__ == "__main__":
    if "DIE_AT" in os.environ:
        die_at(int(os.environ["DIE_AT"]))
    live(Path(sys.argv[1]))

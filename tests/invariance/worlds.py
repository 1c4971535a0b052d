"""Worlds lived into folders, and what it means that two of them are the same: digests, every table, the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from engine.lives import scheme_of
from glasstown.ledger.reader import Ledger, open_run
from glasstown.ledger.tables import TABLE_NAMES
from glasstown.simulate.plan import RunRequest
from scheme.dense import DENSE

STEPS = 6


def asked(out: Path, **more: Any) -> RunRequest:
    """Ask for a small dense town with its paired world, a checkpoint every second step."""
    usual: dict[str, Any] = {"people": 300, "days": 40, "step_days": 7, "seed": 1, "start": date(2020, 1, 1)}
    usual |= {"checkpoint_steps": 2, "scheme": scheme_of(DENSE)}
    return RunRequest(out=out, **usual | more)


def stop_at(number: int) -> Callable[[], bool]:
    """Ask to stop when the engine asks for the n-th time (it asks before every step)."""
    questions = iter(range(1, 10_000))
    return lambda: next(questions) >= number


def both(folder: Path) -> list[Ledger]:
    """Open the world of the scheme, and its pair where it was lived."""
    ledger = open_run(folder)
    return [ledger, *([pair] if (pair := ledger.baseline()) else [])]


def assert_same(folder: Path, other: Path) -> None:
    """Two folders hold the same worlds: digests, all rows of all tables in their order, and the log."""
    ones, others = both(folder), both(other)
    assert len(ones) == len(others)
    for one, two in zip(ones, others, strict=True):
        assert (one.manifest.digest, one.manifest.life_digest) == (two.manifest.digest, two.manifest.life_digest)
        assert one.log() == two.log()
        for table in TABLE_NAMES:
            assert one.table(table).equals(two.table(table)), table

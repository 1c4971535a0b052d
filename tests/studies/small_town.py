"""One small town for the tests of studies: lived once for a module, under the scheme that the test names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from engine.lives import scheme_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live


def small_town(people: int, days: int) -> dict[str, object]:
    """Fields of a request for a town of so many residents and days, all else as every such test has it."""
    return {
        "people": people,
        "days": days,
        "step_days": 7,
        "seed": 1,
        "start": date(2020, 1, 1),
        "baseline": "none",
    }


def lived(folders: pytest.TempPathFactory, text: str, town: Mapping[str, object]) -> Path:
    """The folder of a run of that town under the scheme of that text."""
    folder = folders.mktemp("lived") / "run"
    live(RunRequest(scheme=scheme_of(text), out=folder, **town))  # type: ignore[arg-type]
    return folder

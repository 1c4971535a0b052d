"""The tables of scores that go back to their start."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model_returns import ReturnTables
from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I64
from glasstown.vocab.units import milli

MILLION: Final = 1_000_000


def lower_returns(scheme: Scheme) -> ReturnTables:
    """Lower what all scores say of going back, in the order of the file."""
    rows = [score.returns for score in scheme.scores]
    return ReturnTables(
        every=_column([row.decay_days for row in rows]),
        micro=_column([int(row.share.value * MILLION) if row.share else 0 for row in rows]),
        points=_column([milli(row.points.value) if row.points else 0 for row in rows]),
        reset_every=_column([row.reset_days for row in rows]),
        reset_first=_column([row.reset_first for row in rows]),
    )


def _column(values: list[int]) -> I64:
    return np.array(values, dtype=np.int64)

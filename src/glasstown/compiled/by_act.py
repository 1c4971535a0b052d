"""Rows by act: the rules or grounds of an act are `order[first[act] : first[act] + count[act]]`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from glasstown.vocab.arrays import I32


class ByAct(TypedDict):
    """Rows by act; each array is i32, the first two have one place for each of 200 acts."""

    first: I32
    count: I32
    order: I32


def by_act(rows: Sequence[Sequence[int]]) -> ByAct:
    """Lay the rows of each act end to end; within an act their order stays."""
    return ByAct(
        first=np.cumsum([0, *(len(row) for row in rows)])[:-1].astype(np.int32),
        count=np.array([len(row) for row in rows], dtype=np.int32),
        order=np.array([number for row in rows for number in row], dtype=np.int32),
    )


def keep_running(first: I32, count: I32, order: I32, running: Sequence[bool]) -> ByAct:
    """Leave out the rows that do not run."""
    rows = [[int(number) for number in order[start : start + size]] for start, size in zip(first, count, strict=True)]
    return by_act([[number for number in row if running[number]] for row in rows])

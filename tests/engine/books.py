"""Dense towns whose books are kept, in each way in which a score can be capped and points can expire."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import polars as pl

from engine.lives import Lived, edited, live, scheme_of
from scheme.dense import DENSE

ON_READING = edited(DENSE, ('cap = "each-entry"', 'cap = "on-reading"'), ("highest = 150", "highest = 110"))
SHORT = edited(DENSE, ("expires_days = 200", "expires_days = 3"), ("expires_days = 90", "expires_days = 1"))
TEXTS = {"each-entry": DENSE, "on-reading": ON_READING, "expires-at-once": SHORT}
TOWN = {"people": 1_200, "days": 725, "step_days": 14}
START = 100_000


@cache
def lived(which: str) -> Lived:
    return live(scheme_of(TEXTS[which]), **TOWN)


def by_resident(frame: pl.DataFrame, *columns: str) -> dict[int, list[tuple[int, ...]]]:
    rows: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for resident, *values in frame.select("resident", *columns).iter_rows():
        rows[resident].append(tuple(values))
    return rows

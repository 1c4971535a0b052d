"""Recipients: what holds by the knowledge of somebody who hears of it late, and may never hear that it has ended."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.digest import add_column
from glasstown.simulate.charges import Consequences
from glasstown.simulate.docket import NOT_IN_FORCE, Docket
from glasstown.vocab.arrays import I64, U32, U64

HEARS: Final = 50
"""Registered number of what recipients know, and when they hear, in digests."""

LATEST: Final = 65_534
ONE: Final = np.uint64(1)


def tell_recipients(table: Consequences, docket: Docket, touched: I64, day: int) -> I64:
    """Let recipients hear of what has begun or ended by a day, and bring what residents have earned up to it.

    Who was off again before a recipient heard of it was never heard of. What ends altogether, with a version or by its
    dates, ends with recipients as well.

    Args:
        table: consequences as they are from that day on.
        docket: what is held against residents; `by_scheme` is up to date, `earned` is brought up for those touched.
        touched: slots, ascending.
        day: the first day after a step.

    Returns:
        The slots touched, with those of whom a recipient has just heard something.
    """
    if table.passed:
        before = docket.heard.copy()
        for row, c in enumerate(np.flatnonzero(table.hears >= 0)):
            _hear(table, docket, row, int(c), day)
        runs = np.bitwise_or.reduce(np.concatenate((table.by_grade, table.by_list)), initial=np.uint64(0))
        docket.heard &= runs
        docket.cleared[docket.heard == 0] = 0
        touched = np.union1d(touched, np.flatnonzero(before != docket.heard))
    own, told = docket.by_scheme[touched], docket.heard[touched]
    docket.earned[touched] = (own & ~table.passed) | (told & table.passed)
    return touched


def _hear(table: Consequences, docket: Docket, row: int, c: int, day: int) -> None:
    """What one recipient hears of one consequence."""
    bit, waits = ONE << np.uint64(c), docket.hears[row]
    holds, known = docket.by_scheme & bit != 0, docket.heard & bit != 0
    ends = ~holds & known & (table.forgets[c] | docket.cleared != 0)
    news = (holds & ~known) | ends
    waits[~news] = NOT_IN_FORCE
    waits[news & (waits == NOT_IN_FORCE)] = min(day + int(table.hears[c]), LATEST)
    hears = news & (waits <= day)
    docket.heard[hears] ^= bit
    waits[hears] = NOT_IN_FORCE


def digest_heard(record: U64, table: Consequences, names: U32, docket: Docket, first: int) -> None:
    """Add what recipients know, and when they will hear more, to a digest."""
    for row, c in enumerate(np.flatnonzero(table.hears >= 0)):
        known = ((docket.heard >> np.uint64(c)) & ONE).astype(np.int64)
        value = (docket.cleared.astype(np.int64) * 2 + known) << 16 | docket.hears[row]
        add_column(record, (int(names[c]) << 8) | HEARS, first, value)

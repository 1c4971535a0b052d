"""Counts of records that formulas ask for: one more when a record arrives, one less when it is too old.

A window is at least as long as the longest step, so a record never grows too old in the step in which it arrives, and
the counts are asked at the ends of steps alone: the order within a step does not matter.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.postfix import THOUSAND
from glasstown.simulate.agenda import COMPELLED, RECORD, SOLD
from glasstown.simulate.rulebook import Counts
from glasstown.simulate.take_back import TAKEN_OUT
from glasstown.vocab.arrays import I32, I64, U8, AnyArray
from glasstown.vocab.codes import Truth
from glasstown.vocab.variables import MOST_COUNTED

FORGOTTEN: Final = 12
"""Kind of a row of the agenda: a record that formulas no longer count."""


def count_records(counts: Counts, counted: I32, subject: U8, hits: AnyArray, horizon: int) -> AnyArray:
    """Count the records among what is due; returns the rows of the agenda on which they are forgotten.

    Args:
        counts: what is counted.
        counted: (2 counts, residents) all records first, then the true ones; changed in place.
        subject: 1 for residents whom the scheme scores.
        hits: rows that are due.
        horizon: first day after the run.
    """
    hits = hits[hits["rule"] == 0]  # what the scorer knows
    records = hits[(hits["kind"] == COMPELLED) | ((hits["kind"] == RECORD) & (subject[hits["who"]] != 0))]
    later: list[AnyArray] = []
    for c, (act, days) in enumerate(zip(counts.act, counts.days, strict=True)):
        rows = records[records["act"] == act]
        _add(counts, counted, c, rows, 1)
        rows = rows[rows["due"].astype(np.int64) + days < horizon]
        rows["due"] += np.uint16(days)
        rows["kind"], rows["rule"] = FORGOTTEN, c
        later.append(rows)
    return np.concatenate(later) if later else hits[:0]


def forget_records(counts: Counts, counted: I32, gone: AnyArray) -> None:
    """Count no more what has grown too old: rows of kind `FORGOTTEN`."""
    for c in range(counts.act.size):
        _add(counts, counted, c, gone[gone["rule"] == c], -1)


def disputable(counts: Counts, subject: U8, hits: AnyArray) -> AnyArray:
    """Records among what is due that can lower a score, and that somebody may hear of."""
    if not counts.act.size:
        return hits[:0]
    known = (hits["rule"] == 0) & (hits["way"] != SOLD)
    counted = (hits["kind"] == COMPELLED) | ((hits["kind"] == RECORD) & (subject[hits["who"]] != 0))
    found = hits[known & counted]
    return found[counts.disputed[found["act"]] >= 0]


def strike_records(counts: Counts, counted: I32, struck: AnyArray, agenda: AnyArray, end_day: int) -> None:
    """Count records no more that were disputed with success.

    Args:
        counts: what is counted.
        counted: (2 counts, residents), changed in place.
        struck: the objections that were upheld.
        agenda: rows in use; those on which such a record is forgotten are marked as not to come.
        end_day: first day after the step: what was forgotten before it counts no more anyhow.
    """
    for row in struck:
        for c in np.flatnonzero(counts.act == row["act"]):
            ends = int(row["known"]) + int(counts.days[c])
            if ends < end_day:
                continue
            _add(counts, counted, int(c), row.reshape(1), -1)
            same = (agenda["kind"] == FORGOTTEN) & (agenda["rule"] == c) & (agenda["due"] == ends)
            for name in ("who", "act", "source", "ref", "origin"):
                same &= agenda[name] == row[name]
            agenda["kind"][np.flatnonzero(same)[:1]] = TAKEN_OUT


def _add(counts: Counts, counted: I32, c: int, rows: AnyArray, one: int) -> None:
    np.add.at(counted[c], rows["who"], one)
    np.add.at(counted[counts.act.size + c], rows["who"][rows["truth"] == Truth.TRUE], one)


def facts_counted(rows: I32, counted: I32, facts: I64) -> tuple[I64, I64]:
    """Facts as the scheme has counted them, and as they would be by true records alone.

    Args:
        rows: (counts,) row of each count among the facts.
        counted: see `count_records`.
        facts: (facts, residents) thousandths; the first of the two that are returned is this.
    """
    true = facts.copy()
    facts[rows] = np.minimum(counted[: rows.size], MOST_COUNTED).astype(np.int64) * THOUSAND
    true[rows] = np.minimum(counted[rows.size :], MOST_COUNTED).astype(np.int64) * THOUSAND
    return facts, true

"""What is due later: records on their way, expiries, and counts that end. One agenda a stretch."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.vocab.arrays import I64, U32, AnyArray, Whole
from glasstown.vocab.codes import Way

COUNT_ENDS: Final = np.int64(0)
EXPIRY: Final = np.int64(1)
RECORD: Final = np.int64(2)
HARM: Final = np.int64(3)
SHARED: Final = np.int64(4)
KEPT: Final = np.int64(13)
COMPELLED: Final = np.int64(14)
"""Kinds of rows, in the order in which they are handled on one day; a record that is kept of somebody outside
is due on no day, and one that is taken of them is handled in the place of a record."""


GIVEN: Final = np.int64(Way.GIVEN)
SOLD: Final = np.int64(Way.SOLD)

ROW: Final = np.dtype([
    ("due", np.uint16),
    ("who", np.uint16),
    ("rule", np.uint16),
    ("kind", np.uint8),
    ("act", np.uint8),
    ("source", np.uint8),
    ("truth", np.uint8),
    ("via", np.uint8),
    ("way", np.uint8),
    ("ref", np.uint32),
    ("origin", np.uint32),
    ("amount", np.int64),
])
"""One row. `due`: day. `who`: slot. `act`, `source`, `truth`, `origin` (resident number) and `ref`: the record behind
it. `rule`: rule, tally of a count that ends, or 1 + the day of a record that is kept. `amount`: what an expiry gives
back, in thousandths of a point, the points that somebody shares, or by how much a count of points ends (0: by one
record). `via`: 1 + the association through which points came; 0 for one's own, whose origin is who acted. Of shared
points the origin is whose points they were. `way`: of a record, how its holder came by it; see
`vocab.codes.Way`."""


def empty_agenda(room: int) -> AnyArray:
    """An agenda with room for so many rows."""
    return np.zeros(room, dtype=ROW)


def with_room(agenda: AnyArray, used: int, more: int) -> AnyArray:
    """The same rows in an agenda that has room for `more` beyond those used."""
    needed = used + more
    if needed <= agenda.size:
        return agenda
    grown = empty_agenda(max(needed, 2 * agenda.size))
    grown[:used] = agenda[:used]
    return grown


@kernel
def _take(agenda: AnyArray, used: Whole, end_day: Whole, hits: AnyArray) -> tuple[Whole, Whole]:
    """Move rows due before a day to `hits`, close up the others; returns (rows taken, rows that stay)."""
    taken = np.int64(0)
    stay = np.int64(0)
    for r in range(used):
        if np.int64(agenda[r]["due"]) < end_day:
            hits[taken] = agenda[r]
            taken += 1
        else:
            if stay != r:
                agenda[stay] = agenda[r]
            stay += 1
    return taken, stay


def take_due(agenda: AnyArray, used: int, end_day: int) -> tuple[AnyArray, int]:
    """Take the rows due before a day out of the agenda; returns (those rows, rows still in use)."""
    hits = np.empty(used, dtype=ROW)
    taken, stay = _take(agenda, used, end_day, hits)
    return hits[:taken].copy(), int(stay)


def handling_order(hits: AnyArray, source_digest: U32) -> I64:
    """The order of handling: by resident, day, kind, act's address, source's name, origin, act, rule, association."""
    source = source_digest[hits["source"]] if source_digest.size else hits["source"]
    act = (hits["ref"] >> np.uint32(9)) << np.uint32(3) | (hits["ref"] & np.uint32(7))
    whence = (hits["act"], hits["origin"], source, act)
    keys = (hits["via"], hits["rule"], *whence, hits["kind"], hits["due"], hits["who"])
    return np.lexsort(keys).astype(np.int64)


@inner
def ref_of(step: Whole, family: Whole, ordinal: Whole, source: Whole, child: Whole) -> Whole:
    """The address of a record in 32 bits: step 12, family 5, ordinal 6, source 6, child 3."""
    return (step << 20) | (family << 15) | (ordinal << 9) | (source << 3) | child


@kernel
def add_records(agenda: AnyArray, used: Whole, first_resident: Whole, step: Whole, looks: AnyArray, number: Whole,
                recorded: Whole) -> Whole:
    """Put every look that became a record on the agenda; returns the new number of rows."""
    for s in range(number):
        look = looks[s]
        if np.int64(look["fate"]) != recorded:
            continue
        row = agenda[used]
        row["due"] = look["due_day"]
        row["who"] = look["on"]
        row["kind"] = RECORD
        row["act"] = look["act"]
        row["source"] = look["source"]
        row["truth"] = look["truth"]
        row["via"] = 0
        row["way"] = 0
        row["rule"] = 0
        row["amount"] = 0
        row["ref"] = ref_of(step, np.int64(look["family"]), np.int64(look["ordinal"]), np.int64(look["source"]),
                            np.int64(look["child"]))
        row["origin"] = first_resident + np.int64(look["origin"])
        used += 1
    return used

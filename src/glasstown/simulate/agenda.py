"""What is due later: records on their way, expiries, and counts that end. One agenda a district."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.vocab.arrays import I32, I64, U8, U16, U32

COUNT_ENDS = 0
EXPIRY = 1
RECORD = 2
"""Kinds of rows, in the order in which they are handled on one day."""


class Agenda(NamedTuple):
    """Rows by column; the first `used` of them hold, in the order in which they were added.

    `due`: day. `who`: slot. `kind`: see above. `act`, `source`, `truth`, `origin` (resident number),
    `ref` (see `address`): the record behind the row. `rule`: rule, or tally of a count that ends.
    `amount`: what an expiry gives back, in thousandths of a point.
    """

    due: U16
    who: U16
    kind: U8
    act: U8
    source: U8
    truth: U8
    rule: U16
    amount: I64
    ref: U32
    origin: U32


def empty_agenda(room: int) -> Agenda:
    """An agenda with room for so many rows."""
    return Agenda(
        due=np.zeros(room, np.uint16),
        who=np.zeros(room, np.uint16),
        kind=np.zeros(room, np.uint8),
        act=np.zeros(room, np.uint8),
        source=np.zeros(room, np.uint8),
        truth=np.zeros(room, np.uint8),
        rule=np.zeros(room, np.uint16),
        amount=np.zeros(room, np.int64),
        ref=np.zeros(room, np.uint32),
        origin=np.zeros(room, np.uint32),
    )


def with_room(agenda: Agenda, used: int, more: int) -> Agenda:
    """The same rows in an agenda that has room for `more` beyond those used."""
    needed = used + more
    if needed <= agenda.due.size:
        return agenda
    grown = empty_agenda(max(needed, 2 * agenda.due.size))
    for old, new in zip(agenda, grown, strict=True):
        new[:used] = old[:used]
    return grown


def rows_of(agenda: Agenda, chosen: I64) -> Agenda:
    """Some rows, in the order asked for."""
    return Agenda(*(column[chosen] for column in agenda))


@kernel
def ref_of(step: int, family: int, ordinal: int, source: int) -> int:
    """The address of a record in 32 bits: step 12, family 5, ordinal 6, source 6, spare 3."""
    return (step << 20) | (family << 15) | (ordinal << 9) | (source << 3)


@kernel
def take_due(agenda: Agenda, used: int, end_day: int, hits: I64) -> tuple[int, int]:
    """Write the positions of rows due before `end_day` to `hits`; returns (due, rows that stay)."""
    number = 0
    for r in range(used):
        if int(agenda.due[r]) < end_day:
            hits[number] = r
            number += 1
    return number, used - number


def sort_hits(hits: Agenda, source_digest: U32) -> I64:
    """The order of handling: by resident, day, kind, act's address, name of the source, origin, rule."""
    source = source_digest[hits.source] if source_digest.size else hits.source
    keys = (hits.rule, hits.origin, source, hits.ref >> np.uint32(9), hits.kind, hits.due, hits.who)
    return np.lexsort(keys).astype(np.int64)


@kernel
def add_records(agenda: Agenda, used: int, first_resident: int, step: int, number: int, origin: I32, family: U8,
                ordinal: U8, act: U8, source: U8, truth: U8, on: I32, due: I32, fate: U8, recorded: int) -> int:
    """Put every look that became a record on the agenda; returns the new number of rows."""
    for s in range(number):
        if int(fate[s]) != recorded:
            continue
        agenda.due[used] = due[s]
        agenda.who[used] = on[s]
        agenda.kind[used] = RECORD
        agenda.act[used] = act[s]
        agenda.source[used] = source[s]
        agenda.truth[used] = truth[s]
        agenda.rule[used] = 0
        agenda.amount[used] = 0
        agenda.ref[used] = ref_of(step, int(family[s]), int(ordinal[s]), int(source[s]))
        agenda.origin[used] = first_resident + int(origin[s])
        used += 1
    return used

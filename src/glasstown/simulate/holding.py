"""With whom records lie: what is altered there, who is told of it and when, and what is stolen."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.compiled.holders import HolderTables
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.agenda import GIVEN, RECORD, ref_of
from glasstown.simulate.sightings import AFTER_HORIZON, LOST, RECORDED, act_address
from glasstown.vocab.arrays import I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import OTHER_SUBJECT, Decision, Fate, Truth
from glasstown.vocab.geography import VOID

HOLDER: Final = np.int64(Decision.HOLDER)
BREACH: Final = np.int64(OTHER_SUBJECT + Decision.HOLDER)
EDITED: Final = np.int64(Truth.EDITED)
NOT_SHARED: Final = np.int64(Fate.NOT_SHARED)
LATE: Final = np.int64(1 << 40)
"""A day on which nobody knows anything any more."""

OF_A_YEAR: Final = 1 << 30
"""Bit of the second word of an address that says: a year, and no act."""

EXPOSED: Final = 255
"""In place of the number of a sharing: stolen, and told to nobody in the model."""

TOLD: Final = np.dtype([
    ("who", np.int32),
    ("day", np.uint16),
    ("act", np.uint8),
    ("source", np.uint8),
    ("truth", np.uint8),
    ("sharing", np.uint8),
    ("holder", np.uint8),
])
"""One record of which one holder was told, or one resident whose file with it was exposed."""


class Holding(NamedTuple):
    """Holders, with the names of sources and declared acts for the address of luck."""

    table: HolderTables
    source_digest: U32
    declared: U32


@inner
def _word(holding: Holding, look: AnyArray, first: Whole, step: Whole, keys: U64, half: Whole, name: Whole,
          lane: Whole) -> np.uint64:
    """Luck of one holder, or one way of sharing, with one record."""
    source = np.int64(holding.source_digest[np.int64(look["source"])]) & 0x7FFF
    c1 = act_address(np.int64(look["act"]), np.int64(look["family"]), np.int64(look["ordinal"]),
                     np.int64(look["child"]), holding.declared)
    words = philox4x32(np.uint64(first + np.int64(look["origin"])), c1, np.uint64((step << 16) | half | source),
                       np.uint64((HOLDER << 24) | name), keys[0], keys[1])
    return words[0] if lane == 0 else words[1]


@inner
def _arrive(holding: Holding, outside: U8, look: AnyArray, first: Whole, step: Whole, keys: U64, arrival: I64,
            opens: U8) -> None:
    """The day on which each holder has one record, `LATE` where it never does."""
    refused = outside[np.int64(look["on"])] != 0
    arrival[:] = LATE
    arrival[np.int64(holding.table.keeper[np.int64(look["source"])])] = np.int64(look["due_day"])
    for e in range(holding.table.edge.size):
        word = _word(holding, look, first, step, keys, np.int64(0), np.int64(holding.table.edge[e]), np.int64(0))
        opens[e] = 1 if word < holding.table.share[e] and not (refused and holding.table.way[e] == GIVEN) else 0
    for _ in range(arrival.size):
        for e in range(holding.table.edge.size):
            later = arrival[np.int64(holding.table.source[e])] + np.int64(holding.table.delay[e])
            if opens[e] != 0 and later < arrival[np.int64(holding.table.to[e])]:
                arrival[np.int64(holding.table.to[e])] = later


@kernel
def keep_looks(holding: Holding, namesake: U16, outside: U8, first: Whole, step: Whole, days: I64, keys: U64,
               looks: AnyArray, number: Whole) -> None:
    """What becomes of records where they lie: some are put down to others, and some stay there.

    Args:
        holding: the holders.
        namesake: (4, residents) slots of people of like name.
        outside: (residents,) 1 for those who have not consented.
        first: number of the stretch's first resident.
        step: number of the step.
        days: (first day of the step, nominal length, horizon).
        keys: luck key.
        looks: rows of `sightings.LOOK`, changed in place.
        number: rows of it in use.
    """
    arrival = np.empty(holding.table.digest.size, np.int64)
    opens = np.empty(holding.table.edge.size, np.uint8)
    for a in range(number):
        look = looks[a]
        if np.int64(look["fate"]) != RECORDED:
            continue
        k = np.int64(holding.table.keeper[np.int64(look["source"])])
        name = np.int64(holding.table.digest[k])
        if _word(holding, look, first, step, keys, np.int64(0x8000), name, np.int64(0)) < holding.table.altered[k]:
            which = _word(holding, look, first, step, keys, np.int64(0x8000), name, np.int64(1)) & np.uint64(3)
            other = np.int64(namesake[np.int64(which), np.int64(look["on"])])
            look["truth"] = EDITED
            if other == VOID or other >= namesake.shape[1]:
                look["fate"] = LOST
                continue
            look["on"] = other
            look["due_day"] = max(np.int64(look["due_day"]), days[0] + days[1])
            if np.int64(look["due_day"]) >= days[2]:
                look["fate"] = AFTER_HORIZON
                continue
        if k != 0:
            _arrive(holding, outside, look, first, step, keys, arrival, opens)
            known = 0
            for g in range(arrival.size):
                known += 1 if arrival[g] < days[2] else 0
            if known == 1:
                look["fate"] = NOT_SHARED


@kernel
def tell_holders(holding: Holding, outside: U8, first: Whole, step: Whole, horizon: Whole, keys: U64, looks: AnyArray,
                 agenda: AnyArray, used: Whole, told: AnyArray) -> tuple[Whole, Whole]:
    """Put every record on the agenda once for each holder who will have it; returns (rows in use, tellings)."""
    arrival = np.empty(holding.table.digest.size, np.int64)
    opens = np.empty(holding.table.edge.size, np.uint8)
    count = np.int64(0)
    for a in range(looks.size):
        look = looks[a]
        fate = np.int64(look["fate"])
        if fate not in (RECORDED, NOT_SHARED):
            continue
        _arrive(holding, outside, look, first, step, keys, arrival, opens)
        keeper = np.int64(holding.table.keeper[np.int64(look["source"])])
        for g in range(arrival.size):
            if arrival[g] >= horizon:
                continue
            row = agenda[used]
            row["due"] = arrival[g]
            row["who"] = look["on"]
            row["kind"] = RECORD
            row["act"] = look["act"]
            row["source"] = look["source"]
            row["truth"] = look["truth"]
            row["via"] = 0
            row["way"] = GIVEN
            row["rule"] = g
            row["amount"] = 0
            row["ref"] = ref_of(step, np.int64(look["family"]), np.int64(look["ordinal"]), np.int64(look["source"]),
                                np.int64(look["child"]))
            row["origin"] = first + np.int64(look["origin"])
            if g != keeper:
                row["way"] = holding.table.way[_through(holding, arrival, opens, g)]
                told[count]["who"] = look["on"]
                told[count]["day"] = arrival[g]
                told[count]["act"] = look["act"]
                told[count]["source"] = look["source"]
                told[count]["truth"] = look["truth"]
                told[count]["sharing"] = _through(holding, arrival, opens, g)
                told[count]["holder"] = g
                count += 1
            used += 1
    return used, count


@inner
def _through(holding: Holding, arrival: I64, opens: U8, g: Whole) -> Whole:
    """The way by which a holder came to know: of several that take as long, the first by name."""
    for e in range(holding.table.edge.size):
        later = arrival[np.int64(holding.table.source[e])] + np.int64(holding.table.delay[e])
        if opens[e] != 0 and np.int64(holding.table.to[e]) == g and later == arrival[g]:
            return e
    return EXPOSED


@kernel
def expose(holding: Holding, subject: U8, first: Whole, day: Whole, end: Whole, keys: U64, told: AnyArray) -> Whole:
    """Whose files are exposed in the days of a step: a theft is a matter of holder and year, each victim's own."""
    count = np.int64(0)
    for k in range(1, holding.table.digest.size):
        name = np.int64(holding.table.digest[k])
        for year in range(day // 365, (end - 1) // 365 + 1):
            c1 = np.uint64(OF_A_YEAR | year)
            happens, when, _, _ = philox4x32(np.uint64(0), c1, np.uint64(0), np.uint64((BREACH << 24) | name),
                                             keys[0], keys[1])
            on = year * 365 + np.int64((when * np.uint64(365)) >> np.uint64(32))
            if happens >= holding.table.breach[k] or on < day or on >= end:
                continue
            for i in range(subject.size):
                word, _, _, _ = philox4x32(np.uint64(first + i), c1, np.uint64(0), np.uint64((HOLDER << 24) | name),
                                           keys[0], keys[1])
                if subject[i] != 0 and word < holding.table.exposes[k]:
                    told[count]["who"] = i
                    told[count]["day"] = on
                    told[count]["act"] = EXPOSED
                    told[count]["source"] = EXPOSED
                    told[count]["truth"] = 0
                    told[count]["sharing"] = EXPOSED
                    told[count]["holder"] = k
                    count += 1
    return count

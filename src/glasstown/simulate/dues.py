"""What acts leave owing: when it falls due, whether it fails then, and what makes it good before.

A resident owes each kind of thing once: of several acts that would leave it owing the first to be done counts, until
that has fallen due or was made good. On its day one draw at the address of the act says whether it fails; what
happens then is an act of its own, at an address that no other act has.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import numpy as np

from glasstown.kernels.heights import ACT
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.deeds import CHILD, DONE, FELL_DUE
from glasstown.simulate.due_tables import Dues
from glasstown.simulate.effects import Life
from glasstown.vocab.arrays import U8, U16, U64, AnyArray, Whole
from glasstown.vocab.codes import Asset, Work

OUT_OF_WORK, SHORT_OF_MONEY = int(Work.OUT_OF_WORK), int(Asset.SHORT_OF_MONEY)
IN_NEED: Final = 2
LESS_THAN: Final = 48
"""Three quarters of the income of day 0, in 1/64."""

BY_NAME: Final = 1 << 31


class How(IntEnum):
    """What became of something owed."""

    OWED = 0
    SETTLED = 1
    PAID = 2
    FAILED = 3


OWED, SETTLED, PAID, FAILED = map(int, How)

HAPPENED: Final = np.dtype([("slot", np.int32), ("day", np.uint16), ("due", np.uint8), ("how", np.uint8)])
"""One thing that came to be owed, or was over: who, when, which, how."""


@inner
def _ways(life: Life, strain: U8, i: Whole) -> Whole:
    """What is so of who owes, as bits."""
    ways = np.int64(1) if life.work[i] == OUT_OF_WORK else np.int64(0)
    ways |= 2 if strain[i] == IN_NEED else 0
    ways |= 4 if life.income[i] < LESS_THAN else 0
    return ways | (8 if np.int64(life.assets[i]) & SHORT_OF_MONEY != 0 else 0)


@kernel
def fall_due(dues: Dues, life: Life, strain: U8, first: Whole, step: Whole, end_day: Whole, keys: U64, owed: U16,
             found: AnyArray, over: AnyArray) -> tuple[Whole, Whole]:
    """What falls due before the end of a step: it fails or is made good, and an act of its own happens.

    Args:
        dues: what acts leave owing.
        life: lives at the start of the step.
        strain: (residents,) strain of households.
        first: number of the first resident.
        step: number of the step.
        end_day: first day after the step.
        keys: luck key.
        owed: (rows, residents) day on which each falls due, 0 for nothing.
        found: buffer for rows of `heights.ACT`.
        over: buffer for rows of `HAPPENED`.

    Returns:
        Numbers of acts and of things that are over.
    """
    acts = ended = np.int64(0)
    c3 = np.uint64((CHILD << 24) | np.int64(dues.name[0]))
    for r in range(owed.shape[0]):
        c1 = np.uint64(BY_NAME | (np.int64(dues.digest[r]) << 6))
        for i in range(owed.shape[1]):
            day = np.int64(owed[r, i])
            if day == 0 or day >= end_day:
                continue
            word, _, _, _ = philox4x32(np.uint64(first + i), c1, np.uint64(step << 16), c3, keys[0], keys[1])
            fails = 1 if word < dues.chance[r, _ways(life, strain, i)] else 0
            over[ended]["slot"], over[ended]["day"] = i, day
            over[ended]["due"], over[ended]["how"] = r, FAILED if fails != 0 else PAID
            ended += 1
            if dues.act[r, fails] >= 0:
                row = found[acts]
                row["slot"], row["day"] = i, day
                row["family"], row["ordinal"] = dues.family[r, fails], dues.ordinal[r, fails]
                row["act"], row["held"] = dues.act[r, fails], FELL_DUE
                acts += 1
    return acts, ended


@kernel
def owe_and_settle(dues: Dues, deeds: AnyArray, end_day: Whole, owed: U16, over: AnyArray) -> Whole:
    """What was done leaves something owing, or makes good what is owed; in the order of deeds.

    What falls due in the step is over on its day: from then on the same can be owed anew, and nothing saves it before.
    What happens because something falls due makes nothing else good.
    """
    number = np.int64(0)
    for d in range(deeds.size):
        if np.int64(deeds[d]["outcome"]) != DONE:
            continue
        act, i, day = np.int64(deeds[d]["act"]), np.int64(deeds[d]["slot"]), np.int64(deeds[d]["day"])
        for r in range(owed.shape[0]):
            how, until = np.int64(-1), np.int64(owed[r, i])
            if np.int64(dues.owing[r]) == act and (until == 0 or (until < end_day and until <= day)):
                owed[r, i] = day + np.int64(dues.days[r])
                how = np.int64(OWED)
            elif dues.settles[r, act] != 0 and until >= end_day and np.int64(deeds[d]["child"]) != FELL_DUE:
                owed[r, i] = 0
                how = np.int64(SETTLED)
            if how >= 0:
                over[number]["slot"], over[number]["day"] = i, day
                over[number]["due"], over[number]["how"] = r, how
                number += 1
    return number


def due_now(dues: Dues, life: Life, strain: U8, first: int, step: int, end_day: int, keys: U64,
            owed: U16) -> tuple[AnyArray, AnyArray]:
    """What falls due in a step: acts that happen, and what is over; see `fall_due`."""
    room = int(((owed != 0) & (owed < end_day)).sum())
    found, over = np.empty(room, dtype=ACT), np.empty(room, dtype=HAPPENED)
    if not room:
        return found, over
    acts, ended = fall_due(dues, life, strain, first, step, end_day, keys, owed, found, over)
    return found[:acts], over[:ended]


def owe(dues: Dues, deeds: AnyArray, end_day: int, owed: U16) -> AnyArray:
    """What deeds leave owing, and make good; see `owe_and_settle`. What fell due in the step is owed no more."""
    over = np.empty(deeds.size * owed.shape[0], dtype=HAPPENED)
    number = int(owe_and_settle(dues, deeds, end_day, owed, over))
    owed[owed < end_day] = 0
    return over[:number]

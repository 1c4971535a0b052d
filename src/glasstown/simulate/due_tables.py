"""What acts leave owing, as tables: after which acts, when it falls due, how likely it fails, what happens then."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

import numpy as np

from glasstown.behaviours.responses import lost_capacity
from glasstown.compiled.dues import DueRow
from glasstown.compiled.model import ACT_ROWS
from glasstown.kernels.streams import DECLARED_FAMILY, FIRST_DECLARED, LAST_ORDINAL
from glasstown.vocab.acts import ACTS
from glasstown.vocab.arrays import I32, U8, U16, U32, U64
from glasstown.vocab.names import name_digest

WAYS: Final = 4
"""What can be so of who owes, a bit each: out of work, in need, earning less, short of money."""

CERTAIN: Final = 2**32


class Dues(NamedTuple):
    """What acts leave owing, by row; `settles`: (rows, acts) 1 for acts that make it good before.

    `chance`: (rows, 16) thresholds of 32 bits by what is so of who owes. `family` and `ordinal`: the address of what
    happens on the day, `[row, 1]` where it fails and `[row, 0]` where it is made good; `act` likewise, -1 for none.
    `name`: one digest, of the draw.
    """

    owing: I32
    digest: U32
    days: I32
    act: I32
    family: U8
    ordinal: U8
    settles: U8
    chance: U64
    name: U32


def dues_of(rows: Sequence[DueRow], without: frozenset[str]) -> Dues:
    """The tables of what falls due in one world.

    Args:
        rows: what declared acts leave owing.
        without: responses that are switched off; without lost capacity all fail alike.
    """
    table = Dues(
        owing=np.array([row.act for row in rows], np.int32),
        digest=np.array([row.digest for row in rows], np.uint32),
        days=np.array([row.days for row in rows], np.int32),
        act=np.array([(row.paid, row.fails) for row in rows], np.int32).reshape(len(rows), 2),
        family=np.zeros((len(rows), 2), np.uint8),
        ordinal=np.zeros((len(rows), 2), np.uint8),
        settles=np.zeros((len(rows), ACT_ROWS), np.uint8),
        chance=np.array([_chances(row, without) for row in rows], np.uint64).reshape(len(rows), 1 << WAYS),
        name=np.array([name_digest("falls due")], np.uint32),  # no name of a file holds a space
    )
    for r, row in enumerate(rows):
        table.settles[r, list(row.settled_by)] = 1
        for end, act in enumerate((row.paid, row.fails)):
            table.family[r, end], table.ordinal[r, end] = _address(act) if act >= 0 else (0, 0)
    return table


def _address(act: int) -> tuple[int, int]:
    """Family and ordinal of an act that falls due: of shipped acts the place within the family."""
    if act >= FIRST_DECLARED:
        return DECLARED_FAMILY + act - FIRST_DECLARED, LAST_ORDINAL
    family = next(one.family for one in ACTS if one.code == act)
    return family, [one.code for one in ACTS if one.family == family].index(act)


def _chances(row: DueRow, without: frozenset[str]) -> list[int]:
    """Thresholds by what is so of who owes: the chance times the factor of each thing that is."""
    found: list[int] = []
    for ways in range(1 << WAYS):
        chance = row.chance
        for bit, times in enumerate(row.times):
            chance *= times if ways >> bit & 1 and lost_capacity.ID not in without else Decimal(1)
        found.append(int(min(chance, Decimal(1)) * CERTAIN))
    return found


def nothing_owed(dues: int, size: int) -> U16:
    """(rows, residents) nobody owes anything; else the day on which it falls due."""
    return np.zeros((dues, size), np.uint16)

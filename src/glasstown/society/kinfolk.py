"""Kin across households: grown-up people and a parent who lives elsewhere in the district.

Everybody of age who lives with no parent looks for one in one of the pairings, as child; in the others
people from 38 up are found as parents. A child who has an elder elsewhere looks for somebody of 60 or more;
one who has none looks only where the expected parent is younger. Who finds nobody has them elsewhere in the nation.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.pairing import pair_lines
from glasstown.society.ages import OLD
from glasstown.society.attributes import HAS_ELDER, Columns
from glasstown.society.draw import AGE, HEAD, WITH_PARENT
from glasstown.society.frame import ADULT, AGE_MAX, BANDS, Gap
from glasstown.society.tables import HouseTables
from glasstown.society.words import draw_luck
from glasstown.vocab.arrays import I64, U16, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import DISTRICT, KIN
from glasstown.vocab.names import name_digest

KINFOLK: Final = np.uint64(Decision.PAIRING << 24 | name_digest("kin"))
ELDER_GAP: Final = int(Gap.ELDER)
LAST_BAND: Final = len(BANDS) - 1
YOUNGEST_PARENT: Final = 38
LAST_PARENT_BAND: Final = OLD // 5 + 2
"""The band of parents of 80 and more."""


@inner
def parent_band(age: Whole) -> Whole:
    """Band of a parent's age: five years up to 59, then ten, so that few of the very old are missed."""
    return min(age // 5 if age < OLD else OLD // 5 + (age - OLD) // 10, LAST_PARENT_BAND)


@kernel
def kin_keys(
    row: Whole, luck: I64, parts: I64, t: HouseTables, scratch: I64, out: Columns, keys: I64
) -> tuple[Whole, Whole]:
    """Keys of children (first row of `keys`) and parents (second) in a pairing; returns how many of each.

    The class is group and band of age, of a child that of the expected age of the parent.
    """
    young, old = 0, 0
    for slot in range(DISTRICT):
        age = scratch[AGE, slot]
        seeks = age >= ADULT and scratch[WITH_PARENT, slot] == 0 and (parts[0, slot] & 3) == row
        if seeks:
            band = min(age // 5, LAST_BAND)
            gap = t.gap[ELDER_GAP, band, parts[1, slot] & 255]
            wanted = min(age + gap, AGE_MAX)
            if np.int64(out.standing[slot]) & HAS_ELDER:
                # Who is alive at that age had the child early: the smaller of two gaps.
                wanted = max(age + min(gap, t.gap[ELDER_GAP, band, (parts[1, slot] >> 8) & 255]), OLD)
            elif wanted >= OLD:
                continue
        elif age >= YOUNGEST_PARENT:
            wanted = age
        else:
            continue
        label = np.int64(out.group[slot]) * 16 + parent_band(wanted)
        found = (label << 44) | (luck[row, slot] << 12) | slot
        if seeks:
            keys[0, young] = found
            young += 1
        else:
            keys[1, old] = found
            old += 1
    return young, old


def pair_kin(
    first: int,
    key: tuple[np.uint64, np.uint64],
    tables: HouseTables,
    room: tuple[I64, I64, I64],
    scratch: I64,
    out: Columns,
    partners: U16,
) -> None:
    """Find parents and grown-up children of every resident of a district (`room`: two blocks of words, and keys)."""
    luck, parts, keys = room
    draw_luck(first, KINFOLK, 0, *key, luck)
    draw_luck(first, KINFOLK, 1, *key, parts)
    for row in range(KIN):
        young, old = kin_keys(row, luck, parts, tables, scratch, out, keys)
        keys[0, :young].sort()  # no two keys are equal, so every sorting method gives the same line
        keys[1, :old].sort()
        pair_lines(keys[0], young, keys[1], old, scratch[HEAD], scratch[AGE], ADULT, partners[row])

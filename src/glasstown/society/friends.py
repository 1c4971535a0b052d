"""Friends: keyed pairings, some of people alike in group and income, some of anybody of the same stage of life.

How many friends somebody has follows a draw of their own: it is the chance with which they take part in
each of the pairings. Only close friends are tied; the wider circles of a personal network are not.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.pairing import pair_neighbours
from glasstown.society.attributes import Columns
from glasstown.society.draw import AGE, HEAD
from glasstown.society.words import draw_luck
from glasstown.vocab.arrays import I64, U16, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import DISTRICT, FRIENDS
from glasstown.vocab.names import name_digest

FRIEND: Final = np.uint64(Decision.PAIRING << 24 | name_digest("friend"))

STAGES: Final = (6, 18, 40, 60)
"""Ages at which the stages of life begin; children under the first have no friends of their own."""

RANK_BITS: Final = 11
"""Places that the rank of income is moved up by in the line of those who are alike."""


@inner
def stage_of(age: Whole) -> Whole:
    """Stage of life, 1 to 4; 0 for small children."""
    stage = 0
    for start in STAGES:
        if age >= start:
            stage += 1
    return stage


@kernel
def friend_keys(row: Whole, friends: I64, luck: I64, parts: I64, scratch: I64, out: Columns, keys: I64) -> Whole:
    """Keys of those who take part in a pairing; returns how many.

    Args:
        row: number of the pairing.
        friends: the figures of `TieTables.friends`.
        luck: words of the pairings, four rows.
        parts: words that decide who takes part.
        scratch: table of the district (`society.draw`).
        out: columns of the district.
        keys: room for the keys: (class, place in the line, slot).
    """
    low, room, alike, noise = friends[0], friends[1], friends[2], friends[3]
    number = 0
    for slot in range(DISTRICT):
        stage = stage_of(scratch[AGE, slot])
        chance = low + (((parts[0, slot] & 255) * room) >> 8)
        draw = (parts[1 + row // 4, slot] >> (8 * (row % 4))) & 255
        if stage == 0 or draw >= chance:
            continue
        line = luck[row % 4, slot]
        label: Whole = stage
        if row < alike:
            label = 8 + np.int64(out.group[slot]) * 8 + stage
            line = (np.int64(out.income_rank[slot]) << RANK_BITS) + (((line >> 5) * noise) >> 10)
        keys[number] = (label << 44) | (line << 12) | slot
        number += 1
    return number


def pair_friends(
    first: int,
    key: tuple[np.uint64, np.uint64],
    friends: I64,
    room: tuple[I64, I64, I64],
    scratch: I64,
    out: Columns,
    partners: U16,
) -> None:
    """Find the friends of every resident of a district (`room`: two blocks of words, and keys)."""
    luck, parts, keys = room
    draw_luck(first, FRIEND, FRIENDS // 4, *key, parts)
    for row in range(FRIENDS):
        if row % 4 == 0:
            draw_luck(first, FRIEND, row // 4, *key, luck)
        number = friend_keys(row, friends, luck, parts, scratch, out, keys)
        keys[:number].sort()  # no two keys are equal, so every sorting method gives the same line
        pair_neighbours(keys, number, scratch[HEAD], partners[row])

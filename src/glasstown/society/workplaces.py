"""Who works with whom, and for whom: the employed of a district are grouped into workplaces, private and public apart.

Every employer of the district runs one private workplace; the private staff of the district is shared out
among them in proportion to the sizes they draw. Public staff is cut into workplaces of the published mean
size, people of one role together. Farmers, and owners without staff, work for themselves.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.pairing import pair_neighbours
from glasstown.society.attributes import EMPLOYED, EMPLOYER, ENTREPRENEUR, PRIVATE, PUBLIC, Columns
from glasstown.society.draw import HEAD, find
from glasstown.society.words import draw_luck
from glasstown.vocab.arrays import I64, U16, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import COLLEAGUES, DISTRICT, VOID
from glasstown.vocab.names import name_digest

COLLEAGUE: Final = np.uint64(Decision.PAIRING << 24 | name_digest("colleague"))
NOWHERE: Final = -1
FIRST_PUBLIC: Final = DISTRICT
"""Workplaces below this number are private and carry the slot of their employer."""


@kernel
def staff_keys(kind: Whole, parts: I64, out: Columns, keys: I64) -> Whole:
    """Keys that line up the staff of private firms or of the public sector; returns how many there are."""
    number = 0
    for slot in range(DISTRICT):
        if np.int64(out.work[slot]) != EMPLOYED or np.int64(out.sector[slot]) != kind:
            continue
        role = np.int64(out.role[slot])
        if role == ENTREPRENEUR:
            continue
        label = role if kind == PUBLIC else 0
        keys[number] = (label << 44) | (parts[0, slot] << 12) | slot
        number += 1
    return number


@kernel
def share_out(
    line: I64, number: Whole, firms: tuple[I64, I64], parts: I64, out: Columns, workplace: I64, employer: U16
) -> None:
    """Give each employer a stretch of the line of private staff, in proportion to the size drawn."""
    ends, sizes = firms
    total = np.int64(0)
    for slot in range(DISTRICT):
        if np.int64(out.standing[slot]) & EMPLOYER:
            total += sizes[find(ends, parts[1, slot])]
    reached, place = np.int64(0), np.int64(0)
    for slot in range(DISTRICT):
        if np.int64(out.standing[slot]) & EMPLOYER:
            workplace[slot] = slot
            reached += sizes[find(ends, parts[1, slot])]
            last = reached * number // total
            while place < last:
                one = line[place] & 4095
                workplace[one] = slot
                employer[one] = slot
                place += 1


@kernel
def cut_public(line: I64, number: Whole, size: Whole, workplace: I64) -> None:
    """Cut the line of public staff into workplaces of equal size, as near to the mean as it goes."""
    places = max((number + size // 2) // size, 1)
    for place in range(number):
        workplace[line[place] & 4095] = FIRST_PUBLIC + place * places // number


@kernel
def colleague_keys(luck: I64, workplace: I64, keys: I64) -> Whole:
    """Keys of all who have a workplace, by workplace and luck; returns how many."""
    number = 0
    for slot in range(DISTRICT):
        if workplace[slot] != NOWHERE:
            keys[number] = (workplace[slot] << 44) | (luck[slot] << 12) | slot
            number += 1
    return number


def pair_colleagues(
    first: int,
    key: tuple[np.uint64, np.uint64],
    firms: tuple[I64, I64, int],
    room: tuple[I64, I64, I64, I64],
    scratch: I64,
    out: Columns,
    partners: U16,
    employer: U16,
) -> None:
    """Find employer and colleagues of every resident of a district.

    Args:
        first: first resident of the district.
        key: key of people.
        firms: ends and sizes of the classes of private firms, and the mean size of a public workplace.
        room: two blocks of words, keys, and workplaces.
        scratch: table of the district (`society.draw`).
        out: columns of the district.
        partners: colleagues, to be filled.
        employer: employers, to be filled.
    """
    luck, parts, keys, workplace = room
    draw_luck(first, COLLEAGUE, COLLEAGUES // 4, *key, parts)
    workplace[:] = NOWHERE
    employer[:] = VOID
    number = staff_keys(PRIVATE, parts, out, keys)
    keys[:number].sort()  # no two keys are equal, so every sorting method gives the same line
    share_out(keys, number, firms[:2], parts, out, workplace, employer)
    number = staff_keys(PUBLIC, parts, out, keys)
    keys[:number].sort()
    cut_public(keys, number, firms[2], workplace)
    for row in range(COLLEAGUES):
        if row % 4 == 0:
            draw_luck(first, COLLEAGUE, row // 4, *key, luck)
        number = colleague_keys(luck[row % 4], workplace, keys)
        keys[:number].sort()
        pair_neighbours(keys, number, scratch[HEAD], partners[row])

"""The kernel that fills a district with households: who lives with whom, at what age, sex and group.

Every draw is addressed by a resident number: the household's draws by that of its first member, a
member's by the member's own. `tests/society/twin.py` says the same in slow plain Python.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.society.ages import ANCHOR_ONE, OLD
from glasstown.society.frame import ADULT, AGE_MAX, MEN_FIRST, MOST_MEMBERS, Gap, Place
from glasstown.society.members import LONE_ELDER_MEN
from glasstown.society.tables import HouseTables
from glasstown.vocab.arrays import I64, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import DISTRICT
from glasstown.vocab.names import name_digest

HOUSEHOLD: Final = np.uint64(Decision.ATTR << 24 | name_digest("household"))
PERSON: Final = np.uint64(Decision.ATTR << 24 | name_digest("person"))

ANCHOR_MAN: Final = int(Place.ANCHOR_MAN)
SPOUSE: Final = int(Place.SPOUSE)
CHILD: Final = int(Place.CHILD)
LATE_CHILD: Final = int(Place.LATE_CHILD)
NEXT_CHILD: Final = int(Place.NEXT_CHILD)
ELDER: Final = int(Place.ELDER)
ELDER_SPOUSE: Final = int(Place.ELDER_SPOUSE)
GRANDCHILD: Final = int(Place.GRANDCHILD)
NEXT_GRANDCHILD: Final = int(Place.NEXT_GRANDCHILD)
SIBLING: Final = int(Place.SIBLING)
SIBLING_SPOUSE: Final = int(Place.SIBLING_SPOUSE)
SHARER: Final = int(Place.SHARER)
DORM_MATE: Final = int(Place.DORM_MATE)
FATHER_CHILD: Final = int(Gap.FATHER_CHILD)
YOUNGEST_SHARER: Final = 15


AGE, SEX, BORN, GROUP, HEAD, OLD_PARENT, OWN_BUDGET, MINOR_CHILD, WITH_PARENT = range(9)
"""Rows of the scratch table of a district."""

SCRATCH_ROWS: Final = 9


@kernel
def find(ends: I64, word: Whole) -> Whole:
    """First stretch whose end lies above a word."""
    low, high = 0, ends.size - 1
    while low < high:
        middle = (low + high) // 2
        if word < ends[middle]:
            high = middle
        else:
            low = middle + 1
    return low


@inner
def member_age(place: Whole, anchor: Whole, before: Whole, gap: Whole) -> Whole:
    """Age of a member (see `society.ages.place_age`)."""
    if place in (CHILD, LATE_CHILD, GRANDCHILD):
        return max(anchor - gap, 0)
    if place in (NEXT_CHILD, NEXT_GRANDCHILD):
        return min(before + gap, anchor - ADULT)
    least = YOUNGEST_SHARER if place in (SHARER, DORM_MATE) else ADULT
    base = before if place == ELDER_SPOUSE else anchor
    return min(max(base + gap, least), AGE_MAX)


@inner
def is_man(rule: Whole, word: Whole, age: Whole, sons: I64) -> bool | np.bool:
    """Whether a member is a man (see `society.members.SexRule`)."""
    if rule < 2:
        return rule == 0
    if rule == 2:
        return word < 0x80000000
    if rule == 3:
        return word < sons[age]
    return word >> 24 < LONE_ELDER_MEN


@inner
def draw_members(
    number: Whole,
    row: Whole,
    words: tuple[Whole, Whole, Whole],
    k0: np.uint64,
    k1: np.uint64,
    t: HouseTables,
    members: I64,
) -> Whole:
    """Draw the members of one household into `members` (rows age, sex, birth day, group); returns how many."""
    kind, band = t.kind[row], t.band[row]
    size = np.int64(t.size[kind])
    anchor = t.anchor_age[band, (words[0] * ANCHOR_ONE) >> 32]
    group = find(t.groups, words[1])
    for i in range(size):
        place = t.place[kind, i]
        w0, w1, w2, w3 = philox4x32(np.uint64(number + i), np.uint64(0), np.uint64(0), PERSON, k0, k1)
        age: Whole = anchor
        if i > 0:
            gap = t.gap_of[place]
            if place == CHILD and t.place[kind, 0] == ANCHOR_MAN:
                gap = FATHER_CHILD
            age = member_age(place, anchor, members[i - 1, AGE], t.gap[gap, band, np.int64(w0) & 255])
        members[i, AGE] = age
        members[i, SEX] = 0 if is_man(t.rule[kind, i], np.int64(w1), age, t.sons) else 1
        members[i, BORN] = -(365 * age + ((np.int64(w2) * 365) >> 32))
        members[i, GROUP] = group
        other = place == SPOUSE or place in (ELDER, ELDER_SPOUSE, SIBLING, SIBLING_SPOUSE, SHARER, DORM_MATE)
        if other and np.int64(w3) >> 24 < t.other_group:
            members[i, GROUP] = find(t.groups, (np.int64(w3) & 0xFFFFFF) << 8)
    return size


@inner
def mark_old_parents(kind: Whole, size: Whole, t: HouseTables, members: I64) -> None:
    """Note for every adult of a household whether a parent, or a spouse's parent, of 60 or more lives in it."""
    old_elder = False
    old_couple = False
    for i in range(size):
        place, age = t.place[kind, i], members[i, AGE]
        if age >= OLD:
            old_elder = old_elder or place in (ELDER, ELDER_SPOUSE)
            old_couple = old_couple or i == 0 or place == SPOUSE
    for i in range(size):
        place = t.place[kind, i]
        old = False
        if place in (CHILD, LATE_CHILD, NEXT_CHILD):
            old = old_couple
        elif i == 0 or place in (SPOUSE, SIBLING, SIBLING_SPOUSE):
            old = old_elder
        members[i, OLD_PARENT] = 1 if old and members[i, AGE] >= ADULT else 0


@inner
def mark_parents(kind: Whole, size: Whole, t: HouseTables, members: I64) -> None:
    """Note for every member of a household whether an own child under 18 lives in it."""
    minor = False
    for i in range(size):
        if t.place[kind, i] in (CHILD, LATE_CHILD, NEXT_CHILD) and members[i, AGE] < ADULT:
            minor = True
    for i in range(size):
        members[i, MINOR_CHILD] = 1 if minor and (i == 0 or t.place[kind, i] == SPOUSE) else 0


@inner
def mark_with_parent(kind: Whole, size: Whole, t: HouseTables, members: I64) -> None:
    """Note who lives with a parent: children, and one side of an elder, the man's where there is a couple."""
    elder = False
    for i in range(size):
        elder = elder or t.place[kind, i] == ELDER
    couple = size > 1 and t.place[kind, 1] == SPOUSE
    for i in range(size):
        place = t.place[kind, i]
        here = place in (CHILD, LATE_CHILD, NEXT_CHILD)
        if elder:
            here = here or place in (SPOUSE, SIBLING) or (i == 0 and not couple)
        members[i, WITH_PARENT] = 1 if here else 0


@inner
def swap_first_two(members: I64) -> None:
    """Put the man of a couple first: he is the reference person."""
    for column in range(members.shape[1]):
        members[0, column], members[1, column] = members[1, column], members[0, column]


@kernel
def draw_households(first: Whole, k0: np.uint64, k1: np.uint64, t: HouseTables, scratch: I64) -> None:
    """Fill the slots of the district that begins at resident `first` with whole households; the last is cut."""
    members = np.zeros((MOST_MEMBERS, SCRATCH_ROWS), dtype=np.int64)
    slot = 0
    while slot < DISTRICT:
        number = first + slot
        w0, w1, w2, w3 = philox4x32(np.uint64(number), np.uint64(0), np.uint64(0), HOUSEHOLD, k0, k1)
        row = find(t.ends, np.int64(w0))
        kind = t.kind[row]
        words = (np.int64(w1), np.int64(w2), np.int64(w3))
        size = draw_members(number, row, words, k0, k1, t, members)
        mark_old_parents(kind, size, t, members)
        mark_parents(kind, size, t, members)
        mark_with_parent(kind, size, t, members)
        if size > 1 and t.place[kind, 1] == SPOUSE and np.int64(w3) & 255 < MEN_FIRST:
            swap_first_two(members)
        for i in range(min(size, DISTRICT - slot)):
            for column in range(HEAD):
                scratch[column, slot + i] = members[i, column]
            scratch[HEAD, slot + i] = slot
            scratch[OLD_PARENT, slot + i] = members[i, OLD_PARENT]
            scratch[OWN_BUDGET, slot + i] = t.collective[kind]
            scratch[MINOR_CHILD, slot + i] = members[i, MINOR_CHILD]
            scratch[WITH_PARENT, slot + i] = members[i, WITH_PARENT]
        slot += size

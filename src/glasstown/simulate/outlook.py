"""Phases 1 and 2: what each resident sees around them, and the classes their rates go by.

Whatever is worked out here is kept until something changes: a resident is looked at anew when marked as
stale, or when the day comes on which time alone changes a class.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.sparse import places
from glasstown.simulate.classes import FEAR_DAYS, STILL_FELT_DAYS
from glasstown.simulate.effects import OWING, Life
from glasstown.simulate.rulebook import Ladder
from glasstown.vocab.arrays import I32, I64, U8, U16, U64, Whole, YesNo
from glasstown.vocab.codes import Work
from glasstown.vocab.geography import NEIGHBOURHOOD

OUT_OF_WORK: Final = int(Work.OUT_OF_WORK)
NEVER: Final = 65_535
RING: Final = 4
"""Neighbours on each side, in slots of the neighbourhood's ring."""

LOW_INCOME: Final = 48
HIGH_INCOME: Final = 80
"""Below three quarters, and above five quarters, of the income of day 0 (in 1/64)."""


class Standing(NamedTuple):
    """How each resident stands with the scheme; all of length residents.

    `warned_day`: last day on which the resident learned of it or lost points. `punished_day`: last day, of
    those that begin a step, on a list that punishes (`scheme.punishing`) or under what denies something (favours and
    worse terms do not count). `review`: first day on which time alone changes a class. `further`: (slots - 1,
    residents), grades of the scores after the first.
    """

    grade: U8
    aware: U8
    lists: U16
    denied: U64
    looked_up: U64
    favoured: U64
    warned_day: U16
    punished_day: U16
    review: U16
    further: U8


@kernel
def household_strain(household: I32, life: Life, strain: U8) -> None:
    """Write the strain of the household of everybody who is stale: 2 in need, 1 if one is out of work or owes, else 0.

    Members stand side by side, so where all of them are stale, as after most changes, the household is looked at once.
    """
    stale, need, work, assets = life.stale, life.need, life.work, life.assets
    chosen = np.empty(strain.size + 1, np.int32)
    for c in range(places(stale, chosen)):
        i = np.int64(chosen[c])
        head = np.int64(household[i])
        if i > head and stale[i - 1] != 0:
            strain[i] = strain[i - 1]
            continue
        level = np.int64(0)
        j = head
        while j < household.size and household[j] == head:
            strained = work[j] == OUT_OF_WORK or np.int64(assets[j]) & OWING != 0
            level = max(level, 2 if need[j] != 0 else (1 if strained else 0))
            j += 1
        strain[i] = level


@kernel
def aware_ties(household: I32, aware: U8, i: Whole) -> Whole:
    """How many of one resident's household members and ring neighbours know the scheme.

    The ring joins each resident to four slots on either side within the neighbourhood of 128, leaving
    out the own household; absent slots count as nobody.
    """
    size = aware.size
    total = np.int64(0)
    j = np.int64(household[i])
    while j < size and household[j] == household[i]:
        if j != i and aware[j] != 0:
            total += 1
        j += 1
    base = i - i % NEIGHBOURHOOD
    for k in range(1, RING + 1):
        right = base + (i - base + k) % NEIGHBOURHOOD
        left = base + (i - base + NEIGHBOURHOOD - k) % NEIGHBOURHOOD
        if right < size and household[right] != household[i] and aware[right] != 0:
            total += 1
        if left < size and household[left] != household[i] and aware[left] != 0:
            total += 1
    return total


@kernel
def subjects_of(birth_day: I32, covered: U8, min_age_days: Whole, day: Whole, subject: U8) -> None:
    """Write 1 for each resident whom the scheme scores on a day: covered, and old enough."""
    for i in range(subject.size):
        old_enough = day - np.int64(birth_day[i]) >= min_age_days
        subject[i] = 1 if covered[i] != 0 and old_enough else 0


@inner
def _fear(punished: Whole, day: Whole) -> tuple[Whole, Whole]:
    """(fear, first day on which it is less) by the day on which a consequence was last in force."""
    if punished == NEVER or day - punished > STILL_FELT_DAYS:
        return np.int64(0), np.int64(NEVER)
    if day - punished <= FEAR_DAYS:
        return np.int64(2), punished + FEAR_DAYS + 1
    return np.int64(1), punished + STILL_FELT_DAYS + 1


@inner
def _nearness(is_near: YesNo, warned: Whole, half: Whole, gone: Whole, day: Whole) -> tuple[Whole, Whole]:
    """(nearness, first day on which it fades): 1 near and freshly warned, 2 near and half faded, 0 else."""
    if not is_near or warned == NEVER or day - warned >= gone:
        return np.int64(0), np.int64(NEVER)
    if day - warned < half:
        return np.int64(1), warned + half
    return np.int64(2), warned + gone


@inner
def _in_reach(at_least: I64, reach: I64, g: Whole, score: Whole) -> Whole:
    """1 where a better grade that favours something is in reach of a score in grade g, else 0."""
    return np.int64(1) if g > 0 and score >= reach[g] and score < at_least[g - 1] else np.int64(0)


@inner
def _to_review(denied: U64, looked_up: U64, lists: U16, punishing: np.uint16, review: U16, stale: U8, day: Whole,
               chosen: I32) -> Whole:
    """Slots of those who are stale, whose day of review has come, or who are punished; how many.

    Plain columns, not a tuple of them: inside a loop every look into a tuple counts references.
    """
    flags = np.empty(stale.size, np.uint8)
    for i in range(stale.size):
        held = denied[i] | looked_up[i] | np.uint64(lists[i] & punishing)
        flags[i] = 1 if (held != 0) | (stale[i] != 0) | (day >= np.int64(review[i])) else 0
    return places(flags, chosen)


@kernel
def classes_of(ladder: Ladder, standing: Standing, life: Life, score: I32, further: I32, strain: U8, subject: U8,
               punishing: np.uint16, day: Whole, public: U8, private: U8, chosen: I32) -> Whole:
    """Write the public and private class of everybody who is stale or whose day of review has come.

    Args:
        ladder: the grades.
        standing: how residents stand with the scheme; `punished_day` and `review` are brought up to the day.
        life: the state of lives; `stale` is cleared.
        score: first scores as read.
        further: (slots - 1, residents) further ones.
        strain: strain of households.
        subject: 1 for residents whom the scheme scores; what others know of it moves nothing.
        punishing: word of the lists on which to stand is a punishment.
        day: first day of the step.
        public, private: written.
        chosen: (residents + 1,) receives the slots of those looked at.

    Returns:
        How many were looked at.
    """
    denied, looked_up, lists, punished = standing.denied, standing.looked_up, standing.lists, standing.punished_day
    grade, aware, warned, review = standing.grade, standing.aware, standing.warned_day, standing.review
    income, work, stale, near_limit = life.income, life.work, life.stale, ladder.near_limit
    half, gone, others = ladder.fades[0], ladder.fades[1], standing.further
    at_least, reach, weight = ladder.at_least, ladder.reach, ladder.weight
    count = _to_review(denied, looked_up, lists, punishing, review, stale, day, chosen)
    for c in range(count):
        i = np.int64(chosen[c])
        if denied[i] != 0 or looked_up[i] != 0 or lists[i] & punishing != 0:
            punished[i] = day
        knows = 1 if (aware[i] != 0) & (subject[i] != 0) else 0
        g = np.int64(grade[i])
        is_near = knows != 0 and g > 0 and np.int64(score[i]) < near_limit[g]
        near, near_ends = _nearness(is_near, np.int64(warned[i]), half, gone, day)
        pursues = _in_reach(at_least, reach, g, np.int64(score[i]))
        for s in range(others.shape[0]):
            g = np.int64(others[s, i])
            is_near = knows != 0 and g > 0 and np.int64(further[s, i]) < near_limit[g]
            pursues |= _in_reach(at_least, reach, g, np.int64(further[s, i]))
            level, ends = _nearness(is_near, np.int64(warned[i]), half, gone, day)
            near, near_ends = near + weight[s + 1] * level, min(near_ends, ends)
        fear, fear_ends = _fear(np.int64(punished[i]), day)
        earns = 0 if income[i] < LOW_INCOME else (2 if income[i] > HIGH_INCOME else 1)
        public[i] = near * 2 + (pursues if knows != 0 else 0)
        private[i] = (((knows * 3 + np.int64(work[i])) * 3 + np.int64(strain[i])) * 3 + earns) * 3 + fear
        review[i] = min(fear_ends, near_ends, NEVER)
        stale[i] = 0
    return count

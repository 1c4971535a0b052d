"""Who learns of the scheme, and the grade that a score earns."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.sparse import places
from glasstown.simulate.effects import Life
from glasstown.simulate.outlook import Standing, aware_ties
from glasstown.simulate.rulebook import Ladder, Overrides
from glasstown.vocab.arrays import I32, U8, U16, U32, U64, Whole, YesNo
from glasstown.vocab.codes import Decision

LIFE: Final = int(Decision.LIFE)
BLOCK: Final = 1024
"""Residents whose luck is drawn at once."""

LEARN = 0
KNOWS_AT_START = 1
COVERED = 2
"""Sub-addresses of the LIFE block; the last two are drawn at step 0 alone."""


@inner
def life_below(first: Whole, i: Whole, step: Whole, sub: Whole, high: np.uint64, low: np.uint64, keys: U64) -> YesNo:
    """Whether a draw of somebody's own lies below a threshold of two words."""
    c0, c1 = np.uint64(first + i), np.uint64(0)
    c2, c3 = np.uint64((step << 16) | sub), np.uint64(LIFE << 24)
    word, _, _, _ = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
    if word != high:
        return word < high
    return low_word(c0, c1, c2, c3, keys[0], keys[1], 0) < low


@kernel
def draw_once(first: Whole, sub: Whole, high: np.uint64, low: np.uint64, keys: U64, out: U8) -> None:
    """Write 1 for each resident with a lifelong draw below a threshold (covered; aware at the start)."""
    for i in range(out.size):
        out[i] = 1 if life_below(first, i, np.int64(0), sub, high, low, keys) else 0


@inner
def _first_words(first: Whole, size: Whole, step: Whole, keys: U64, words: U32) -> None:
    """The word that decides whether somebody learns, of one block: one flat loop, so that it vectorises."""
    k0, k1 = keys[0], keys[1]
    c1, c2, c3 = np.uint64(0), np.uint64((step << 16) | LEARN), np.uint64(LIFE << 24)
    for j in range(size):
        words[j], _, _, _ = philox4x32(np.uint64(first + j), c1, c2, c3, k0, k1)


@inner
def _may_learn(words: U32, aware: U8, subject: U8, highest: np.uint64, chosen: I32) -> Whole:
    """Places of subjects who do not know, and whom the largest chance would reach; how many."""
    most = np.uint32(min(highest, np.uint64(0xFFFFFFFF)))
    flags = np.empty(aware.size, np.uint8)
    for j in range(aware.size):
        flags[j] = 1 if (words[j] <= most) & (aware[j] == 0) & (subject[j] != 0) else 0
    return places(flags, chosen)


@kernel
def learn(first: Whole, step: Whole, end_day: Whole, learning: U64, household: I32, subject: U8, keys: U64,
          standing: Standing, life: Life) -> None:
    """Let subjects who do not know the scheme learn of it, by themselves or from ties who knew it before.

    Only those are asked about their ties whom the largest chance would reach.
    """
    most = learning.shape[0] - 1
    highest = np.uint64(0)
    for row in range(most + 1):
        highest = max(highest, learning[row, 0])
    words = np.empty(BLOCK, np.uint32)
    chosen = np.empty(BLOCK + 1, np.int32)
    learners = np.empty(subject.size, np.int32)
    aware = standing.aware
    count = np.int64(0)
    for start in range(0, subject.size, BLOCK):
        size = min(BLOCK, subject.size - start)
        _first_words(first + start, size, step, keys, words)
        for c in range(_may_learn(words, aware[start : start + size], subject[start : start + size], highest, chosen)):
            i = start + np.int64(chosen[c])
            row = min(aware_ties(household, aware, i), most)
            if life_below(first, i, step, np.int64(LEARN), learning[row, 0], learning[row, 1], keys):
                learners[count] = i
                count += 1
    for c in range(count):
        aware[learners[c]] = 1
        standing.warned_day[learners[c]] = end_day
        life.stale[learners[c]] = 1


@inner
def _held_to(overrides: Overrides, slot: Whole, tally: I32, lists: U16, i: Whole, grade: Whole) -> Whole:
    """The grade of one resident where overrides of its score allow no better one than theirs."""
    for one in range(overrides.grade.size):
        if np.int64(overrides.slot[one]) != slot:
            continue
        t = np.int64(overrides.tally[one])
        if t >= 0:
            holds = np.int64(tally[t, i]) >= np.int64(overrides.needed[one])
        else:
            holds = np.int64(lists[i]) & np.int64(overrides.on_list[one]) != 0
        if holds:
            grade = max(grade, np.int64(overrides.grade[one]))
    return grade


@kernel
def regrade(ladder: Ladder, overrides: Overrides, slot: Whole, subject: U8, moved: U8, score: I32, tally: I32,
            lists: U16, new: U8) -> Whole:
    """Write the grade of everybody marked in `moved`, by one score and its overrides; returns how many differ.

    Args:
        ladder: the grades.
        overrides: what holds residents to a grade.
        slot: number of the score.
        subject: 1 for residents whom the scheme scores.
        moved: 1 for those to look at; cleared.
        score: that score as read.
        tally: (tallies, residents) counts of records.
        lists: masks of the lists that residents stand on.
        new: grades of that score before, overwritten.
    """
    best, last = ladder.first[slot], ladder.first[slot + 1] - 1
    changed = np.int64(0)
    chosen = np.empty(score.size + 1, np.int32)
    for c in range(places(moved, chosen)):
        i = np.int64(chosen[c])
        moved[i] = 0
        g = np.int64(0)
        if subject[i] != 0 and last >= best:
            g = last
            for k in range(best, last):
                if np.int64(score[i]) >= ladder.at_least[k]:
                    g = k
                    break
            g = _held_to(overrides, slot, tally, lists, i, g)
        if g != np.int64(new[i]):
            new[i] = g
            changed += 1
    return changed

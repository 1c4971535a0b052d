"""Phase 8: what acts do to lives, and who learns of the scheme."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.outlook import aware_ties
from glasstown.simulate.worlds import Ladder
from glasstown.vocab.arrays import I32, U8, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision, Effect, Sector, Work

LIFE = int(Decision.LIFE)
OUT_OF_WORK, EMPLOYED = int(Work.OUT_OF_WORK), int(Work.EMPLOYED)
PRIVATE, PUBLIC = int(Sector.PRIVATE), int(Sector.PUBLIC)
JOB_LOST = int(Effect.JOB_LOST)
JOB_FOUND_PRIVATE, JOB_FOUND_PUBLIC = int(Effect.JOB_FOUND_PRIVATE), int(Effect.JOB_FOUND_PUBLIC)
NEED_BEGINS, NEED_ENDS = int(Effect.NEED_BEGINS), int(Effect.NEED_ENDS)

BLOCK = 1024
"""Residents whose luck is drawn at once."""

LEARN = 0
KNOWS_AT_START = 1
COVERED = 2
"""Sub-addresses of the LIFE block; the last two are drawn at step 0 alone."""


@kernel
def apply_effects(effects: U8, acts: AnyArray, blocked: U8, work: U8, sector: U8, need: U8) -> None:
    """Let accomplished acts change lives, in order of day; what no longer applies does nothing.

    A job found by somebody who meanwhile has one, or a second onset of need, changes nothing.

    Args:
        effects: (144,) effect of each act.
        acts: rows of `heights.ACT`, in order of resident and day.
        blocked: (acts,) 1 where a consequence denied it.
        work, sector, need: columns of the district, changed in place.
    """
    for a in range(acts.size):
        if blocked[a] != 0:
            continue
        i = np.int64(acts[a]["slot"])
        effect = effects[np.int64(acts[a]["act"])]
        if effect == JOB_LOST and work[i] == EMPLOYED:
            work[i] = OUT_OF_WORK
        elif effect == JOB_FOUND_PRIVATE and work[i] == OUT_OF_WORK:
            work[i] = EMPLOYED
            sector[i] = PRIVATE
        elif effect == JOB_FOUND_PUBLIC and work[i] == OUT_OF_WORK:
            work[i] = EMPLOYED
            sector[i] = PUBLIC
        elif effect == NEED_BEGINS:
            need[i] = 1
        elif effect == NEED_ENDS:
            need[i] = 0


@kernel
def _life_below(first: Whole, i: Whole, step: Whole, sub: Whole, high: np.uint64, low: np.uint64, keys: U64) -> YesNo:
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
        out[i] = 1 if _life_below(first, i, np.int64(0), sub, high, low, keys) else 0


@kernel
def _first_words(first: Whole, size: Whole, step: Whole, keys: U64, words: U64) -> None:
    """The word that decides whether somebody learns, of one block: one flat loop, so that it vectorises."""
    k0, k1 = keys[0], keys[1]
    c1, c2, c3 = np.uint64(0), np.uint64((step << 16) | LEARN), np.uint64(LIFE << 24)
    for j in range(size):
        words[j], _, _, _ = philox4x32(np.uint64(first + j), c1, c2, c3, k0, k1)


@kernel
def learn(first: Whole, step: Whole, learning: U64, household: I32, subject: U8, keys: U64, aware: U8) -> None:
    """Let subjects who do not know the scheme learn of it, by themselves or from ties who knew it before.

    Only those are asked about their ties whom the largest chance would reach.
    """
    most = learning.shape[0] - 1
    highest = np.uint64(0)
    for row in range(most + 1):
        highest = max(highest, learning[row, 0])
    words = np.empty(BLOCK, np.uint64)
    learners = np.empty(aware.size, np.int32)
    count = np.int64(0)
    for start in range(0, aware.size, BLOCK):
        size = min(BLOCK, aware.size - start)
        _first_words(first + start, size, step, keys, words)
        for j in range(size):
            i = start + j
            if words[j] > highest or aware[i] != 0 or subject[i] == 0:
                continue
            row = min(aware_ties(household, aware, i), most)
            if _life_below(first, i, step, np.int64(LEARN), learning[row, 0], learning[row, 1], keys):
                learners[count] = i
                count += 1
    for c in range(count):
        aware[learners[c]] = 1


@kernel
def regrade(ladder: Ladder, subject: U8, score: I32, grade: U8, new: U8) -> Whole:
    """Write the grade that each resident's score earns now; returns how many differ from `grade`."""
    grades = ladder.at_least.size - 1
    changed = np.int64(0)
    for i in range(score.size):
        g = np.int64(grade[i])
        points = np.int64(score[i])
        if subject[i] == 0 or grades == 0:
            g = np.int64(0)
        elif g == 0 or points < ladder.floor[g] or points >= ladder.ceiling[g]:
            g = grades
            for k in range(1, grades):
                if points >= ladder.at_least[k]:
                    g = k
                    break
        new[i] = g
        if g != np.int64(grade[i]):
            changed += 1
    return changed

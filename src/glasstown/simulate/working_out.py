"""Scores that are worked out anew on certain days: an index from weighted categories, or a class by one formula.

A score is worked out on the last day of each step into which one of its days falls. Beside it stands what it would be
by what is true: with records of what the resident did, and no others.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.postfix import THOUSAND, evaluate, nearest
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.indexing import Index
from glasstown.simulate.rulebook import Asked, Rulebook
from glasstown.simulate.scores import ENTRY, Scores, move
from glasstown.vocab.arrays import I32, U8, AnyArray, Whole
from glasstown.vocab.codes import NO_SOURCE, Entry

BY_REFRESH: Final = np.int64(Entry.REFRESH)
TOP: Final = 10_000 * THOUSAND
"""The greatest value of a category, in thousandths."""

CLASS: Final = 2
"""A score by one formula."""

REFRESHED: Final = np.dtype([("who", np.int32), ("score", np.int32), ("true", np.int32), ("alone", np.int32),
                              ("thin", np.uint8)])  # fmt: skip
"""One score that was worked out and is otherwise than before: as it is, by what is true, and were nobody tied to
anybody besides; if it is thin."""


class Worked(NamedTuple):
    """Of each resident when the score was last worked out: what it would truly be, also without ties; if it is thin."""

    truly: I32
    alone: I32
    thin: U8


def nothing_worked_out(start: int, size: int) -> Worked:
    """What is known before a score is worked out: its start, in thousandths."""
    return Worked(np.full(size, start, np.int32), np.full(size, start, np.int32), np.zeros(size, np.uint8))


@inner
def _value(asked: Asked, f: Whole, i: Whole) -> Whole:
    """What a formula comes to for one resident."""
    start, end = np.int64(asked.start[f]), np.int64(asked.start[f + 1])
    return evaluate(asked.pairs, start, end, asked.facts, np.int64(0), i, asked.stack)


@inner
def score_by(asked: Asked, index: Index, low: Whole, high: Whole, i: Whole) -> tuple[Whole, Whole]:
    """The score of one resident in thousandths, and 1 where too little is known."""
    if index.terms[0] == CLASS:
        return min(max(_value(asked, index.terms[1], i), low), high), np.int64(0)
    total, weights, known = np.int64(0), np.int64(0), np.int64(0)
    for c in range(index.value.size):
        value, needs = index.default[c], np.int64(index.needs[c])
        if needs < 0 or _value(asked, needs, i) != 0:
            value = min(max(_value(asked, np.int64(index.value[c]), i), 0), TOP)
            known += 1
        total += index.weight[c] * value
        weights += index.weight[c]
    if known < index.terms[2]:
        return index.terms[3], np.int64(1)
    return low + nearest((high - low) * total, TOP * weights), np.int64(0)


@kernel
def work_out(asked: Asked, true: Asked, alone: Asked, index: Index, rules: Rulebook, scores: Scores, worked: Worked,
             subject: U8, first: Whole, day: Whole, rows: AnyArray, entries: AnyArray,
             found: AnyArray) -> tuple[Whole, Whole]:
    """Work out the score of everybody whom the scheme scores; returns (entries written, rows of `found`).

    Args:
        asked: formulas, and what they ask about as the scheme has it.
        true: the same by what is true.
        alone: the same, were nobody tied to anybody.
        index: how the score is worked out.
        rules: the rulebook, for the range of the score.
        scores: scores, changed in place.
        worked: what was worked out before, changed in place.
        subject: 1 for residents whom the scheme scores.
        first: number of the first resident.
        day: day of the entries.
        rows: one row of the agenda, for what an entry says of whom it is about.
        entries: buffer with room for an entry of every resident, twice.
        found: buffer of `REFRESHED` with room for everybody.
    """
    row, count, changed = rows[0], np.int64(0), np.int64(0)
    low, high = np.int64(rules.limits[0, 0]), np.int64(rules.limits[0, 1])
    for i in range(subject.size):
        if subject[i] == 0:
            continue
        score, thin = score_by(asked, index, low, high, i)
        truly, _ = score_by(true, index, low, high, i)
        by_oneself, _ = score_by(alone, index, low, high, i)
        same = truly == np.int64(worked.truly[i]) and by_oneself == np.int64(worked.alone[i])
        delta = score - np.int64(scores.score[i])
        if delta == 0 and same and thin == np.int64(worked.thin[i]):
            continue
        found[changed]["who"] = i
        found[changed]["score"] = score
        found[changed]["true"] = truly
        found[changed]["alone"] = by_oneself
        found[changed]["thin"] = thin
        changed += 1
        worked.truly[i] = truly
        worked.alone[i] = by_oneself
        worked.thin[i] = thin
        if delta != 0:
            row["who"] = i
            row["due"] = day
            row["origin"] = first + i
            count, _ = move(rules, scores, entries, count, row, BY_REFRESH, np.int64(0), np.int64(0), delta)
    return count, changed


def is_worked_out(index: Index, day: int, end: int) -> bool:
    """Whether a day of working out lies in the days from `day` to before `end`."""
    if not index.terms[0]:
        return False
    every, offset = int(index.terms[4]), int(index.terms[5])
    first = offset + max(-(-(day - offset) // every), 0) * every
    return first < end


def worked_out(
    asked: Asked,
    true: Asked,
    alone: Asked,
    index: Index,
    rules: Rulebook,
    scores: Scores,
    worked: Worked,
    subject: U8,
    first: int,
    day: int,
) -> tuple[AnyArray, AnyArray]:
    """Entries, and rows of `REFRESHED`, of a day on which the score is worked out; see `work_out`."""
    entries = np.empty(2 * subject.size, dtype=ENTRY)
    found = np.empty(subject.size, dtype=REFRESHED)
    rows = empty_agenda(1)
    rows["source"] = NO_SOURCE
    number, changed = work_out(
        asked, true, alone, index, rules, scores, worked, subject, first, day, rows, entries, found
    )
    return entries[:number], found[:changed]

"""Points that stand while something is so of a resident: given where it begins to be so, taken back where it ends.

A rule is looked at on the last day of each step into which one of its days falls: day 0, and every `every` days.
Beside it stands whether its condition would hold by what is true, for what was read or concluded may be wrong, and
whether it would if nobody were tied to anybody.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.assess import holds
from glasstown.simulate.rulebook import Asked, Rulebook, States
from glasstown.simulate.scores import ENTRY, Scores, move
from glasstown.vocab.arrays import I32, U8, U16, AnyArray, Whole, YesNo
from glasstown.vocab.codes import NO_SOURCE, Entry

BY_STATE: Final = np.int64(Entry.STATE)

STOOD: Final = np.dtype([("who", np.int32), ("rule", np.uint8), ("stands", np.uint8), ("so", np.uint8),
                         ("so_alone", np.uint8)])  # fmt: skip
"""A condition that holds, or would by what is true, otherwise than before."""

class Held(NamedTuple):
    """What stands: `holding` (residents,) a bit a rule; `given` (rules, residents) what is taken back at its end.

    `so` and `so_alone`: as `holding`, by what is true; and that, were nobody tied to anybody.
    """

    holding: U16
    given: I32
    so: U16
    so_alone: U16


class Told(NamedTuple):
    """What conditions ask about, three times over: as the scheme has it, by what is true, and that without ties."""

    asked: Asked
    true: Asked
    alone: Asked


def nothing_stands(rules: int, size: int) -> Held:
    """What stands before anything was looked at."""
    bits = (np.zeros(size, np.uint16) for _ in range(2))
    return Held(np.zeros(size, np.uint16), np.zeros((rules, size), np.int32), *bits)


@kernel
def stand(told: Told, states: States, due: U8, rules: Rulebook, scores: Scores, held: Held, subject: U8,
          first: Whole, day: Whole, rows: AnyArray, entries: AnyArray, stood: AnyArray) -> tuple[Whole, Whole]:
    """Look at every rule that is due, for every resident whom the scheme scores.

    Returns (entries written, rows of `stood`).

    Args:
        told: the conditions, and what they ask about.
        states: the rules.
        due: (rules,) 1 for rules that are looked at.
        rules: the rulebook, for the range of the score.
        scores: scores, changed in place.
        held: what stands, changed in place.
        subject: 1 for residents whom the scheme scores.
        first: number of the first resident.
        day: day of the entries.
        rows: one row of the agenda, for what an entry says of whom it is about.
        entries: buffer with room for two rows for every rule of every resident.
        stood: buffer of `STOOD` with room for a row for every rule of every resident.
    """
    row, count, seen = rows[0], np.int64(0), np.int64(0)
    for i in range(subject.size):
        if subject[i] == 0:
            continue
        for r in range(due.size):
            if due[r] == 0:
                continue
            f, bit = np.int64(states.formula[r]), np.int64(1) << r
            begins = f >= 0 and holds(told.asked, f, np.int64(0), i)
            seen = _told_apart(told, held, f, r, i, begins, stood, seen)
            if begins == (np.int64(held.holding[i]) & bit != 0):
                continue
            row["who"] = i
            row["due"] = day
            row["origin"] = first + i
            delta = states.points[r] if begins else -np.int64(held.given[r, i])
            count, given = move(rules, scores, entries, count, row, BY_STATE, np.int64(r),
                                np.int64(states.slot[r]), delta)
            held.given[r, i] = given if begins else 0
            held.holding[i] = np.int64(held.holding[i]) ^ bit
    return count, seen


@inner
def _told_apart(told: Told, held: Held, f: Whole, r: Whole, i: Whole, stands: YesNo, stood: AnyArray,
                seen: Whole) -> Whole:
    """Keep whether a condition holds by what is true, and write it down where that or what stands is otherwise now."""
    so = f >= 0 and holds(told.true, f, np.int64(0), i)
    alone = f >= 0 and holds(told.alone, f, np.int64(0), i)
    bit = np.int64(1) << r
    same = stands == (np.int64(held.holding[i]) & bit != 0) and so == (np.int64(held.so[i]) & bit != 0)
    if same and alone == (np.int64(held.so_alone[i]) & bit != 0):
        return seen
    held.so[i] = (np.int64(held.so[i]) | bit) if so else (np.int64(held.so[i]) & ~bit)
    held.so_alone[i] = (np.int64(held.so_alone[i]) | bit) if alone else (np.int64(held.so_alone[i]) & ~bit)
    row = stood[seen]
    row["who"] = i
    row["rule"] = r
    row["stands"] = 1 if stands else 0
    row["so"] = 1 if so else 0
    row["so_alone"] = 1 if alone else 0
    return seen + 1


def due_between(every: I32, day: int, end: int) -> U8:
    """Of each rule whether one of its days lies in the days from `day` to before `end`."""
    return (-(-day // every) * every < end).astype(np.uint8)


def points_that_stand(
    told: Told,
    states: States,
    rules: Rulebook,
    scores: Scores,
    held: Held,
    subject: U8,
    first: int,
    day: int,
    end: int,
) -> tuple[AnyArray, AnyArray]:
    """Entries, and rows of `STOOD`, of the rules that are looked at in a step, which changes scores; see `stand`."""
    due = due_between(states.every, day, end)
    most = int(due.sum()) * subject.size
    entries, stood = np.empty(2 * most, dtype=ENTRY), np.empty(most, dtype=STOOD)
    rows = empty_agenda(1)
    rows["source"] = NO_SOURCE
    count, seen = stand(told, states, due, rules, scores, held, subject, first, end - 1, rows, entries, stood)
    return entries[:count], stood[:seen]

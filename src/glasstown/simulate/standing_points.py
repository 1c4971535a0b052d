"""Points that stand while something is so of a resident: given where it begins to be so, taken back where it ends.

A rule is looked at on the last day of each step into which one of its days falls: day 0, and every `every` days.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.assess import holds
from glasstown.simulate.rulebook import Asked, Rulebook, States
from glasstown.simulate.scores import ENTRY, Scores, move
from glasstown.vocab.arrays import I32, U8, U16, AnyArray, Whole
from glasstown.vocab.codes import NO_SOURCE, Entry

BY_STATE: Final = np.int64(Entry.STATE)

class Held(NamedTuple):
    """What stands: `holding` (residents,) a bit a rule; `given` (rules, residents) what is taken back at its end."""

    holding: U16
    given: I32


@kernel
def stand(asked: Asked, states: States, due: U8, rules: Rulebook, scores: Scores, held: Held, subject: U8,
          first: Whole, day: Whole, rows: AnyArray, entries: AnyArray) -> Whole:
    """Look at every rule that is due, for every resident whom the scheme scores; returns the entries written.

    Args:
        asked: the conditions, and what they ask about.
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
    """
    row, count = rows[0], np.int64(0)
    for i in range(subject.size):
        if subject[i] == 0:
            continue
        for r in range(due.size):
            if due[r] == 0:
                continue
            f, bit = np.int64(states.formula[r]), np.int64(1) << r
            begins = f >= 0 and holds(asked, f, np.int64(0), i)
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
    return count


def due_between(every: I32, day: int, end: int) -> U8:
    """Of each rule whether one of its days lies in the days from `day` to before `end`."""
    return (-(-day // every) * every < end).astype(np.uint8)


def points_that_stand(
    asked: Asked,
    states: States,
    rules: Rulebook,
    scores: Scores,
    held: Held,
    subject: U8,
    first: int,
    day: int,
    end: int,
) -> AnyArray:
    """Entries of the rules that are looked at in a step, which changes scores; see `stand`."""
    due = due_between(states.every, day, end)
    entries = np.empty(2 * int(due.sum()) * subject.size, dtype=ENTRY)
    rows = empty_agenda(1)
    rows["source"] = NO_SOURCE
    count = stand(asked, states, due, rules, scores, held, subject, first, end - 1, rows, entries)
    return entries[:count]

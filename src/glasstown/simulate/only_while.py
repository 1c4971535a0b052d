"""Consequences that hold only while something is so of whoever earned them.

What must be so is asked at the end of each step, of what is so then, and holds for the next one: a condition that comes
to hold lets a consequence begin that a grade or a list had brought before, and one that fails ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.postfix import MOST_ON_STACK
from glasstown.simulate.assess import holds
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.variables import facts_of
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I32, U64

if TYPE_CHECKING:
    from glasstown.simulate.stretch import Stretch


def still_so(world: World, stretch: Stretch, day: int) -> U64 | None:
    """(residents,) words of the consequences whose condition holds on a day; None where none has a condition."""
    table = world.consequences
    if not int(table.conditional):
        return None
    facts, room = facts_of(world.facts, stretch, day), np.empty(MOST_ON_STACK, np.int64)
    asked = Asked(*world.formulas, facts, room, stretch.docket.tied)
    words = np.empty(stretch.size, np.uint64)
    permit(asked, table.when, stretch.scores.score, words)
    return words


@kernel
def permit(asked: Asked, when: I32, score: I32, words: U64) -> None:
    """Ask the condition of every consequence of every resident.

    Args:
        asked: the conditions, and what they ask about.
        when: (consequences,) number of the condition of each, -1 for none.
        score: first score of everybody, in thousandths.
        words: overwritten; bit c is set where consequence c may hold.
    """
    for i in range(words.size):
        word = np.uint64(0)
        for c in range(when.size):
            if holds(asked, np.int64(when[c]), np.int64(score[i]), i):
                word |= np.uint64(1) << np.uint64(c)
        words[i] = word

"""Who qualifies to be scored at all: those of whom the condition of a scheme holds, such as pupils or drivers.

The condition is asked on day 0 and at the end of each step, of what is so then, and holds for the next step. Whoever
no longer qualifies is out: nothing that is recorded moves their score, and what listed them ends. Whoever qualifies
anew comes in with the score that they left with, or is asked first where the scheme asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.postfix import MOST_ON_STACK
from glasstown.simulate.assess import holds
from glasstown.simulate.consent import let_in_and_out
from glasstown.simulate.rows import StepRows
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.variables import facts_of
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I32, U8, Whole

if TYPE_CHECKING:
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

CAME, WENT = 4, 5
"""What a row of `consents` tells of whoever qualifies anew, and no longer."""

NOBODY_ASKED: Final = -1
"""Number of the condition where everybody of age qualifies."""


@kernel
def ask(asked: Asked, condition: Whole, score: I32, out: U8) -> None:
    """Write 1 for each resident of whom a condition holds.

    Args:
        asked: the conditions, and what they ask about.
        condition: its number.
        score: first score of everybody, in thousandths.
        out: (residents,) overwritten.
    """
    for i in range(out.size):
        out[i] = 1 if holds(asked, condition, np.int64(score[i]), i) else 0


def qualify(world: World, stretch: Stretch, day: int) -> U8:
    """1 for each resident who qualifies on a day, of what is so then."""
    out = np.ones(stretch.size, np.uint8)
    if world.qualifies != NOBODY_ASKED:
        facts, room = facts_of(world.facts, stretch, day), np.empty(MOST_ON_STACK, np.int64)
        ask(Asked(*world.formulas, facts, room, stretch.docket.tied), world.qualifies, stretch.scores.score, out)
    return out


def begin_qualified(world: World, stretch: Stretch) -> None:
    """Day 0: of those whom the scheme covers, only who qualifies is scored."""
    stretch.docket.qualifies[:] = qualify(world, stretch, 0)
    stretch.covered &= stretch.docket.qualifies


def come_and_go(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """At the end of a step: who qualifies anew, and who no longer does, from the next one on."""
    world, docket, day = settings.world, stretch.docket, span.end
    if world.qualifies == NOBODY_ASKED:
        return
    before, now = docket.qualifies.copy(), qualify(world, stretch, day)
    docket.qualifies[:] = now
    asked_first = world.consent.runs and world.consent.asks_first
    comes = (docket.may != 0) & (before == 0) & (now != 0) & (not asked_first)
    goes = (stretch.covered != 0) & (now == 0)
    of_age = day - stretch.ages.birth_day >= world.min_age_days
    stretch.covered[comes & ~of_age], stretch.covered[goes & ~of_age] = 1, 0
    joins, leaves = ((who & of_age).astype(np.uint8) for who in (comes, goes))
    what = np.where(leaves != 0, WENT, CAME)
    let_in_and_out(rows, stretch, span, world.consent.back_days, joins, leaves, what)

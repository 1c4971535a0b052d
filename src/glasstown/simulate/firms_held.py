"""What holds firms to a grade beside records and lists: the grade of another firm of the same people, and their age.

Each such override has a count of its own, as those that count records have. For age it is 1 while it holds. For a grade
that is carried it is one more than the day from which the other firm has earned it, and below nought once it has been
carried for as long as it may be.
"""

from __future__ import annotations

import numpy as np

from glasstown.simulate.life import regrade
from glasstown.simulate.rulebook import Overrides
from glasstown.simulate.slots import score_in
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I32, I64
from glasstown.vocab.organisations import GOVERNMENT, PLACES_OF_DISTRICT


def hold_firms(stretch: Stretch, world: World, day: int) -> None:
    """Bring age, and how long grades have been carried, up to the first day after a step; all are graded anew.

    Args:
        stretch: firms and governments, changed in place; residents stay as they are.
        world: what holds from that day on.
        day: that day.
    """
    table = world.overrides
    held = _of_firms(table)
    if not held.size:
        return
    for one in held:
        tally = stretch.scores.tally[table.tally[one]]
        if table.younger[one] >= 0:
            tally[:] = (stretch.kept != 0) & (day - stretch.ages.birth_day < table.younger[one])
        elif table.within[one] >= 0:
            over = (tally > 0) & (day - (tally - 1) >= table.within[one])
            tally[over] = -tally[over]
    stretch.moved[:] = 1


def carry_grades(stretch: Stretch, world: World, day: int) -> None:
    """Note from which day on the other firm of the same representative has earned a grade that is carried.

    Earned is what points, records, lists and age make of a firm: never what was carried to it, or two firms would
    hold each other for ever. It holds from the next look at grades on.

    Args:
        stretch: firms and governments, changed in place.
        world: what holds from `day` on.
        day: the first day after the step.
    """
    table = world.overrides
    carried = [one for one in _of_firms(table) if table.carries[one] != 0]
    if not carried:
        return
    alone = table._replace(grade=np.where(table.carries != 0, 0, table.grade).astype(np.uint8))
    other = _other_firm(stretch.size)
    for one in carried:
        slot = int(table.slot[one])
        earned = np.zeros(stretch.size, np.uint8)
        regrade(world.ladder, alone, slot, stretch.graded(slot), np.ones(stretch.size, np.uint8),
                score_in(stretch, slot), stretch.scores.tally, stretch.standing.lists, earned)
        reaches = (earned >= table.carries[one])[other] & (other != np.arange(stretch.size)) & (stretch.kept != 0)
        tally: I32 = stretch.scores.tally[table.tally[one]]
        tally[:] = np.where(reaches, np.where(tally == 0, day + 1, tally), 0)


def _of_firms(table: Overrides) -> I64:
    """Overrides in force that hold firms by their age, or by another firm."""
    return np.flatnonzero((table.grade != 0) & ((table.carries != 0) | (table.younger >= 0)))


def _other_firm(size: int) -> I64:
    """By place: the other firm of the same representative; itself where there is none, and for governments."""
    place = np.arange(size)
    paired = place % PLACES_OF_DISTRICT < GOVERNMENT - 1
    return np.where(paired, place ^ 1, place)

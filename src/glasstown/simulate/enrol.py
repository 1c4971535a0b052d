"""Day 0 of a scheme: who is covered, who knows of it, and the first grades with what they bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from glasstown.simulate.consent import begin_consent
from glasstown.simulate.follow import follow
from glasstown.simulate.impose import impose
from glasstown.simulate.life import COVERED, KNOWS_AT_START, draw_once, regrade
from glasstown.simulate.officials import look_for_officials
from glasstown.simulate.only_while import still_so
from glasstown.simulate.outlook import subjects_of
from glasstown.simulate.qualifying import begin_qualified
from glasstown.simulate.slots import grade_in, grades_of, score_in, without_score
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U64

if TYPE_CHECKING:
    from glasstown.simulate.stretch import Stretch


def enrol(stretch: Stretch, world: World, keys: U64) -> None:
    """Who is covered, who knows of the scheme, and the first grades with what they bring."""
    standing = stretch.standing
    draw_once(stretch.first, COVERED, np.uint64(world.covered[0]), np.uint64(world.covered[1]), keys, stretch.covered)
    stretch.docket.may[:] = stretch.covered
    begin_qualified(world, stretch)
    begin_consent(stretch, world.consent, world.min_age_days, keys)
    know = np.zeros(stretch.size, np.uint8)
    draw_once(stretch.first, KNOWS_AT_START, np.uint64(world.aware_at_start[0]), np.uint64(world.aware_at_start[1]),
              keys, know)
    subjects_of(stretch.ages.birth_day, stretch.covered, world.min_age_days, 0, stretch.subject)
    standing.aware[:] |= know & stretch.subject
    stretch.ungraded = without_score(world.scores_of, stretch.people.standing)
    for slot in range(world.starts.size):
        stretch.moved[:] = 1
        regrade(world.ladder, world.overrides, slot, stretch.graded(slot), stretch.moved, score_in(stretch, slot),
                stretch.scores.tally, standing.lists, grade_in(stretch, slot))
    standing.warned_day[standing.aware != 0] = 0
    look_for_officials(stretch, world)
    everybody = np.arange(stretch.size, dtype=np.int64)
    changes = follow(world.consequences, stretch.docket, grades_of(stretch), standing.lists, everybody,
                     stretch.household, stretch.ages.birth_day, keys, stretch.first, step=0, day=0, end_day=0,
                     waits=np.zeros(stretch.size, np.uint8), still=still_so(world, stretch, 0))
    impose(world.consequences, standing, stretch.life, changes, 0)

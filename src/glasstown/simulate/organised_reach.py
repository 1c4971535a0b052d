"""What hits residents for what an organisation did: the representative of a firm, the officials of a government."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.simulate.follow import causes, follow
from glasstown.simulate.impose import impose
from glasstown.simulate.only_while import still_so
from glasstown.simulate.organised import Organisations
from glasstown.simulate.organising import Organising
from glasstown.simulate.slots import grades_of
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import U8, U16, U64
from glasstown.vocab.codes import Standing
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.organisations import PLACES_OF_DISTRICT, OrganisationFact

OFFICERS, OFFICIALS = 1, 2
GOVERNS: Final = int(OrganisationFact.GOVERNMENT)


def bind_residents(residents: Stretch, joined: Organisations, before: tuple[U8, U16], now: Organising,
                   later: Organising) -> None:
    """Say which residents are hit through which organisation from the next step on, and for whom that changed.

    Args:
        residents: the residents of the same districts.
        joined: the organisations, after their step.
        before: their grades and lists before it.
        now, later: what holds in the step, and from the next one on.
    """
    if not later.through.any() and not now.through.any():
        return
    standing = joined.stretch.standing
    old = _words(residents, joined, now, *before)
    joined.bound = _words(residents, joined, later, grades_of(joined.stretch), standing.lists)
    joined.newly = np.flatnonzero(old != joined.bound)


def bound_on_day_0(residents: Stretch, joined: Organisations, now: Organising, world: World, keys: U64) -> None:
    """Let residents be hit through organisations from day 0 on."""
    if not now.through.any():
        return
    own, standing = joined.stretch.standing, residents.standing
    joined.bound = _words(residents, joined, now, grades_of(joined.stretch), own.lists)
    changes = follow(world.consequences, residents.docket, grades_of(residents), standing.lists,
                     np.flatnonzero(joined.bound), residents.household, residents.ages.birth_day, keys,
                     residents.first, step=0, day=0, end_day=0,
                     waits=np.zeros(residents.size, np.uint8), through=joined.bound,
                     still=still_so(world, residents, 0))
    impose(world.consequences, standing, residents.life, changes, 0)


def _words(residents: Stretch, joined: Organisations, holds: Organising, grade: U8, lists: U16) -> U64:
    """Consequences that each resident has through organisations, bit by consequence."""
    words = np.zeros(residents.size, np.uint64)
    brought = causes(holds.reach, grade, lists) * joined.stretch.kept
    bits = [np.uint64(sum(1 << c for c, one in enumerate(holds.through) if one == kind))
            for kind in (OFFICERS, OFFICIALS)]  # fmt: skip
    firm = np.flatnonzero((brought & bits[0] != 0) & (joined.representative != VOID))
    np.bitwise_or.at(words, joined.representative[firm].astype(np.int64), brought[firm] & bits[0])
    official = residents.people.standing & int(Standing.OFFICIAL) != 0
    for place in np.flatnonzero(brought & bits[1] * (joined.stretch.people.standing & GOVERNS != 0)):
        start = place // PLACES_OF_DISTRICT * DISTRICT
        here = np.flatnonzero(official[start : start + DISTRICT]) + start
        words[here] |= brought[place] & bits[1]
    return words

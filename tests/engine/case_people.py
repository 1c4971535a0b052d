"""Who stands for the resident, the official, the child and the friend of a case: residents of one small town."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.stretch import Stretch
from glasstown.society.population import Population
from glasstown.vocab.codes import Standing
from glasstown.vocab.geography import VOID

ADULT, MINOR = 25 * 365, 14 * 365


def adult_of(people: Population, *, parent: bool) -> tuple[int, int | None]:
    """The first adult, or the first with a child; and the first child of that household."""
    minors = np.flatnonzero(people.birth_day > -MINOR)
    for slot in np.flatnonzero(people.birth_day <= -ADULT).tolist():
        children = minors[people.household[minors] == people.household[slot]].tolist()
        if children or not parent:
            return slot, (children or [None])[0]
    raise AssertionError


def official_of(residents: Stretch) -> int:
    """The first resident who holds office."""
    return int(np.flatnonzero(residents.people.standing & int(Standing.OFFICIAL))[0])


def befriend(residents: Stretch, slot: int) -> int:
    """Give a resident one friend, and that one no other: the first adult of another household without friends."""
    ties, household = residents.circle.friend.copy(), residents.household
    alone = (ties == VOID).all(axis=0) & (residents.ages.birth_day <= -ADULT) & (household != household[slot])
    friend = int(np.flatnonzero(alone)[0])
    ties[:, slot] = VOID
    ties[0, slot], ties[0, friend] = friend, slot
    residents.circle = residents.circle._replace(friend=ties)
    return friend

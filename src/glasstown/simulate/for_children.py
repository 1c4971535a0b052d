"""What holds of children where somebody else asks for them: a parent applies for a place at a school.

A consequence that keeps children from a school, or prefers them there, is met by whoever of the household applies,
whether or not it holds of them as well. One child of whom it holds is enough: an application names no child.
"""

from __future__ import annotations

import numpy as np

from glasstown.simulate.follow import OF_AGE
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I32, U64


def of_children(words: U64, household: I32, birth_day: I32, day: int) -> U64:
    """(residents,) what holds of any child of each resident's household.

    Args:
        words: (residents,) what holds of each.
        household: slot of the household's first member, by slot.
        birth_day: days of birth.
        day: the day on which ages are looked at.
    """
    children = np.flatnonzero(words != 0)
    children = children[day - birth_day[children].astype(np.int64) < OF_AGE]
    found = np.zeros(words.size, np.uint64)
    if not children.size:
        return found
    np.bitwise_or.at(found, household[children], words[children])
    return found[household]


def with_children(stretch: Stretch, bits: U64, for_children: int, day: int) -> U64:
    """(residents,) capacities of each, and those of the household's children of which others make use for them.

    Args:
        stretch: the stretch.
        bits: (residents,) bits of capacities that are denied, or favoured.
        for_children: capacities of which grown-ups make use for children.
        day: first day of the step.
    """
    asked = bits & np.uint64(for_children)
    return bits | of_children(asked, stretch.household, stretch.ages.birth_day, day) if asked.any() else bits

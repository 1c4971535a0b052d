"""Kinds of households: who lives together, in which order, and how their ages hang together.

The anchor is the adult from whose age all others follow: the woman of a couple, else the one adult.
Members are drawn in the order of the tuple; the reference person is the first member, and in a couple
the man comes first in three of four households (see `society.draw`). Children come youngest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Place(IntEnum):
    """Place of a member in the household."""

    ANCHOR_MAN = 0
    ANCHOR_WOMAN = 1
    SPOUSE = 2
    CHILD = 3
    NEXT_CHILD = 4
    ELDER = 5
    ELDER_SPOUSE = 6
    GRANDCHILD = 7
    NEXT_GRANDCHILD = 8
    SIBLING = 9
    SIBLING_SPOUSE = 10
    SHARER = 11
    DORM_MATE = 12
    LATE_CHILD = 13


class Gap(IntEnum):
    """Tables of age gaps, in completed years."""

    MOTHER_CHILD = 0
    FATHER_CHILD = 1
    NEXT_CHILD = 2
    SPOUSE = 3
    ELDER = 4
    GRANDCHILD = 5
    SIBLING = 6
    SHARER = 7
    DORM_MATE = 8
    LATE_MOTHER_CHILD = 9


AGE_MAX: Final = 99
"""Oldest age at day 0, in completed years."""

ADULT: Final = 18
"""Age of majority; every anchor is at least this old."""

MOST_MEMBERS: Final = 10
"""Largest household."""

BANDS: Final = (*((low, low + 4) for low in range(0, 85, 5)), (85, AGE_MAX))
"""Five-year bands of the census tables, in completed years, both ends included."""

MEN_FIRST: Final = 192
"""Of 256 couples, those in which the man is the reference person."""


@dataclass(frozen=True, slots=True)
class HouseholdKind:
    """One kind of household: its name, its members in order, and the anchor's usual ages."""

    name: str
    members: tuple[Place, ...]
    youngest: int
    usual: int
    oldest: int
    generations: int
    collective: bool = False

    @property
    def size(self) -> int:
        """Number of members."""
        return len(self.members)

    @property
    def bands(self) -> tuple[int, ...]:
        """Numbers of the census bands that the anchor's age may lie in."""
        return tuple(b for b, (low, high) in enumerate(BANDS) if low <= self.oldest and high >= self.youngest)


_M, _W, _S = Place.ANCHOR_MAN, Place.ANCHOR_WOMAN, Place.SPOUSE
_C, _N, _L = Place.CHILD, Place.NEXT_CHILD, Place.LATE_CHILD
_E, _P = Place.ELDER, Place.ELDER_SPOUSE
_G, _H = Place.GRANDCHILD, Place.NEXT_GRANDCHILD
_B, _D = Place.SIBLING, Place.SIBLING_SPOUSE
_O, _R = Place.SHARER, Place.DORM_MATE

KINDS: Final = (
    HouseholdKind("man-alone", (_M,), 18, 35, 99, 1),
    HouseholdKind("woman-alone", (_W,), 18, 35, 99, 1),
    HouseholdKind("couple", (_W, _S), 20, 60, 99, 1),
    HouseholdKind("mother-child", (_W, _C), 20, 31, 99, 2),
    HouseholdKind("father-child", (_M, _C), 25, 40, 99, 2),
    HouseholdKind("grandmother-grandchild", (_W, _G), 55, 65, 84, 2),
    HouseholdKind("men-sharing", (_M, _O), 18, 30, 84, 1),
    HouseholdKind("women-sharing", (_W, _O), 18, 30, 84, 1),
    HouseholdKind("couple-1", (_W, _S, _C), 20, 30, 94, 2),
    HouseholdKind("mother-2", (_W, _C, _N), 25, 35, 84, 2),
    HouseholdKind("couple-elder", (_W, _S, _E), 25, 50, 69, 2),
    HouseholdKind("mother-child-elder", (_W, _C, _E), 25, 31, 64, 3),
    HouseholdKind("grandparents-1", (_W, _S, _G), 50, 60, 79, 2),
    HouseholdKind("three-sharing", (_M, _O, _O), 18, 25, 64, 1),
    HouseholdKind("couple-2", (_W, _S, _C, _N), 25, 32, 79, 2),
    HouseholdKind("couple-1-elder", (_W, _S, _C, _E), 20, 31, 64, 3),
    HouseholdKind("couple-elders", (_W, _S, _E, _P), 20, 45, 64, 2),
    HouseholdKind("mother-child-elders", (_W, _C, _E, _P), 20, 31, 59, 3),
    HouseholdKind("grandparents-2", (_W, _S, _G, _H), 50, 60, 79, 2),
    HouseholdKind("couple-3", (_W, _S, _C, _N, _N), 25, 34, 64, 2),
    HouseholdKind("couple-2-elder", (_W, _S, _C, _N, _E), 25, 33, 64, 3),
    HouseholdKind("couple-1-elders", (_W, _S, _C, _E, _P), 20, 30, 59, 3),
    HouseholdKind("couple-2-elders", (_W, _S, _C, _N, _E, _P), 25, 32, 59, 3),
    HouseholdKind("couple-3-elder", (_W, _S, _C, _N, _N, _E), 25, 33, 59, 3),
    HouseholdKind("couple-3-elders", (_W, _S, _C, _N, _N, _E, _P), 25, 32, 54, 3),
    HouseholdKind("two-couples-2", (_W, _S, _C, _N, _E, _P, _B, _D), 25, 35, 54, 3),
    HouseholdKind("two-couples-3", (_W, _S, _C, _N, _N, _E, _P, _B, _D), 25, 35, 54, 3),
    HouseholdKind("two-couples-4", (_W, _S, _C, _N, _N, _N, _E, _P, _B, _D), 25, 35, 54, 3),
    HouseholdKind("men-in-dormitory-4", (_M, _R, _R, _R), 18, 22, 99, 1, collective=True),
    HouseholdKind("women-in-dormitory-4", (_W, _R, _R, _R), 18, 22, 99, 1, collective=True),
    HouseholdKind("men-in-dormitory-5", (_M, _R, _R, _R, _R), 18, 22, 99, 1, collective=True),
    HouseholdKind("women-in-dormitory-5", (_W, _R, _R, _R, _R), 18, 22, 99, 1, collective=True),
    HouseholdKind("mother-child-late", (_W, _L), 28, 38, 99, 2),
    HouseholdKind("couple-1-late", (_W, _S, _L), 28, 38, 89, 2),
    HouseholdKind("couple-2-late", (_W, _S, _L, _N), 28, 38, 79, 2),
    HouseholdKind("couple-1-elder-late", (_W, _S, _L, _E), 28, 38, 64, 3),
    HouseholdKind("couple-1-elders-late", (_W, _S, _L, _E, _P), 28, 36, 59, 3),
    HouseholdKind("couple-2-elders-late", (_W, _S, _L, _N, _E, _P), 28, 36, 59, 3),
    HouseholdKind("couple-3-late", (_W, _S, _L, _N, _N), 30, 38, 64, 2),
)
"""Every kind of household, in the order of their numbers. Append only."""

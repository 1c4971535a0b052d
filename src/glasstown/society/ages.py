"""Exact distributions of the ages of those who live together, given the anchor's age.

Every gap table has 256 equally likely entries, so all probabilities are whole numbers over powers of
256 and nothing here is rounded. The drawing kernels read the same tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from glasstown.society.frame import ADULT, AGE_MAX, BANDS, Gap, HouseholdKind, Place

ENTRIES: Final = 256
"""Equally likely entries of a gap table."""

OLD: Final = 60
"""Age from which a parent counts as an elder who may need care."""

ONE: Final = ENTRIES**4
"""What the counts of a distribution of ages add up to: four draws at most follow one another."""

AgeCounts = dict[int, int]
"""Chance of each age in completed years, in units of 1 / `ONE`."""

ANCHOR_ONE: Final = 1280
"""What the counts of anchors' ages in a band add up to: a multiple of 2, 5 and 256."""

FOLLOWERS: Final = (Place.NEXT_CHILD, Place.NEXT_GRANDCHILD, Place.ELDER_SPOUSE)
"""Members whose age is drawn from that of the member before."""

GAP_OF_PLACE: Final = {
    Place.SPOUSE: Gap.SPOUSE,
    Place.CHILD: Gap.MOTHER_CHILD,
    Place.LATE_CHILD: Gap.LATE_MOTHER_CHILD,
    Place.NEXT_CHILD: Gap.NEXT_CHILD,
    Place.ELDER: Gap.ELDER,
    Place.ELDER_SPOUSE: Gap.SPOUSE,
    Place.GRANDCHILD: Gap.GRANDCHILD,
    Place.NEXT_GRANDCHILD: Gap.NEXT_CHILD,
    Place.SIBLING: Gap.SIBLING,
    Place.SIBLING_SPOUSE: Gap.SIBLING,
    Place.SHARER: Gap.SHARER,
    Place.DORM_MATE: Gap.DORM_MATE,
}
"""Which gap a member's age is drawn with (a child of a man alone uses `Gap.FATHER_CHILD`)."""

DOWNWARD: Final = (Gap.MOTHER_CHILD, Gap.LATE_MOTHER_CHILD, Gap.FATHER_CHILD, Gap.GRANDCHILD)
"""Gaps that are subtracted from the anchor's age, and so cut at the youngest age of the anchor's band."""

LEAST_AGE: Final = {
    Place.SPOUSE: ADULT,
    Place.ELDER: ADULT,
    Place.ELDER_SPOUSE: ADULT,
    Place.SIBLING: ADULT,
    Place.SIBLING_SPOUSE: ADULT,
    Place.SHARER: 15,
    Place.DORM_MATE: 15,
}
"""Youngest age in a place; nobody younger is drawn there."""

OLDEST_DECLINE: Final = (48, 40, 34, 28, 23, 19, 15, 12, 10, 8, 6, 5, 4, 2, 2)
"""Of 256 anchors in the last band, those aged 85, 86, ... 99."""


def band_of(age: int) -> int:
    """Number of the census band that an age lies in."""
    return min(age // 5, len(BANDS) - 1)


def triangle(least: int, usual: int, most: int) -> tuple[int, ...]:
    """The 256 entries of a triangular gap table, in ascending order.

    Weights fall linearly from the usual gap to one step beyond each end; counts are rounded by largest
    remainders, ties to the smaller gap.
    """
    weight = {
        gap: Fraction(gap - least + 1, usual - least + 1)
        if gap <= usual
        else Fraction(most + 1 - gap, most + 1 - usual)
        for gap in range(least, most + 1)
    }
    total = sum(weight.values(), Fraction(0))
    exact = {gap: value * ENTRIES / total for gap, value in weight.items()}
    counts = {gap: int(value) for gap, value in exact.items()}
    left = ENTRIES - sum(counts.values())
    by_remainder = sorted(exact, key=lambda gap: (counts[gap] - exact[gap], gap))
    for gap in by_remainder[:left]:
        counts[gap] += 1
    return tuple(gap for gap in sorted(counts) for _ in range(counts[gap]))


def gap_entries(shape: tuple[int, int, int], gap: Gap, band: int) -> tuple[int, ...]:
    """The gap table used when the anchor's age lies in a band: nobody is born after day 0."""
    least, usual, most = shape
    if gap in DOWNWARD:
        most = max(min(most, BANDS[band][0]), least)
        usual = min(usual, most)
    return triangle(least, usual, most)


def anchor_ages(band: int) -> AgeCounts:
    """Ages of anchors within a band, in units of 1 / `ANCHOR_ONE`: even, from 18 up, thinning out from 85."""
    low, high = BANDS[band]
    if band == len(BANDS) - 1:
        return {low + i: count * (ANCHOR_ONE // ENTRIES) for i, count in enumerate(OLDEST_DECLINE)}
    ages = range(max(low, ADULT), high + 1)
    return {age: ANCHOR_ONE // len(ages) for age in ages}


def place_age(place: Place, anchor: int, before: int, gap: int) -> int:
    """Age of a member from the anchor's age, the age of the member before, and a gap."""
    if place in (Place.CHILD, Place.LATE_CHILD, Place.GRANDCHILD):
        return max(anchor - gap, 0)
    if place in (Place.NEXT_CHILD, Place.NEXT_GRANDCHILD):
        return min(before + gap, anchor - ADULT)
    if place == Place.ELDER_SPOUSE:
        return min(max(before + gap, ADULT), AGE_MAX)
    return min(max(anchor + gap, LEAST_AGE[place]), AGE_MAX)


def counted(entries: tuple[int, ...]) -> dict[int, int]:
    """How often each gap stands in a table."""
    counts: dict[int, int] = defaultdict(int)
    for entry in entries:
        counts[entry] += 1
    return dict(counts)


Shapes = Mapping[Gap, tuple[int, int, int]]
"""Least, usual and most years of every gap."""


class Chains:
    """Ages of members given the anchor's age, as whole numbers over `ONE`; each is worked out once.

    Given the anchor's age, only a next child (on the child before) and an elder's spouse (on the elder)
    depend on another member, so chains of one-dimensional tables are exact.
    """

    def __init__(self, shapes: Shapes) -> None:
        """Take the (least, usual, most) years of every gap."""
        self._counts = {
            (gap, band): counted(gap_entries(shapes[gap], gap, band)) for gap in Gap for band in range(len(BANDS))
        }
        self._known: dict[tuple[int, tuple[Place, ...]], AgeCounts] = {}

    def member_ages(self, kind: HouseholdKind, anchor: int) -> tuple[AgeCounts, ...]:
        """Distribution of the age of each member of a household of this kind."""
        ages: list[AgeCounts] = []
        path: tuple[Place, ...] = ()
        for place in kind.members:
            path = (*path, place) if place in FOLLOWERS else (place,)
            if place == Place.CHILD and kind.members[0] == Place.ANCHOR_MAN:
                path = (Place.ANCHOR_MAN, place)
            ages.append(self._ages(anchor, path))
        return tuple(ages)

    def spouse_ages(self, anchor: int, elder: int) -> AgeCounts:
        """Ages of the spouse of an elder of a given age."""
        ages: dict[int, int] = defaultdict(int)
        for step, count in self._counts[Gap.SPOUSE, band_of(anchor)].items():
            ages[place_age(Place.ELDER_SPOUSE, anchor, elder, step)] += ONE // ENTRIES * count
        return dict(ages)

    def _ages(self, anchor: int, path: tuple[Place, ...]) -> AgeCounts:
        place = path[-1]
        if place in (Place.ANCHOR_MAN, Place.ANCHOR_WOMAN):
            return {anchor: ONE}
        known = self._known.get((anchor, path))
        if known is not None:
            return known
        before = self._ages(anchor, path[:-1]) if place in FOLLOWERS else {0: ONE}
        gap = Gap.FATHER_CHILD if path[0] == Place.ANCHOR_MAN else GAP_OF_PLACE[place]
        ages: dict[int, int] = defaultdict(int)
        for earlier, chance in before.items():
            for step, count in self._counts[gap, band_of(anchor)].items():
                ages[place_age(place, anchor, earlier, step)] += chance * count // ENTRIES
        self._known[anchor, path] = dict(ages)
        return self._known[anchor, path]

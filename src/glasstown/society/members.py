"""What each kind of household adds to the counts of the census, exactly.

One enumeration serves the fit of household weights, the shares of residents by age and sex, and the
income tables: expected members by completed age, sex and whether they live with an elderly parent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Final

from glasstown.society.ages import ANCHOR_ONE, OLD, ONE, AgeCounts, Chains, anchor_ages
from glasstown.society.frame import ADULT, MEN_FIRST, HouseholdKind, Place

MALE, FEMALE = 0, 1

YOUNG: Final = (Place.CHILD, Place.LATE_CHILD, Place.NEXT_CHILD, Place.GRANDCHILD, Place.NEXT_GRANDCHILD)
"""Places whose sex is drawn from the table of children's sex by age."""

LONE_ELDER_MEN: Final = 77
"""Of 256 elders who live with a grown child and without a spouse, those who are men."""

Sons = Sequence[Fraction]
"""Probability that a child who lives with a parent is a son, by completed age of the child."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a household with an anchor of known age.

    `ages` in units of 1 / `ONE`, `first` (is the reference person) of 256, `old_parent` (lives with a
    parent of 60 or more) of `ONE` squared, `minor` (lives with an own child under 18) of `ONE`.
    """

    place: Place
    rule: SexRule
    ages: AgeCounts
    first: int
    old_parent: int
    minor: int


class SexRule(IntEnum):
    """How the sex of a member is drawn."""

    MAN = 0
    WOMAN = 1
    EVEN = 2
    CHILD = 3
    LONE_ELDER = 4


def sex_rule(kind: HouseholdKind, position: int) -> SexRule:
    """How the sex of the member at a position is drawn."""
    place = kind.members[position]
    if place in YOUNG:
        return SexRule.CHILD
    if place in (Place.ANCHOR_MAN, Place.SPOUSE, Place.ELDER_SPOUSE):
        return SexRule.MAN
    if place == Place.ANCHOR_WOMAN:
        return SexRule.WOMAN
    if place == Place.ELDER:
        return SexRule.WOMAN if Place.ELDER_SPOUSE in kind.members else SexRule.LONE_ELDER
    if place == Place.DORM_MATE:
        return SexRule.MAN if kind.members[0] == Place.ANCHOR_MAN else SexRule.WOMAN
    return SexRule.EVEN


def chance_of_man(rule: SexRule, age: int, sons: Sons) -> Fraction:
    """Probability that a member of a given age is a man."""
    if rule == SexRule.CHILD:
        return sons[age]
    fixed = {SexRule.MAN: Fraction(1), SexRule.WOMAN: Fraction(0), SexRule.EVEN: Fraction(1, 2)}
    return fixed.get(rule, Fraction(LONE_ELDER_MEN, 256))


def members_of(kind: HouseholdKind, anchor: int, chains: Chains) -> tuple[Member, ...]:
    """Members of a household with an anchor of a given age, with what the attributes need of each."""
    ages = chains.member_ages(kind, anchor)
    elder = _chance_of_old_elder(kind, ages, chains, anchor)
    couple = Place.SPOUSE in kind.members
    parent = ONE * ONE if anchor >= OLD else 0
    if couple and not parent:
        parent = _count_from(ages[kind.members.index(Place.SPOUSE)], OLD) * ONE
    minor = _chance_of_minor(kind, ages)
    members: list[Member] = []
    for position, (place, counts) in enumerate(zip(kind.members, ages, strict=True)):
        first = 256 if position == 0 else 0
        if couple and position in (0, 1):
            first = MEN_FIRST if position == 1 else 256 - MEN_FIRST
        old_parent = 0
        if place in (Place.CHILD, Place.LATE_CHILD, Place.NEXT_CHILD):
            old_parent = parent
        elif place in (Place.ANCHOR_WOMAN, Place.SPOUSE, Place.SIBLING, Place.SIBLING_SPOUSE):
            old_parent = elder
        is_parent = place in (Place.ANCHOR_MAN, Place.ANCHOR_WOMAN, Place.SPOUSE)
        members.append(Member(place, sex_rule(kind, position), counts, first, old_parent, minor if is_parent else 0))
    return tuple(members)


def _chance_of_minor(kind: HouseholdKind, ages: tuple[AgeCounts, ...]) -> int:
    """Chance, of `ONE`, that the youngest child of the anchor is under age; children come youngest first."""
    for place, counts in zip(kind.members, ages, strict=True):
        if place in (Place.CHILD, Place.LATE_CHILD):
            return sum(count for age, count in counts.items() if age < ADULT)
    return 0


def _count_from(ages: AgeCounts, least: int) -> int:
    return sum(count for age, count in ages.items() if age >= least)


def _chance_of_old_elder(kind: HouseholdKind, ages: tuple[AgeCounts, ...], chains: Chains, anchor: int) -> int:
    """Chance, of `ONE` squared, that an elder in the household or the elder's spouse has reached old age."""
    if Place.ELDER not in kind.members:
        return 0
    elder = ages[kind.members.index(Place.ELDER)]
    if Place.ELDER_SPOUSE not in kind.members:
        return _count_from(elder, OLD) * ONE
    young = sum(
        chance * count
        for age, chance in elder.items()
        if age < OLD
        for spouse, count in chains.spouse_ages(anchor, age).items()
        if spouse < OLD
    )
    return ONE * ONE - young


Counts = dict[tuple[int, int], Fraction]
"""Expected residents by (completed age, sex); any unit, the same for all tables of one society."""


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """Expected residents by completed age and sex.

    Attributes:
        everybody: all residents.
        first: first members of households.
        old_parent: adults who live with a parent of 60 or more.
        budget_heads: residents under the age and sex of the one whose schooling and work set their
            income: the first member, or oneself in a collective household.
        parents: parents who live with an own child under 18.
    """

    everybody: Counts
    first: Counts
    old_parent: Counts
    budget_heads: Counts
    parents: Counts


def count_people(weights: Mapping[tuple[HouseholdKind, int], int], chains: Chains, sons: Sons) -> PeopleCounts:
    """Expected residents of a society with a given number of households of each (kind, anchor's band)."""
    sums: dict[tuple[int, SexRule, int], int] = defaultdict(int)
    for (kind, band), weight in weights.items():
        for anchor, share in anchor_ages(band).items():
            for member in members_of(kind, anchor, chains):
                in_charge = 256 if kind.collective else member.first * kind.size
                for age, count in member.ages.items():
                    people = weight * share * count
                    sums[0, member.rule, age] += people
                    sums[1, member.rule, age] += people * member.first
                    sums[2, member.rule, age] += people * member.old_parent if age >= ADULT else 0
                    sums[3, member.rule, age] += people * in_charge
                    sums[4, member.rule, age] += people * member.minor
    return PeopleCounts(
        _by_sex(sums, 0, sons, 1),
        _by_sex(sums, 1, sons, 256),
        _by_sex(sums, 2, sons, ONE * ONE),
        _by_sex(sums, 3, sons, 256),
        _by_sex(sums, 4, sons, ONE),
    )


def _by_sex(sums: Mapping[tuple[int, SexRule, int], int], table: int, sons: Sons, unit: int) -> Counts:
    counts: Counts = defaultdict(Fraction)
    for (which, rule, age), number in sums.items():
        if which == table and number:
            people = Fraction(number, ANCHOR_ONE * ONE * unit)
            man = chance_of_man(rule, age, sons)
            counts[age, MALE] += people * man
            counts[age, FEMALE] += people * (1 - man)
    return {key: counts[key] for key in sorted(counts)}

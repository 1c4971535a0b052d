"""Integer tables that the drawing kernels read, built once from a specification with exact arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np

from glasstown.society.ages import ANCHOR_ONE, ENTRIES, GAP_OF_PLACE, anchor_ages, gap_entries
from glasstown.society.counts import (
    AREAS,
    Key,
    Rates,
    fitted_weights,
    flat_cap,
    only,
    people_shares,
    profile,
    scaled,
    threshold,
)
from glasstown.society.frame import AGE_MAX, BANDS, KINDS, MOST_MEMBERS, Gap, Place
from glasstown.society.labour import Labour, labour
from glasstown.society.members import sex_rule
from glasstown.society.money import income_curve, latent_tables, province_factors, shifts
from glasstown.society.schooling import Levels, schooling
from glasstown.society.spec import Spec
from glasstown.society.targets import sons_at_home
from glasstown.vocab.arrays import I64

NAME_CLASSES: Final = 256
"""Collision classes of names."""


class HouseTables(NamedTuple):
    """Tables of the kernel that draws households; every entry is a 64-bit integer."""

    ends: I64
    kind: I64
    band: I64
    size: I64
    collective: I64
    place: I64
    rule: I64
    gap_of: I64
    gap: I64
    anchor_age: I64
    sons: I64
    groups: I64
    other_group: np.int64


class PeopleTables(NamedTuple):
    """Tables of the kernel that draws what residents are; chances are out of 2**32, first index urban."""

    education: I64
    work: I64
    sector: I64
    public_roles: I64
    private_roles: I64
    petitioner: np.int64
    online: I64
    driver: I64
    borrower: I64
    elder: I64
    volunteer: I64
    employer: np.int64
    level_shift: I64
    state_shift: I64
    least_shift: np.int64
    latent: I64
    curve: I64
    names: I64


def array(values: object) -> I64:
    """An array of 64-bit integers, closed for writing."""
    result = np.array(values, dtype=np.int64)
    result.flags.writeable = False
    return result


def running(chances: Iterable[Fraction]) -> list[int]:
    """Ends of consecutive stretches of 2**32, in proportion to chances."""
    return [threshold(end) for end in accumulate(chances)]


def by_person(value: Callable[[Key], object]) -> list[list[list[object]]]:
    """A table indexed by urban, sex and completed age."""
    return [[[value((age, sex, urban)) for age in range(AGE_MAX + 1)] for sex in (0, 1)] for urban in (0, 1)]


@lru_cache(maxsize=4)
def house_tables(spec: Spec) -> HouseTables:
    """Tables of households of a specification."""
    weights = fitted_weights(spec)
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    shapes = spec.gap_shapes()
    padding = [0] * MOST_MEMBERS
    ages = [
        [age for age, count in sorted(anchor_ages(band).items()) for _ in range(count)] or [0] * ANCHOR_ONE
        for band in range(len(BANDS))
    ]
    minority = Fraction(spec.scalar("minority_share")) / 100
    first = minority * Fraction(spec.scalar("minority_a_share")) / 100
    return HouseTables(
        ends=array(list(accumulate(weights.values()))),
        kind=array([kinds[kind] for kind, _ in weights]),
        band=array([band for _, band in weights]),
        size=array([kind.size for kind in KINDS]),
        collective=array([int(kind.collective) for kind in KINDS]),
        place=array([([int(p) for p in kind.members] + padding)[:MOST_MEMBERS] for kind in KINDS]),
        rule=array([([int(sex_rule(kind, i)) for i in range(kind.size)] + padding)[:MOST_MEMBERS] for kind in KINDS]),
        gap_of=array([int(GAP_OF_PLACE.get(place, Gap.MOTHER_CHILD)) for place in Place]),
        gap=array([[gap_entries(shapes[gap], gap, band) for band in range(len(BANDS))] for gap in Gap]),
        anchor_age=array([row if len(row) == ANCHOR_ONE else [0] * ANCHOR_ONE for row in ages]),
        sons=array([threshold(chance) for chance in sons_at_home(spec.values("age_sex"), spec.values("profiles"))]),
        groups=array(running([1 - minority, first, minority - first])),
        other_group=np.int64(int(spec.scalar("other_group_member") * ENTRIES / 100)),
    )


class Chances(NamedTuple):
    """Exact chances of everything a resident may be; `society.shares` and the tables both read them."""

    levels: Levels
    work: Labour
    online: Rates
    heavy: Rates
    driver: Rates
    borrower: Rates
    elder: Rates
    volunteer: Rates
    employer: Fraction


@lru_cache(maxsize=4)
def chances(spec: Spec) -> Chances:
    """Chances by (age, sex, urban) that give the published totals."""
    people = people_shares(spec).everybody
    levels = schooling(spec)
    total = Fraction(spec.scalar("total_incl_servicemen"))
    cap = flat_cap(Fraction(99, 100))
    online = _online(spec, people, cap)
    heavy_share = profile(spec, "heavy")
    netizens = Fraction(spec.scalar("internet_penetration")) / 100
    shape = {key: heavy_share[key] * online[key] for key in people}
    heavy = scaled(shape, people, netizens * Fraction(spec.scalar("heavy_online")) / 100, online)
    driver = scaled(profile(spec, "driver"), people, Fraction(spec.scalar("drivers")) / total, cap)
    loans = spec.scalar("persons_in_pboc_system_2019") * spec.scalar("share_of_pboc_persons_with_loan_history") / 100
    borrower = scaled(profile(spec, "borrower"), people, Fraction(loans) / total, cap)
    volunteers = Fraction(spec.scalar("registered_volunteers")) / 100
    volunteer = scaled(profile(spec, "volunteer"), people, volunteers, cap)
    return Chances(
        levels,
        labour(spec, levels),
        online,
        heavy,
        driver,
        borrower,
        profile(spec, "elder_elsewhere"),
        volunteer,
        employer_share(spec),
    )


def employer_share(spec: Spec) -> Fraction:
    """Share of owners who employ somebody: every enterprise, and some of the self-employed."""
    firms, units = (Fraction(spec.scalar(name)) for name in ("corporate_enterprises", "self_employed_units"))
    staffed = Fraction(spec.scalar("self_employed_with_staff")) / 100
    return (firms + staffed * units) / (firms + units)


def _online(spec: Spec, people: Rates, cap: Rates) -> Rates:
    """Online by age, scaled to the published shares of town and country, and both to the national one."""
    parts = [sum((n for key, n in people.items() if key[2] == urban), Fraction(0)) for urban in (0, 1)]
    shares = [Fraction(spec.scalar(f"internet_{area}")) / 100 * parts[i] for i, area in enumerate(AREAS)]
    level = Fraction(spec.scalar("internet_penetration")) / 100 / sum(shares, Fraction(0))
    shape = profile(spec, "online")
    rates: Rates = {}
    for urban in (0, 1):
        rates.update(scaled(only(shape, urban), people, shares[urban] * level, cap))
    return rates


@lru_cache(maxsize=4)
def people_tables(spec: Spec) -> PeopleTables:
    """Tables of what residents are, of a specification."""
    known = chances(spec)
    work = known.work
    level_shift, state_shift, least = shifts(spec)
    return PeopleTables(
        education=array(by_person(lambda key: running(known.levels[key][:4]))),
        work=array(by_person(lambda key: running([work.employed[key], work.out_of_work[key]]))),
        sector=array([[running(work.sector[urban, level][:2]) for level in range(5)] for urban in (0, 1)]),
        public_roles=array(running(work.public_roles)),
        private_roles=array(running(work.private_roles)),
        petitioner=np.int64(threshold(work.petitioner)),
        online=array(by_person(lambda key: [threshold(known.online[key]), threshold(known.heavy[key])])),
        driver=array(by_person(lambda key: threshold(known.driver[key]))),
        borrower=array(by_person(lambda key: threshold(known.borrower[key]))),
        elder=array(by_person(lambda key: threshold(known.elder[key]))),
        volunteer=array(by_person(lambda key: threshold(known.volunteer[key]))),
        employer=np.int64(threshold(known.employer)),
        level_shift=array(level_shift),
        state_shift=array(state_shift),
        least_shift=np.int64(least),
        latent=array(latent_tables(spec, known.levels, work)),
        curve=array([income_curve(spec, area) for area in AREAS]),
        names=array(name_ends(spec.scalar("name_zipf_offset"))),
    )


def name_ends(offset: Decimal) -> list[int]:
    """Ends of the stretches of 2**32 of the name classes: the share of class c falls as 1 / (c + offset)."""
    weights = [1 / (number + Fraction(offset)) for number in range(NAME_CLASSES)]
    total = sum(weights, Fraction(0))
    return running(weight / total for weight in weights)


@lru_cache(maxsize=4)
def province_table(spec: Spec) -> I64:
    """Income factor of each province."""
    return array(province_factors(spec))

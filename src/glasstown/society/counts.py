"""Shares of residents by age and sex, exactly as the household tables give them, and rates fitted to totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from glasstown.society.ages import Chains
from glasstown.society.frame import AGE_MAX, BANDS, KINDS, HouseholdKind
from glasstown.society.members import Counts, PeopleCounts, count_people
from glasstown.society.place import urban_share
from glasstown.society.spec import Spec
from glasstown.society.targets import sons_at_home

AREAS: Final = ("rural", "urban")
"""Names of the values of the column `urban`."""

SEXES: Final = ("male", "female")
"""Names of the values of the column `sex`."""

Key = tuple[int, int, int]
"""Completed age, sex, urban."""

Rates = dict[Key, Fraction]
"""A probability for each (age, sex, urban)."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of all residents: by (age, sex, urban), and the parts of them that attributes ask for."""

    everybody: Rates
    first: Rates
    old_parent: Rates
    budget_heads: Rates
    parents: Rates


def fitted_weights(spec: Spec) -> dict[tuple[HouseholdKind, int], int]:
    """Households out of 2**32 by (kind, band of the anchor's age)."""
    kinds = {kind.name: kind for kind in KINDS}
    lows = {low: band for band, (low, _) in enumerate(BANDS)}
    return {(kinds[kind], lows[int(low)]): int(v) for (kind, low), v in spec.values("households_fitted").items()}


@lru_cache(maxsize=4)
def people_shares(spec: Spec) -> Shares:
    """Shares of residents by (age, sex, urban). Age and sex are the same in town and country."""
    sons = sons_at_home(spec.values("age_sex"), spec.values("profiles"))
    counts: PeopleCounts = count_people(fitted_weights(spec), Chains(spec.gap_shapes()), sons)
    total = sum(counts.everybody.values(), Fraction(0))
    towns = urban_share(spec)

    def split(table: Counts) -> Rates:
        return {
            (age, sex, urban): table.get((age, sex), Fraction(0)) / total * (towns if urban else 1 - towns)
            for age in range(AGE_MAX + 1)
            for sex in (0, 1)
            for urban in (0, 1)
        }

    return Shares(
        split(counts.everybody),
        split(counts.first),
        split(counts.old_parent),
        split(counts.budget_heads),
        split(counts.parents),
    )


def profile(spec: Spec, name: str) -> Rates:
    """One table of rates by age, as written: a shape, or the rates themselves."""
    rates: Rates = {(age, sex, urban): Fraction(0) for age in range(AGE_MAX + 1) for sex in (0, 1) for urban in (0, 1)}
    for (table, sex_name, area, low, high), value in spec.values("profiles").items():
        if table != name:
            continue
        for age in range(int(low), int(high) + 1):
            for sex in (0, 1):
                for urban in (0, 1):
                    if sex_name in ("any", SEXES[sex]) and area in ("any", AREAS[urban]):
                        rates[age, sex, urban] = Fraction(value) / 100
    return rates


def scaled(
    shape: Mapping[Key, Fraction], people: Mapping[Key, Fraction], wanted: Fraction, cap: Mapping[Key, Fraction]
) -> Rates:
    """Multiply a shape by one factor so that the expected share of residents is as wanted.

    Rates that would pass their cap are held there, and the factor grows for the others.

    Args:
        shape: relative rates; keys with rate 0 stay 0.
        people: share of residents of each key.
        wanted: share of all residents that the rates must give.
        cap: largest rate of each key.
    """
    held: set[Key] = set()
    while True:
        free = sum((people[key] * rate for key, rate in shape.items() if key not in held), Fraction(0))
        fixed = sum((people[key] * cap[key] for key in held), Fraction(0))
        factor = (wanted - fixed) / free if free else Fraction(0)
        over = {key for key, rate in shape.items() if key not in held and rate * factor > cap[key]}
        if not over or not free:
            break
        held |= over
    return {key: cap[key] if key in held else rate * factor for key, rate in shape.items()}


def flat_cap(value: Fraction) -> Rates:
    """The same cap for everybody."""
    return {(age, sex, urban): value for age in range(AGE_MAX + 1) for sex in (0, 1) for urban in (0, 1)}


def threshold(chance: Fraction) -> int:
    """A probability as a number to compare a 32-bit draw with; rounded once."""
    return round(chance * (1 << 32))


def only(rates: Mapping[Key, Fraction], urban: int) -> Rates:
    """The part of a table that is about town (1) or country (0)."""
    return {key: rate for key, rate in rates.items() if key[2] == urban}

"""What the fit of household weights aims at, per resident, and the table of sons among children at home."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from glasstown.society.ages import OLD, band_of
from glasstown.society.fit import Cell
from glasstown.society.frame import AGE_MAX, BANDS, MOST_MEMBERS

Values = Mapping[tuple[str, ...], Decimal]
"""Values of one table by the keys of its rows."""

GROWN: Final = 20
"""Age from which sons stay at home more often than daughters; younger, the census ratio holds."""


def census_shares(age_sex: Values) -> dict[tuple[int, int], Fraction]:
    """Share of residents by (band, sex) in the census."""
    counts = {
        (band, sex): Fraction(age_sex[str(low), str(high), name])
        for band, (low, high) in enumerate(BANDS)
        for sex, name in enumerate(("male", "female"))
    }
    total = sum(counts.values(), Fraction(0))
    return {key: count / total for key, count in counts.items()}


def sons_at_home(age_sex: Values, profiles: Values) -> tuple[Fraction, ...]:
    """Probability that a child who lives with a parent is a son, by age, in whole units of 2**-32."""
    shares = census_shares(age_sex)
    grown = {
        age: value
        for (table, _, _, low, high), value in profiles.items()
        if table == "son_at_home"
        for age in range(int(low), int(high) + 1)
    }
    sons: list[Fraction] = []
    for age in range(AGE_MAX + 1):
        band = band_of(age)
        exact = shares[band, 0] / (shares[band, 0] + shares[band, 1])
        if age >= GROWN:
            exact = Fraction(grown[age]) / 100
        sons.append(Fraction(round(exact * (1 << 32)), 1 << 32))
    return tuple(sons)


def fit_targets(age_sex: Values, size: Values, living: Values, scalars: Values) -> dict[Cell, Decimal]:
    """Wanted value of every cell of the fit, per resident."""
    everybody = living["persons_in_family_households",] + living["persons_in_collective_households",]
    collective = living["persons_in_collective_households",] / everybody
    mean = sum((size[str(n),] * n for n in range(1, MOST_MEMBERS + 1)), Decimal(0)) / 100
    households = (1 - collective) / mean
    targets: dict[Cell, Decimal] = {}
    old = Decimal(0)
    for (band, sex), share in census_shares(age_sex).items():
        value = Decimal(share.numerator) / Decimal(share.denominator)
        targets["age-sex", band, sex] = value
        old += value if BANDS[band][0] >= OLD else Decimal(0)
    for n in range(1, MOST_MEMBERS + 1):
        targets["size", n, 0] = size[str(n),] / 100 * households
    one, two = living["one_generation_households",], living["two_generation_households",]
    for generations, percent in ((1, one), (2, two), (3, 100 - one - two)):
        targets["generations", generations, 0] = percent / 100 * households
    for number, name in enumerate(LIVING_ROWS):
        targets["living", number, 0] = living[name,] / 100 * old
    targets["collective", 0, 0] = collective
    targets["collective", 1, 0] = collective * scalars["collective_15_24",] / 100
    targets["collective", 2, 0] = collective * scalars["collective_25_44",] / 100
    return targets


LIVING_ROWS: Final = (
    "age60plus_with_spouse_only",
    "age60plus_with_spouse_and_children",
    "age60plus_with_children_no_spouse",
    "age60plus_alone",
    "age60plus_institution",
    "age60plus_other",
)
"""Rows of `households_living` in the order of `fit.LIVING`."""

"""Schooling by age, sex and area: assumed shapes, fitted to the published national shares.

As in the census, a level counts for those who attend it. The fit multiplies the levels by one factor
each, again and again, until the national shares hold (iterative proportional fitting).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Final

from glasstown.society.counts import Key, people_shares
from glasstown.society.frame import AGE_MAX
from glasstown.society.spec import Spec
from glasstown.society.sums import LEVELS

ROUNDS: Final = 60
"""Iterations; shares then hold within 1e-9."""

PUBLISHED: Final = {
    "primary": "primary",
    "junior": "junior_secondary",
    "senior": "senior_secondary",
    "college": "college_plus",
}
"""Rows of `scalars` that give the share of a level; the rest of the people have none."""

WOMEN_FROM: Final = 45
"""Age from which women more often than men have no schooling."""

Levels = dict[Key, tuple[Fraction, ...]]
"""Probability of each level of schooling for each (age, sex, urban)."""


def schooling(spec: Spec) -> Levels:
    """Probability of each level of schooling by (age, sex, urban)."""
    with localcontext(Context(prec=30)):
        shares = {key: _decimal(value) for key, value in people_shares(spec).everybody.items()}
        wanted = {level: spec.scalar(row) / 100_000 for level, row in PUBLISHED.items()}
        wanted["none"] = 1 - sum(wanted.values(), Decimal(0))
        odds = _start(spec)
        factors: dict[str, Decimal] = {level: Decimal(1) for level in LEVELS}
        for _ in range(ROUNDS):
            present = _national(odds, shares, factors)
            factors = {level: factors[level] * wanted[level] / present[level] for level in LEVELS}
        return {key: _exact(row, factors) for key, row in odds.items()}


def _start(spec: Spec) -> dict[Key, tuple[Decimal, ...]]:
    by_age: dict[tuple[int, str], Decimal] = {}
    for (low, high, level), value in spec.values("schooling").items():
        by_age.update({(age, level): value for age in range(int(low), int(high) + 1)})
    town = [spec.scalar(f"town_schooling_{level}") for level in LEVELS]
    women = spec.scalar("women_schooling_none")
    return {
        (age, sex, urban): tuple(
            by_age.get((age, level), Decimal(0))
            * (town[i] if urban else 1)
            * (women if level == "none" and sex and age >= WOMEN_FROM else 1)
            for i, level in enumerate(LEVELS)
        )
        for age in range(AGE_MAX + 1)
        for sex in (0, 1)
        for urban in (0, 1)
    }


def _national(
    odds: Mapping[Key, tuple[Decimal, ...]], shares: Mapping[Key, Decimal], factors: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    present: dict[str, Decimal] = {level: Decimal(0) for level in LEVELS}
    for key, row in odds.items():
        weighed = [part * factors[level] for part, level in zip(row, LEVELS, strict=True)]
        scale = shares[key] / sum(weighed, Decimal(0))
        for level, part in zip(LEVELS, weighed, strict=True):
            present[level] += part * scale
    return present


def _exact(row: tuple[Decimal, ...], factors: Mapping[str, Decimal]) -> tuple[Fraction, ...]:
    weighed = [Fraction(part * factors[level]) for part, level in zip(row, LEVELS, strict=True)]
    total = sum(weighed, Fraction(0))
    return tuple(part / total for part in weighed)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)

"""Log-rates of acts by cell of age, sex and place, so that the mean over all who may is the act's rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import multipliers
from glasstown.kernels.tables import LOG_STEPS, NEVER, log_rate, to_decimal
from glasstown.vocab.arrays import I16
from glasstown.vocab.codes import AGE_BANDS, CELLS, Standing
from glasstown.vocab.evidence import Figure

SEXES: Final = ("M", "F")

Shares = Mapping[Standing, Sequence[Fraction]]
"""Share of all residents who live in each cell and hold the standing; the key 0 stands for everybody."""

TraitOdds = Sequence[tuple[int, Fraction]]
"""Exact distribution of one trait, in 1/32 standard deviation."""


def loading_row(loadings: Sequence[Figure]) -> tuple[int, ...]:
    """Trait loadings in steps of 1/128 octave."""
    return tuple(_steps(figure.value) for figure in loadings)


def _steps(octaves: Decimal) -> int:
    """Octaves in steps of 1/128, to the nearest."""
    return int((octaves * LOG_STEPS).to_integral_value(rounding="ROUND_HALF_UP"))


def cell_factors(act: Act) -> list[Decimal]:
    """An act's age and sex multiplier in each cell, before it is brought to a mean of 1; 0 where nobody may."""
    age = multipliers(act.age_profile, "B") if act.age_profile else ()
    sex = [multipliers(act.sex_profile, s) if act.sex_profile else () for s in SEXES]
    factors: list[Decimal] = []
    for band in AGE_BANDS:
        for s in range(len(SEXES)):
            allowed = act.from_age <= band[0] and band[0] <= act.to_age
            factor = _banded(age, band) * _banded(sex[s], band) if allowed else Decimal(0)
            factors.extend((factor, factor))
    return factors


def _banded(rows: Sequence[tuple[int, int, Decimal]], band: tuple[int, int]) -> Decimal:
    """The factor of one age band: the mean over its years of what the profile says of each."""
    if not rows:
        return Decimal(1)
    years = range(band[0], band[1] + 1)
    values = [next((value for low, high, value in rows if low <= year <= high), Decimal(0)) for year in years]
    return sum(values, Decimal(0)) / len(values)


def base_row(act: Act, shares: Shares, reference: Decimal) -> I16:
    """Log-rates of one act by cell, so that the mean over all who are eligible is the act's rate."""
    factors = cell_factors(act)
    eligible = shares[act.needs]
    allowed = [share if factor > 0 else Fraction(0) for share, factor in zip(eligible, factors, strict=True)]
    weight = sum(allowed, Fraction(0))
    total = sum((share * Fraction(factor) for share, factor in zip(eligible, factors, strict=True)), Fraction(0))
    if not weight or not total:
        return np.full(CELLS, NEVER, dtype=np.int16)
    mean = total / weight
    scale = Fraction(act.drawn_rate) / mean / Fraction(reference)
    return np.array([log_rate(scale * Fraction(factor)) for factor in factors], dtype=np.int16)


@cache
def mean_factor(loading: tuple[int, ...], odds: tuple[tuple[int, Fraction], ...]) -> Decimal:
    """Mean of the factor 2**G over the distribution of the traits: what a family's spread adds to its rates."""
    with localcontext() as context:
        context.prec = 40
        log_two = Decimal(2).ln()
        product = Decimal(1)
        for value in loading:
            step = log_two * value / (32 * LOG_STEPS)
            product *= sum((to_decimal(p) * (step * z).exp() for z, p in odds), Decimal(0)) if value else Decimal(1)
        return product

"""The rate tables of a world, in 1/128 octave, made from behaviours, society shares and a compiled scheme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.families import LOADINGS
from glasstown.behaviours.figures import multipliers
from glasstown.behaviours.responses import chilling, deterrence, fading, favour, lost_capacity, protest
from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.kernels.prefix import type_tables
from glasstown.kernels.rates import Rates
from glasstown.kernels.tables import LOG_STEPS, NEVER, height_table, log_rate, to_decimal
from glasstown.simulate.classes import (
    FEARS,
    PRIVATE_CLASSES,
    fear_of,
    income_of,
    knows,
    nearness_of,
    public_classes,
    pursues,
    strain_of,
    work_of,
)
from glasstown.simulate.rewards import reward_shifts
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.arrays import I16, U16
from glasstown.vocab.codes import AGE_BANDS, CELLS, Standing
from glasstown.vocab.evidence import Figure
from glasstown.vocab.geography import MOODS
from glasstown.vocab.units import DAYS_IN_YEAR

SEXES: Final = ("M", "F")
FIRST_DECLARED: Final = 128
IN_NEED: Final = 2
VOICE: Final = next(family.number for family in FAMILIES if family.name == "voice")
FAMILY_OF: Final = {act.id: act.family for act in ACTS}

Shares = Mapping[Standing, Sequence[Fraction]]
"""Share of all residents who live in each cell and hold the standing; the key 0 stands for everybody."""

TraitOdds = Sequence[tuple[int, Fraction]]
"""Exact distribution of one trait, in 1/32 standard deviation."""


def build_rates(
    shares: Shares, odds: TraitOdds, step_days: int, compiled: CompiledScheme | None,
    without: frozenset[str] = frozenset(), acts: Sequence[Act] = RESIDENT_ACTS,
) -> Rates:
    """Build every table that a resident's classes are turned into rates with.

    Args:
        shares: shares of residents by cell and standing.
        odds: exact distribution of one trait.
        step_days: length of a step.
        compiled: the scheme, or None.
        without: responses that are switched off.
        acts: the acts of the society.
    """
    base = np.full((ACT_ROWS, CELLS), NEVER, dtype=np.int16)
    by_public = np.zeros((ACT_ROWS, public_classes(compiled.scores.number if compiled else 1)), dtype=np.int16)
    by_private = np.zeros((ACT_ROWS, PRIVATE_CLASSES), dtype=np.int16)
    needs = np.zeros(ACT_ROWS, dtype=np.uint16)
    needs_assets = np.zeros(ACT_ROWS, dtype=np.uint16)
    needs_lack = np.zeros(ACT_ROWS, dtype=np.uint16)
    capacity = np.zeros(ACT_ROWS, dtype=np.uint64)
    hush = np.zeros((ACT_ROWS, PRIVATE_CLASSES), dtype=np.int16)
    codes = {act.id: act for act in ACTS}
    also = dict(compiled.own.also_needed) if compiled else {}
    loading = np.array([loading_row(row) for row in LOADINGS], dtype=np.int16)
    rewarding = compiled is not None and bool(compiled.grades.better_above.any())
    rewards = reward_shifts(acts, compiled.counted.credited, without) if compiled and rewarding else {}
    rows = _rows_of_acts(tuple(acts), tuple(shares.items()), tuple(odds), without)
    for act, (in_cells, in_states) in zip(acts, rows, strict=True):
        code = codes[act.id]
        if not code.leaf:
            continue
        base[code.code] = in_cells
        by_private[code.code] = in_states
        needs[code.code] = int(act.needs)
        needs_assets[code.code] = int(act.needs_assets)
        needs_lack[code.code] = int(act.needs_lack)
        capacity[code.code] = _favoured_in(act, without, also.get(code.code, 0))
        if compiled:
            costs = [code.code in debited for debited in compiled.counted.debited_by]
            by_public[code.code] = _public_row(act, costs, without, rewards.get(code.code, 0))
            hush[code.code] = _hush_row(act, without, debited=code.code in compiled.counted.debited)
    if compiled:
        _declared_rows(compiled, base, needs)
    by_mood = np.zeros((ACT_ROWS, MOODS), dtype=np.int16)
    if compiled and compiled.politics and protest.ID not in without:
        by_mood[codes[protest.ACT].code] = mood_row()
    first, second = type_tables(len(FAMILIES), ((act.family, act.code, act.leaf) for act in ACTS))
    return Rates(
        height=np.array([height_table(f.rate_per_year * step_days / DAYS_IN_YEAR) for f in FAMILIES], dtype=np.uint32),
        first=first,
        second=second,
        base=base,
        by_mood=by_mood,
        by_public=by_public,
        by_private=by_private,
        loading=loading,
        needs=needs,
        needs_assets=needs_assets,
        needs_lack=needs_lack,
        capacity=capacity,
        favour=np.array([log_rate(favour.PRIORITY_FACTOR.value)], dtype=np.int16),
        hush=hush,
    )


@lru_cache(maxsize=16)
def _rows_of_acts(
    acts: tuple[Act, ...], shares: tuple[tuple[Standing, Sequence[Fraction]], ...],
    odds: tuple[tuple[int, Fraction], ...], without: frozenset[str],
) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Log-rates of every act by cell and by private class: what no scheme moves, worked out once for all its worlds.

    An act on a void leaf has empty rows.
    """
    codes = {act.id: act for act in ACTS}
    spreads = [mean_factor(loading_row(row), odds) for row in LOADINGS]
    rows: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for act in acts:
        code = codes[act.id]
        if not code.leaf:
            rows.append(((), ()))
            continue
        reference = FAMILIES[code.family].rate_per_year / 2 ** len(code.leaf)
        in_cells = base_row(act, dict(shares), reference * spreads[code.family])
        rows.append((tuple(in_cells.tolist()), tuple(private_row(act, without))))
    return tuple(rows)


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


def private_row(act: Act, without: frozenset[str]) -> list[int]:
    """What work, strain, income and fear do to an act; what the act cannot happen without stays in any case."""
    row: list[int] = []
    for private in range(PRIVATE_CLASSES):
        work, strain = work_of(private), strain_of(private)
        wrong_work = bool(act.only_when) and work not in act.only_when
        wrong_need = act.only_in_need is not None and act.only_in_need != (strain == IN_NEED)
        if wrong_work or wrong_need:
            row.append(NEVER)
            continue
        shift = _logs(act.fear_factor, fear_of(private))
        if lost_capacity.ID not in without or not lost_capacity.concerns(act):
            shift += _logs(act.work_factor, work) + _logs(act.strain_factor, strain)
            shift += _logs(act.income_factor, income_of(private))
        row.append(shift)
    return row


def _logs(factors: tuple[Multiplier, ...], state: int) -> int:
    return sum(log_rate(multiplier.factor.value) for multiplier in factors if multiplier.state == state)


def _public_row(act: Act, costs: Sequence[bool], without: frozenset[str], reward: int) -> list[int]:
    """What nearness to the next grade down does to an act (deterrence, and its fading), and a reward in reach.

    Args:
        act: the act.
        costs: whether it costs points, by score, or leads to a list.
        without: responses that are switched off.
        reward: what a reward in reach does to it.
    """
    deterred = 0 if act.lawful or deterrence.ID in without else log_rate(deterrence.rate_factor())
    by_nearness = (0, deterred, rounded_half(deterred))
    return [
        min(by_nearness[nearness_of(public, slot)] if costly else 0 for slot, costly in enumerate(costs))
        + (reward if pursues(public) else 0)
        for public in range(public_classes(len(costs)))
    ]


def mood_row() -> list[int]:
    """What a county's mood does to protest: equal steps up to the whole effect, each to the nearest 1/128 octave."""
    whole, last = log_rate(protest.AT_NOTHING.value), MOODS - 1
    return [(2 * whole * mood + last) // (2 * last) for mood in range(MOODS)]


def _favoured_in(act: Act, without: frozenset[str], also: int) -> int:
    """Bits of the capacities in which a favour raises an act's rate; where places are short it moves up instead.

    Nobody offends more often for being favoured at the wheel.
    """
    return 0 if act.place or not act.lawful or favour.ID in without else int(act.capacity) | also


def rounded_half(steps: int) -> int:
    """Half of a shift, halves away from zero."""
    half = (abs(steps) + fading.HALF - 1) // fading.HALF
    return half if steps >= 0 else -half


def _hush_row(act: Act, without: frozenset[str], *, debited: bool) -> list[int]:
    """What knowing the scheme does to lawful speech that it debits, by fear."""
    if not debited or not act.lawful or FAMILY_OF[act.id] != VOICE or chilling.ID in without:
        return [0] * PRIVATE_CLASSES
    shifts = [log_rate(chilling.rate_factor(act.id, fear)) for fear in range(FEARS)]
    return [shifts[fear_of(private)] if knows(private) else 0 for private in range(PRIVATE_CLASSES)]


def _declared_rows(compiled: CompiledScheme, base: I16, needs: U16) -> None:
    """Declared acts: their own rate is their reference, so the rows only say who can commit them."""
    actors = {name: (standing, age) for name, standing, age, _ in ACTORS}
    for d, (_, _, who, _) in enumerate(compiled.declared):
        standing, age = actors[who]
        needs[FIRST_DECLARED + d] = int(standing or 0)
        for c in range(CELLS):
            base[FIRST_DECLARED + d, c] = 0 if AGE_BANDS[c // 4][0] >= age else NEVER

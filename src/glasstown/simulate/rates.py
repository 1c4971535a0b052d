"""The rate tables of a world, in 1/128 octave, made from behaviours, society shares and a compiled scheme."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

import numpy as np

from glasstown.behaviours.act import Act
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.families import LOADINGS
from glasstown.behaviours.responses import favour, protest
from glasstown.compiled.acts import TownActs
from glasstown.compiled.model import ACT_ROWS, CompiledScheme
from glasstown.compiled.parts import most_of_a_kind
from glasstown.kernels.prefix import type_tables
from glasstown.kernels.rates import Rates
from glasstown.kernels.tables import NEVER, height_table, log_rate
from glasstown.simulate.cell_rates import Shares, TraitOdds, base_row, loading_row, mean_factor
from glasstown.simulate.class_shifts import favoured_in, hush_row, mood_row, private_row, public_row
from glasstown.simulate.classes import (
    PRIVATE_CLASSES,
    public_classes,
)
from glasstown.simulate.rewards import reward_shifts
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.arrays import I16, U16
from glasstown.vocab.codes import AGE_BANDS, CELLS, Standing
from glasstown.vocab.geography import MOODS
from glasstown.vocab.units import DAYS_IN_YEAR

FIRST_DECLARED: Final = 128


def build_rates(
    shares: Shares, odds: TraitOdds, step_days: int, compiled: CompiledScheme | None,
    without: frozenset[str] = frozenset(), acts: Sequence[Act] = RESIDENT_ACTS, town: TownActs | None = None,
) -> Rates:
    """Build every table that a resident's classes are turned into rates with.

    Args:
        shares: shares of residents by cell and standing.
        odds: exact distribution of one trait.
        step_days: length of a step.
        compiled: the scheme, or None.
        without: responses that are switched off.
        acts: the acts of the society.
        town: the acts that a file declares; None for none.
    """
    town = town or TownActs()
    base = np.full((ACT_ROWS, CELLS), NEVER, dtype=np.int16)
    by_public = np.zeros((ACT_ROWS, public_classes(_scores(compiled))), dtype=np.int16)
    by_private = np.zeros((ACT_ROWS, PRIVATE_CLASSES), dtype=np.int16)
    needs = np.zeros(ACT_ROWS, dtype=np.uint16)
    needs_assets = np.zeros(ACT_ROWS, dtype=np.uint16)
    needs_lack = np.zeros(ACT_ROWS, dtype=np.uint16)
    capacity = np.zeros(ACT_ROWS, dtype=np.uint64)
    hush = np.zeros((ACT_ROWS, PRIVATE_CLASSES), dtype=np.int16)
    codes = {act.id: act for act in ACTS}
    also = dict(town.own.also_needed)
    loading = np.array([loading_row(row) for row in LOADINGS], dtype=np.int16)
    rewards = _rewards(acts, compiled, without)
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
        capacity[code.code] = favoured_in(act, without, also.get(code.code, 0))
        if compiled:
            costs = [code.code in debited for debited in compiled.counted.debited_by[: _scores(compiled)]]
            by_public[code.code] = public_row(act, costs, without, rewards.get(code.code, 0))
            hush[code.code] = hush_row(act, without, debited=code.code in compiled.counted.debited)
    _declared_rows(town, base, needs)
    first, second = type_tables(len(FAMILIES), ((act.family, act.code, act.leaf) for act in ACTS))
    return Rates(
        height=np.array([height_table(f.rate_per_year * step_days / DAYS_IN_YEAR) for f in FAMILIES], dtype=np.uint32),
        first=first,
        second=second,
        base=base,
        by_mood=_by_mood(compiled, without),
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


def _rewards(acts: Sequence[Act], compiled: CompiledScheme | None, without: frozenset[str]) -> dict[int, int]:
    """What a reward in reach does to acts, by number, where some better grade favours something."""
    if compiled is None or not compiled.grades.better_above.any():
        return {}
    return dict(reward_shifts(acts, compiled.counted.credited, without))


def _by_mood(compiled: CompiledScheme | None, without: frozenset[str]) -> I16:
    """What a county's mood does to acts: to protest alone."""
    by_mood = np.zeros((ACT_ROWS, MOODS), dtype=np.int16)
    if compiled and compiled.politics and protest.ID not in without:
        by_mood[next(act.code for act in ACTS if act.id == protest.ACT)] = mood_row()
    return by_mood


def _scores(compiled: CompiledScheme | None) -> int:
    """Scores whose states make the public class."""
    return most_of_a_kind(compiled.scores) if compiled else 1


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


def _declared_rows(town: TownActs, base: I16, needs: U16) -> None:
    """Declared acts: their own rate is their reference, so the rows only say who can commit them."""
    actors = {name: (standing, age) for name, standing, age, _ in ACTORS}
    for d, (_, _, who, _) in enumerate(town.declared):
        standing, age = actors[who]
        needs[FIRST_DECLARED + d] = int(standing or 0)
        for c in range(CELLS):
            base[FIRST_DECLARED + d, c] = 0 if AGE_BANDS[c // 4][0] >= age else NEVER

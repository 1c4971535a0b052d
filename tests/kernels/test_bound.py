"""The bound of a family never lies under the rate of one of its acts; both mistakes that lost acts are caught.

`facts`: a byte that overflows loses a few in a hundred, a shift that floors makes every rate too small.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.heights import _first_limits
from glasstown.kernels.rates import static_bound, trait_shift
from glasstown.vocab.acts import ACTS
from kernels.drawing import CELLS, bound_index_of, crowd, plain_rates, rate_index, world_of
from scheme.dense import DENSE
from twin.schemes import GENEROUS, HEAVY

TEXTS = {"none": "", "dense": DENSE, "heavy": HEAVY, "generous": GENEROUS}
ENDS = (-127, 0, 127)
GRID = np.array([(a, b, c) for a in range(-127, 128, 2) for b in ENDS for c in ENDS], np.int8).T


def sums(cell, group, public, private):
    """All sums of one value of each class, as whole numbers."""
    a, b, c = (table.astype(np.int64) for table in (group, public, private))
    return int(cell) + a[:, None, None] + b[None, :, None] + c[None, None, :]


@pytest.mark.parametrize("name", ["none", "heavy"])
@pytest.mark.parametrize("family", range(8))
def test_no_rate_lies_over_its_bound(name, family):
    """For every act, group, public and private class, and residents at and between the ends of every trait."""
    rates = world_of(TEXTS[name]).rates
    room = sums(0, rates.bound_group[family], rates.bound_public[family], rates.bound_private[family])
    slots = range(GRID.shape[1])
    shift = np.array([trait_shift(rates.loading, family, GRID, s) for s in slots], np.int64)
    for cell in (*range(0, CELLS, 6), CELLS - 1):
        static = np.array([static_bound(rates.bound_cell, rates.loading, GRID, family, cell, s) for s in slots])
        for act in (act.code for act in ACTS if act.family == family):
            rate = sums(rates.base[act, cell], rates.by_group[act], rates.by_public[act], rates.by_private[act])
            over = (rate - room)[rate >= -16_000].max(initial=-32_000)
            short = 8 * static.astype(np.int64) < 1024 + shift + over
            assert not short[static < 255].any(), (act, cell)
            for s in np.flatnonzero(short):  # the byte is at its end: the index must be at its end as well
                assert (np.clip(room + 2040, 0, 2047) >= np.clip(rate + 1024 + shift[s], 0, 2047)).all(), (act, cell)


@pytest.mark.parametrize("name", TEXTS)
def test_kernels_give_no_rate_over_its_bound(name):
    rates = world_of(TEXTS[name]).rates
    people, classes = crowd(60, rates)
    people.traits[:] = np.random.default_rng(1).integers(-127, 128, people.traits.shape)
    for family in range(8):
        for slot in range(60):
            bound = static_bound(rates.bound_cell, rates.loading, people.traits, family, int(people.cell[slot]), slot)
            people.bound[family, slot] = bound
            top = bound_index_of(rates, people, classes, family, slot)
            for act in (act.code for act in ACTS if act.family == family):
                assert 0 <= rate_index(rates, people, classes, family, act, slot) <= top <= 2047


@pytest.mark.parametrize("name", TEXTS)
def test_the_first_test_lets_through_whatever_the_exact_bound_does(name):
    """Its limits stand for the largest group and public class, so they may be too low and are never too high."""
    rates = world_of(TEXTS[name]).rates
    people, classes = crowd(60, rates)
    for family in range(8):
        people.bound[family] = np.arange(0, 240, 4) + family
        others = [table[family] for table in (rates.bound_group, rates.bound_public, rates.bound_private)]
        shift, limit = np.empty(others[2].size, np.int64), np.empty(768, np.uint32)
        _first_limits(rates.height[family], *others, shift, limit)
        for slot in range(60):
            exact = int(rates.height[family, bound_index_of(rates, people, classes, family, slot)])
            assert limit[int(people.bound[family, slot]) + shift[int(classes.private[slot])]] <= exact


@pytest.mark.parametrize("top", [-1100, -1024, -9, -8, -7, -1, 0, 1, 7, 8, 9, 500, 1000, 1015, 1016, 1017, 1023, 1500])
def test_the_static_bound_rounds_up_and_holds_at_its_ends(top):
    """A byte holds -8 to +7.94 octaves in sixteenths; beyond its ends it is held, and never wraps."""
    rates = plain_rates([top] * len(ACTS))
    traits = np.zeros((3, 1), np.int8)
    byte = static_bound(rates.bound_cell, rates.loading, traits, 0, 0, 0)
    assert byte == min(max(-(-(1024 + top) // 8), 1), 255)
    assert 8 * byte >= min(1024 + top, 2040)
    assert 8 * byte - (1024 + top) < 8 or byte == 1


def test_nobody_who_may_not_has_a_bound():
    rates = plain_rates([-32_000] * len(ACTS))
    assert static_bound(rates.bound_cell, rates.loading, np.full((3, 1), 127, np.int8), 0, 0, 0) == 0


@given(st.tuples(*[st.integers(-300, 300)] * 3), st.tuples(*[st.integers(-127, 127)] * 3))
def test_traits_are_rounded_to_the_nearest_both_ways(loading, traits):
    """A floor here would make every rate about one in a hundred too small."""
    table = np.array([loading] * 8, np.int16)
    column = np.array(traits, np.int8).reshape(3, 1)
    exact = Fraction(sum(a * b for a, b in zip(loading, traits, strict=True)), 32)
    shift = int(trait_shift(table, 3, column, 0))
    assert abs(shift - exact) <= Fraction(1, 2)
    assert int(trait_shift(-table, 3, column, 0)) == -shift

"""A bound lets through every act that is open to a resident; mistakes that would lose acts in silence are caught.

A sum held too soon loses a few in a hundred, a shift that floors makes every rate too small.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.bounds import UNBOUND, bound_residents
from glasstown.kernels.rates import trait_shift
from glasstown.simulate.bound_tables import bounds_of
from glasstown.vocab.acts import ACTS
from kernels.drawing import LEAVES, bind, crowd, drawn, limit_of, plain_rates, rate_index, world_of
from scheme.dense import DENSE
from twin.schemes import GENEROUS, HEAVY

TEXTS = {"none": "", "dense": DENSE, "heavy": HEAVY, "generous": GENEROUS}


def is_open(rates, people, classes, act, slot):
    """Whether one act is open to one resident."""
    has, owns = int(people.standing[slot]), int(classes.assets[slot])
    needs = [int(table[act]) for table in (rates.needs, rates.needs_assets, rates.needs_lack)]
    return has & needs[0] == needs[0] and owns & needs[1] == needs[1] and not owns & needs[2]


@pytest.mark.parametrize("name", TEXTS)
def test_every_act_that_is_open_passes_its_bound(name):
    """For residents of every cell, standing and class, with assets of every kind and traits up to their ends."""
    rates = world_of(TEXTS[name]).rates
    people, classes = crowd(150, rates)
    people.traits[:] = np.random.default_rng(1).integers(-127, 128, people.traits.shape)
    people.traits[:, :20] = 127
    bind(rates, people, classes)
    seen = 0
    for act in (act for act in ACTS if act.leaf):
        for slot in range(150):
            index = rate_index(rates, people, classes, act.family, act.code, slot)
            if index and is_open(rates, people, classes, act.code, slot):
                seen += 1
                assert int(rates.height[act.family, index]) >= limit_of(people, act.family, slot)
    assert seen > 150 * 20


def test_acts_that_are_not_open_leave_the_bound_alone():
    """Who is not ill draws no candidates for the hospital, whatever its rate."""
    low, high = plain_rates([0] * len(ACTS)), plain_rates([0] * len(ACTS))
    for rates in (low, high):
        rates.needs_assets[99] = 128
    high.base[99] = 500
    people, classes = crowd(300, low)
    bind(low, people, classes)
    before = people.bound.copy()
    bind(high, people, classes)
    ill = classes.assets & 128 != 0
    assert ill.any()
    assert not ill.all()
    assert (people.bound[7, ill] < before[7, ill]).all(), "a height must exceed less"
    assert (people.bound[:, ~ill] == before[:, ~ill]).all()


def test_a_change_of_state_changes_the_bound():
    """Each part of a resident's state by itself: cell, public and private class, assets."""
    rates = world_of(HEAVY).rates
    bounds = bounds_of(rates)
    everybody = np.arange(400, dtype=np.int32)
    people, classes = crowd(400, rates)
    bind(rates, people, classes)
    for column in (people.cell, classes.public, classes.private, classes.assets):
        column[:] = np.roll(column, 1)
        before = people.bound.copy()
        bound_residents(bounds, people, classes, everybody)
        brought_up = people.bound.copy()
        bind(rates, people, classes)
        assert (people.bound == brought_up).all()
        assert (before != brought_up).any() or column is classes.public


def test_who_is_not_chosen_is_left_alone():
    rates = plain_rates([100] * len(ACTS))
    people, classes = crowd(10, rates)
    bound_residents(bounds_of(rates), people, classes, np.array([3, 5], np.int32))
    assert np.flatnonzero(people.bound[0]).tolist() == [3, 5]
    assert np.flatnonzero(people.state != UNBOUND).tolist() == [3, 5]


@pytest.mark.parametrize("top", [-1100, -1024, -9, -1, 0, 1, 9, 500, 1000, 1022, 1023, 1500])
def test_a_bound_is_just_under_the_height_of_the_largest_rate(top):
    """It holds at the ends of the table, and is too low by less than the half it leaves out."""
    rates = plain_rates([top] * len(ACTS))
    people, classes = crowd(20, rates)
    bind(rates, people, classes)
    height = int(rates.height[0, min(max(1024 + top, 0), 2047)])
    assert 0 <= height - limit_of(people, 0, 0) < 1 << 16


def test_nobody_who_may_not_has_a_bound():
    rates = plain_rates([-32_000] * len(ACTS))
    people, classes = crowd(30, rates)
    people.traits[:] = 127
    bind(rates, people, classes)
    assert (people.bound == 0xFFFF).all()
    assert drawn(rates, people, classes) == []


def test_every_act_with_a_leaf_is_in_a_case():
    bounds = bounds_of(world_of("").rates)
    assert int(bounds.first[-1]) == bounds.needs.size
    assert bounds.needs.size < sum(1 for _, _, leaf in LEAVES if leaf)


@given(st.tuples(*[st.integers(-300, 300)] * 3), st.tuples(*[st.integers(-127, 127)] * 3))
def test_traits_are_rounded_to_the_nearest_both_ways(loading, traits):
    """A floor here would make every rate about one in a hundred too small."""
    table = np.array([loading] * 8, np.int16)
    column = np.array(traits, np.int8).reshape(3, 1)
    exact = Fraction(sum(a * b for a, b in zip(loading, traits, strict=True)), 32)
    shift = int(trait_shift(table, 3, column, 0))
    assert abs(shift - exact) <= Fraction(1, 2)
    assert int(trait_shift(-table, 3, column, 0)) == -shift

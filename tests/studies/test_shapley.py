"""Shares in whole numbers: worked by hand, exact for whatever worlds there are, and refused where they cannot be."""

from __future__ import annotations

from itertools import permutations
from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.studies.shapley import MOST, Shares


def shares_of(values: list[list[int]]) -> Shares:
    causes = (len(values) - 1).bit_length()
    found = Shares(causes, len(values[0]))
    for there, world in enumerate(values):
        found.add(there, np.array(world, np.int64))
    return found


def test_two_causes_that_are_each_enough_share_it_by_halves():
    """Nothing 0, either alone 10, both 10: the first adds 10 in one order, the other in the other; 2! x 5 is 10."""
    found = shares_of([[0], [10], [10], [10]])
    assert found.parts[:, 0].tolist() == [10, 10]
    assert found.times == 2


def test_three_causes_by_hand():
    """0; a 6, b 0, c 0; ab 12, ac 6, bc 0; abc 18. Orders abc, acb, bac, bca, cab, cba add to a 6, 6, 12, 18, 6, 18."""
    found = shares_of([[0], [6], [0], [12], [0], [6], [0], [18]])
    assert found.parts[:, 0].tolist() == [66, 30, 12]
    assert sum(found.parts[:, 0]) == 6 * 18


@st.composite
def worlds(draw: st.DrawFn) -> list[list[int]]:
    causes, size = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    value = st.integers(-(10**12), 10**12)
    return [draw(st.lists(value, min_size=size, max_size=size)) for _ in range(1 << causes)]


@given(worlds())
def test_shares_are_the_mean_over_every_order_and_add_up_to_the_whole(values):
    found = shares_of(values)
    assert found.is_whole
    assert (found.parts.sum(axis=0) == found.times * (found.whole - found.rest)).all()
    for who in range(len(values[0])):
        slow = [0] * found.causes
        for order in permutations(range(found.causes)):
            there = 0
            for cause in order:
                slow[cause] += values[there | 1 << cause][who] - values[there][who]
                there |= 1 << cause
        assert found.parts[:, who].tolist() == slow


def test_eight_causes_add_up_within_64_bits():
    rng = range(1 << MOST)
    values = [[(-1) ** there * (there * 7919 % 1000) * 10**8] for there in rng]
    found = shares_of(values)
    assert found.times == factorial(8)
    assert sum(map(int, found.parts[:, 0])) == found.times * (values[-1][0] - values[0][0])


def test_more_than_eight_none_or_the_same_world_twice_is_refused():
    for number in (0, 9):
        with pytest.raises(ValueError, match="cannot share"):
            Shares(number, 1)
    found = Shares(2, 1)
    found.add(3, np.array([1]))
    with pytest.raises(ValueError, match="added before"):
        found.add(3, np.array([1]))
    assert not found.is_whole

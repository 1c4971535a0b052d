"""Whose rows a large town keeps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.ledger.kept import keyed_sample


def test_a_small_town_is_kept_whole():
    assert keyed_sample("kept", people=7, size=10, seed=1).tolist() == list(range(7))


@given(people=st.integers(1, 5_000), size=st.integers(1, 400), seed=st.integers(-5, 2**62))
def test_a_sample_has_its_size_its_order_and_no_doubles(people, size, seed):
    sample = keyed_sample("lives", people=people, size=size, seed=seed)
    assert sample.size == min(size, people)
    assert np.all(np.diff(sample.astype(np.int64)) > 0)
    assert sample[-1] < people


def test_the_sample_is_a_function_of_name_seed_and_replicate():
    def draw(name="kept", seed=1, replicate=0):
        return keyed_sample(name, people=10_000, size=100, seed=seed, replicate=replicate).tolist()

    assert draw() == draw()
    assert len({tuple(draw()), tuple(draw("lives")), tuple(draw(seed=2)), tuple(draw(replicate=1))}) == 4


def test_a_larger_town_draws_from_the_same_priorities():
    small = set(keyed_sample("kept", people=5_000, size=500, seed=3).tolist())
    large = set(keyed_sample("kept", people=10_000, size=500, seed=3).tolist())
    assert {resident for resident in large if resident < 5_000} <= small


@pytest.mark.parametrize("seed", range(3))
def test_nobody_is_favoured(seed):
    sample = keyed_sample("kept", people=100_000, size=10_000, seed=seed)
    tenths = np.histogram(sample, bins=10, range=(0, 100_000))[0]
    assert tenths.min() > 850
    assert tenths.max() < 1_150

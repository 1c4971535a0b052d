"""Pairings find each other, and sequences are evenly spread."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.lowdiscrepancy import GOLDEN, ROOT_TWO, WORD, weyl
from glasstown.kernels.pairing import feistel, rank_keys, rank_pairs, unfeistel
from glasstown.vocab.geography import VOID

words = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=6)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=0, max_size=40))
def test_neighbours_in_the_line_pair_within_their_class(people):
    classes = np.array([c for c, _ in people], np.int64)
    luck = np.array([w for _, w in people], np.int64)
    keys = np.zeros(len(people), np.int64)
    partner = np.zeros(len(people), np.uint16)
    rank_keys(classes, luck, keys)
    keys.sort()
    rank_pairs(keys, partner)
    line = sorted(range(len(people)), key=lambda i: (*people[i], i))
    expected = dict.fromkeys(range(len(people)), VOID)
    for one, other in zip(line[::2], line[1::2], strict=False):
        if people[one][0] == people[other][0]:
            expected[one], expected[other] = other, one
    assert partner.tolist() == [expected[i] for i in range(len(people))]


@given(words, st.integers(1, 6))
def test_a_feistel_walk_is_a_permutation_with_an_inverse(key, half_bits):
    keys = np.array(key, np.int64)
    size = 4**half_bits
    images = [int(feistel(value, half_bits, keys)) for value in range(size)]
    assert sorted(images) == list(range(size))
    assert [int(unfeistel(image, half_bits, keys)) for image in images] == list(range(size))


@pytest.mark.parametrize("step", [GOLDEN, ROOT_TWO])
@pytest.mark.parametrize("length", [10, 100, 1_000])
def test_every_prefix_of_the_sequence_is_even(step, length):
    points = sorted(weyl(number, step) for number in range(length))
    for part in range(1, 10):
        below = sum(point < WORD * part // 10 for point in points)
        assert abs(below - length * part / 10) <= 3

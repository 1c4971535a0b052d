"""Digests: known answers of the mixer, sums that do not know an order, and rows that cannot be confused."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.digest import add_column, add_rows, lanes_text, mix
from twin.luck import Digest

numbers = st.integers(-(2**63), 2**63 - 1)
tables = st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=12)


def of_rows(rows, table=1):
    lanes = np.zeros(2, np.uint64)
    with np.errstate(over="ignore"):
        add_rows(lanes, table, np.array(rows, np.int64).T.copy())
    return lanes_text(lanes)


def of_column(values, column=1, first=0):
    lanes = np.zeros(2, np.uint64)
    with np.errstate(over="ignore"):
        add_column(lanes, column, first, np.array(values, np.int64))
    return lanes_text(lanes)


def test_the_mixer_gives_the_published_sequence_of_splitmix64():
    """First outputs for seed 0 of the generator that ends in this mixer (Vigna's splitmix64.c)."""
    step = 0x9E3779B97F4A7C15
    answers = (0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F)
    with np.errstate(over="ignore"):
        assert tuple(int(mix(np.uint64(step * n % 2**64))) for n in (1, 2, 3)) == answers


@given(tables, st.integers(0, 100))
def test_rows_are_mixed_as_plain_integers_are(rows, table):
    twin = Digest()
    for row in rows:
        twin.row(table, *row)
    assert of_rows(rows, table) == str(twin)


@given(st.lists(numbers, min_size=1, max_size=12), st.integers(0, 100), st.integers(0, 2**31))
def test_columns_are_mixed_as_plain_integers_are(values, column, first):
    twin = Digest()
    for place, value in enumerate(values):
        twin.value(column, first + place, value)
    assert of_column(values, column, first) == str(twin)


@given(tables, st.randoms())
def test_order_does_not_matter(rows, chance):
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert of_rows(rows) == of_rows(shuffled)


def test_what_differs_digests_differently():
    assert of_rows([(1, 2, 3)]) != of_rows([(2, 1, 3)]), "fields are not interchangeable"
    assert of_rows([(1, 2, 3)], table=2) != of_rows([(1, 2, 3)]), "nor tables"
    assert of_rows([(1, 2, 3), (1, 2, 3)]) != of_rows([(1, 2, 3)]), "a row twice is not a row once"
    assert of_column([5, 7]) != of_column([7, 5]), "a value belongs to its resident"
    assert of_column([5, 7]) != of_column([5, 7], column=2)
    assert of_column([5, 7]) != of_column([5, 7], first=1)
    assert of_column([0]) != lanes_text(np.zeros(2, np.uint64)), "a nought is a value"

"""Luck by address: published answers of Philox4x32-10, wide products, keys, and comparisons of 64 bits."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.kernels.compare import low_word, multiply_high
from glasstown.kernels.philox import philox4x32, stream_key
from glasstown.vocab.names import name_digest
from twin.luck import philox as plain_philox

words = st.integers(0, 2**32 - 1)
wide = st.integers(0, 2**64 - 1)

PUBLISHED = (
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
)
"""Random123 1.14, tests/kat_vectors, lines `philox4x32 10`: all zeros, all ones, digits of pi."""


def draw(counter, key):
    with np.errstate(over="ignore"):
        return tuple(int(w) for w in philox4x32(*(np.uint64(x) for x in (*counter, *key))))


@pytest.mark.parametrize(("counter", "key", "answer"), PUBLISHED)
def test_published_answers(counter, key, answer):
    assert draw(counter, key) == answer
    assert plain_philox(counter, key) == answer


@given(st.tuples(words, words, words, words), st.tuples(words, words))
def test_any_address_gives_what_plain_integers_give(counter, key):
    assert draw(counter, key) == plain_philox(counter, key)


@given(st.tuples(words, words, st.integers(0, 2**16 - 1), words), st.tuples(words, words), st.integers(0, 3))
def test_the_low_word_is_of_the_block_beside(counter, key, lane):
    c0, c1, c2, c3 = counter
    with np.errstate(over="ignore"):
        low = low_word(*(np.uint64(x) for x in (c0, c1, c2 << 16, c3, *key)), np.int64(lane))
    assert int(low) == plain_philox((c0, c1, c2 << 16 | 0x8000, c3), key)[lane]


@given(wide, wide)
def test_the_upper_half_of_a_wide_product(a, b):
    with np.errstate(over="ignore"):
        assert int(multiply_high(np.uint64(a), np.uint64(b))) == a * b >> 64


@pytest.mark.parametrize("a", [0, 1, 2**32 - 1, 2**32, 2**63, 2**64 - 2, 2**64 - 1])
@pytest.mark.parametrize("b", [0, 1, 2**32 - 1, 2**32 + 1, 2**63, 2**64 - 1])
def test_the_upper_half_at_the_edges(a, b):
    with np.errstate(over="ignore"):
        assert int(multiply_high(np.uint64(a), np.uint64(b))) == a * b >> 64


def test_a_key_is_the_digest_of_name_seed_and_replicate():
    number = int.from_bytes(hashlib.blake2b(b"luck/7|42|3", digest_size=8).digest(), "little")
    assert tuple(int(k) for k in stream_key("luck/7", 42, 3)) == (number % 2**32, number >> 32)
    keys = {
        tuple(int(k) for k in stream_key(*of)) for of in (("luck/7", 1), ("luck/30", 1), ("luck/7", 2), ("people", 1))
    }
    assert len(keys) == 4


@given(st.text())
def test_a_name_has_a_digest_of_24_bits(name):
    expected = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=3).digest(), "little")
    assert name_digest(name) == expected < 2**24

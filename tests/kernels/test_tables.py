"""Tables of thresholds, against a recomputation in more digits; the same bits on every machine."""

from __future__ import annotations

import hashlib
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.tables import (
    NEVER,
    delay_quantiles,
    events_from_share,
    hazard_probability,
    height_table,
    log_rate,
    probability_words,
    wide_height_table,
    wide_threshold,
)
from glasstown.vocab.acts import FAMILIES
from twin.rates import at_least_one, threshold
from twin.rates import log_rate as plain_log_rate
from twin.records import delay_quantile

STEPS = (1, 7, 30, 31)
EVENTS = tuple(family.rate_per_year * days / 365 for family in FAMILIES for days in STEPS)


@pytest.mark.parametrize("events", sorted(set(EVENTS)))
def test_height_tables_are_exact(events):
    table = height_table(events)
    indices = (*range(0, 2048, 89), 1, 1023, 1024, 1025, 2046, 2047)
    assert [int(table[i]) for i in indices] == [threshold(Fraction(events), i, 2**32) for i in indices]
    assert table.dtype == np.uint32
    assert table[0] == 2**32 - 1, "index 0 never happens: no word lies above it"
    assert (np.diff(table.astype(np.int64)) <= 0).all(), "a higher rate has a lower threshold"


def test_wide_height_tables_are_exact():
    table = wide_height_table(Decimal("0.000001"))
    indices = (0, 1, 500, 1024, 1500, 2047)
    assert [int(table[i]) for i in indices] == [threshold(Fraction(1, 10**6), i, 2**64) for i in indices]


@given(st.fractions(0, 200, max_denominator=10**9))
def test_wide_thresholds_are_exact(events):
    with localcontext() as context:
        context.prec = 60
        exact = int(2**64 * (-(Decimal(events.numerator) / Decimal(events.denominator))).exp())
    assert wide_threshold(events) == min(exact, 2**64 - 1)


def test_a_rate_of_zero_never_happens():
    assert wide_threshold(0) == 2**64 - 1
    assert log_rate(0) == NEVER


@given(st.fractions(Fraction(1, 10**6), 10**6, max_denominator=10**9))
def test_log_rates_are_rounded_to_the_nearest(ratio):
    assert log_rate(ratio) == plain_log_rate(ratio)
    assert log_rate(1 / ratio) == -log_rate(ratio), "up and down round alike"


@pytest.mark.parametrize(("ratio", "steps"), [(1, 0), (2, 128), (Fraction(1, 2), -128), (Fraction(1, 256), -1024)])
def test_log_rates_of_powers_of_two(ratio, steps):
    assert log_rate(ratio) == steps


@given(st.fractions(0, 1, max_denominator=10**15))
def test_probabilities_keep_64_bits(chance):
    high, low = probability_words(chance)
    assert Fraction(high * 2**32 + low, 2**64) <= chance < Fraction(high * 2**32 + low + 1, 2**64) or chance == 1


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0, (0, 0)),
        (1, (2**32, 0)),
        (Fraction(1, 2), (2**31, 0)),
        (Fraction(1, 2**64), (0, 1)),
        (Fraction(1, 2**65), (0, 0)),
        (Decimal("1e-9"), (4, int(Fraction(10**9) ** -1 * 2**64) % 2**32)),
        (1 - Fraction(1, 2**64), (2**32 - 1, 2**32 - 1)),
        (3, (2**32, 0)),
        (-1, (0, 0)),
    ],
)
def test_probabilities_at_the_edges(chance, words):
    assert probability_words(chance) == words


@given(st.fractions(0, 50, max_denominator=10**6))
def test_hazards_and_shares_undo_each_other(events):
    chance = hazard_probability(events)
    assert abs(chance - at_least_one(events)) < Fraction(1, 10**38)
    if events < 10:
        assert abs(Fraction(events_from_share(chance)) - events) < Fraction(1, 10**30)


@settings(max_examples=settings.default.max_examples // 5)
@given(st.integers(0, 36_500), st.sampled_from(["fixed", "exponential"]))
def test_delays_are_the_quantiles_of_their_shape(median, shape):
    table = delay_quantiles(median, shape)
    assert table.tolist() == [delay_quantile(Decimal(median), shape, byte) for byte in range(256)]
    assert (np.diff(table.astype(np.int64)) >= 0).all()


def test_half_of_the_delays_stay_under_the_median():
    table = delay_quantiles(30, "exponential")
    assert (table <= 30).sum() in range(126, 131)
    assert abs(int((table < 60).sum()) - 192) <= 2, "a quarter takes twice the median"
    assert set(delay_quantiles(30, "fixed").tolist()) == {30}
    assert delay_quantiles(36_500, "exponential").max() == 65_535, "held, never wrapped"


def test_tables_are_the_same_bits_everywhere():
    """Committed digest: a processor, a library or a Python that makes other tables fails here."""
    digest = hashlib.blake2b(digest_size=16)
    for events in EVENTS:
        digest.update(height_table(events).astype("<u4").tobytes())
        digest.update(wide_height_table(events).astype("<u8").tobytes())
    for median in (0, 1, 14, 30, 365):
        digest.update(delay_quantiles(median, "exponential").astype("<u2").tobytes())
    digest.update(repr([log_rate(Fraction(n, 100)) for n in range(1, 1000)]).encode())
    assert digest.hexdigest() == "9bcf619bbaf4937afc9a065ee55ea7ba"

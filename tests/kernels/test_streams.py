"""Streams of their own: declared acts come at their rates and keep out of each other's way."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.heights import ACT
from glasstown.kernels.streams import Declared, accept_declared
from glasstown.kernels.tables import to_decimal, wide_height_table
from glasstown.vocab.acts import ACTS
from glasstown.vocab.names import name_digest
from kernels.drawing import KEYS, crowd, plain_rates

NOBODY = [-32_000] * len(ACTS)
DEVIATIONS = 4.5
"""Standard deviations that a count may lie off: by chance fewer than one in 100,000 does."""


def committed(acts, size, steps, *, room=None, days=30, horizon=4745, **bars):
    """Declared acts as (step, name, slot, day, ordinal); `acts` holds rates a year, `bars` are for the first."""
    names = list(acts)
    height = np.array([wide_height_table(to_decimal(Fraction(rate) * days / 365)) for rate in acts.values()], np.uint64)
    declared = Declared(np.array([name_digest(name) for name in acts], np.uint32), height.reshape(len(acts), 2048))
    rates = plain_rates(NOBODY)
    rates.base[128 : 128 + len(acts)] = 0
    for column, bits in bars.items():
        getattr(rates, column)[128] = bits
    people, classes = crowd(size, rates)
    classes.public[:] = 0
    rows = []
    for step in range(steps):
        span, space = np.array([step * days, days, horizon], np.int64), room or 20 * size + 100
        while True:
            found = np.empty(space, ACT)
            with np.errstate(over="ignore"):
                count = accept_declared(rates, declared, people, classes, 0, step, span, KEYS, found)
            if count < space:
                break
            space *= 2
        rows += [(step, names[r["act"] - 128], *(int(r[k]) for k in ("slot", "day", "ordinal"))) for r in found[:count]]
    return rows


@pytest.mark.compiled_only
@pytest.mark.parametrize("rate", ["0.000001", "0.01", "1", "40"])
def test_declared_acts_come_at_their_rate(rate):
    rows = committed({"act": rate}, 4096, 30)
    expected = 4096 * 30 * 30 / 365 * float(rate)
    assert abs(len(rows) - expected) < DEVIATIONS * expected**0.5 + 1


names = st.lists(st.sampled_from(["police", "bank", "school", "court", "clinic"]), min_size=2, max_size=4, unique=True)
few = settings(max_examples=settings.default.max_examples // 8)


@few
@given(names, st.randoms())
def test_streams_do_not_know_each_other(chosen, chance):
    """Declared acts added, taken away or put in another order leave the others as they were."""
    done = committed(dict.fromkeys(chosen, "2"), 20, 3)
    chance.shuffle(chosen)
    assert sorted(committed(dict.fromkeys(chosen, "2"), 20, 3)) == sorted(done)
    fewer = set(chosen[1:])
    assert sorted(committed(dict.fromkeys(fewer, "2"), 20, 3)) == sorted(r for r in done if r[1] in fewer)


@few
@given(st.fractions(0, 2, max_denominator=100), st.fractions(0, 1, max_denominator=100))
def test_more_is_never_less(rate, more):
    assert set(committed({"a": rate}, 15, 2)) <= set(committed({"a": rate + more}, 15, 2))


def test_who_may_not_or_has_not_what_it_takes_does_not():
    whole = committed({"x": 12, "y": 3}, 40, 3)
    for column, bits in (("needs", 5), ("needs_assets", 6), ("needs_lack", 1)):
        barred = committed({"x": 12, "y": 3}, 40, 3, **{column: bits})
        assert [row for row in barred if row[1] == "y"] == [row for row in whole if row[1] == "y"]
        people, classes = crowd(40, plain_rates(NOBODY))
        has = (people.standing if column == "needs" else classes.assets).tolist()
        able = {i for i in range(40) if (has[i] & bits == (0 if column == "needs_lack" else bits))}
        assert [row for row in barred if row[1] == "x"] == [r for r in whole if r[1] == "x" and r[2] in able]


def test_rooms_and_the_end_of_the_run():
    acts = {"x": 12, "y": 3}
    done = committed(acts, 30, 2)
    assert len(done) > 30
    for room in (1, 2, 3, 7, len(done)):
        assert committed(acts, 30, 2, room=room) == done
    assert committed(acts, 30, 2, horizon=41) == [row for row in done if row[3] < 41]
    assert committed({"x": 0}, 50, 5) == []

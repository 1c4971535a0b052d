"""Streams of their own: declared acts and false sightings come at their rates and keep out of each other's way."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.heights import ACT
from glasstown.kernels.streams import FALSE_SIGHTING, Declared, Ghosts, accept_declared, draw_ghosts
from glasstown.kernels.tables import to_decimal, wide_height_table, wide_threshold
from glasstown.vocab.names import name_digest
from kernels.drawing import KEYS, crowd, plain_rates

NOBODY = [-32_000] * 27
DEVIATIONS = 4.5
"""Standard deviations that a count may lie off: by chance fewer than one in 100,000 does."""


def ghosts_of(sources, step_days=30):
    """Sources by name: (false records a year of one act, acts that can be alleged); act 130 is a declared one."""
    rows = [(s, -1, 0, 256) for s in range(len(sources))]
    rows += [
        (s, 130, 1 << 31 | name_digest("own") << 6, 1) for s, (_, acts) in enumerate(sources.values()) if 130 in acts
    ]
    rates, names = [Fraction(rate) for rate, _ in sources.values()], list(sources)
    height = [[wide_threshold(many * rates[s] * step_days / 365)] * 16 for s, _, _, many in rows]
    sees = [[int(act in acts and act != 130) for act in range(256)] for _, acts in sources.values()]
    return Ghosts(
        np.array([row[0] for row in rows], np.uint8), np.array([name_digest(names[r[0]]) for r in rows], np.uint32),
        np.array([row[1] for row in rows], np.int16), np.array([row[2] for row in rows], np.uint64),
        np.array(height, np.uint64), np.array(sees, np.uint8),
    )  # fmt: skip


def accused(sources, size, steps, *, room=None, days=30, horizon=4745):
    """False sightings as (step, name of the source, slot, day, act, ordinal, byte of the delay)."""
    names, ghosts = list(sources), ghosts_of(sources, days)
    people, _ = crowd(size, plain_rates(NOBODY))
    rows = []
    for step in range(steps):
        span, space = np.array([step * days, days, horizon], np.int64), room or 20 * size + 100
        while True:
            found = np.empty(space, FALSE_SIGHTING)
            with np.errstate(over="ignore"):
                count = draw_ghosts(ghosts, people, 0, step, span, KEYS, found)
            if count < space:
                break
            space *= 2
        rows += [(step, names[r["source"]], *(int(r[k]) for k in ("slot", "day", "act", "ordinal", "delay")))
                 for r in found[:count]]  # fmt: skip
    return rows


def committed(acts, size, steps, *, room=None, days=30, horizon=4745, may=1024):
    """Declared acts as (step, name, slot, day, ordinal); `acts` holds rates a year by name."""
    names = list(acts)
    height = np.array([wide_height_table(to_decimal(Fraction(rate) * days / 365)) for rate in acts.values()], np.uint64)
    declared = Declared(np.array([name_digest(name) for name in acts], np.uint32), height.reshape(len(acts), 2048))
    rates = plain_rates(NOBODY)
    rates.base[128 : 128 + len(acts)] = 0
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


@pytest.mark.large
def test_false_records_come_at_the_rate_of_each_act():
    rows = accused({"often": (1, {3, 5, 130}), "seldom": ("0.001", set(range(256)) - {130})}, 4096, 40)
    years = 4096 * 40 * 30 / 365
    for act, rate in ((3, 1), (5, 1), (130, 1)):
        seen = sum(row[1] == "often" and row[4] == act for row in rows)
        assert abs(seen - years * rate) < DEVIATIONS * (years * rate) ** 0.5
    seldom = sum(row[1] == "seldom" for row in rows)
    assert abs(seldom - years * 0.255) < DEVIATIONS * (years * 0.255) ** 0.5
    assert {row[4] for row in rows if row[1] == "often"} == {3, 5, 130}
    bytes_seen = np.bincount([row[6] for row in rows], minlength=256)
    assert (abs(bytes_seen - len(rows) / 256) < DEVIATIONS * (len(rows) / 256) ** 0.5).all(), "all delays alike"


@pytest.mark.large
@pytest.mark.parametrize("rate", ["0.000001", "0.01", "1", "40"])
def test_declared_acts_come_at_their_rate(rate):
    rows = committed({"act": rate}, 4096, 30)
    expected = 4096 * 30 * 30 / 365 * float(rate)
    assert abs(len(rows) - expected) < DEVIATIONS * expected**0.5 + 1


names = st.lists(st.sampled_from(["police", "bank", "school", "court", "clinic"]), min_size=2, max_size=4, unique=True)


@settings(max_examples=settings.default.max_examples // 8)
@given(names, st.randoms())
def test_streams_do_not_know_each_other(chosen, chance):
    """Sources and declared acts added, taken away or put in another order leave the others as they were."""
    sources = {name: ("0.3", {1, 2, 3, 130}) for name in chosen}
    acts = dict.fromkeys(chosen, "2")
    whole, done = accused(sources, 20, 3), committed(acts, 20, 3)
    chance.shuffle(chosen)
    assert sorted(accused({name: sources[name] for name in chosen}, 20, 3)) == sorted(whole)
    assert sorted(committed(dict.fromkeys(chosen, "2"), 20, 3)) == sorted(done)
    fewer = set(chosen[1:])
    assert sorted(accused({n: sources[n] for n in fewer}, 20, 3)) == sorted(r for r in whole if r[1] in fewer)
    assert sorted(committed(dict.fromkeys(fewer, "2"), 20, 3)) == sorted(r for r in done if r[1] in fewer)


@settings(max_examples=settings.default.max_examples // 8)
@given(st.fractions(0, 2, max_denominator=100), st.fractions(0, 1, max_denominator=100), st.sets(st.integers(0, 255)))
def test_more_is_never_less(rate, more, acts):
    """A higher rate keeps every row, and what a source sees beside an act does not touch its records of the act."""
    assert set(accused({"a": (rate, {7} | acts)}, 15, 2)) <= set(accused({"a": (rate + more, {7} | acts)}, 15, 2))
    wide = [row for row in accused({"a": (rate, {7} | acts)}, 15, 2) if row[4] == 7]
    assert wide == accused({"a": (rate, {7})}, 15, 2)
    assert set(committed({"a": rate}, 15, 2)) <= set(committed({"a": rate + more}, 15, 2))


def test_rooms_and_the_end_of_the_run():
    sources, acts = {"a": ("0.5", {1, 2}), "b": ("0.2", set(range(100)))}, {"x": 12, "y": 3}
    whole, done = accused(sources, 30, 2), committed(acts, 30, 2)
    assert len(whole) > 30
    assert len(done) > 30
    for room in (1, 2, 3, 7, len(done), len(whole)):
        assert accused(sources, 30, 2, room=room) == whole
        assert committed(acts, 30, 2, room=room) == done
    assert accused(sources, 30, 2, horizon=41) == [row for row in whole if row[3] < 41]
    assert committed(acts, 30, 2, horizon=41) == [row for row in done if row[3] < 41]
    assert accused({"a": (0, {1})}, 50, 5) == []
    assert committed({"x": 0}, 50, 5) == []

"""Ghosts: false sightings come at their rates, fall on everybody alike, and keep out of each other's way."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.ghosts import FALSE_SIGHTING, Ghosts, draw_ghosts
from glasstown.kernels.tables import wide_threshold
from glasstown.vocab.names import name_digest
from kernels.drawing import KEYS

DEVIATIONS = 4.5
"""Standard deviations that a count may lie off: by chance fewer than one in 100,000 does."""

WATCH = 16


def ghosts_of(sources, step_days=30):
    """Sources by name: (false records a year of each act, acts that can be alleged); act 130 is a declared one.

    A rate may be a list, one for each watch class.
    """
    pairs = [(s, act) for s, (_, acts) in enumerate(sources.values()) for act in sorted(acts)]
    names = list(sources)
    rates = [rate if isinstance(rate, list) else [rate] * WATCH for rate, _ in sources.values()]
    place = [1 << 31 | name_digest("own") << 6 if act == 130 else act << 6 for _, act in pairs]
    height = [[wide_threshold(64 * Fraction(rate) * step_days / 365) for rate in rates[s]] for s, _ in pairs]
    return Ghosts(
        np.array([s for s, _ in pairs], np.uint8), np.array([name_digest(names[s]) for s, _ in pairs], np.uint32),
        np.array([act for _, act in pairs], np.uint8), np.array(place, np.uint64),
        np.array(height, np.uint64).reshape(len(pairs), WATCH),
    )  # fmt: skip


def accused(sources, size, steps, *, room=None, days=30, horizon=4745, first=0, watch=None):
    """False sightings as (step, name of the source, slot, day, act, ordinal, byte of the delay)."""
    names, ghosts = list(sources), ghosts_of(sources, days)
    watch = np.zeros(size, np.uint8) if watch is None else watch
    rows = []
    for step in range(steps):
        span, space = np.array([step * days, days, horizon], np.int64), room or 20 * size + 100
        while True:
            found = np.empty(space, FALSE_SIGHTING)
            with np.errstate(over="ignore"):
                count = draw_ghosts(ghosts, watch, first, step, span, KEYS, found)
            if count < space:
                break
            space *= 2
        rows += [(step, names[r["source"]], *(int(r[k]) for k in ("slot", "day", "act", "ordinal", "delay")))
                 for r in found[:count]]  # fmt: skip
    return rows


@pytest.mark.large
def test_false_records_come_at_the_rate_of_each_act_and_fall_on_everybody_alike():
    rows = accused({"often": (1, {3, 5, 130}), "seldom": ("0.001", set(range(144)))}, 4096, 40)
    years = 4096 * 40 * 30 / 365
    for act in (3, 5, 130):
        seen = sum(row[1] == "often" and row[4] == act for row in rows)
        assert abs(seen - years) < DEVIATIONS * years**0.5
    seldom = sum(row[1] == "seldom" for row in rows)
    assert abs(seldom - years * 0.144) < DEVIATIONS * (years * 0.144) ** 0.5
    for column, values in ((2, 64), (3, 30), (6, 256)):
        share = len(rows) / values
        counts = np.bincount([row[column] % values for row in rows], minlength=values)
        assert (abs(counts - share) < DEVIATIONS * share**0.5).all(), "places in a cell, days and delays alike"


@pytest.mark.large
def test_each_watch_class_is_accused_at_its_own_rate():
    watch = np.random.default_rng(2).integers(0, 6, 4096).astype(np.uint8)
    rates = ["0", "0.2", "1", "2", "0.5", "0.01", *["3"] * 10]
    rows = accused({"a": (rates, {4})}, 4096, 40, watch=watch)
    for number, rate in enumerate(rates[:6]):
        expected = float(rate) * int((watch == number).sum()) * 40 * 30 / 365
        seen = sum(watch[row[2]] == number for row in rows)
        assert abs(seen - expected) <= DEVIATIONS * expected**0.5
        alone = [str(rate) if w == number else "0" for w in range(WATCH)]
        assert set(accused({"a": (alone, {4})}, 4096, 40, watch=watch)) == {r for r in rows if watch[r[2]] == number}


names = st.lists(st.sampled_from(["police", "bank", "school", "court", "clinic"]), min_size=2, max_size=4, unique=True)
few = settings(max_examples=settings.default.max_examples // 8)


@few
@given(names, st.randoms())
def test_streams_do_not_know_each_other(chosen, chance):
    """Sources added, taken away or put in another order leave the others as they were."""
    sources = {name: ("0.3", {1, 2, 3, 130}) for name in chosen}
    whole = accused(sources, 70, 3)
    chance.shuffle(chosen)
    assert sorted(accused({name: sources[name] for name in chosen}, 70, 3)) == sorted(whole)
    fewer = set(chosen[1:])
    assert sorted(accused({n: sources[n] for n in fewer}, 70, 3)) == sorted(r for r in whole if r[1] in fewer)


@few
@given(st.fractions(0, 2, max_denominator=100), st.fractions(0, 1, max_denominator=100), st.sets(st.integers(0, 127)))
def test_more_is_never_less(rate, more, acts):
    """A higher rate keeps every row, and what a source sees beside an act does not touch its records of the act."""
    assert set(accused({"a": (rate, {7} | acts)}, 65, 2)) <= set(accused({"a": (rate + more, {7} | acts)}, 65, 2))
    wide = [row for row in accused({"a": (rate, {7} | acts)}, 65, 2) if row[4] == 7]
    assert wide == accused({"a": (rate, {7})}, 65, 2)


@few
@given(st.integers(1, 200), st.sampled_from([0, 64, 4096]))
def test_a_town_is_the_beginning_of_a_larger_one(size, first):
    """Whoever lies beyond the end of a town is accused by nobody, and nobody else takes it over."""
    larger = accused({"a": ("0.8", {1, 130})}, 300, 2, first=first)
    assert accused({"a": ("0.8", {1, 130})}, size, 2, first=first) == [row for row in larger if row[2] < size]


def test_where_a_town_is_cut_for_work_moves_nothing():
    sources = {"a": ("0.8", {1, 130})}
    whole = accused(sources, 256, 2)
    parts = accused(sources, 128, 2) + [(r[0], r[1], r[2] + 128, *r[3:]) for r in accused(sources, 128, 2, first=128)]
    assert sorted(parts) == sorted(whole)


def test_no_two_records_share_an_address():
    rows = accused({"a": (3, {1, 2, 130}), "b": (3, {2})}, 300, 20)
    addresses = Counter((row[0], row[1], row[2], row[4], row[5]) for row in rows)
    assert len(rows) > 3000
    assert max(addresses.values()) == 1
    assert max(row[5] for row in rows) < 64, "six bits"


def test_rooms_and_the_end_of_the_run():
    sources = {"a": ("0.5", {1, 2}), "b": ("0.2", set(range(100)))}
    whole = accused(sources, 30, 2)
    assert len(whole) > 30
    for room in (1, 2, 3, 7, len(whole)):
        assert accused(sources, 30, 2, room=room) == whole
    assert accused(sources, 30, 2, horizon=41) == [row for row in whole if row[3] < 41]
    assert accused({"a": (0, {1})}, 50, 5) == []

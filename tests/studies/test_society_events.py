"""Counts of a year against published ones: each act counts for what is recorded of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from glasstown.studies import society_events
from glasstown.studies.society_events import EVENTS, Published, check_society, event_target, event_weights

TRIPS = Published("T63", "boardings", Decimal(1_000), Decimal("0.05"), None, 2024, "S29")
CASES = Published("T59", "cases", Decimal("61.1"), Decimal("0.05"), 10_000, 2020, "S05")


def test_counts_of_the_nation_are_scaled_up(monkeypatch):
    monkeypatch.setattr(society_events, "event_weights", lambda target, sightable: {7: 1.0})
    row = event_target(TRIPS, {7: 100}, 50, Decimal(500), {})
    assert row.drawn == pytest.approx(1_000)
    assert row.noise == pytest.approx(100)
    assert (row.low, row.high) == (950, 1_050)
    assert row.holds


def test_recorded_shares_of_several_acts_add_up(monkeypatch):
    monkeypatch.setattr(society_events, "event_weights", lambda target, sightable: {1: 0.2, 2: 0.5})
    row = event_target(CASES, {1: 100, 2: 40, 3: 900}, 10_000, Decimal(1_000_000), {})
    assert row.drawn == pytest.approx(40)
    seen, of_each = 0.04 * 100 + 0.25 * 40, (0.04 * 100 + 0.25 * 40) / 40
    assert row.noise == pytest.approx(max(seen, of_each * 61.1) ** 0.5)


def test_where_nothing_happened_the_error_is_that_of_the_published_count(monkeypatch):
    monkeypatch.setattr(society_events, "event_weights", lambda target, sightable: {7: 1.0})
    large = event_target(TRIPS, {}, 50, Decimal(500), {})
    assert large.noise == pytest.approx(100)
    assert large.is_missed, "a hundred are published, and none were drawn"
    small = event_target(TRIPS, {}, 30, Decimal(30_000), {})
    assert small.drawn == 0
    assert small.undefined is not None, "one is expected: none says nothing"
    assert not small.holds
    assert not small.is_missed


@pytest.mark.parametrize("people", [1, 29])
def test_no_rate_of_fewer_than_thirty(people):
    row = event_target(TRIPS, {7: 3}, people, Decimal(500), {})
    assert row.undefined == f"fewer than 30 residents ({people})"


def test_a_count_that_no_act_enters_is_not_drawn(monkeypatch):
    monkeypatch.setattr(society_events, "event_weights", lambda target, sightable: {})
    row = event_target(CASES, {1: 100}, 10_000, Decimal(1_000_000), {})
    assert row.drawn is None
    assert not row.holds


@pytest.mark.large
@pytest.mark.parametrize("people", [1, 100])
def test_a_tiny_town_misses_nothing_and_says_what_it_cannot_say(people):
    rows = check_society("china-2020", people=people, seed=1)
    assert [row.id for row in rows if row.is_missed] == []
    assert {row.id for row in rows if row.undefined} >= {"T48", "T60", "T61", "T62"}
    assert next(row for row in rows if row.id == "T47").holds


@pytest.mark.large
def test_a_small_town_answers_every_target_once():
    rows = check_society("china-2020", people=1_500, seed=1)
    assert [row.id for row in rows] == [f"T{number}" for number in range(47, 65)]
    assert {row.id for row in EVENTS} < {row.id for row in rows}
    assert next(row for row in rows if row.id == "T47").drawn == 1_411_780_000


def test_a_frequent_act_counts_for_those_that_nobody_could_see():
    shipped = event_weights("T60", {})
    code = next(iter(shipped))
    assert len(shipped) == 1
    assert event_weights("T60", {"drunk-driving": Decimal("0.1")})[code] == pytest.approx(shipped[code] / 2)


def test_every_published_count_has_acts_that_enter_it():
    assert [row.id for row in EVENTS if not event_weights(row.id, {})] == []

"""The court list against published counts: four residents on two lists, with every number worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from glasstown.behaviours.figures import event
from glasstown.ledger.model_names import ActRow, GroundRow, ListRow, Names
from glasstown.ledger.reader import open_run
from glasstown.society.check import Target
from glasstown.studies import court_list_measures as of
from glasstown.studies.court_list_targets import DAYS, LIVED, OPENED, court_targets
from glasstown.studies.court_list_times import (
    Time,
    acts_between,
    adults_on,
    came,
    days_on,
    denied_to_listed,
    standing,
    times_on,
    went,
)
from glasstown.studies.published import published
from towns import MANIFEST, write_run

TERM, PERFORMED, OPEN = 0, 1, 3
YEAR = 365
NAMES = Names(
    acts=(*MANIFEST.names.acts, ActRow(6, "air-trip"), ActRow(7, "prestige-job-bid"), ActRow(8, "detention")),
    lists=(ListRow(0, "spending-limit", ""), ListRow(1, "defaulters", "")),
    grounds=(GroundRow(0, "limited", 0), GroundRow(1, "refuses", 1), GroundRow(2, "evades", 1)),
)


def ground(resident: int, ground: int, entry: int, end: int, way: int) -> dict[str, int]:
    return {"resident": resident, "ground": ground, "entry_day": entry, "end_day": end, "exit": way}


LISTINGS = (
    ground(0, 1, 10, 100, PERFORMED),
    ground(0, 2, 50, 200, TERM),  # open side by side: one time, to day 200, ended by its term
    ground(1, 1, 20, 60, PERFORMED),
    ground(1, 1, 90, 120, PERFORMED),  # thirty days later: another time
    ground(2, 2, 30, 364, OPEN),
    ground(3, 0, 5, 364, OPEN),  # on the other list alone
)
BORN = (-30 * YEAR, -61 * YEAR, -40 * YEAR, -18 * YEAR + 100)
PEOPLE = tuple({"resident": number, "birth_day": born} for number, born in enumerate(BORN))
BLOCKED = (
    {"resident": 0, "act": 6, "day": 199},
    {"resident": 0, "act": 6, "day": 200},  # off the list since that day
    {"resident": 1, "act": 6, "day": 59},
    {"resident": 1, "act": 6, "day": 75},
    {"resident": 1, "act": 6, "day": 90},
    {"resident": 3, "act": 6, "day": 90},
    {"resident": 0, "act": 7, "day": 20},
    {"resident": 0, "act": 7, "day": 30},
)
COUNTS = (
    {"step": 0, "act": 5, "blocked": 7},
    {"step": 1, "act": 5, "blocked": 14},
    {"step": 1, "act": 0, "blocked": 9},
    {"step": 1, "act": 8, "done": 5},
)


@pytest.fixture(scope="module")
def court(tmp_path_factory):
    folder = tmp_path_factory.mktemp("court") / "run"
    write_run(
        folder, replace(MANIFEST, names=NAMES), listings=LISTINGS, people=PEOPLE, act_counts=COUNTS, blocked=BLOCKED
    )
    return of.open_court(open_run(folder))


def test_detentions_are_of_persons(court):
    """Five in the second week, of persons alone: not divided by the share of persons among new listings."""
    everybody = of.Measured(*court.counted(5, 10))
    found = of.detentions(court, 7, 14)
    assert found.value == pytest.approx(everybody.value * of.PERSONS)
    assert found.units == everybody.units


def test_grounds_side_by_side_are_one_time_on_the_list(court):
    assert court.times == (
        Time(0, 10, 200, left=True, performed=False),
        Time(1, 20, 60, left=True, performed=True),
        Time(1, 90, 120, left=True, performed=True),
        Time(2, 30, 364, left=False, performed=False),
    )
    assert times_on(court.ledger, "spending-limit") == (Time(3, 5, 364, left=False, performed=False),)


def test_who_came_stood_and_left_is_counted_by_day(court):
    assert [came(court.times, *span) for span in ((0, 30), (0, 31), (30, 364))] == [2, 3, 2]
    assert [went(court.times, *span) for span in ((0, 60), (0, 61), (61, 364))] == [0, 1, 2]
    assert went(court.times, 0, 364, performed_only=True) == 2
    assert standing(court.times, 59) == [0, 1, 2]
    assert standing(court.times, 60) == [0, 2]
    assert standing(court.times, 363) == [2]


def test_part_of_a_step_counts_in_part(court):
    assert acts_between(court.ledger, "late-bill", "blocked", 0, 14) == 21
    assert acts_between(court.ledger, "late-bill", "blocked", 3, 8) == pytest.approx(4 + 2)


def test_counts_are_scaled_to_the_nation_by_adults_of_the_day(court):
    assert [adults_on(court.ledger, day) for day in (0, 99, 100)] == [3, 3, 4]
    assert court.counted(4, 0)[:2] == pytest.approx((of.NATION / 0.8, of.NATION / 0.8 / 2))
    assert court.counted(4, 200)[0] == pytest.approx(of.NATION / 0.8 * 3 / 4)


def test_days_on_the_list_are_summed_within_a_span(court):
    """Residents 0, 1 and 2 stand on it from 10, 20 and 30 on: to day 40 that is 30 + 20 + 10 days."""
    assert days_on(court.times, 0, 40) == 60
    assert days_on(court.times, 0, 364) == 190 + 40 + 30 + 334
    assert days_on(court.times, 100, 110) == 10 + 10 + 10


def test_trains_are_tried_so_often_for_each_year_on_the_list(court):
    """Days 0 to 40 hold 60 days on the list, of three residents; the town of four stands for the nation."""
    asked = event("blocked_hsr_attempt")
    assert asked.low <= Decimal(str(of.TRAINS_TRIED)) <= asked.high
    value, noise, *_ = of.trains(court, 0, 40)
    assert value == pytest.approx(60 / 365 * 0.23 * of.NATION / 4 / 0.8)
    assert noise == pytest.approx(value / 3**0.5), "three times on the list"


def test_only_what_the_listed_were_denied_is_counted(court):
    """Resident 1 is off the list from day 60 to day 90, and resident 3 never on it; who bids twice is one person."""
    assert denied_to_listed(court.ledger, court.times, "air-trip", 0, 364) == [0, 1, 1]
    assert denied_to_listed(court.ledger, court.times, "air-trip", 0, 60) == [1]
    assert of.flights(court, 0, 364)[0] == pytest.approx(3 * of.NATION / 4 / 0.8 * 3 / 4)
    assert denied_to_listed(court.ledger, court.times, "prestige-job-bid", 0, 364) == [0, 0]
    assert of.posts(court, 0, 364)[0] == pytest.approx(1 * of.NATION / 4 / 0.8 * 3 / 4)


def test_shares_are_of_times_and_of_residents(court):
    assert of.share_performed(court, 0, 364)[0] == pytest.approx(2 / 4)
    assert of.share_performed(court, 0, 10)[:3] == (None, 0.0, 0)
    assert of.of_working_age(court, 0, 60)[0] == pytest.approx(2 / 3), "of 30, 61 and 40 years"


def test_every_target_has_a_row_and_what_lies_beyond_the_run_has_no_value(court):
    assert [row.id for row in LIVED] == [*(f"T{number:02}" for number in range(1, 31)), "T67"]
    assert [row.id for row in LIVED] == [row.id for row in published().values() if row.scheme == "court-list"]
    assert all(OPENED <= row.first <= row.last for row in LIVED)
    assert max((row.last - OPENED).days + 1 for row in LIVED) == DAYS
    assert all(row.drawn is None and not row.holds for row in court_targets(court.ledger))
    assert date(2017, 12, 31) in {row.last for row in LIVED}


def test_a_share_of_a_few_is_no_verdict(court):
    """Of four times on the list two ended by performing: a share of fewer than thirty, whatever the tolerance."""
    assert of.share_performed(court, 0, 364)[2:] == (4, "times on the list")
    one = Target("T24", "performed", 0.5, 0.45, 0.55, *of.share_performed(court, 0, 364)[:2], units=4)
    assert one.undefined is not None
    assert not one.holds

"""Hand-worked cases of the court list: what a clerk with a calendar would find. Day 0 is Wednesday, 1 January 2020."""

from __future__ import annotations

import re

import pytest

from engine.cases import Deed, Record, tell
from engine.court import (
    DEFAULT,
    EVADES,
    JUDGES,
    LIMIT,
    LIST,
    OBSTRUCTS,
    OPEN,
    PAID,
    PERFORMED,
    REFUSES,
    REGISTER,
    TERM,
    court_of,
    court_text,
)
from glasstown.scheme.model import Scheme

GROUNDS = (("obstructs", OBSTRUCTS), ("evades", EVADES), ("reports-no-property", REFUSES))
"""Grounds 2, 3 and 4, with the act that opens each."""


@pytest.fixture(scope="module")
def court() -> Scheme:
    return court_of()


def test_who_never_pays_is_on_the_list_for_good(court: Scheme):
    """Known on day 20: limited from 35 (15 days), listed from 80 (60 days of grace), with no end."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1)], 700)
    assert told.on_list(LIMIT) == [("enforcement-begun", 35, 700, OPEN)]
    assert told.on_list(LIST) == [("able-but-refuses", 80, 700, OPEN)]


def test_what_follows_begins_with_the_step_and_is_kept_apart(court: Scheme):
    """Day 35 begins a step, so flights end on it; day 80 lies in the step from 77, so loans are looked up from 84."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1)], 140)
    assert told.held("no-flights") == told.held("no-high-speed-rail") == [(35, 140)]
    assert told.held("no-private-school") == [(35, 140)]
    assert told.held("lenders-look") == told.held("no-government-jobs") == [(84, 140)]


def test_who_pays_in_the_time_of_grace_is_never_listed(court: Scheme):
    """Paid on Friday, day 58: off the spending limit three working days later, on Wednesday, day 63; never listed."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(58, PAID)], 140)
    assert told.on_list(LIMIT) == [("enforcement-begun", 35, 63, PERFORMED)]
    assert told.on_list(LIST) == []
    assert told.held("lenders-look") == []


def test_who_pays_later_leaves_three_working_days_later(court: Scheme):
    """Paid on Monday, day 103: removed on Thursday, day 106; what follows holds to the end of the step, day 112."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(103, PAID)], 200)
    assert told.on_list(LIST) == [("able-but-refuses", 80, 106, PERFORMED)]
    assert told.held("no-flights") == [(35, 112)]
    assert told.held("lenders-look") == [(84, 112)]


@pytest.mark.parametrize(("act", "source"), [(DEFAULT, REGISTER), (EVADES, JUDGES)])
def test_a_record_that_comes_after_the_debt_was_paid_lists_and_limits_nobody(court: Scheme, act: str, source: str):
    told = tell(court, [Record(60, act, source, done=1), Deed(40, PAID)], 200)
    assert told.on_list(LIMIT) == told.on_list(LIST) == []


@pytest.mark.parametrize(("ground", "act"), GROUNDS)
def test_a_fixed_term_ends_by_itself(court: Scheme, ground: str, act: str):
    """Known on day 10: two years, to day 740, which lies in the step to day 742."""
    told = tell(court, [Record(10, act, JUDGES, done=2)], 800)
    assert told.on_list(LIST) == [(ground, 10, 740, TERM)]
    assert told.held("lenders-look") == told.held("no-executive-posts") == [(14, 742)]


@pytest.mark.parametrize(("ground", "act"), GROUNDS)
def test_performing_ends_a_fixed_term_early(court: Scheme, ground: str, act: str):
    """Paid on Monday, day 103: off the list on Thursday, day 106, long before day 740."""
    told = tell(court, [Record(10, act, JUDGES, done=2), Deed(103, PAID)], 200)
    assert told.on_list(LIST) == [(ground, 10, 106, PERFORMED)]


def test_two_grounds_are_one_time_on_the_list(court: Scheme):
    """Listed until the last ground closes: loans are looked up without a break."""
    records = [Record(10, REFUSES, JUDGES, done=2), Record(10, EVADES, JUDGES, done=3), Deed(200, PAID)]
    told = tell(court, records, 300)
    assert told.on_list(LIST) == [("evades", 10, 203, PERFORMED), ("reports-no-property", 10, 203, PERFORMED)]
    assert told.held("lenders-look") == [(14, 203)]


def test_who_defaults_again_is_listed_anew_and_has_the_same_grace(court: Scheme):
    """Listed 80 to 106; another judgment, known on day 300: limited from 315, listed from 360."""
    first, again = Record(20, DEFAULT, REGISTER, done=1), Record(300, DEFAULT, REGISTER, done=290)
    told = tell(court, [first, Deed(103, PAID), again], 400)
    assert told.on_list(LIST) == [("able-but-refuses", 80, 106, PERFORMED), ("able-but-refuses", 360, 400, OPEN)]
    assert told.on_list(LIMIT)[1] == ("enforcement-begun", 315, 400, OPEN)


def test_a_record_of_the_wrong_person_lists_who_cannot_pay_it(court: Scheme):
    """Who is taken for another owes nothing, so nothing they could pay takes them off: the open-ended trap."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1, truth=2)], 400)
    assert told.on_list(LIST) == [("able-but-refuses", 80, 400, OPEN)]
    assert {row["truth"] for row in told.tables["listings"]} == {2}


def test_four_of_six_grounds_are_lived_and_the_others_are_said_to_be_left_out(court: Scheme):
    """The rules name six grounds; for the fifth and the sixth no act of the model can stand, and the file says why."""
    assert re.findall(r"title = \"Ground (\d):", court_text()) == ["1", "2", "3", "4"]
    for number, why in ((5, "nobody can break it"), (6, "none is left that somebody could break")):
        assert [why in line for line in court.not_modelled if line.startswith(f"Ground {number},")] == [True]

"""Hand-worked cases of the court list: what a clerk with a calendar would find. Day 0 is Wednesday, 1 January 2020."""

from __future__ import annotations

import re

import pytest

from engine.cases import Deed, Record, tell
from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme

TERM, PERFORMED, ENDED, OPEN = range(4)
DEFAULT, PAID = "judgment-default", "judgment-performed"
REGISTER, JUDGES = "enforcement-register", "enforcement-judges"


@pytest.fixture(scope="module")
def court() -> Scheme:
    """The court list, with judges who let nobody off: luck takes no part in what is worked by hand."""
    text = find("court-list").read_text(encoding="utf-8")
    pattern = r"override = \{ value = [\d.]+, band = \[[\d., ]+\]"
    text, judges = re.subn(pattern, "override = { value = 0, band = [0, 1]", text)
    assert judges == 2
    return parse_scheme(text)


def test_who_never_pays_is_on_the_list_for_good(court: Scheme):
    """Known on day 20: limited from 35 (15 days), listed from 80 (60 days of grace), with no end."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1)], 700)
    assert told.on_list("spending-limit") == [("enforcement-begun", 35, 700, OPEN)]
    assert told.on_list("defaulters") == [("able-but-refuses", 80, 700, OPEN)]


def test_what_follows_begins_with_the_step_and_is_kept_apart(court: Scheme):
    """Day 35 begins a step, so flights end on it; day 80 lies in the step from 77, so loans are looked up from 84."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1)], 140)
    assert told.held("no-flights") == told.held("no-high-speed-rail") == [(35, 140)]
    assert told.held("no-private-school") == [(35, 140)]
    assert told.held("lenders-look") == told.held("no-government-jobs") == [(84, 140)]


def test_who_pays_in_the_time_of_grace_is_never_listed(court: Scheme):
    """Paid on Friday, day 58: off the spending limit three working days later, on Wednesday, day 63; never listed."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(58, PAID)], 140)
    assert told.on_list("spending-limit") == [("enforcement-begun", 35, 63, PERFORMED)]
    assert told.on_list("defaulters") == []
    assert told.held("lenders-look") == []


def test_who_pays_later_leaves_three_working_days_later(court: Scheme):
    """Paid on Monday, day 103: removed on Thursday, day 106; what follows holds to the end of the step, day 112."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(103, PAID)], 200)
    assert told.on_list("defaulters") == [("able-but-refuses", 80, 106, PERFORMED)]
    assert told.held("no-flights") == [(35, 112)]
    assert told.held("lenders-look") == [(84, 112)]


def test_a_record_that_comes_after_the_debt_was_paid_lists_nobody(court: Scheme):
    told = tell(court, [Record(60, DEFAULT, REGISTER, done=1), Deed(40, PAID)], 200)
    assert told.on_list("spending-limit") == told.on_list("defaulters") == []


def test_a_fixed_term_ends_by_itself(court: Scheme):
    """Evasion known on day 10: two years, to day 740. It brings no limit on spending."""
    told = tell(court, [Record(10, "evasion-of-enforcement", JUDGES, done=2)], 800)
    assert told.on_list("defaulters") == [("evades", 10, 740, TERM)]
    assert told.on_list("spending-limit") == []
    assert told.held("no-flights") == []


def test_obstruction_makes_a_term_two_years_longer(court: Scheme):
    """Evasion on day 10, obstruction on day 100: the first term ends on day 1470, the second ground on day 830."""
    records = [
        Record(10, "evasion-of-enforcement", JUDGES, done=2),
        Record(100, "enforcement-obstructed", JUDGES, done=90),
    ]
    told = tell(court, records, 1500)
    assert told.on_list("defaulters") == [("evades", 10, 1470, TERM), ("obstructs", 100, 830, TERM)]


def test_two_grounds_are_one_time_on_the_list(court: Scheme):
    """Listed until the last ground closes: loans are looked up without a break."""
    records = [
        Record(10, "asset-report-refused", JUDGES, done=2),
        Record(10, "evasion-of-enforcement", JUDGES, done=3),
        Deed(200, PAID),
    ]
    told = tell(court, records, 300)
    assert told.on_list("defaulters") == [
        ("evades", 10, 203, PERFORMED),
        ("reports-no-property", 10, 203, PERFORMED),
    ]
    assert told.held("lenders-look") == [(14, 203)]


def test_a_record_of_the_wrong_person_lists_who_cannot_pay_it(court: Scheme):
    """Who is taken for another owes nothing, so nothing they could pay takes them off: the open-ended trap."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1, truth=2)], 400)
    assert told.on_list("defaulters") == [("able-but-refuses", 80, 400, OPEN)]
    assert {row["truth"] for row in told.tables["listings"]} == {2}


def test_four_of_six_grounds_are_lived_and_the_others_are_said_to_be_left_out(court: Scheme):
    """The rules name six grounds; for the fifth and the sixth no act of the model can stand, and the file says why."""
    text = find("court-list").read_text(encoding="utf-8")
    assert re.findall(r"title = \"Ground (\d):", text) == ["1", "2", "3", "4"]
    for number, why in ((5, "nobody can break it"), (6, "none is left that somebody could break")):
        assert [why in line for line in court.not_modelled if line.startswith(f"Ground {number},")] == [True]

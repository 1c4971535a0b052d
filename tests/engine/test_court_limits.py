"""Hand-worked cases of what ties the limit on spending to the list, and of what keeps the two apart."""

from __future__ import annotations

from dataclasses import replace

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
from glasstown.behaviours.figures import by_definition
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme

DENIED = ("no-flights", "no-high-speed-rail", "no-soft-sleepers", "no-starred-hotels", "no-property",
          "no-private-school", "no-high-premiums")  # fmt: skip


@pytest.fixture(scope="module")
def court() -> Scheme:
    return court_of()


@pytest.mark.parametrize("act", [OBSTRUCTS, EVADES, REFUSES])
def test_who_is_listed_on_grounds_two_to_four_is_limited_from_the_same_day(court: Scheme, act: str):
    """Listed on day 10 of two years: under the limit from day 10 on, and denied everything from the step of day 14."""
    told = tell(court, [Record(10, act, JUDGES, done=2)], 140)
    assert [(first, end) for _, first, end, _ in told.on_list(LIST)] == [(10, 140)]
    assert told.on_list(LIMIT) == [("listed-for-resistance", 10, 140, OPEN)]
    assert [told.held(name) for name in DENIED] == [[(14, 140)]] * len(DENIED)


def test_the_limit_outlasts_the_term(court: Scheme):
    """Off the list on day 740, the debt unpaid: loans may be had again from day 742, flights not until it is paid.

    Paid on Monday, day 803: off the limit on Thursday, day 806; flights from the next step on, day 812.
    """
    told = tell(court, [Record(10, EVADES, JUDGES, done=2), Deed(803, PAID)], 840)
    assert told.on_list(LIST) == [("evades", 10, 740, TERM)]
    assert told.on_list(LIMIT) == [("listed-for-resistance", 10, 806, PERFORMED)]
    assert told.held("lenders-look") == [(14, 742)]
    assert told.held("no-flights") == [(14, 812)]


def test_obstruction_makes_the_listing_longer_and_the_limit_no_longer_than_it_is(court: Scheme):
    told = tell(court, [Record(10, EVADES, JUDGES, done=2), Record(100, OBSTRUCTS, JUDGES, done=90)], 200)
    assert told.on_list(LIMIT) == [
        ("listed-for-resistance", 10, 200, OPEN),
        ("listed-for-resistance", 100, 200, OPEN),
    ]


def test_who_is_limited_need_not_be_listed():
    """A judge who limits everybody and lists nobody: no flights, and nobody who looks finds anything."""
    told = tell(court_of(limit=0, listing=1), [Record(20, DEFAULT, REGISTER, done=1)], 140)
    assert told.on_list(LIMIT) == [("enforcement-begun", 35, 140, OPEN)]
    assert told.on_list(LIST) == []
    assert told.held("no-flights") == [(35, 140)]
    assert [told.held(name) for name in ("lenders-look", "employers-look", "no-executive-posts")] == [[], [], []]


def test_who_is_listed_on_ground_one_is_always_limited():
    """One judge, one case: of forty judgments all that list limit as well, 15 days after the record and not 60.

    With the shipped figures some of them limit alone, and some do neither.
    """
    known = range(5, 285, 7)
    told = tell(parse_scheme(court_text()), [Record(day, DEFAULT, REGISTER, done=day - 3) for day in known], 364)
    limited = {first - 15 for _, first, _, _ in told.on_list(LIMIT)}
    listed = {first - 60 for _, first, _, _ in told.on_list(LIST)}
    assert listed < limited < set(known)
    assert listed


def test_who_is_taken_for_somebody_who_evades_leaves_the_list_and_never_the_limit(court: Scheme):
    """They owe nothing they could pay: after two years they are off the list, and may not fly for good."""
    told = tell(court, [Record(10, EVADES, JUDGES, done=2, truth=2)], 1000)
    assert told.on_list(LIST) == [("evades", 10, 740, TERM)]
    assert told.on_list(LIMIT) == [("listed-for-resistance", 10, 1000, OPEN)]


def test_the_children_of_who_is_limited_go_to_no_private_school(court: Scheme):
    """Limited from day 35 to Thursday, day 106: so is the child, to the end of the step, and from nothing else."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(103, PAID)], 140, parent=True)
    assert told.held("children-out-of-private-school", by_child=True) == [(35, 112)]
    assert told.held("children-out-of-private-school") == []
    assert [told.held(name, by_child=True) for name in DENIED] == [[]] * len(DENIED)


def test_the_limit_is_told_and_the_list_is_not(court: Scheme):
    """Who knew nothing is told when the limit begins, on day 35: the step to day 35 is the fifth.

    Being listed tells nobody, and a child out of school is not told either. The rules want a notice of the list
    too, but a journalist found himself listed without one.
    """
    nobody = replace(court.awareness, start=by_definition("0"), learned_per_year=by_definition("0"))
    told = tell(replace(court, awareness=nobody), [Record(20, DEFAULT, REGISTER, done=17)], 140)
    assert told.held("no-flights") == [(35, 140)]
    assert told.aware == [False] * 4 + [True] * 16
    notice = {row.id: (row.on_list, row.notice) for row in court.consequences}
    assert {notice[name] for name in DENIED} == {(LIMIT, "given")}
    assert {given for on_list, given in notice.values() if on_list == LIST} == {"none"}

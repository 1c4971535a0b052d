"""Shipped schemes of one's own choice, worked by hand: what is scored, and what is given, in and out."""

from __future__ import annotations

import pytest

from engine.cases import Choice, Deed, Record, Told, tell
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme


def told(name: str, things: list[Record | Deed | Choice], days: int, *, outside: bool = True) -> Told:
    return tell(read_scheme(find(name)), things, days, outside=outside)


def bill(day: int) -> Record:
    """20 points less at Rongcheng."""
    return Record(day, "late-bill", "utilities", done=day)


def test_a_debit_at_rongcheng_waits_for_consent():
    """Noted on day 10; consent on day 30 holds from day 35: 1,000 - 20 = 980, grade A, and nothing before."""
    one = told("rongcheng-2021", [bill(10), Choice(30, joins=True)], 70)
    assert [score // 1000 for score in one.scores] == [1000] * 5 + [980] * 5
    assert one.grades[:4] == [0] * 4
    graded = [one.scheme.grades[grade - 1].id for grade in one.grades[4:]]
    assert set(graded) == {"A"}
    assert [move.day for move in one.moved if move.who == one.slot] == [35]


def test_nothing_at_rongcheng_follows_without_consent():
    award = Record(3, "city-award", "civil-affairs", done=3)
    one = told("rongcheng-2021", [award, bill(10)], 140)
    assert set(one.grades) == {0}
    assert (one.moved, one.held("better-terms-aa")) == ([], [])


def test_who_withdraws_at_rongcheng_loses_what_the_grade_gave_with_the_step():
    """30 for an award on day 3: AA from day 7. Withdrawn on day 100, in days 98 to 104: both end with day 105."""
    award = Record(3, "city-award", "civil-affairs", done=3)
    one = told("rongcheng-2021", [award, Choice(100, joins=False)], 140, outside=False)
    assert one.held("better-terms-aa") == [(7, 105)]
    assert one.grades[14:] == [0] * 6
    assert one.scores[-1] == 1_030_000, "the record is kept, and so are its points"


@pytest.mark.parametrize(("name", "start", "worth"), [("hangzhou", 550, 10), ("fuzhou", 400, 10)])
def test_a_gift_before_joining_is_for_nothing_where_nothing_is_kept(name: str, start: int, worth: int):
    """A gift of blood on day 3, outside; consent holds from day 14; another on day 17."""
    gifts = [Record(day, "blood-donation", "blood-bank", done=day) for day in (3, 17)]
    one = told(name, [gifts[0], Choice(10, joins=True), gifts[1]], 28)
    assert [score // 1000 for score in one.scores] == [start, start, start + worth, start + worth]
    assert one.grades[0] == 0 < one.grades[1]

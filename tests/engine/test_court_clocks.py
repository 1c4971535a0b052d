"""Hand-worked days of the court list: terms, what makes them longer, times of grace and working days.

Day 0 is Wednesday, 1 January 2020, so days 2, 9, 16, ... are Fridays.
"""

from __future__ import annotations

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
    REGISTER,
    TERM,
    court_of,
)
from glasstown.scheme.model import Scheme

EVASION = Record(10, EVADES, JUDGES, done=2)


@pytest.fixture(scope="module")
def court() -> Scheme:
    return court_of()


@pytest.mark.parametrize(
    ("paid", "removed"),
    [(107, 112), (108, 112), (109, 112), (110, 113), (111, 114), (112, 117), (113, 118)],
    ids=["Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"],
)
def test_three_working_days_skip_the_weekend(court: Scheme, paid: int, removed: int):
    """From Friday to Sunday: to Wednesday; Monday: Thursday; Tuesday: Friday; Wednesday: Monday; Thursday: Tuesday."""
    told = tell(court, [EVASION, Deed(paid, PAID)], 126)
    assert told.on_list(LIST) == [("evades", 10, removed, PERFORMED)]
    assert told.on_list(LIMIT) == [("listed-for-resistance", 10, removed, PERFORMED)]


@pytest.mark.parametrize(("paid", "listed"), [(76, []), (77, [(80, 82)]), (79, [(80, 84)])])
def test_who_pays_at_the_end_of_the_grace_is_listed_while_the_court_takes_note(
    court: Scheme, paid: int, listed: list[tuple[int, int]]
):
    """Known on day 20, to be listed on day 80. Paid on Tuesday, day 76, the court knows by Friday, day 79, in time.

    Paid on Wednesday, day 77, it knows by Monday, day 82; on Friday, day 79, by Wednesday, day 84: listed till then.
    """
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Deed(paid, PAID)], 140)
    assert [(first, end) for _, first, end, way in told.on_list(LIST) if way == PERFORMED] == listed
    assert len(told.on_list(LIST)) == len(listed)


def test_obstruction_makes_a_term_two_years_longer(court: Scheme):
    """Evasion on day 10, obstruction on day 100: the first term ends on day 1470, the second ground on day 830."""
    told = tell(court, [EVASION, Record(100, OBSTRUCTS, JUDGES, done=90)], 1500)
    assert told.on_list(LIST) == [("evades", 10, 1470, TERM), ("obstructs", 100, 830, TERM)]


def test_obstruction_twice_makes_it_four_years_longer(court: Scheme):
    """740 + 730 + 730 = 2200; obstruction of day 100 is itself made longer by that of day 200: 830 + 730 = 1560."""
    again = [Record(100, OBSTRUCTS, JUDGES, done=90), Record(200, OBSTRUCTS, JUDGES, done=190)]
    told = tell(court, [EVASION, *again], 2250)
    assert told.on_list(LIST) == [
        ("evades", 10, 2200, TERM),
        ("obstructs", 100, 1560, TERM),
        ("obstructs", 200, 930, TERM),
    ]


@pytest.mark.parametrize(("known", "end"), [(739, 1470), (740, 740)])
def test_a_term_that_is_over_is_not_made_longer(court: Scheme, known: int, end: int):
    """The first term holds through day 739: obstruction known on it adds two years, known on day 740 it adds none."""
    told = tell(court, [EVASION, Record(known, OBSTRUCTS, JUDGES, done=700)], 1490)
    assert told.on_list(LIST) == [("evades", 10, end, TERM), ("obstructs", known, known + 730, TERM)]


def test_performing_ends_a_longer_term_too(court: Scheme):
    """Paid on Monday, day 803, in the years that were added: off the list and the limit on Thursday, day 806."""
    told = tell(court, [EVASION, Record(100, OBSTRUCTS, JUDGES, done=90), Deed(803, PAID)], 900)
    assert told.on_list(LIST) == [("evades", 10, 806, PERFORMED), ("obstructs", 100, 806, PERFORMED)]
    assert {end for _, _, end, _ in told.on_list(LIMIT)} == {806}


def test_what_has_no_end_is_not_made_longer(court: Scheme):
    """Ground 1 has no term: it ends by performing alone, whatever else the debtor does."""
    told = tell(court, [Record(20, DEFAULT, REGISTER, done=1), Record(100, OBSTRUCTS, JUDGES, done=90)], 900)
    assert told.on_list(LIST) == [("able-but-refuses", 80, 900, OPEN), ("obstructs", 100, 830, TERM)]


def test_terms_and_clocks_are_those_of_the_rules(court: Scheme):
    """Ground 1 open-ended, 2 to 4 two years, one to three more for obstruction; three working days once performed."""
    listing = [ground for ground in court.grounds if ground.on_list == LIST]
    assert [ground.term_days and int(ground.term_days.value) for ground in listing] == [None, 730, 730, 730]
    for ground in listing[1:]:
        more = ground.extend_by_days
        assert more is not None
        assert (int(more.value), more.low, more.high, ground.extend_acts) == (730, 365, 1095, (OBSTRUCTS,))
    for ground in court.grounds:
        assert (ground.exit_acts, ground.exit.days, ground.exit.kind) == ((PAID,), 3, "working-days")
    assert [ground.term_days for ground in court.grounds if ground.on_list == LIMIT] == [None, None]

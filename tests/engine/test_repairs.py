"""Repairs worked by hand: what a course gives back, when, how often, and what never comes back twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl
import pytest

from engine.cases import Deed, Record, Told, tell
from engine.lives import edited, scheme_of
from engine.plain import PLAIN, moves, points
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from glasstown.vocab.errors import InputFaultsError
from scheme.dense_repairs import REPAIRED
from scheme.fault_cases_repairs import OTHER_REPAIR_FAULTS

RULE, CAP, EXPIRY, APPEAL, REPAIR = Entry.RULE, Entry.CAP, Entry.EXPIRY, Entry.APPEAL, Entry.REPAIR
TERM, BY_REPAIR = 0, 6
SEEN = edited(PLAIN, ('sees = ["late-bill", "charity-gift"]', 'sees = ["late-bill", "charity-gift", "elder-care"]'))
LASTING = edited(SEEN, ("points = -20", "points = -20\nexpires_days = 100"))


def repair(more: str, what: str = 'points = 5\nrules = ["bills"]') -> str:
    return f'\n[[repair]]\nid = "course"\nact = "elder-care"\n{what}\n{more}\n'


COURSE = repair("")
YEARLY = repair("after_days = 30\nmost = 1\nper_days = 365")
APPEALED = "\n[appeal]\nfiled = 1\nupheld = 1\nfiled_if_right = 1\nupheld_if_right = 1\ndays = 5\n"


def told(text: str, days: int, *records: tuple[int, str], more: Sequence[Deed] = ()) -> Told:
    """What comes of records: "b" a bill, "g" a gift, "c" a course."""
    acts = {"b": "late-bill", "g": "charity-gift", "c": "elder-care"}
    return tell(scheme_of(text), [*(Record(day, acts[act], "office", done=day) for day, act in records), *more], days)


def test_a_course_gives_back_points_that_a_rule_took():
    one = told(SEEN + COURSE, 28, (3, "b"), (10, "c"))
    assert points(one, 6, 13) == [80, 85]
    assert moves(one) == [(3, RULE), (10, REPAIR)]


def test_it_gives_back_no_more_than_was_taken():
    """20 were taken: four courses give them back, and a fifth nothing, though 120 is the most; it is written down."""
    one = told(SEEN + COURSE, 70, (3, "b"), *((10 + 7 * k, "c") for k in range(5)))
    assert points(one, 13, 20, 27, 34, 41) == [85, 90, 95, 100, 100]
    assert moves(one)[-1] == (38, REPAIR)


def test_who_lost_nothing_earns_nothing():
    assert points(told(SEEN + COURSE, 14, (3, "c")), 6) == [100]


def test_what_a_clamp_kept_from_being_taken_is_not_given_back():
    """100, 80, … 0: of a sixth bill nothing was taken. All 100 come back, and a second course finds nothing."""
    text = SEEN + repair("", 'points = 200\nrules = ["bills"]')
    one = told(text, 63, *((3 + 7 * k, "b") for k in range(6)), (45, "c"), (52, "c"))
    assert points(one, 38, 45, 52) == [0, 100, 100]


def test_a_debit_must_be_old_enough_and_not_too_old():
    """The bill of day 3: a course on day 32 is too early by one day, one on 33 does; on day 43 it is 40 days old."""
    window = SEEN + repair("after_days = 30\nwithin_days = 40")
    assert points(told(window, 49, (3, "b"), (32, "c")), 34) == [80]
    assert points(told(window, 49, (3, "b"), (33, "c")), 34) == [85]
    assert points(told(window, 49, (3, "b"), (43, "c")), 48) == [85]
    assert points(told(window, 49, (3, "b"), (44, "c")), 48) == [80]


def test_a_debit_of_the_same_step_counts_from_its_day():
    """The course of day 3 precedes the bill of day 5, that of day 6 follows it; both are handled at the step's end."""
    assert points(told(SEEN + COURSE, 14, (3, "c"), (5, "b")), 6) == [80]
    assert points(told(SEEN + COURSE, 14, (5, "b"), (6, "c")), 6) == [85]


def test_so_many_times_in_so_many_days():
    """A course of day 40 counts up to day 404: one of day 404 is for nothing, one of day 405 does."""
    both = (3, "b"), (40, "c")
    assert points(told(SEEN + YEARLY, 420, *both, (404, "c")), 404) == [85]
    assert points(told(SEEN + YEARLY, 420, *both, (405, "c")), 405) == [90]


def test_a_course_for_nothing_uses_up_none():
    """On day 10 the bill is not old enough; the course of day 40 is the first that counts."""
    assert points(told(SEEN + YEARLY, 49, (3, "b"), (10, "c"), (40, "c")), 13, 41) == [80, 85]


def test_the_oldest_debit_is_lowered_first_and_expires_by_what_is_left_of_it():
    """-20 on day 3 and on day 10; 30 back on day 20: all of the first and half of the second. 110: the other 10."""
    text = LASTING + repair("", 'points = 30\nrules = ["bills"]')
    one = told(text, 126, (3, "b"), (10, "b"), (20, "c"))
    assert points(one, 13, 20, 104, 111) == [60, 90, 90, 100]
    assert moves(one) == [(3, RULE), (10, RULE), (20, REPAIR), (110, EXPIRY)]


def test_what_has_expired_is_not_given_back():
    one = told(LASTING + COURSE, 126, (3, "b"), (103, "c"))
    assert points(one, 104) == [100]


def test_debits_of_more_points_than_said_stay():
    """With largest = 20 the bill of 20 is lowered; of the rule that takes 21 nothing comes back."""
    fitting = SEEN + repair("largest = 20")
    assert points(told(fitting, 14, (3, "b"), (8, "c")), 13) == [85]
    graver = edited(fitting, ("points = -20", "points = -21"))
    assert points(told(graver, 14, (3, "b"), (8, "c")), 13) == [79]


def test_a_condition_is_asked_as_the_record_is_handled():
    """At 80 and less no course counts: 100 - 20 = 80; with 15 from a gift it does."""
    asked = SEEN + repair('when = "score > 80"')
    assert points(told(asked, 14, (3, "b"), (8, "c")), 13) == [80]
    assert points(told(asked, 14, (3, "b"), (4, "g"), (8, "c")), 13) == [100]


def test_the_top_of_the_scale_cuts_what_comes_back_and_that_is_gone():
    """100 - 20 + 15 + 15 = 110 with highest 112: of 5 given back 3 are cut; 15 are left of the debit on day 103."""
    text = edited(LASTING, ("highest = 120", "highest = 112")) + COURSE
    one = told(text, 126, (3, "b"), (4, "g"), (5, "g"), (10, "c"), (50, "b"))
    assert points(one, 6, 13, 55, 104) == [110, 112, 92, 107]
    assert moves(one)[3:5] == [(10, REPAIR), (10, CAP)]


def test_an_open_sum_takes_all_that_comes_back():
    """Read between 0 and 112: the sum is 110, then 115 (read 112), then 95."""
    text = edited(SEEN, ("highest = 120", "highest = 112"), ("each-entry", "on-reading")) + COURSE
    one = told(text, 63, (3, "b"), (4, "g"), (5, "g"), (10, "c"), (50, "b"))
    assert points(one, 6, 13, 55) == [110, 112, 95]


# ------------------------------------------------------------- appeals, lists, resets


def test_an_appeal_gives_back_what_no_course_has():
    """5 by the course on day 10; the appeal of day 15, upheld on day 20, gives back the other 15."""
    one = told(SEEN + COURSE + APPEALED, 42, (3, "b"), (10, "c"), (30, "c"), more=(Deed(15, "loan-application", 1),))
    assert points(one, 13, 20, 34) == [85, 100, 100]
    assert [move[1] for move in moves(one)] == [RULE, REPAIR, APPEAL, REPAIR]


def test_what_an_appeal_took_back_cannot_be_repaired():
    """Upheld on day 20, in the step in which a course is taken on day 18: the appeal first, then nothing is left."""
    one = told(SEEN + COURSE + APPEALED, 42, (3, "b"), (18, "c"), more=(Deed(15, "loan-application", 1),))
    assert points(one, 13, 20) == [80, 100]


def test_what_a_year_has_ended_cannot_be_repaired():
    yearly = edited(SEEN, ('cap = "each-entry"', 'cap = "each-entry"\nreset_days = 50')) + COURSE
    one = told(yearly, 84, (3, "b"), (60, "c"))
    assert points(one, 6, 55, 62) == [80, 100, 100]


LISTED = """
[[list]]
id = "late"
[[ground]]
id = "bills"
list = "late"
acts = ["late-bill"]
entry_delay_days = 2
term_days = 200
exit_delay_days = 4
"""


def test_a_repair_ends_a_ground():
    """Listed from day 5; after 30 days a course ends it, four days later. One on day 34 is a day too early."""
    text = SEEN + LISTED + repair("after_days = 30", 'ground = "bills"')
    assert told(text, 280, (3, "b"), (34, "c")).on_list("late") == [("bills", 5, 205, TERM)]
    assert told(text, 280, (3, "b"), (35, "c")).on_list("late") == [("bills", 5, 39, BY_REPAIR)]


def test_a_repair_ends_no_ground_more_often_than_said():
    text = SEEN + LISTED + repair("most = 1\nper_days = 100", 'ground = "bills"')
    one = told(text, 280, (3, "b"), (10, "c"), (20, "b"), (30, "c"), (125, "c"))
    assert one.on_list("late") == [("bills", 5, 14, BY_REPAIR), ("bills", 22, 129, BY_REPAIR)]


@pytest.mark.nightly
def test_the_books_of_repairs_replay(tmp_path):
    live(RunRequest(scheme=parse_scheme(REPAIRED), people=150, days=300, step_days=10, seed=4, start=date(2020, 1, 1),
                    out=tmp_path / "run"))  # fmt: skip
    worlds = open_worlds(tmp_path / "run")
    found = {one.slug: one for one in assess(worlds)}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["replay-differs"].n > 10
    kept = worlds.scheme.table("entries").filter(pl.col("kind") == int(REPAIR))
    assert kept.filter(pl.col("delta_milli") > 0).height > 10 < kept.filter(pl.col("delta_milli") == 0).height


@pytest.mark.parametrize(("code", "text", "pointed_at"), OTHER_REPAIR_FAULTS)
def test_a_repair_that_cannot_be_is_refused(code: str, text: str, pointed_at: str):
    with pytest.raises(InputFaultsError) as caught:
        scheme_of(text)
    found = [one.span for one in caught.value.diagnostics if one.code == code]
    assert any(s is not None and pointed_at in s.source_line[s.column - 1 : s.end_column - 1] for s in found), found

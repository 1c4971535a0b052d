"""Limits on points, and points that rise from record to record, worked by hand."""

from __future__ import annotations

from datetime import date

import polars as pl

from engine.cases import Deed
from engine.lives import edited
from engine.plain import PLAIN, moves, points, told
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from scheme.dense_caps import CAPPED

RULE, CAP, LIMIT = Entry.RULE, Entry.CAP, Entry.LIMIT
WIDE = edited(PLAIN, ("highest = 120", "highest = 200"))


def cap(most: int, days: int, rules: str = '"gifts"') -> str:
    return f'\n[[cap]]\nid = "limit"\nrules = [{rules}]\npoints = {most}\ndays = {days}\n'


def test_rules_give_no_more_than_so_many_points_in_the_time():
    """15, then the 5 that are left of 20, then nothing; both numbers are in the books."""
    one = told(WIDE + cap(20, 60), 42, (3, "g"), (10, "g"), (17, "g"), (18, "b"))
    assert points(one, 6, 13, 17) == [115, 120, 100], "a bill on day 18 is not limited"
    assert moves(one) == [(3, RULE), (10, RULE), (10, LIMIT), (17, RULE), (17, LIMIT), (18, RULE)]


def test_points_count_for_their_days_and_not_on_the_day_after():
    """15 of day 3 count up to day 62. On day 63 only the 5 of day 10 do, and 15 are left."""
    before = told(WIDE + cap(20, 60), 77, (3, "g"), (10, "g"), (62, "g"))
    assert points(before, 62) == [120]
    assert points(told(WIDE + cap(20, 60), 77, (3, "g"), (10, "g"), (63, "g")), 63) == [135]
    assert points(told(WIDE + cap(20, 60), 77, (3, "g"), (10, "g"), (70, "g")), 70) == [135]


def test_losses_are_limited_by_a_number_below_nothing():
    assert points(told(WIDE + cap(-30, 90, '"bills"'), 28, (3, "b"), (10, "b"), (17, "b")), 6, 13, 20) == [80, 70, 70]


def test_rules_share_a_limit_and_the_other_way_is_free():
    """Gains of both are limited to 25; a bill takes its 20 all the same, and counts for nothing."""
    more = (
        WIDE + '\n[[rule]]\nid = "more"\nact = "charity-gift"\npoints = 4\n' + cap(25, 60, '"gifts", "more", "bills"')
    )
    assert points(told(more, 28, (3, "g"), (4, "b"), (10, "g"), (17, "g")), 6, 13, 20) == [99, 105, 105]


def test_what_expires_is_what_was_let_through_and_counts_on():
    """15 and 5 come back on days 33 and 40; on day 50 the 20 still count."""
    text = edited(WIDE, ("points = 15", "points = 15\nexpires_days = 30")) + cap(20, 60)
    one = told(text, 70, (3, "g"), (10, "g"), (50, "g"), (63, "g"))
    assert points(one, 13, 34, 41, 55, 69) == [120, 105, 100, 100, 115]


def test_the_end_of_the_scale_cuts_what_a_limit_has_let_through():
    """Up to 110: 15 less 5; then 15 less the 10 that the limit keeps out, less 5. What was cut counts as given."""
    one = told(edited(PLAIN, ("highest = 120", "highest = 110")) + cap(20, 60), 28, (3, "g"), (10, "g"), (17, "b"))
    assert points(one, 6, 13, 20) == [110, 110, 90]
    assert moves(one)[:5] == [(3, RULE), (3, CAP), (10, RULE), (10, LIMIT), (10, CAP)]


def test_an_appeal_gives_back_what_a_limit_let_through_and_frees_it():
    """-20 and -10 are given back on day 20, and a bill of day 25 takes 20 again."""
    text = WIDE + cap(-30, 90, '"bills"') + "\n[appeal]\nfiled = 1\nupheld = 1\ndays = 5\n"
    one = told(text, 42, (3, "b"), (10, "b"), (25, "b"), more=(Deed(15, "loan-application", 1),), truth=1)
    assert points(one, 13, 20, 27) == [70, 100, 80]


def test_a_group_takes_what_a_limit_lets_through():
    """Of 20 the limit lets 12 through, so that 8 more of the group's 20 are left; the limit is used up all the same."""
    limited = edited(WIDE, ("points = -20", 'points = -20\ngroup = "money"\ngroup_days = 200'))
    one = told(limited + cap(-12, 30, '"bills"'), 70, (3, "b"), (10, "b"), (40, "b"))
    assert points(one, 6, 13, 41) == [
        88,
        88,
        80,
    ]


# ------------------------------------------------------------- rising points


def rising(rule: str, factor: float, most: str = "", count: int = 1) -> str:
    repeat = f"repeat = {{ count = {count}, within_days = 60 }}\nescalate = {{ factor = {factor}{most} }}"
    return edited(WIDE, (f"points = {rule}", f"points = {rule}\n{repeat}"))


def test_each_further_record_costs_so_many_times_as_much_up_to_the_most():
    """20, 30, 45 cut to 40."""
    one = told(rising("-20", 1.5, ", most = 40"), 28, (3, "b"), (10, "b"), (17, "b"))
    assert points(one, 6, 13, 20) == [80, 50, 10]


def test_a_record_counts_for_the_time_of_repeat():
    """On day 62 the record of day 3 makes it the second, 30; on day 63 it is the first again, 20."""
    assert points(told(rising("-20", 1.5), 77, (3, "b"), (62, "b")), 62) == [50]
    assert points(told(rising("-20", 1.5), 77, (3, "b"), (63, "b")), 63) == [60]


def test_it_rises_from_the_record_that_bites():
    assert points(told(rising("-20", 1.5, count=2), 28, (3, "b"), (10, "b"), (17, "b")), 6, 13, 20) == [100, 80, 50]


def test_a_factor_below_one_makes_further_records_worth_less():
    """15, 7.5, 3.75, 1.875."""
    one = told(rising("15", 0.5), 35, (3, "g"), (10, "g"), (17, "g"), (24, "g"))
    assert points(one, 6, 13, 20, 27) == [115, 122.5, 126.25, 128.125]


def test_from_the_sixteenth_record_on_it_rises_no_more():
    """0.1 times 1.1 to the 15th is 0.417725, 0.418 to the thousandth; the seventeenth moves as much."""
    text = edited(rising("15", 1.1), ("points = 15", "points = 0.1"))
    scores = told(text, 7 * 20, *((3 + 3 * k, "g") for k in range(17)))
    before, after = points(scores, 48, 51)
    assert round(after - before, 3) == 0.418


def test_the_books_of_limits_replay(tmp_path):
    live(RunRequest(scheme=parse_scheme(CAPPED), people=150, days=300, step_days=10, seed=4, start=date(2020, 1, 1),
                    out=tmp_path / "run"))  # fmt: skip
    found = {one.slug: one for one in assess(open_worlds(tmp_path / "run"))}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["replay-differs"].n > 10
    kept = open_worlds(tmp_path / "run").scheme.table("entries").filter(pl.col("kind") == int(LIMIT))
    assert kept["delta_milli"].min() < 0 < kept["delta_milli"].max()

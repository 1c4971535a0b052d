"""Consent worked by hand: what is scored, kept, taken, graded and denied of who is in, and of who is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from engine.cases import Choice, Deed, Record, Told, tell
from engine.lives import edited, live, scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_run
from scheme.dense_consent import CHOSEN, LEFT

HIGH, MIDDLE, LOW = 1, 2, 3
JOINED, UNKNOWING, GONE, TAKEN = range(4)
WITHDRAWN = 5

PLAIN = edited(
    CHOSEN, ("points = [-12, -4]", "points = -12"),
    ("repeat = { count = 2, within_days = 90 }\n\n[[rule]]", "\n[[rule]]"),
    ("compelled = 0.25", "compelled = 0"), ("shares = 0.5", "shares = 1"),
    ('decision = { by = "officer", override = 0.2, delay_days = 10 }\n', ""),
)  # fmt: skip
"""Loud music costs 12 for 120 days, a swept street gives 6 for 90, a post costs 20 for good; edges at 103 and 90."""


def music(day: int) -> Record:
    return Record(day, "loud-music", "block", done=day)


def told(things: Sequence[Record | Deed | Choice], text: str = PLAIN, days: int = 70, *, outside: bool = True) -> Told:
    return tell(scheme_of(text), things, days, outside=outside, knows=not outside)


def points(one: Told) -> list[int]:
    return [score // 1000 for score in one.scores]


def entries(one: Told) -> list[tuple[int, int]]:
    return [(move.day, move.kind) for move in one.moved if move.who == one.slot]


def changes(one: Told) -> list[tuple[int, int]]:
    return [(row["day"], row["what"]) for row in one.tables.get("consents", []) if row["resident"] == one.slot]


def test_who_is_outside_has_no_score_and_no_grade_whatever_is_recorded():
    one = told([music(3), music(10), music(17), music(24), music(31)])
    assert (points(one), set(one.grades)) == ([100] * 10, {0})
    assert entries(one) == []
    assert one.on_list("loud") == []
    assert one.held("no-loans") == []


def test_records_kept_meanwhile_count_from_the_day_of_joining():
    """Two of 12 kept on days 3 and 10; joining in days 21 to 27 holds from day 28: 100 - 24 = 76, the lowest grade."""
    one = told([music(3), music(10), Choice(22, joins=True)])
    assert points(one) == [100] * 4 + [76] * 6
    assert entries(one) == [(28, 0), (28, 0)]
    assert one.grades == [0, 0, 0, MIDDLE, *[LOW] * 6], (
        "graded with the start first, since a grade is read as steps end"
    )
    assert changes(one) == [(28, JOINED)]
    assert one.held("no-loans") == [(35, 70)]


def test_what_is_older_than_the_scheme_looks_back_is_gone():
    """Joining holds from day 77; 60 days before is day 17: of days 3, 17 and 24 the last two count, 100 - 24 = 76."""
    one = told([music(3), music(17), music(24), Choice(70, joins=True)], days=91)
    assert points(one) == [100] * 11 + [76] * 2
    unkept = told([music(17), Choice(70, joins=True)], edited(PLAIN, ("back_days = 60", "back_days = 0")), days=91)
    assert points(unkept) == [100] * 13


def test_points_of_kept_records_expire_as_if_they_were_noted_on_joining():
    """Joined from day 14 on: the record of day 10 is kept, counts on day 14 for 120 days, and is back on day 134."""
    one = told([music(10), Choice(9, joins=True)], days=140)
    assert entries(one) == [(14, 0), (134, 2)]
    assert points(one) == [100] * 2 + [88] * 17 + [100]


def test_leaving_ends_score_grade_and_listing_with_the_step_and_keeps_the_books():
    """Three of 12 by day 17: 64, and listed from day 17 by the third. Leaving in days 28 to 34 ends all on day 35."""
    one = told([music(3), music(10), music(17), Choice(30, joins=False), music(38)], outside=False)
    assert points(one) == [88, 76, *[64] * 8], "nothing is taken any more"
    assert one.grades == [LOW] * 4 + [0] * 6
    assert one.on_list("loud") == [("louder", 17, 35, WITHDRAWN)]
    assert [end for _, end in one.held("no-loans")] == [35]
    assert changes(one) == [(35, GONE)]


def test_who_comes_back_finds_the_score_as_it_stands_by_then():
    """100 - 12 = 88 on day 3; out from 14, in from 42 with the record of day 17 kept: 76; the first is back on 123."""
    things = [music(3), Choice(8, joins=False), music(17), Choice(36, joins=True)]
    one = told(things, days=126, outside=False)
    assert points(one) == [88] * 6 + [76] * 11 + [88]


def test_who_joins_knows_the_scheme_unless_a_box_was_ticked_for_them():
    assert told([Choice(8, joins=True)], days=28).aware == [False, True, True, True]
    text = edited(PLAIN, ("learned_per_year = 0.3", "learned_per_year = 0"))
    ticked = told([Choice(8, joins=True, unknowing=True)], text, days=28)
    assert ticked.aware == [False] * 4
    assert changes(ticked) == [(14, UNKNOWING)]


def test_what_is_compelled_counts_against_who_has_refused():
    """Taken all the same: 12, 24, 36, listed by the third from day 17 on; still no grade, and nothing is kept."""
    text = edited(PLAIN, ("compelled = 0", "compelled = 1"))
    one = told([music(3), music(10), music(17), Choice(30, joins=True)], text)
    assert points(one) == [88, 76, *[64] * 8]
    assert one.on_list("loud") == [("louder", 17, 70, 3)]
    assert one.grades == [0, 0, 0, 0, *[LOW] * 6]
    assert changes(one) == [(3, TAKEN), (10, TAKEN), (17, TAKEN), (35, JOINED)]


@pytest.mark.parametrize(("shares", "held"), [("1", [(7, 35)]), ("0", [])])
def test_only_who_shows_a_score_is_under_what_works_by_showing(shares: str, held: list[tuple[int, int]]):
    """100 - 20 = 80: low from day 7 on; better terms of loans are worse only where it is shown."""
    text = edited(PLAIN, ("shares = 1", f"shares = {shares}"))
    one = told([Record(3, "critical-post", "block", done=3)], text, 35, outside=False)
    assert one.held("shown-up") == held
    assert one.held("no-loans") == [(7, 35)]


def test_all_are_in_who_do_not_leave():
    one = told([music(3)], edited(LEFT, ("compelled = 0.25", "compelled = 0")), 28, outside=False)
    assert one.grades[-1] != 0


def test_a_larger_share_at_the_start_loses_nobody_and_a_larger_chance_to_leave_keeps_nobody():
    """One draw each against a threshold, whatever it is."""
    town = [live(scheme_of(edited(CHOSEN, pair)), people=200, days=28, step_days=28).table("panel")
            for pair in (("start = 0.4\n", "start = 0.2\n"), ("start = 0.4\n", "start = 0.9\n"))]  # fmt: skip
    few, many = (set(rows.filter((rows["day"] == 0) & (rows["flags"] & 2 > 0))["resident"].to_list()) for rows in town)
    assert few < many


def test_the_books_of_who_came_and_went_balance_and_replay(tmp_path):
    live_run(RunRequest(scheme=scheme_of(CHOSEN), people=120, days=280, step_days=14, seed=4, start=date(2020, 1, 1),
                        out=tmp_path / "run"))  # fmt: skip
    found = {one.slug: one for one in assess(open_worlds(tmp_path / "run"))}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["replay-differs"].n > 3
    assert found["consent"].value is not None
    assert found["consent.taken"].value > 10

"""Scores that go back to their start, worked by hand: a share of the way, some points, and all of it at once."""

from __future__ import annotations

from datetime import date

from engine.cases import Deed
from engine.lives import edited, scheme_of
from engine.plain import PLAIN, moves, points, told
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from scheme.dense_returns import RETURNING


def score(*lines: str) -> str:
    """The plain scheme with lines more in its score."""
    return PLAIN.replace("[score]\n", "[score]\n" + "".join(f"{line}\n" for line in lines))


HALF = score("decay_share = 0.5", "decay_days = 14")


def test_a_share_of_the_way_back_each_time_from_either_side():
    """80, then half of 20, 10, 5, 2.5, 1.25, 0.625 (0.3125 is 0.313): days 14, 28, … 84, on the last of their step."""
    loss = told(HALF, 91, (3, "b"))
    assert points(loss, 6, 13, 20, 27, 34, 48, 62, 76, 90) == [80, 80, 90, 90, 95, 97.5, 98.75, 99.375, 99.688]
    assert [move for move in moves(loss) if move[1] == Entry.DECAY][:2] == [(20, Entry.DECAY), (34, Entry.DECAY)]
    assert points(told(HALF, 35, (3, "g")), 6, 20, 34) == [115, 107.5, 103.75]


def test_the_whole_way_is_a_share_of_one_and_who_stands_at_the_start_moves_nowhere():
    one = told(edited(HALF, ("0.5", "1")), 35, (3, "b"))
    assert points(one, 13, 20, 34) == [80, 100, 100]
    assert moves(one) == [(3, Entry.RULE), (20, Entry.DECAY)]


def test_so_many_points_each_time_and_no_further_than_the_start():
    """From 80 by 6: 86, 92, 98, then the 2 that are left; from 115 likewise."""
    by_six = score("decay_points = 6", "decay_days = 7")
    assert points(told(by_six, 49, (3, "b")), 6, 13, 20, 27, 34, 41) == [80, 86, 92, 98, 100, 100]
    assert points(told(by_six, 35, (3, "g")), 6, 13, 20, 27) == [115, 109, 103, 100]


def test_it_goes_back_once_for_each_of_its_days_in_a_step():
    """Every 3 days by 1: days 3 and 6 in the first step, 9 and 12, 15 and 18, then 21, 24 and 27."""
    one = told(score("decay_points = 1", "decay_days = 3"), 35, (3, "b"))
    assert points(one, 6, 13, 20, 27) == [82, 84, 86, 89]


def test_an_open_sum_goes_back_as_a_sum():
    """Three gifts: 145 is read as 120. Half of 45 back: 122.5 still reads 120; then 111.25, 105.625."""
    one = told(edited(HALF, ("each-entry", "on-reading")), 49, (1, "g"), (2, "g"), (3, "g"))
    assert points(one, 6, 20, 34, 48) == [120, 120, 111.25, 105.625]


EXPIRING = edited(score("reset_days = 30"), ("points = -20", "points = -20\nexpires_days = 40"))


def test_a_score_is_set_to_its_start_and_what_it_was_set_back_from_does_not_come_back():
    """-20 on day 3 would come back on 43, -20 on day 33 on 73: both are over with day 30, whose step ends on 34."""
    one = told(EXPIRING, 98, (3, "b"), (33, "b"))
    assert points(one, 6, 27, 34, 48, 76) == [80, 80, 100, 100, 100]
    assert moves(one) == [(3, Entry.RULE), (33, Entry.RULE), (34, Entry.RESET)]
    never = told(edited(EXPIRING, ("reset_days = 30", "reset_days = 3000")), 98, (3, "b"))
    assert points(never, 34, 48) == [80, 100]


def test_what_is_taken_after_it_stands_until_the_next_time():
    """Day 60 lies in the step from 56 to 62."""
    one = told(EXPIRING, 98, (36, "b"), (50, "g"))
    assert points(one, 41, 55, 62, 76) == [80, 95, 100, 100]


def test_what_is_taken_later_in_its_step_is_set_back_with_it():
    """Day 30 lies in the step from day 28 to 34: a debit of day 32 is set back on day 34, one of day 35 is not."""
    assert points(told(score("reset_days = 30"), 70, (32, "b")), 34, 62, 69) == [100, 100, 100]
    assert points(told(score("reset_days = 30"), 70, (35, "b")), 34, 41, 62) == [100, 80, 100]


def test_the_first_day_of_setting_can_be_another():
    """Day 10, then 40 and 70."""
    one = told(score("reset_days = 30", "reset_offset = 10"), 98, (3, "b"), (20, "b"), (43, "b"))
    assert points(one, 6, 13, 20, 34, 41, 48, 69, 76) == [80, 100, 80, 80, 100, 80, 80, 100]


def test_several_days_of_setting_in_a_step_are_one():
    assert moves(told(score("reset_days = 2"), 21, (3, "b"))) == [(3, Entry.RULE), (6, Entry.RESET)]


def test_counts_go_on_over_it():
    """Records of days 20 and 40 are two in 60 days, though the score was set on day 30 between them."""
    text = edited(score("reset_days = 30"), ("points = -20", "points = -20\nrepeat = { count = 2, within_days = 60 }"))
    assert points(told(text, 56, (20, "b"), (40, "b")), 27, 41) == [100, 80]


def test_an_appeal_gives_nothing_back_that_was_over():
    """-20 on day 20; refused on day 37, after the score was set on day 30: upheld on day 42, and 0 comes back."""
    text = score("reset_days = 30") + "\n[appeal]\nfiled = 1\nupheld = 1\ndays = 5\n"
    one = told(text, 56, (20, "b"), more=(Deed(37, "loan-application", 1),), truth=1)
    assert points(one, 27, 34, 41, 48) == [80, 100, 100, 100]
    assert moves(one) == [(20, Entry.RULE), (34, Entry.RESET), (42, Entry.APPEAL)]
    before = told(text, 56, (20, "b"), more=(Deed(23, "loan-application", 1),), truth=1)
    assert points(before, 27, 34) == [80, 100]
    assert moves(before) == [(20, Entry.RULE), (28, Entry.APPEAL)], "taken back in the same step, before"


def test_points_that_stand_stand_on():
    """105 from day 0; 85 after a bill; it goes half of the way to 105, and is set to 105."""
    stands = '\n[[state_rule]]\nid = "grown"\nwhen = "age >= 18"\npoints = 5\n'
    assert points(told(HALF + stands, 35, (8, "b")), 6, 13, 20, 34) == [105, 85, 95, 100]
    assert points(told(score("reset_days = 30") + stands, 70, (8, "b")), 6, 13, 34, 69) == [105, 85, 105, 105]


def test_a_scheme_that_has_ended_sets_nothing():
    """What a version ends at the end of the step before its day stays as it stands."""
    over = '\n[[version]]\nid = "over"\nfrom_day = 28\ndrop = ["scheme"]\n'
    assert points(told(score("reset_days = 30") + over, 70, (8, "b")), 20, 34, 69) == [80, 80, 80]


def test_the_books_of_scores_that_go_back_replay(tmp_path):
    live(RunRequest(scheme=scheme_of(RETURNING), people=120, days=280, step_days=14, seed=4, start=date(2020, 1, 1),
                    out=tmp_path / "run"))  # fmt: skip
    found = {one.slug: one for one in assess(open_worlds(tmp_path / "run"))}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["replay-differs"].n > 10
    kinds = set(open_worlds(tmp_path / "run").scheme.table("entries")["kind"].unique())
    assert {Entry.DECAY, Entry.RESET} <= kinds

"""Sources that agree, worked by hand: which record moves points, and which adds nothing."""

from __future__ import annotations

from datetime import date

from engine.cases import Deed, Record, Told, tell
from engine.lives import edited, scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_agree import AGREED, APPEALED


def told(*records: tuple[int, str, str], text: str = AGREED, days: int = 210) -> Told:
    acts = {"m": "loud-music", "q": "queue-jumping"}
    return tell(scheme_of(text), [Record(day, acts[act], source, done=day) for day, act, source in records], days)


def moves(one: Told) -> list[tuple[int, int]]:
    """(day, kind) of every movement, those of nothing among them."""
    return [(move.day, move.kind) for move in one.moved if move.who == one.slot]


def points(one: Told, *days: int) -> list[int]:
    return [one.scores[day // 7] // 1000 for day in days]


def test_one_source_alone_moves_nothing_however_often_it_says_so():
    one = told((3, "m", "block"), (10, "m", "block"), (17, "m", "block"))
    assert points(one, 20, 200) == [100, 100]
    assert moves(one) == [(3, 0), (10, 0), (17, 0)], "the books show what was counted"


def test_the_second_source_moves_points_on_its_day_and_they_expire_from_then():
    """-10 on day 20; 20 + 150 = 170."""
    one = told((3, "m", "block"), (20, "m", "street"))
    assert points(one, 13, 20, 160, 170) == [100, 90, 90, 100]


def test_a_third_source_and_another_record_add_nothing_while_they_agree():
    one = told((3, "m", "block"), (20, "m", "street"), (27, "m", "school"), (34, "m", "block"))
    assert points(one, 20, 27, 34, 41) == [90] * 4


def test_a_record_counts_for_sixty_days_and_not_on_the_day_after():
    """Day 3 counts up to day 62: on day 62 they agree, on day 63 they do not."""
    assert points(told((3, "m", "block"), (62, "m", "street")), 62) == [90]
    assert points(told((3, "m", "block"), (63, "m", "street")), 69) == [100]


def test_who_falls_apart_and_agrees_anew_moves_points_anew():
    """Days 3 and 10 agree; by day 70 neither counts; days 80 and 90 agree again: two times 10."""
    one = told((3, "m", "block"), (10, "m", "street"), (80, "m", "street"), (90, "m", "block"))
    assert points(one, 13, 83, 90) == [90, 90, 80]


def test_trust_is_summed_over_sources_and_not_over_records():
    """0.9 + 0.5 = 1.4, at least 1.2; two records, as `repeat` asks, are there by then. Block twice is 0.9 still."""
    assert points(told((3, "q", "block"), (10, "q", "street")), 13) == [92]
    assert points(told((3, "q", "block"), (10, "q", "block")), 13) == [100]
    less = edited(AGREED, ("trust = 0.5\n", "trust = 0.29\n"))
    assert points(told((3, "q", "block"), (10, "q", "street"), text=less), 13) == [100], "0.9 + 0.29 = 1.19"
    exactly = edited(AGREED, ("trust = 0.5\n", "trust = 0.3\n"))
    assert points(told((3, "q", "block"), (10, "q", "street"), text=exactly), 13) == [92], "1.2 is enough"


def test_a_record_that_an_appeal_took_back_agrees_with_no_other_any_more():
    """Agreed on day 20, -10; refused on day 22, decided on 27: 100. On day 50 block (day 3) and school agree."""
    heard = AGREED + "\n[appeal]\nfiled = 1\nupheld = 1\ndays = 5\n"
    things = [Record(day, "loud-music", source, done=day) for day, source in ((3, "block"), (50, "school"))]
    things += [Record(20, "loud-music", "street", done=20, truth=1), Deed(22, "loan-application", 1)]
    one = tell(scheme_of(heard), things, 70)
    assert points(one, 20, 27, 48, 50) == [90, 100, 100, 90]


def test_the_books_of_those_about_whom_sources_agree_replay(tmp_path):
    live(RunRequest(scheme=scheme_of(APPEALED), people=120, days=280, step_days=14, seed=4, start=date(2020, 1, 1),
                    out=tmp_path / "run"))  # fmt: skip
    found = {one.slug: one for one in assess(open_worlds(tmp_path / "run"))}
    assert (found["score-sums-wrong"].value, found["replay-differs"].value) == (0, 0)
    assert found["replay-differs"].n > 10

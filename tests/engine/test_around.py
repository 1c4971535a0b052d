"""Scores of others in a formula: worked by hand, one step late, and reaching nobody but those tied."""

from __future__ import annotations

import numpy as np
import pytest

from engine.cases import tell
from engine.lives import people_of, request, scheme_of, side_by_side
from engine.test_index import index
from glasstown.audit.movements import Movement
from glasstown.vocab.codes import Entry
from scheme.dense_around import AROUND


def with_friends(people: int):
    """Who has a friend in a small town."""
    return (people_of(1, people).friend < people).any(axis=0)


@pytest.mark.parametrize("asked", ["10 * friend.mean", "10 * friend.lowest"])
def test_the_score_of_friends_is_that_of_the_step_before(asked):
    """Everybody starts at 500: 350 + 600 * 5,000 / 10,000 = 650 on day 6; from that 350 + 600 * 0.65 = 740 on day 41,
    from that 350 + 600 * 0.74 = 794 on day 69. Who has no friend there stays at 650, by the start of the score."""
    told = tell(scheme_of(index((asked, "1", ""))), [], 77)
    has = with_friends(64)
    assert has.any()
    assert (~has).any()
    for step, points in ((0, 650), (4, 650), (5, 740), (8, 740), (9, 794)):
        assert set(told.everybody[step][has].tolist()) == {points * 1000}
        assert set(told.everybody[step][~has].tolist()) == {650_000}
    rows = [row for row in told.tables["refreshes"] if has[row["resident"]] and row["day"] > 6]
    assert {row["score_milli"] for row in rows} == {740_000, 794_000}
    assert {row["true_milli"] for row in rows} == {740_000, 794_000}
    assert {row["alone_milli"] for row in rows} == {650_000}


def test_a_number_of_friends_counts_those_who_are_scored():
    told = tell(scheme_of(index(("1000 * friend.number", "1", ""))), [], 7)
    friends = people_of(1, 64).friend
    number = [len({one for one in friends[:, i].tolist() if one < 64}) for i in range(64)]
    assert told.everybody[0].tolist() == [350_000 + 60_000 * min(one, 10) for one in number]


def test_a_score_reaches_those_tied_and_nobody_else_in_the_step_in_which_it_is_asked_for():
    """One score is lowered before the days 35 to 41, in which scores are worked out: it reaches friends, colleagues and
    neighbours, and nobody beyond."""
    asked = request(scheme_of(AROUND), people=300, days=42, step_days=7)
    people = people_of(1, 300)
    who = int(np.flatnonzero(with_friends(300) & (people.birth_day < -30 * 365))[3])

    def alter(step, town):
        if step == 5:
            town[0].scores.score[who] -= 45_000

    changed = side_by_side((asked, asked), alter)
    ring = {who - who % 128 + (who % 128 + step) % 128 for step in range(-4, 5)}
    tied = ring | {int(one) for name in ("friend", "colleague") for one in getattr(people, name)[:, who]} | {who}
    assert changed[4] == set()
    assert changed[5] - {who}, "it reaches somebody"
    assert changed[5] <= tied


def test_what_is_true_of_oneself_alone_leaves_others_out():
    one = Movement(41, 0, 7, 0, 600, kind=int(Entry.REFRESH), true_milli=500, alone_milli=400)
    assert (one.as_true.points_milli, one.as_own.points_milli) == (500, 400)
    assert Movement(41, 0, 7, 0, 600).as_own.points_milli == 600

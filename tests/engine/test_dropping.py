"""Friends dropped for a lower score, worked by hand."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest

from engine.lives import live, request, scheme_of, society
from glasstown.simulate.dropping import drop_friends
from glasstown.simulate.settings import settings_of
from glasstown.vocab.geography import FRIENDS
from scheme.dense_rewards import PUBLIC, REWARDS
from scheme.key_changes_public import NAMED

VOID = 65_535
HIGH, LOW, UNSEEN = 0, 1, 2
"""Three friends: in slot 3 the first two, in slot 5 the first and the last."""


@cache
def chances(text: str, *without: str, day: int = 0):
    names = tuple(f"response:{name}" for name in without)
    asked = request(scheme_of(text), people=64, without=names, step_days=28)
    return settings_of(asked, asked.scheme, society()).at(day).world.dropping


def dropped(score, *, aware=(1, 1, 1), subject=(1, 1, 1), cut=(0, 0, 0), steps=400, grade=(1, 1, 1), text=PUBLIC):
    """Bits of lapsed and dropped friendships after some steps in which scores stay as they are."""
    friend = np.full((FRIENDS, 3), VOID, np.uint16)
    friend[3, HIGH], friend[3, LOW], friend[5, HIGH], friend[5, UNSEEN] = LOW, HIGH, UNSEEN, HIGH
    ties, keys = np.array(cut, np.uint16), np.array([7, 9], np.uint64)
    columns = np.array(score, np.int32), *(np.array(one, np.uint8) for one in (grade, aware, subject))
    table = chances(text, day=70)
    with np.errstate(over="ignore"):
        for step in range(steps):
            drop_friends(table, friend, *columns, 0, step, keys, ties)
    return ties.tolist()


def test_a_gap_of_the_whole_range_drops_one_friend_in_five_in_a_year():
    """0.02 a year for each tenth of the range; 28 days of the whole of it are 0.2 * 28 / 365 = 0.01534."""
    table = chances(PUBLIC, day=70)
    assert table.range.tolist() == [30_000]
    for level, tenths in ((64, 10), (32, 5), (0, 0)):
        chance = int(table.chance[level, 0]) / 2**32
        assert chance == pytest.approx(1 - math.exp(-0.02 * tenths * 28 / 365), abs=1e-8)


@pytest.mark.parametrize(
    ("text", "off"),
    [
        (REWARDS, ()),
        (PUBLIC.replace("start = 95", "hidden = true\nstart = 95"), ()),
        (PUBLIC, ("dropping",)),
    ],
)
def test_nobody_is_dropped_where_scores_are_not_public_or_the_response_is_off(text: str, off: tuple[str, ...]):
    assert not chances(text, *off, day=70).chance.any()


def test_nobody_is_dropped_before_scores_are_public():
    assert not chances(PUBLIC, day=0).chance.any()
    assert chances(PUBLIC, day=84).chance.any()


def test_who_stands_higher_drops_and_who_is_dropped_stays_so():
    assert dropped((100_000, 70_000, 100_000)) == [0, 1 << 8 + 3, 0]
    assert dropped((70_000, 100_000, 70_000)) == [1 << 8 + 3, 0, 0], "the other way round"
    assert dropped((90_000, 90_000, 90_000)) == [0, 0, 0]


def test_who_does_not_know_or_is_not_scored_drops_nobody_and_is_not_dropped():
    assert dropped((100_000, 70_000, 70_000), aware=(0, 1, 1)) == [0, 0, 0]
    assert dropped((100_000, 70_000, 70_000), subject=(1, 0, 1)) == [0, 0, 1 << 8 + 5]
    assert dropped((100_000, 70_000, 70_000), subject=(0, 1, 1)) == [0, 0, 0]


def test_a_friendship_that_has_lapsed_cannot_be_dropped():
    assert dropped((100_000, 70_000, 70_000), cut=(1 << 3, 0, 0)) == [1 << 3, 0, 1 << 8 + 5]


def test_who_is_in_a_grade_that_is_not_published_is_not_dropped():
    """Only the lowest grade, the third, is published: not the second, nor that somebody is in none."""
    assert dropped((100_000, 70_000, 100_000), grade=(1, 3, 1), text=NAMED) == [0, 1 << 8 + 3, 0]
    assert dropped((100_000, 70_000, 100_000), grade=(1, 2, 1), text=NAMED) == [0, 0, 0]
    assert dropped((100_000, 70_000, 100_000), grade=(1, 0, 1), text=NAMED) == [0, 0, 0]
    assert dropped((100_000, 90_000, 70_000), grade=(1, 2, 3), text=NAMED) == [0, 0, 1 << 8 + 5], "one of two friends"


@pytest.mark.nightly
def test_in_a_town_nobody_is_dropped_but_from_the_grade_that_is_published():
    """Whoever was dropped was in the grade in some step; where nobody is named but the best, nobody is dropped."""
    best = NAMED.replace('["low"]', '["high"]')
    for text, number, some in ((NAMED, 3, True), (best, 1, False)):
        one = live(scheme_of(text), people=300, days=364, step_days=28)
        panel, grades = one.table("panel"), one.table("grades")
        lost = set(panel.filter(panel["ties_cut"] > 255)["resident"])
        changes = grades.filter((grades["to_grade"] == number) | (grades["from_grade"] == number))
        named = {*panel.filter(panel["grade"] == number)["resident"], *changes["resident"]}
        assert (bool(lost), lost <= named) == (some, True)


def test_in_a_town_friends_are_lost_after_the_day_of_publication_only():
    panel = live(scheme_of(PUBLIC), people=300, days=364, step_days=28).table("panel")
    lost = {day: int((rows["ties_cut"] > 255).sum()) for (day,), rows in panel.group_by("day")}
    days = sorted(lost)
    assert lost[days[0]] == 0
    assert [lost[day] for day in days] == sorted(lost[day] for day in days), "for good"
    assert lost[days[-1]] > 0

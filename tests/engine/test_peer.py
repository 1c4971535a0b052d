"""Stars, worked by hand from the definition: what is remembered, what a penalty takes off, what a cascade does."""

from __future__ import annotations

import numpy as np
import pytest

from engine.case_files import CaseFaultsError, parse_cases
from engine.lives import live, people_of, request, scheme_of, society
from glasstown.simulate import encounters
from glasstown.simulate.encounters import meet_ties, remember
from glasstown.simulate.first_day import remembered_at_first, stretches_of
from glasstown.simulate.settings import settings_of
from scheme.dense_peer import PEER

NOSEDIVE = PEER.replace("memory = 16", "memory = 64").replace("start = 4\n", "start = 4.2\n")

KEYS = np.array([1, 2], np.uint64)
ALL = np.ones(600, np.uint8)

stars_given = getattr(encounters.stars_given, "py_func", encounters.stars_given)
"""In plain Python: only kernels may call it when it is compiled."""


def peers():
    """Sixty-four ratings are remembered, and raters weigh what their own score is."""
    scheme = scheme_of(NOSEDIVE)
    return settings_of(request(scheme), scheme, society()).world.peers


class Somebody:
    """One resident who is rated, step by step."""

    def __init__(self) -> None:
        self.remembered = remembered_at_first(peers(), 4200, 1)
        self.score = np.array([4200], np.int32)

    def rated(self, *ratings: tuple[int, int, int], penalty: int = 0, twice: bool = False) -> int:
        """So many raters of a score give so many stars each, in one step; returns the score in thousandths."""
        sums = np.zeros((3, 1), np.int64)
        for number, own, stars in ratings:
            weight = own * (2 if twice else 1)
            sums[:, 0] += (number * weight, number * weight * stars, number)
        remember(peers(), sums, np.array([penalty]), 0, 5000, np.ones(1, np.uint8), self.remembered, self.score)
        return int(self.score[0])


def test_at_first_sixty_four_ratings_of_the_start_are_remembered():
    """64 x 4,200 = 268,800; times 4.2 = 1,128,960."""
    assert Somebody().remembered.ravel().tolist() == [268_800, 1_128_960]


def test_eight_raters_of_four_and_a_half_give_one_star():
    """268,800 x 56 / 64 + 8 x 4,500 = 271,200; 1,128,960 x 56 / 64 + 36,000 = 1,023,840; the mean is 3.775."""
    one = Somebody()
    assert one.rated((8, 4500, 1)) == 3775
    assert one.remembered.ravel().tolist() == [271_200, 1_023_840]


def test_what_weighs_twice_and_a_penalty_that_is_over_with_the_next_step():
    """307,200 and 1,059,840: 3.450. A star off makes 3.775 to 2.775, and 3.450 to 2.450: below 2.5 for one step."""
    assert Somebody().rated((8, 4500, 1), twice=True) == 3450
    assert Somebody().rated((8, 4500, 1), penalty=1000) == 2775
    one = Somebody()
    assert one.rated((8, 4500, 1), penalty=1000, twice=True) == 2450
    assert one.rated() == 3450, "nobody rates in the next step, and the penalty is over"


def test_where_standing_is_nothing_one_bad_day_is_mended_by_six_usual_ones():
    """Twenty raters of 4.0 give one star: 264,800 and 856,160: 3.233. Then eight a step give 4.2 each, which no whole
    star is: one in five gives five, so 32,000 and 134,400 a step are put in by hand."""
    one = Somebody()
    assert one.rated((20, 4000, 1)) == 3233
    path = []
    for _ in range(6):
        sums = np.array([[32_000], [134_400], [8]], np.int64)
        remember(peers(), sums, np.zeros(1, np.int64), 0, 5000, np.ones(1, np.uint8), one.remembered, one.score)
        path.append(int(one.score[0]))
    assert path == [3351, 3454, 3545, 3625, 3696, 3758]


def test_a_rater_of_five_weighs_as_much_as_two_and_a_half_of_two():
    """268,800 x 62 / 64 + 7,000 = 267,400; 1,093,680 + 5,000 + 10,000 = 1,108,680: 4.146."""
    one = Somebody()
    assert one.rated((1, 5000, 1), (1, 2000, 5)) == 4146


def test_more_ratings_than_are_remembered_leave_nothing_of_the_old_ones():
    assert Somebody().rated((100, 3000, 2)) == 2000


def test_stars_are_whole_and_lie_between_one_and_five():
    usual = peers()
    with np.errstate(over="ignore"):
        words = [np.uint64(n << 25) for n in range(128)]
        spread = (usual.base, usual.noise, usual.standing)
        given = {int(stars_given(*spread, own, 0, word)) for word in words for own in (-9000, 0, 9000)}
        assert [int(stars_given(usual.base, 0, 500, own, 0, words[1])) for own in (0, -401, -400, 600)] == [4, 3, 4, 5]
    assert given == {1, 3, 4, 5} | ({2} & given)


def test_who_stands_below_the_rater_is_given_less_and_who_stands_above_more():
    """3.9, and half a star for each star between them: 2.4 at three stars below, 4.9 at two above. Where standing is
    nothing, 3.9 to everybody. Right at an edge: 1,200 below is 3.9 - 0.6 = 3.3; 799 and 800 below are 3.5005 and 3.5,
    four stars; 801 below is 3.4995, three."""
    half, word = peers(), np.uint64(1)

    def given(standing, *above):
        return [int(stars_given(half.base, 0, standing, 0, one, word)) for one in above]

    assert given(half.standing, -3000, -1200, -801, -800, -799, 0, 2000, 4000) == [2, 3, 3, 4, 4, 4, 5, 5]
    assert given(0, -3000, 0, 4000) == [4, 4, 4]


def test_a_rater_reaches_nobody_but_whom_they_meet_and_themselves():
    """Four encounters of step 3: friends 3 and 4, colleagues 3 and 4; the friend who has lapsed is not met."""
    world = settings_of(request(), None, society()).world
    stretch = next(stretches_of(people_of(1, 600), world, KEYS, ALL, ALL, [(0, 1)]))
    circle, cut = stretch.circle, np.zeros(600, np.uint16)
    rater = next(i for i in range(600) if circle.friend[3, i] < 600 and circle.friend[4, i] < 600)
    cut[rater] = 1 << 4
    sums = []
    for score in (4000, 1000):
        scores, given = np.full(600, 4000, np.int32), np.zeros((3, 600), np.int64)
        scores[rater] = score
        with np.errstate(over="ignore"):
            meet_ties(
                peers(),
                circle,
                cut,
                ALL,
                0,
                3,
                4,
                KEYS,
                np.zeros(600, np.int64),
                np.zeros(600, np.uint8),
                scores,
                given,
            )
        sums.append(given)
    reached = set(np.flatnonzero((sums[0] != sums[1]).any(axis=0)).tolist())
    met = {int(circle.friend[3, rater]), *(int(circle.colleague[k, rater]) for k in (3, 4))} - {65_535}
    assert reached == met | {rater}, "who stands lower is given less by everybody"


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("raters = 24", "raters = 1_001", "10:30", "1001 raters are not 0 to 1,000"),
        (", of_score = 4.2 }", " }", "10:10", 'a meets needs "of_score"'),
        ('scheme = "nosedive"', 'scheme = "suining-2010"', "10:10", "nobody gives stars in this scheme"),
    ],
)
def test_who_rates_in_a_case_is_asked_of_schemes_of_stars_alone(old, new, place, told):
    text = """\
[about]
scheme = "nosedive"

[[case]]
title = "Doors"
cite = ["assumption"]
worked = "5"
expect = [{ day = 3, knows = true }]

meets = [{ day = 3, raters = 24, of_score = 4.2 }]
"""
    assert text.count(old) == 1
    with pytest.raises(CaseFaultsError) as caught:
        parse_cases(text.replace(old, new).encode(), "mine.toml")
    assert f"mine.toml:{place}: {told}" in str(caught.value)


@pytest.mark.jit_off
def test_whoever_is_rude_falls_and_the_books_balance():
    world = live(scheme_of(PEER), people=64, days=42, step_days=7)
    entries = world.table("entries")
    assert set(entries["kind"]) == {12}
    stretch = world.districts[0]
    moved = np.zeros(64, np.int64)
    np.add.at(moved, entries["resident"].to_numpy(), entries["delta_milli"].to_numpy())
    assert (4000 + moved == stretch.scores.score).all()
    assert (stretch.scores.score[stretch.subject == 0] == 4000).all(), "who is no subject neither rates nor is rated"
    rude = world.table("acts").filter(act=128, outcome=0)
    assert len(rude) > 9
    for who, day in rude.select("resident", "day").iter_rows():
        mine = entries.filter(resident=who, day=day // 7 * 7 + 6)
        assert not stretch.subject[who] or mine["delta_milli"].sum() <= 0
    assert entries["delta_milli"].min() < -500, "a penalty and low stars at once"

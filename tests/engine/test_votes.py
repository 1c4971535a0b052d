"""Votes on points: medians and ranks worked by hand, whose votes count where, and what holds from when on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import polars as pl
import pytest

from engine.lives import Lived, edited, live, request, scheme_of, society
from glasstown.compiled.lower import compile_scheme
from glasstown.simulate.ballot import Ballot
from glasstown.simulate.ballots import chosen_share, counted, points_of_rank
from glasstown.simulate.rows import StepRows
from glasstown.simulate.settings import settings_of, settings_with
from glasstown.simulate.span import Span
from glasstown.simulate.votes import NATION, NOBODY, Ballots, points_at
from glasstown.vocab.acts import ACTS
from scheme.dense_votes import MARK, RULED, VOTED

TOWN = {"people": 300, "days": 120, "step_days": 10}
ALL = 255
MUSIC, POSTS, HELP = 0, 1, 2
POST = next(act.code for act in ACTS if act.id == "critical-post")


@cache
def lived(text: str = VOTED) -> Lived:
    return live(scheme_of(text), **TOWN)


@cache
def votes():
    """Tables: the assembly by rank stands first, the council by the median second."""
    return compile_scheme(scheme_of(VOTED), sightable={}, step_days=10).votes


def by_median(wishes) -> int:
    row = replace(votes().rows[1], lowest=0, highest=100)
    return chosen_share(row, np.bincount(wishes, minlength=101))


@pytest.mark.parametrize(("wishes", "middle"), [([0, 5, 5, 10, 20], 5), ([0, 5, 10, 40], 5), ([7], 7), ([3, 9], 3)])
def test_the_middle_wish_holds_and_of_an_even_number_the_lower(wishes, middle):
    assert by_median(wishes) == middle


def test_points_of_rank_by_hand():
    """Two rank a > b > c, two b > c > a, one c > b > a: a has 4, b 2 + 4 + 1 = 7, c 2 + 2 = 4. So b holds."""
    options = np.array([0, 1_000, 2_000])
    wishes = np.array([0, 0, 1_200, 1_200, 2_000])
    sums = points_of_rank(options, wishes).sum(axis=0)
    assert sums.tolist() == [4, 7, 4]
    assert chosen_share(replace(votes().rows[0], options=options), sums) == 1_000


def test_of_two_options_equally_near_or_equally_ranked_the_smaller_is_first():
    """500 lies between 0 and 1,000; and of 4 and 4 points the smaller share holds."""
    assert points_of_rank(np.array([0, 1_000]), np.array([500])).tolist() == [[1, 0]]
    assert chosen_share(replace(votes().rows[0], options=np.array([0, 1_000, 2_000])), np.array([4, 3, 4])) == 0


@pytest.mark.parametrize(
    ("points", "share", "there"),
    [(-10_000, 794, -7_940), (3_001, 500, 1_501), (-3_001, 500, -1_501), (-4_000, 0, 0), (-5, 100, -1), (-5, 99, 0)],
)
def test_a_share_of_points_goes_to_the_nearest_thousandth_and_halves_away_from_nothing(points, share, there):
    assert points_at(points, share) == there


def test_a_vote_is_held_in_the_steps_into_which_its_days_fall():
    council, assembly = votes().rows[1], votes().rows[0]
    assert [list(council.times(day, day + 10)) for day in (20, 30, 80, 86, 90)] == [[], [0], [1], [1], []]
    assert list(council.times(0, 200)) == [0, 1, 2, 3]
    assert [list(assembly.times(day, day + 10)) for day in (41, 50, 51)] == [[0], [0], []]


def test_what_is_voted_holds_from_the_next_step_on_and_nothing_before_is_touched():
    told, before = lived(), live(scheme_of(RULED), **TOWN)
    voted = told.table("votes").filter(pl.col("group") == ALL)
    moved = told.table("entries").filter((pl.col("kind") == 0) & (pl.col("delta_milli") != 0))
    first = int(voted["day"].min())
    assert first == 40
    same = pl.col("day") < first
    assert told.table("entries").filter(same).equals(before.table("entries").filter(same))
    for rule, of_file in ((MUSIC, -10_000), (POSTS, -4_000), (HELP, 3_001)):
        held = {0: of_file} | dict(voted.filter(pl.col("rule") == rule).select("day", "points_milli").iter_rows())
        for day, delta in (
            moved.filter((pl.col("rule") == rule) & ~pl.col("score_after_milli").is_in([0]))
            .select("day", "delta_milli")
            .iter_rows()
        ):
            assert delta == held[max(one for one in held if one <= day)]
    assert moved.filter(pl.col("day") >= first)["delta_milli"].n_unique() > 4


def test_each_wish_moves_those_of_whom_it_holds():
    """Of music all wish for 1 + 0.4 = 1.4, the poor, fewer than half, for 0.9; where all count as poor 0.9 holds."""
    alike = edited(VOTED, ("turnout = 0.8\n", ""), ("spread = 0.4\n", ""), ("add = -0.3\n", "add = 0\n"))
    plain = edited(alike, ('of = "harmed"\nmost = 2\n', ""))
    poor = edited(plain, ("income-fifth <= 2 or score < 80", "age >= 20"))
    for text, share in ((plain, 1_400), (poor, 900)):
        rows = lived(text).table("votes").filter((pl.col("day") == 40) & (pl.col("rule") == MUSIC))
        assert rows.filter(pl.col("group") == ALL)["share_milli"].to_list() == [share]


def test_more_turnout_sends_nobody_home():
    few, many = (lived(edited(VOTED, ("turnout = 0.8", f"turnout = {share}"))) for share in (0.3, 0.9))
    voters = [one.table("votes").filter((pl.col("group") == ALL) & (pl.col("day") == 40)) for one in (few, many)]
    assert voters[0]["eligible"].to_list() == voters[1]["eligible"].to_list()
    assert 0 < voters[0]["voters"][0] < voters[1]["voters"][0] < voters[1]["eligible"][0]


def test_where_nobody_votes_everything_stays():
    by_rank = 'method = "borda"'
    nobody = edited(VOTED, ("turnout = 0.8", "turnout = 0"), (by_rank, f'eligible = "age > 150"\n{by_rank}'))
    told, before = lived(nobody), live(scheme_of(RULED), **TOWN)
    assert told.table("entries").equals(before.table("entries"))
    assert set(told.table("votes")["share_milli"]) == {NOBODY}
    assert told.life_digest == before.life_digest


def step_of(ballot: Ballot) -> StepRows:
    rows = StepRows()
    rows.ballots = {1: ballot}
    return rows


class Rows:
    def __init__(self) -> None:
        self.rows: list[tuple[str, dict[str, list[int]]]] = []

    def append(self, table, columns):
        self.rows.append((table, {name: np.asarray(column).tolist() for name, column in columns.items()}))


def held_in(scope: str, wishes: tuple[list[int], list[int]]) -> tuple[Ballots, Rows]:
    """Two counties, one of whose wishes stands first."""
    row = replace(votes().rows[1], nation=scope == "nation", lowest=0, highest=2_000)
    tables, writer = replace(votes(), rows=(votes().rows[0], row)), Rows()
    where = Ballots(tables, np.full((3, 2), 1_000, np.int32))
    votes_of = [np.full(len(one), 2, np.uint8) for one in wishes]
    ballots = [
        counted(row, 0 * takes_part, takes_part, np.array([one, one]))
        for one, takes_part in zip(wishes, votes_of, strict=True)
    ]
    span, lanes = Span(3, 30, 10, 90), np.zeros(2, np.uint64)
    with np.errstate(over="ignore"):
        where.hold((4, 7), [0, 1], [step_of(one) for one in ballots], span, writer, lanes)
    return where, writer


def test_a_county_votes_for_itself_and_a_nation_for_all():
    """By county the middle of 200, 400, 600 is 400 and of 1,000 and 1,200 the lower, 1,000; together it is 600."""
    where, writer = held_in("county", ([200, 400, 600], [1_000, 1_200]))
    assert where.share[MUSIC].tolist() == where.share[POSTS].tolist() == [400, 1_000]
    assert where.share[HELP].tolist() == [1_000, 1_000]
    assert {row["county"][0] for _, row in writer.rows} == {4, 7}
    where, writer = held_in("nation", ([200, 400, 600], [1_000, 1_200]))
    assert where.share[MUSIC].tolist() == [600, 600]
    assert {row["county"][0] for _, row in writer.rows} == {NATION}
    assert writer.rows[0][1]["voters"] == [5, 5]


def test_one_voter_of_a_county_moves_nothing_in_another():
    one, _ = held_in("county", ([200, 400, 600], [1_000, 1_200]))
    other, _ = held_in("county", ([200, 400, 600], [1_600, 1_200]))
    assert one.share[MUSIC].tolist() == [400, 1_000]
    assert other.share[MUSIC].tolist() == [400, 1_200]


def test_who_is_free_to_speak_again_is_not_silenced():
    """Where a vote takes all points from posts, nothing hushes them, and all other acts are hushed as before."""
    scheme = scheme_of(VOTED)
    silent = settings_with(request(scheme), scheme, society(), {}, frozenset({POSTS})).world.rates.hush
    spoken = settings_of(request(scheme), scheme, society()).world.rates.hush
    assert spoken[POST].any()
    assert not silent[POST].any()
    others = np.arange(spoken.shape[0]) != POST
    assert np.array_equal(spoken[others], silent[others])


FREED = f"""\
[[vote]]
id = "free"
rules = ["posts"]
day = 35
{MARK}
[[wish]]
id = "all"
vote = "free"
add = -1
{MARK}
"""


def test_a_vote_that_frees_speech_brings_it_back_in_the_next_step():
    """All points are taken from posts on day 40: nobody holds one back from then on; before, all is as it was."""
    repeat = "repeat = { count = 2, within_days = 200 }"
    mute = edited(RULED, ("start = 0.5", "start = 1"), (f"points = -4\n{repeat}", "points = -50"))
    town = {"people": 1_500, "days": 120, "step_days": 10}
    counts = []
    for text in (mute, mute + FREED):
        posts = live(scheme_of(text), **town).table("act_counts").filter(pl.col("act") == POST)
        counts.append(posts.group_by("step").agg(pl.col("held_back").sum()).sort("step"))
    held, after = counts
    early = pl.col("step") < 4
    assert held.filter(early).equals(after.filter(early))
    assert held.filter(~early)["held_back"].sum() > 0
    assert after.filter(~early)["held_back"].sum() == 0

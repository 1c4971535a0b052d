"""Ranks: per cent of others who stand no higher, shares from the top, and whom they reach."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import polars as pl
import pytest

from engine.lives import Lived, edited, live, scheme_of
from glasstown.simulate.ranks import RANKED_TOGETHER, ranks
from scheme.dense_ranks import RANKED

TOWN = {"people": 400, "days": 182, "step_days": 14}


def ranked(scores: list[int], together: list[int] | None = None) -> list[int]:
    return ranks(np.array(scores, np.int64), np.array(together or [0] * len(scores), np.int64)).tolist()


def test_a_rank_is_the_share_of_others_who_stand_no_higher():
    """Of 4: 30 and 30 have two others no higher, 10 none, 90 three; of one alone there is nobody."""
    assert ranked([30, 10, 90, 30]) == [50_000, 0, 75_000, 50_000]
    assert ranked([-5]) == [0]
    assert ranked([7, 7, 7]) == [66_666, 66_666, 66_666], "rounded down to the thousandth of a per cent"


def test_each_is_ranked_among_their_own():
    assert ranked([1, 2, 3, -9, 8, 8], [0, 0, 1, 1, 0, 1]) == [0, 33_333, 33_333, 0, 66_666, 66_666]


def test_the_first_tenth_of_a_thousand_are_a_hundred():
    """With 1,000 different scores the hundredth has 900 others below: 90 per cent, the edge of top_share 0.1."""
    found = np.array(ranked(list(range(1_000))))
    assert np.count_nonzero(found >= 90_000) == 100
    assert found[900] == 90_000
    assert found[899] == 89_900


def test_those_who_are_level_at_the_edge_are_all_in():
    """99 stand above, then 30 are level from the hundredth on: nobody of the 30 is left out."""
    found = np.array(ranked([*range(2_000, 2_099), *[1_000] * 30, *range(871)]))
    assert found.size == 1_000
    assert np.count_nonzero(found >= 90_000) == 129


def test_who_is_ranked_with_whom():
    who = np.array([0, 4_095, 4_096, 262_143, 262_144], np.int64)
    district, county, nation = (of(who).tolist() for of in RANKED_TOGETHER)
    assert district == [0, 0, 1, 63, 64]
    assert county == [0, 0, 0, 0, 1]
    assert nation == [0, 0, 0, 0, 0]


def test_a_share_from_the_top_is_an_edge_in_per_cent():
    grades = {grade.id: grade for grade in scheme_of(RANKED).grades}
    assert grades["elite"].at_least.value == Decimal(80)
    banded = RANKED.replace("top_share = 0.2", "top_share = { value = 0.2, band = [0.1, 0.3] }")
    edge = next(grade.at_least for grade in scheme_of(banded).grades if grade.id == "elite")
    assert (edge.low, edge.value, edge.high) == (70, 80, 90)


# ------------------------------------------------------------------- lived


@pytest.fixture(scope="module")
def world() -> Lived:
    return live(scheme_of(RANKED), **TOWN)


def test_ranks_are_those_of_the_scores_before_the_step(world):
    """Day 175 is the 13th multiple of 14, less 7: the last ranking by place is in the step 168-181."""
    panel, places = world.table("panel"), world.table("scores_panel")
    entries = world.table("entries")
    later = entries.filter((pl.col("day") >= 168) & (pl.col("score") == 0))
    moved = dict(later.group_by("resident").agg(pl.col("delta_milli").cast(pl.Int64).sum()).iter_rows())
    last = panel.filter((pl.col("day") == 182) & (pl.col("flags") & 2 > 0))
    before = {who: score - moved.get(who, 0) for who, score in last.select("resident", "score_milli").iter_rows()}
    place = places.filter((pl.col("day") == 182) & (pl.col("score") == 2))
    for who, told in place.select("resident", "score_milli").iter_rows():
        if who in before:
            no_higher = sum(score <= before[who] for score in before.values()) - 1
            assert told == no_higher * 100_000 // len(before)


def test_start_plus_entries_is_the_rank(world):
    moved = world.table("entries").filter(pl.col("score") == 1).group_by("resident").agg(pl.col("delta_milli").sum())
    sums = dict(moved.iter_rows())
    last = world.table("scores_panel").filter((pl.col("day") == 182) & (pl.col("score") == 1))
    assert all(50_000 + sums.get(who, 0) == rank for who, rank in last.select("resident", "score_milli").iter_rows())
    assert len(sums) > 200


def test_who_falls_in_the_ranks_alone_is_warned_of_nothing():
    """Without rules ranks still move once, to where everybody is level; nobody fears anything by that."""
    bare = RANKED[: RANKED.index("[[rule]]")] + RANKED[RANKED.index("[[grade]]") :]
    world = live(scheme_of(edited(bare, ("start = 0.3", "start = 1"), ("start = 50", "start = 100"))), **TOWN)
    (stretch,) = world.districts
    assert world.table("entries").filter(pl.col("delta_milli") < 0).height
    aware = (stretch.standing.aware != 0) & (stretch.standing.warned_day == 0)
    assert np.count_nonzero(aware) > 100

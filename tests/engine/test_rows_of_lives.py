"""Rows of lives agree: what was denied, held back or did harm with the acts, lives with what acts do to them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import polars as pl

from engine.lives import Lived, edited, live, people_of, scheme_of
from engine.texts import STRICT
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.society.ties import colleagues, friends, house_mates, kin, neighbours, staff_of
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Asset, Effect, Flag, Outcome, Schooling
from scheme.dense import DENSE

CODE = {act.id: act.code for act in ACTS}
BY_CODE = {CODE[act.id]: act for act in RESIDENT_ACTS}
PLACE = {CODE[act.id] for act in RESIDENT_ACTS if act.place}
TOWN = {"people": 4_000, "days": 728, "step_days": 14}

OUTSPOKEN = edited(DENSE, ("learned_per_year = 0.4", "learned_per_year = 1"), ("start = 0.3", "start = 0.9"))
"""Nearly everybody knows that critical posts cost points."""


@cache
def strict() -> Lived:
    return live(scheme_of(STRICT), **TOWN)


@cache
def outspoken() -> Lived:
    return live(scheme_of(OUTSPOKEN), **TOWN | {"people": 2_500})


def rows(world: Lived, outcomes: set[int]) -> pl.DataFrame:
    return world.table("acts").filter(pl.col("outcome").is_in(list(outcomes)))


# ------------------------------------------------------------------- denied


def test_every_denied_act_stands_among_the_blocked_with_what_was_missing():
    world = strict()
    blocked = world.table("blocked")
    columns = ("resident", "day", "act", "outcome")
    denied = rows(world, {Outcome.DENIED, Outcome.LOOKED_UP, Outcome.HELD_BACK})
    assert Counter(blocked.select(columns).iter_rows()) == Counter(denied.select(columns).iter_rows())
    for act, outcome, capacity in blocked.select("act", "outcome", "capacity").iter_rows():
        if outcome == Outcome.HELD_BACK:
            assert capacity == 0
        else:
            assert capacity > 0
            assert capacity & ~int(BY_CODE[act].capacity) == 0


def test_work_and_need_are_what_the_accomplished_acts_alone_make_of_day_0():
    """Of everybody who was grown up on day 0: the others look for work when they come of age."""
    world = strict()
    people = people_of(1, TOWN["people"])
    work, need = people.work.tolist(), [0] * TOWN["people"]
    finds = {Effect.JOB_FOUND_PRIVATE: {1}, Effect.JOB_FOUND_PUBLIC: {1}, Effect.JOB_FOUND_PRESTIGE: {1, 2}}
    for resident, act in rows(world, {Outcome.DONE}).select("resident", "act").iter_rows():
        effect = BY_CODE[act].effect if act in BY_CODE else Effect.NONE
        if effect == Effect.JOB_LOST and work[resident] == 2:
            work[resident] = 1
        elif work[resident] in finds.get(effect, set()):
            work[resident] = 2
        elif effect in {Effect.NEED_BEGINS, Effect.NEED_ENDS}:
            need[resident] = int(effect == Effect.NEED_BEGINS)
    grown_up = [i for i in range(TOWN["people"]) if people.birth_day[i] <= -18 * 365]
    life = world.districts[0].life
    assert [life.work[i] for i in grown_up] == [work[i] for i in grown_up]
    assert life.need.tolist() == need


# ------------------------------------------------------------------- held back


def test_only_lawful_speech_that_costs_points_is_held_back_by_those_who_know():
    world = outspoken()
    held = rows(world, {Outcome.HELD_BACK})
    assert set(held["act"]) == {CODE["critical-post"]}
    aware = world.table("panel").filter(pl.col("flags") & int(Flag.AWARE) > 0)
    first = dict(aware.group_by("resident").agg(pl.col("day").min()).iter_rows())
    last = world.districts[0].standing.aware
    for resident, day in held.select("resident", "day").iter_rows():
        assert last[resident] == 1
        assert day >= first.get(resident, 10_000) - 91, "held back a quarter before the panel knows of it"


# ------------------------------------------------------------------- without a place


def test_only_what_many_ask_for_finds_no_place_and_one_asks_once_a_step():
    world = strict()
    asked = world.table("acts").filter(pl.col("act").is_in(list(PLACE)))
    refused = rows(world, {Outcome.NO_PLACE})
    assert set(refused["act"]) <= PLACE
    assert refused["act"].n_unique() >= 4
    won = asked.filter(pl.col("outcome") == Outcome.DONE).group_by("resident", "step", "act").len()
    assert won["len"].max() == 1


# ------------------------------------------------------------------- harm to others

CIRCLES = {
    "household": house_mates, "neighbour": neighbours, "kin": kin, "colleague": colleagues, "friend": friends,
    "employee": staff_of,
}  # fmt: skip


def test_harm_was_done_in_the_step_before_by_an_act_with_a_victim_through_its_tie():
    world = strict()
    people = people_of(1, TOWN["people"])
    done = Counter(rows(world, {Outcome.DONE}).select("resident", "act", "step").iter_rows())
    harms = world.table("harms")
    assert harms.height > 20
    for victim, day, act, origin in harms.iter_rows():
        assert day % TOWN["step_days"] == 0
        assert done[origin, act, day // TOWN["step_days"] - 1] > 0
        assert victim != origin
        tie = BY_CODE[act].victim_tie
        assert tie == "customer" or victim in CIRCLES[tie](people, origin)
    assert world.table("steps")["harms_void"].sum() > 0


# ------------------------------------------------------------------- what the panel shows of a life


def test_the_panel_shows_lives_within_their_bounds():
    world = strict()
    born = people_of(1, TOWN["people"]).birth_day
    panel = world.table("panel")
    age = [(day - int(born[r])) // 365 for r, day in panel.select("resident", "day").iter_rows()]
    panel = panel.with_columns(age=pl.Series(age))
    assert panel["income_share"].min() >= 16
    assert panel["income_share"].max() <= 192
    assert panel["income_share"].n_unique() > 5
    assert panel["ties_cut"].max() < 256
    assert panel["assets"].max() < 2 * max(int(asset) for asset in Asset)
    first, later = panel.filter(pl.col("day") == 0), panel.filter(pl.col("day") > 0)
    assert set(first["income_share"]) == {64}
    assert set(first["ties_cut"]) == {0}
    at_school = first.filter(pl.col("schooling") != Schooling.NONE)["age"]
    assert (at_school.min(), at_school.max()) == (6, 17)
    assert later.filter(pl.col("schooling") != Schooling.NONE)["age"].max() <= 18, "they leave in the next step"
    pupils = first.filter(pl.col("age").is_between(6, 17))
    assert set(pupils["schooling"]) == set(Schooling) - {Schooling.NONE}

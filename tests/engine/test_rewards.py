"""Rewards pursued, worked by hand: who has one in reach does more of what earns points, and less good beside it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.lives import live, request, scheme_of, society
from glasstown.behaviours.responses import displacement
from glasstown.simulate.classes import pursues
from glasstown.simulate.settings import settings_of
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Truth
from scheme.dense_rewards import REWARDS

CODE = {act.id: act.code for act in ACTS}
CREDITED = ("charity-gift", "help-for-the-poor", "blood-donation")
BESIDE = ("elder-care", "honour-award", "investment-brought-in", "litter-picked-up", "rescue")
MORE, LESS = 21, -16
"""128 log2(1.12) = 20.9. A year brings 0.3567 + 0.05 + 0.0220 deeds that earn points and 0.2515 that do not: for each
of the 0.12 * 0.4287 more, 0.4 fewer of these, 0.9182 times as many; 128 log2(0.9182) = -15.8."""


def world_of(text: str, *without: str):
    names = tuple(f"response:{name}" for name in without)
    return settings_of(request(scheme_of(text), people=64, without=names), scheme_of(text), society()).world


def moved(world, reaches: bool) -> dict[str, set[int]]:
    """Shifts of each act over the classes that do, or do not, have a reward in reach, without deterrence."""
    classes = [public for public in range(world.rates.by_public.shape[1]) if pursues(public) == reaches]
    shifts = {name: set(world.rates.by_public[code, classes].tolist()) for name, code in CODE.items()}
    return {name: found for name, found in shifts.items() if found != {0}}


def test_a_reward_in_reach_moves_what_earns_points_and_the_good_deeds_beside_it():
    world = world_of(REWARDS, "deterrence")
    assert moved(world, reaches=False) == {}
    assert moved(world, reaches=True) == {name: {MORE} for name in CREDITED} | {name: {LESS} for name in BESIDE}


def test_each_response_can_be_switched_off():
    assert moved(world_of(REWARDS, "deterrence", "displacement"), reaches=True) == {name: {MORE} for name in CREDITED}
    assert moved(world_of(REWARDS, "deterrence", "pursuit"), reaches=True) == {}


def test_unlawful_acts_that_earn_points_are_pursued_by_nobody():
    text = REWARDS.replace('act = "blood-donation"', 'act = "late-bill"').replace("points = 4", "points = 40")
    assert "late-bill" not in moved(world_of(text, "deterrence"), reaches=True)


def test_no_more_than_half_of_the_other_good_deeds_is_left_undone():
    assert displacement.rate_factor(1, 0) == 1
    assert displacement.rate_factor(100, 1) == displacement.LEAST


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", [None, 91_668, 50_003]),
        ('grade = "high"', 'grade = "high"\nfrom_day = 10', [None, None, 50_003]),
        ("degree = { deposit = 1 }", "degree = { deposit = -1 }", [None, 91_668, None]),
        ("start = 95", "hidden = true\nstart = 95", [None, None, None]),
    ],
)
def test_a_reward_is_in_reach_in_the_upper_third_of_a_grade(old: str, new: str, expected: list[int | None]):
    """100 - 25 * 0.3333 and 75 - 75 * 0.3333, in thousandths; only up to what favours something more."""
    assert old in REWARDS
    reach = world_of(REWARDS.replace(old, new, 1)).ladder.reach.tolist()
    none = np.iinfo(np.int64).max
    assert [None if one == none else one for one in reach[1:]] == expected


def test_the_same_lives_with_more_of_one_and_less_of_the_other():
    """In a first step nothing else differs: acts that earn points are all those without the response, and more."""
    how = {"people": 4_000, "days": 28, "step_days": 28}
    off = live(scheme_of(REWARDS), **how, without=("response:pursuit",)).acts()
    on = live(scheme_of(REWARDS), **how).acts()
    credited, beside = ({CODE[name] for name in names} for names in (CREDITED, BESIDE))
    assert {act for act in off if act[4] in credited} < {act for act in on if act[4] in credited}
    assert {act for act in off if act[4] in beside} > {act for act in on if act[4] in beside}
    assert {act for act in off if act[4] not in credited | beside} == {
        act for act in on if act[4] not in credited | beside
    }


def test_deeds_are_logged_that_were_never_done_by_who_has_a_reward_in_reach():
    """A tenth of what is logged: of blood 0.8 * 0.022005 * 0.1 / 0.9 a year; in 64 neighbours and 28 days 0.0096."""
    logs = world_of(REWARDS).logs
    assert sorted(logs.act.tolist()) == sorted(CODE[name] for name in CREDITED)
    assert world_of(REWARDS, "gaming").logs.act.size == world_of(REWARDS, "pursuit").logs.act.size == 0
    assert world_of(REWARDS.replace("own_word = true\n", "")).logs.act.size == 0
    row = logs.act.tolist().index(CODE["blood-donation"])
    never, within = (int(height) for height in logs.height[row])
    assert never == 2**64 - 1
    assert -math.log(within / 2**64) == pytest.approx(64 * 7 / 365 * 0.8 * 0.0220051 / 9, rel=1e-4)


def test_what_is_logged_is_told_apart_and_takes_nothing_that_was_true_away():
    how = {"people": 3_000, "days": 28, "step_days": 28}
    off, on = (live(scheme_of(REWARDS), **how, without=without).table("sightings") for without in (
        ("response:gaming",), ()))  # fmt: skip
    logged = on.filter(on["truth"] == Truth.LOGGED_FALSELY)
    assert set(logged["act"]) <= {CODE[name] for name in CREDITED}
    assert logged.height > 0
    assert (logged["origin"] == logged["on_resident"]).all()
    assert on.filter(on["truth"] != Truth.LOGGED_FALSELY).rows() == off.rows()

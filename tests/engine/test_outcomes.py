"""What becomes of an act: done, denied, held back, without a place; what is not done is neither seen nor felt."""

from __future__ import annotations

from functools import cache

import polars as pl
import pytest

from engine.lives import Lived, edited, live, scheme_of
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Outcome, Truth
from scheme.dense import DENSE

TOWN = {"people": 3_000, "days": 728, "step_days": 14}
CODE = {act.id: act.code for act in ACTS}
SPEECH = ("critical-post", "petition", "protest", "report-of-official")
DONE, DENIED, HELD_BACK, NO_PLACE = (int(Outcome[name]) for name in ("DONE", "DENIED", "HELD_BACK", "NO_PLACE"))
PARENTS = {CODE[act.id]: [CODE[child.act] for child in act.children] for act in RESIDENT_ACTS if act.children}

RULE = """
[[rule]]
id = "on-%s"
act = "%s"
points = -5
mark = "fiction"
cite = ["test-book"]
"""

SPOKEN = edited(
    DENSE,
    ("start = 0.3", "start = 0.6"),
    ('"critical-post", "charity-gift"]', ", ".join(f'"{act}"' for act in (*SPEECH, "charity-gift")) + "]"),
    ('deny = ["public-job"]', 'deny = ["flight", "high-speed-rail", "hospital"]'),
) + "".join(RULE % (act, act) for act in SPEECH[1:])
"""Much that is said costs points, and who has lost some travels no more."""


@cache
def spoken(*off: str) -> Lived:
    """A world under that scheme, with some responses switched off."""
    return live(scheme_of(SPOKEN), **TOWN, without=tuple(f"response:{name}" for name in off))


def address(rows: pl.DataFrame) -> set[tuple[int, ...]]:
    return set(rows.select("resident", "step", "family", "ordinal", "child", "act", "day").iter_rows())


def of(rows: pl.DataFrame, *outcomes: int) -> pl.DataFrame:
    return rows.filter(pl.col("outcome").is_in(outcomes))


def test_this_world_knows_every_outcome_of_an_act():
    assert set(spoken().table("acts")["outcome"]) == {DONE, DENIED, HELD_BACK, NO_PLACE}


def test_totals_counts_and_panel_say_what_became_of_acts():
    world = spoken()
    acts, steps = world.table("acts"), world.table("steps")
    for column, outcomes in (("acts", [DONE]), ("blocked", [DENIED]), ("held_back", [HELD_BACK]),
                             ("no_place", [NO_PLACE])):  # fmt: skip
        by_step = dict(of(acts, *outcomes).group_by("step").len().iter_rows())
        assert steps[column].to_list() == [by_step.get(step, 0) for step in steps["step"]]
        counted = world.table("act_counts")["done" if column == "acts" else column]
        assert counted.sum() == steps[column].sum()
    last = world.table("panel").filter(pl.col("day") == TOWN["days"])
    held = dict(of(acts, HELD_BACK).group_by("resident").len().iter_rows())
    assert {who: number for who, number in last.select("resident", "held_back").iter_rows() if number} == held


def test_only_what_was_done_is_seen():
    world = spoken()
    done = {row[:6] for row in address(of(world.table("acts"), DONE))}
    looks = world.table("sightings").filter(pl.col("truth") != int(Truth.FALSE))
    seen = set(looks.select("origin", "step", "family", "ordinal", "child", "act").iter_rows())
    assert seen
    assert seen <= done
    tried = {row[:6] for row in address(world.table("acts"))}
    assert len(tried) > len(done)


def test_a_child_follows_right_after_a_parent_that_was_done_and_shares_its_address():
    rows = spoken().table("acts").select("resident", "step", "family", "ordinal", "child", "act", "day", "outcome")
    before: tuple[int, ...] = ()
    children = 0
    parents = {DONE: 0, DENIED: 0}
    for row in rows.iter_rows():
        if row[4]:
            children += 1
            assert row[:4] == before[:4], "the same resident, step, family and ordinal"
            assert row[6] == before[6], "on the same day"
            assert row[5] == PARENTS[before[5]][row[4] - 1]
            assert before[7] in {DONE, NO_PLACE}
        else:
            before = row
            parents[row[7]] = parents.get(row[7], 0) + (row[5] in PARENTS)
    assert children > 10
    assert parents[DENIED] > 10, "and none of these has one"


def test_what_is_held_back_is_what_would_have_been_said():
    """Opinion stays: with nothing else to move an act, those done and those held back are those done without fear."""
    free = spoken("chilling")
    assert of(free.table("acts"), HELD_BACK).height == 0
    speech = pl.col("act").is_in([CODE[act] for act in SPEECH])
    afraid, unafraid = (world.table("acts").filter(speech) for world in (spoken(), free))
    assert of(afraid, HELD_BACK).height > 50
    assert address(of(afraid, DONE, HELD_BACK)) == address(of(unafraid, DONE))


def test_only_lawful_speech_that_costs_points_is_held_back_and_only_by_who_knows():
    world = spoken()
    held = of(world.table("acts"), HELD_BACK)
    assert set(held["act"]) <= {CODE[act] for act in SPEECH}
    assert all(act.lawful for act in RESIDENT_ACTS if act.id in SPEECH)
    unknown = edited(
        SPOKEN,
        ("start = 0.6", "start = 0"),
        ("learned_per_year = 0.4", "learned_per_year = 0"),
        ('notice = "given"', 'notice = "none"'),
    )
    unaware = live(scheme_of(unknown), **TOWN)
    assert of(unaware.table("acts"), HELD_BACK).height == 0


def test_fear_holds_back_more_after_a_punishment():
    """The share held back is larger while a consequence is in force than without any."""
    world = spoken()
    said = world.table("acts").filter(pl.col("act") == CODE["critical-post"])
    panel = world.table("panel")
    low = set(panel.filter((pl.col("grade") >= 2) & (pl.col("day") == 364) & (pl.col("flags") & 1 != 0))["resident"])
    high = set(panel.filter((pl.col("grade") == 1) & (pl.col("day") == 364) & (pl.col("flags") & 1 != 0))["resident"])
    shares = []
    for residents in (low, high):
        later = said.filter((pl.col("day") >= 364) & (pl.col("day") < 448) & pl.col("resident").is_in(list(residents)))
        assert later.height > 40
        shares.append(of(later, HELD_BACK).height / later.height)
    assert shares[0] > 1.3 * shares[1]


@pytest.mark.parametrize("act", ["air-trip", "high-speed-rail-trip", "hospital-visit"])
def test_what_is_denied_names_the_capacity_that_was_taken(act):
    blocked = spoken().table("blocked").filter(pl.col("act") == CODE[act])
    kind = next(one for one in RESIDENT_ACTS if one.id == act)
    assert blocked.height
    assert set(blocked["outcome"]) == {DENIED}
    assert set(blocked["capacity"]) == {int(kind.capacity)}
    held = of(spoken().table("blocked"), HELD_BACK)
    assert set(held["capacity"]) == {0}


def test_harm_reaches_a_victim_on_the_first_day_of_the_next_step():
    world = spoken()
    harms = world.table("harms").select("resident", "day", "act", "origin").rows()
    assert len(harms) > 20
    done = of(world.table("acts"), DONE).select("resident", "step", "act")
    deeds = {(who, (step + 1) * TOWN["step_days"], act) for who, step, act in done.iter_rows()}
    assert {(origin, day, act) for _, day, act, origin in harms} <= deeds
    assert all(victim != origin for victim, _, _, origin in harms)
    assert {act for *_, act, _ in harms} <= {CODE[act.id] for act in RESIDENT_ACTS if act.victim_tie}

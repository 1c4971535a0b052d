"""Grades, spells, totals and counts agree with each other and with the acts behind them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import polars as pl
import pytest

from engine.books import TEXTS, TOWN, lived
from engine.lives import Lived, live, people_of, scheme_of
from engine.texts import STRICT
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.simulate.facts import names_of
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Effect, Entry, Fate, Flag


@pytest.fixture(params=TEXTS)
def world(request) -> Lived:
    return lived(request.param)


# ------------------------------------------------------------------- grades, spells, totals


@cache
def grade_by_step(which: str) -> dict[int, list[int]]:
    """The grade of every resident in each step, from the table of changes and the panel of day 0."""
    world = lived(which)
    steps = world.table("steps").height
    first = world.table("panel").filter(pl.col("day") == 0)
    grades = {resident: [grade] * steps for resident, grade in first.select("resident", "grade").iter_rows()}
    changes = world.table("grades").select("resident", "day", "from_grade", "to_grade")
    for resident, day, before, after in changes.iter_rows():
        step = day // TOWN["step_days"]
        assert grades[resident][step - 1] == before, "a change begins where the last one ended"
        grades[resident][step:] = [after] * (steps - step)
    return grades


@pytest.mark.parametrize("which", TEXTS)
def test_grades_agree_with_the_panel_and_with_the_counts_by_step(which):
    world, grades = lived(which), grade_by_step(which)
    for resident, day, grade in world.table("panel").select("resident", "day", "grade").iter_rows():
        if day < TOWN["days"]:
            assert grades[resident][day // TOWN["step_days"]] == grade
    counts = world.table("grade_counts").select("step", "grade", "residents").iter_rows()
    for step, grade, residents in counts:
        if step + 1 < world.table("steps").height:
            assert residents == sum(row[step + 1] == grade for row in grades.values())


@pytest.mark.parametrize("which", TEXTS)
def test_spells_are_the_grades_that_brought_them(which):
    world, grades = lived(which), grade_by_step(which)
    names = names_of(scheme_of(TEXTS[which]))
    days = TOWN["step_days"]
    held = defaultdict(set)
    spells = world.table("spells").select("resident", "consequence", "start_day", "end_day", "open")
    for resident, consequence, start, end, is_open in spells.iter_rows():
        assert start < end <= TOWN["days"]
        assert is_open == (end == TOWN["days"])
        span = set(range(start // days, -(-end // days)))
        assert not held[resident, consequence] & span, "one consequence holds a resident once at a time"
        held[resident, consequence] |= span
    for row in names.consequences:
        for resident, steps in grades.items():
            assert held[resident, row.code] == {step for step, grade in enumerate(steps) if grade == row.grade}


@pytest.mark.parametrize("which", TEXTS)
def test_punished_days_of_a_step_are_the_days_of_its_spells(which):
    world, grades = lived(which), grade_by_step(which)
    denying = {row.grade for row in names_of(scheme_of(TEXTS[which])).consequences if row.deny}
    for step, days, punished in world.table("steps").select("step", "days", "punished_days").iter_rows():
        assert punished == days * sum(row[step] in denying for row in grades.values())
    denies = [row.code for row in names_of(scheme_of(TEXTS[which])).consequences if row.deny]
    spells = world.table("spells").filter(pl.col("consequence").is_in(denies))
    days_held = spells.select((pl.col("end_day").cast(pl.Int64) - pl.col("start_day")).sum()).item()
    assert days_held == world.table("steps")["punished_days"].sum()


def test_counts_of_acts_agree_with_the_acts(world):
    group = people_of(1, TOWN["people"]).group
    acts = world.table("acts").with_columns(group=pl.col("resident").map_elements(lambda r: int(group[r]), pl.UInt8))
    found = acts.group_by("step", "act", "group").agg(
        done=(pl.col("blocked") == 0).sum().cast(pl.Int64), blocked=(pl.col("blocked") == 1).sum().cast(pl.Int64)
    )
    key = ("step", "act", "group", "done", "blocked")
    assert set(found.select(key).iter_rows()) == set(world.table("act_counts").select(key).iter_rows())


def test_totals_of_a_step_agree_with_its_rows(world):
    steps = world.table("steps")
    acts = world.table("acts")
    for step, done, blocked in steps.select("step", "acts", "blocked").iter_rows():
        rows = acts.filter(pl.col("step") == step)["blocked"]
        assert (done, blocked) == (rows.len() - rows.sum(), rows.sum())
    assert steps["entries"].sum() == world.table("entries").height
    assert steps["sightings"].sum() == world.table("sightings").height
    taken = world.table("entries").filter((pl.col("kind") == Entry.RULE) & (pl.col("delta_milli") < 0))
    assert steps["points_lost_milli"].sum() == -taken["delta_milli"].sum()
    last = world.table("panel").filter(pl.col("day") == TOWN["days"])
    assert steps["aware"][-1] == last.filter(pl.col("flags") & int(Flag.AWARE) > 0).height
    assert steps["in_need"][-1] == last.filter(pl.col("flags") & int(Flag.NEED) > 0).height
    assert steps["out_of_work"][-1] == last.filter(pl.col("work") == 1).height


def test_every_record_of_an_act_is_a_look_that_was_recorded(world):
    """No entry without its sighting, and only the scored have entries."""
    recorded = world.table("sightings").filter(pl.col("fate") == Fate.RECORDED)
    looks = {
        (on, origin, (step << 20) | (family << 15) | (ordinal << 9) | (source << 3))
        for on, origin, step, family, ordinal, source in recorded.select(
            "on_resident", "origin", "step", "family", "ordinal", "source"
        ).iter_rows()
    }
    entries = world.table("entries").filter(pl.col("kind") == Entry.RULE)
    assert set(entries.select("resident", "origin", "ref").iter_rows()) <= looks
    covered = world.table("panel").filter(pl.col("flags") & int(Flag.COVERED) > 0)["resident"]
    assert set(entries["resident"]) <= set(covered)


# ------------------------------------------------------------------- what was denied


def test_a_blocked_attempt_has_no_effect_and_is_seen_by_nobody():
    world = live(scheme_of(STRICT), people=4_000, days=728, step_days=14)
    acts = world.table("acts")
    blocked = acts.filter(pl.col("blocked") == 1)
    address = ("resident", "step", "family", "ordinal", "act")
    denied = set(blocked.select(address).iter_rows())
    seen = set(world.table("sightings").select("origin", *address[1:]).iter_rows())
    assert len(denied) > 50
    assert not denied & seen
    assert set(world.table("blocked").select("resident", "day", "act").iter_rows()) == set(
        blocked.select("resident", "day", "act").iter_rows()
    )
    assert world.table("blocked")["capacity"].min() > 0
    assert_lives_follow_done_acts(world)


def assert_lives_follow_done_acts(world: Lived) -> None:
    """Work and need at the end are what the accomplished acts alone make of day 0."""
    codes = {act.id: act.code for act in ACTS}
    effects = {codes[act.id]: act.effect for act in RESIDENT_ACTS}
    people = people_of(1, 4_000)
    work, need = people.work.tolist(), [0] * 4_000
    done = world.table("acts").filter(pl.col("blocked") == 0)
    for resident, act in done.select("resident", "act").iter_rows():
        effect = effects.get(act, Effect.NONE)
        if effect == Effect.JOB_LOST and work[resident] == 2:
            work[resident] = 1
        elif effect in {Effect.JOB_FOUND_PRIVATE, Effect.JOB_FOUND_PUBLIC} and work[resident] == 1:
            work[resident] = 2
        elif effect == Effect.NEED_BEGINS:
            need[resident] = 1
        elif effect == Effect.NEED_ENDS:
            need[resident] = 0
    assert world.districts[0].work.tolist() == work
    assert world.districts[0].need.tolist() == need

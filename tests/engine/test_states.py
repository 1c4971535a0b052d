"""Grades, spells, totals and counts agree with each other and with the acts behind them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import polars as pl
import pytest

from engine.books import TEXTS, TOWN, lived
from engine.lives import Lived, people_of, scheme_of
from glasstown.simulate.names_facts import names_of
from glasstown.vocab.codes import Entry, Fate, Flag, Outcome


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


TOLD = {"done": {Outcome.DONE}, "blocked": {Outcome.DENIED, Outcome.LOOKED_UP}, "held_back": {Outcome.HELD_BACK},
        "no_place": {Outcome.NO_PLACE}, "came_to_nothing": {Outcome.CAME_TO_NOTHING}}  # fmt: skip
"""What each count of acts counts."""


def counted(acts: pl.DataFrame, *by: str) -> pl.DataFrame:
    """Acts by what became of them."""
    return acts.group_by(*by).agg(
        **{name: pl.col("outcome").is_in([int(o) for o in which]).sum().cast(pl.Int64) for name, which in TOLD.items()}
    )


def test_counts_of_acts_agree_with_the_acts(world):
    group = people_of(1, TOWN["people"]).group
    acts = world.table("acts").with_columns(group=pl.col("resident").map_elements(lambda r: int(group[r]), pl.UInt8))
    key = ("step", "act", "group", *TOLD)
    found = counted(acts, "step", "act", "group").select(key)
    assert set(found.iter_rows()) == set(world.table("act_counts").select(key).iter_rows())
    assert set(Outcome) == set().union(*TOLD.values()), "every outcome is counted somewhere"
    happened = {name for name in TOLD if found[name].sum()}
    assert happened == TOLD.keys() - {"came_to_nothing"}, (
        "nobody here has worse terms (tests/engine/test_consequences.py)"
    )


def test_totals_of_a_step_agree_with_its_rows(world):
    steps = world.table("steps")
    found = counted(world.table("acts"), "step").sort("step").rename({"done": "acts"}).drop("step")
    assert steps.select(found.columns).equals(found)
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
        (on, origin, (step << 20) | (family << 15) | (ordinal << 9) | (source << 3) | child)
        for on, origin, step, family, ordinal, source, child in recorded.select(
            "on_resident", "origin", "step", "family", "ordinal", "source", "child"
        ).iter_rows()
    }
    entries = world.table("entries").filter(pl.col("kind") == Entry.RULE)
    assert set(entries.select("resident", "origin", "ref").iter_rows()) <= looks
    covered = world.table("panel").filter(pl.col("flags") & int(Flag.COVERED) > 0)["resident"]
    assert set(entries["resident"]) <= set(covered)

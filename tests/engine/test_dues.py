"""What acts leave owing falls due on its day, fails for whom it is likelier to, and is made good by what is said."""

from __future__ import annotations

import re
from functools import cache

import polars as pl
import pytest

from engine.lives import Lived, edited, live, people_of, request, scheme_of, side_by_side
from glasstown.audit.metrics.dues import FAILED, OWED, PAID, SETTLED
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Asset, Work
from scheme.dense_dues import DUES

CODE = {act.id: act.code for act in ACTS}
BROKEN, FINE, KEPT, MISFORTUNE, PLEDGE, PROMISE = range(128, 134)
"""Declared acts by name."""

TOWN = {"people": 120, "days": 126, "step_days": 7}
OF_PLEDGE = 1
"""Row of what a pledge leaves owing: after that of a broken word."""

PLAIN = edited(
    DUES, ("chance = 0.4", "chance = 1"), ("in_need = 0", "in_need = 1"), ("earns_less = 0.2", "earns_less = 1"),
    ("out_of_work = 2.5", "out_of_work = 1"), ("short_of_money = 2\n", "short_of_money = 1\n"),
)  # fmt: skip
"""A pledge fails for certain, whoever owes."""

QUIET = edited(PLAIN, ("rate = 6", "rate = 0.000001"))
"""Nobody gives anything in pledge."""


def owe_alone(town) -> None:
    """Resident 17 owes a pledge until day 40."""
    town.owed[OF_PLEDGE, 17] = 40


@cache
def lived(text: str = DUES, **more: object) -> Lived:
    return live(scheme_of(text), **TOWN | more)


def of(world: Lived, act: int, how: int) -> pl.DataFrame:
    return world.table("dues").filter((pl.col("act") == act) & (pl.col("how") == how))


def done(world: Lived, act: int) -> pl.DataFrame:
    return world.table("acts").filter((pl.col("act") == act) & (pl.col("outcome") == 0))


def test_a_promise_falls_due_a_month_after_it_was_made_and_then_one_of_two_acts_is_done():
    """31 days later to the day, for each promise that worship or a post has not made good before."""
    world = lived()
    made = {(who, day) for who, day in of(world, PROMISE, OWED).select("resident", "day").rows()}
    over = of(world, PROMISE, FAILED).vstack(of(world, PROMISE, PAID)).select("resident", "day").rows()
    assert len(over) > 30
    assert {(who, day - 31) for who, day in over} <= made
    acts = {(who, day) for act in (BROKEN, KEPT) for who, day in world.table("acts").filter(
        pl.col("act") == act).select("resident", "day").rows()}  # fmt: skip
    assert acts == set(over), "each ends in one of the two, kept words that are denied among them"
    settled = of(world, PROMISE, SETTLED)
    assert settled.height
    good = {(who, day) for name in ("critical-post", "worship") for who, day in done(world, CODE[name]).select(
        "resident", "day").rows()}  # fmt: skip
    assert set(settled.select("resident", "day").rows()) <= good


def test_nobody_owes_the_same_twice_at_once():
    rows = lived().table("dues").filter(pl.col("act") == PROMISE).sort("resident", "day", "how", descending=True)
    for _, mine in rows.group_by("resident"):
        hows = mine.sort("day", maintain_order=True)["how"].to_list()
        assert all((how == OWED) == (place % 2 == 0) for place, how in enumerate(hows))


def test_one_resident_by_hand():
    """Owed until day 40; the draw is certain, so on day 40 there is a default, and an arrear from then on."""
    world = live(scheme_of(QUIET), lambda towns: owe_alone(towns[0]), **TOWN)
    (over,) = world.table("dues").filter(pl.col("act") == PLEDGE).select("resident", "day", "how").rows()
    assert over == (17, 40, FAILED)
    (row,) = [one for one in done(world, CODE["loan-default"]).to_dicts() if one["child"] == 7]
    assert (row["resident"], row["day"], row["step"]) == (17, 40, 5), "day 40 lies in the step of days 35 to 41"
    assert world.districts[0].life.assets[17] & int(Asset.ARREARS)


def test_what_somebody_owes_reaches_the_household_alone():
    asked = (request(scheme_of(QUIET), **TOWN), request(scheme_of(QUIET), **TOWN))
    apart = side_by_side(asked, lambda step, towns: owe_alone(towns[0]) if step == 0 else None, ("places", "harms"))
    home = people_of(1, TOWN["people"]).household
    assert not apart[4]
    assert 17 in apart[5]
    assert {int(home[who]) for who in apart[-1]} == {int(home[17])}


def test_a_likelier_failure_undoes_none():
    few, more = lived(), lived(edited(DUES, ("chance = 0.5\npaid", "chance = 0.8\npaid")))
    first = 62  # what follows from what failed differs from the second round on
    one, other = (
        set(of(world, PROMISE, FAILED).filter(pl.col("day") < first).select("resident", "day").rows())
        for world in (few, more)
    )
    assert one < other


@pytest.mark.parametrize(
    ("key", "so"),
    [
        ("out_of_work", lambda life: life.work.fill(int(Work.OUT_OF_WORK))),
        ("in_need", lambda life: life.need.fill(1)),
        ("earns_less", lambda life: life.income.fill(47)),
        ("short_of_money", lambda life: life.assets.fill(int(Asset.SHORT_OF_MONEY))),
    ],
)
def test_a_factor_counts_for_whom_it_is_so_and_for_nobody_else(key, so):
    """What would be certain is impossible for them: no draw, so every one is worked out by hand."""
    text = re.sub(rf"\n{key} = 1\n", f"\n{key} = 0\n", PLAIN)
    for holds in (True, False):

        def owe(towns, *, holds=holds):
            life = towns[0].life
            life.work.fill(int(Work.EMPLOYED)), life.need.fill(0), life.income.fill(48), life.assets.fill(0)
            if holds:
                so(life)
            towns[0].owed[OF_PLEDGE] = 3

        over = live(scheme_of(text), owe, **TOWN | {"days": 7}).table("dues").filter(pl.col("act") == PLEDGE)
        ends = over.filter(pl.col("how") != OWED)
        assert ends["resident"].n_unique() == ends.height == TOWN["people"]
        assert set(ends["how"]) == {PAID if holds else FAILED}


def test_without_lost_capacity_all_fail_alike():
    text = DUES
    alike = edited(text, ("out_of_work = 2.5", "out_of_work = 0"))
    off = {"without": ("response:lost-capacity",)}
    assert lived(text, **off).digest == lived(alike, **off).digest
    assert lived(text).digest != lived(alike).digest

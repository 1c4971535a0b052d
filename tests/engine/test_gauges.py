"""Quantities of a month: who has them, how much on average, and how little they depend on anything else."""

from __future__ import annotations

from functools import cache

import polars as pl
import pytest

from engine.lives import Lived, live, people_of, scheme_of
from glasstown.behaviours.acts.gauges import GAUGES
from glasstown.vocab.acts import ACTS
from scheme.dense import DENSE

TOWN = {"people": 4_000, "days": 360, "step_days": 7}
CODE = {act.id: act.code for act in ACTS}


@cache
def lived(scheme: str = "") -> Lived:
    """A year of one town."""
    return live(scheme_of(scheme) if scheme else None, **TOWN)


def of(world: Lived, gauge: str) -> pl.DataFrame:
    """Readings of one gauge."""
    return world.table("gauges").filter(pl.col("act") == CODE[gauge])


@pytest.mark.parametrize("gauge", GAUGES, ids=lambda gauge: gauge.id)
def test_only_those_it_is_about_have_a_quantity_once_a_month(gauge):
    people, rows = people_of(1, TOWN["people"]), of(lived(), gauge.id)
    standing = people.standing[rows["resident"].to_numpy()]
    assert rows.height
    assert ((standing & int(gauge.needs)) == int(gauge.needs)).all()
    assert rows.group_by("resident", "day").len()["len"].max() == 1
    assert rows["day"].n_unique() == 12


@pytest.mark.parametrize("gauge", GAUGES, ids=lambda gauge: gauge.id)
def test_the_mean_is_the_published_one(gauge):
    """Within a sixth: strain lowers or raises some, and traits run together in a household."""
    rows = of(lived(), gauge.id)
    a_year = rows["milli"].mean() / 1000 * 365 / 30
    assert abs(a_year / float(gauge.rate.value) - 1) < 1 / 6


def test_less_is_logged_than_done():
    rows = of(lived(), "volunteer-hours")
    share = float(next(gauge for gauge in GAUGES if gauge.id == "volunteer-hours").detected.value)
    assert abs(rows["logged_milli"].sum() / rows["milli"].sum() - share) < 0.01


def test_a_scheme_that_touches_no_life_touches_no_quantity():
    plain, dense = of(lived(), "gaming-hours"), of(lived(DENSE), "gaming-hours")
    assert plain["day"].unique().to_list() == dense["day"].unique().to_list()
    same = plain.join(dense, on=["resident", "day"], suffix="_dense")
    assert (same["milli"] == same["milli_dense"]).mean() > 0.95

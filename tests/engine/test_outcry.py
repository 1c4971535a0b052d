"""Both endings of Suining come by themselves within five years, as shipped; not where approval comes back."""

from __future__ import annotations

import pytest

from engine.lives import live
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme

COMES_BACK = """
[scheme]
id = "comes-back"
title = "Approval comes back by itself"
evidence = "constructed"
base = "suining-2010-cancelled"

[legitimacy]
mark = "assumed"
drift_per_year = { value = 0.2, band = [0, 0.2] }
"""
TOWN = {"people": 800, "days": 1_200, "step_days": 30}


@pytest.mark.parametrize(
    ("name", "goes_on"), [("suining-2010-cancelled", False), ("suining-2010-grades-dropped", True)]
)
def test_an_outcry_ends_it_both_ways_within_five_years(name: str, goes_on: bool):
    world = live(read_scheme(find(name)), **TOWN)
    (day,) = world.table("versions_begun")["day"].to_list()
    assert 365 < day < TOWN["days"] - 90
    entries, grades = world.table("entries"), world.table("grade_counts")
    assert (entries["day"] < day).any()
    assert (entries["day"] > day + 30).any() == goes_on
    assert grades.filter(grades["grade"] > 0)["day"].max() <= day, "nobody has a grade from then on"
    documented = live(read_scheme(find("suining-2010")), **TOWN)
    assert documented.digest != world.digest
    before = documented.table("entries").filter(documented.table("entries")["day"] < day)
    assert before.equals(entries.filter(entries["day"] < day)), "the same until then"


@pytest.mark.nightly
def test_where_approval_comes_back_by_itself_no_outcry_lasts():
    world = live(parse_scheme(COMES_BACK), **TOWN)
    assert world.table("versions_begun").is_empty()
    assert world.table("counties")["legitimacy_nano"].min() > 600_000_000

"""A consequence that hits children alone bites where a parent applies to a school for them; the twin agrees."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from engine import halves
from engine.lives import people_of, scheme_of
from engine.test_consequence_pairs import CHANCE, CODE, assert_sign, by_chance, moved
from glasstown.simulate.for_children import of_children
from glasstown.vocab.codes import Outcome
from twin.compare import live_both

NO_SCHOOL = 'deny = ["private-school"]\nscope = "children"\n'
APPLIES = CODE["private-school-application"]
YEAR = 365


def first_day(day: int) -> int:
    """First day of the step in which a day lies: who is a child is looked at then."""
    return day // halves.TOWN["step_days"] * halves.TOWN["step_days"]


def test_a_child_kept_from_school_is_refused_where_a_parent_applies():
    """Refused are grown-ups of whose household a child is hit, and nobody else; every application of theirs is."""
    world, people = halves.lived(NO_SCHOOL), people_of(halves.SEED, halves.TOWN["people"])
    hit = halves.half(world)
    tried = world.table("acts").filter(pl.col("act") == APPLIES)
    refused = tried.filter(pl.col("outcome") == int(Outcome.DENIED))
    assert refused.height > 50
    for who, day, outcome in tried.select("resident", "day", "outcome").iter_rows():
        home = np.flatnonzero(people.household == people.household[who])
        theirs = bool(hit & {int(one) for one in home})
        growing = any(first_day(day) - int(people.birth_day[one]) < 18 * YEAR for one in home)
        assert (outcome == Outcome.DENIED) == (theirs and growing)


def test_it_takes_the_children_out_of_private_schools():
    assert_sign(NO_SCHOOL, "school", "", -1)


@pytest.mark.nightly
def test_a_child_preferred_at_the_best_schools_gets_in():
    """So few places come up that it takes a larger town."""
    size = {"people": 48_000, "days": 3_640}
    what = 'favour = ["top-school"]\nscope = "children"\n'
    more, fewer = moved(halves.lived(what, **size), halves.without(**size), "top-school", "")
    assert by_chance(more, fewer) < CHANCE, f"more with {more}, less with {fewer}"


def test_what_nobody_asks_for_on_behalf_of_children_stays_with_them():
    """A parent whose child may not fly flies."""
    blocked = halves.lived('deny = ["flight"]\nscope = "children"\n').table("blocked")
    people = people_of(halves.SEED, halves.TOWN["people"])
    refused = blocked.filter(pl.col("outcome") == int(Outcome.DENIED))
    assert refused.height
    for who, day in refused.select("resident", "day").iter_rows():
        assert first_day(day) - people.birth_day[who] < 18 * YEAR


def test_one_child_of_whom_it_holds_is_enough():
    """Two households: one of a grown-up, a child of five and one of seventeen; one of two grown-ups."""
    household = np.array([0, 0, 0, 3, 3], np.int32)
    born = np.array([-40, -5, -17, -30, -30], np.int32) * YEAR
    held = np.array([4, 0, 2, 0, 8], np.uint64)
    assert of_children(held, household, born, 0).tolist() == [2, 2, 2, 0, 0], "what holds of grown-ups is theirs alone"
    assert of_children(held, household, born, YEAR).tolist() == [0] * 5, "eighteen"


TOWN = halves.HALF_IN_THE_WORST.replace('notice = "none"', 'notice = "%s"')
WAYS = {
    "refused": (TOWN % "on-refusal") + NO_SCHOOL,
    "preferred": (TOWN % "given") + 'favour = ["private-school", "top-school"]\nscope = "children"\n',
    "own": (TOWN % "on-refusal") + 'deny = ["form", "shared"]\nscope = "children"\n'
    '[[capacity]]\nid = "form"\nacts = ["private-school-application", "top-school-application"]\n'
    '[[capacity]]\nid = "shared"\nacts = ["top-school-application", "charity-gift"]\n',
}


@pytest.mark.parametrize(
    "way", ["own", *(pytest.param(one, marks=pytest.mark.nightly) for one in WAYS if one != "own")]
)
@pytest.mark.nightly
def test_the_twin_agrees(way):
    rows = live_both(scheme_of(WAYS[way]), people=60, days=1_092, step_days=28, seed=3)
    assert rows

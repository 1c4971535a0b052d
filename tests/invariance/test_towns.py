"""A larger town holds the smaller one; another seed is another town and other luck; the step is part of luck."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from engine.lives import Lived, edited, live, people_of, scheme_of
from engine.texts import STRICT
from glasstown.society.ties import household_of, reach
from scheme.dense import DENSE

DISTRICT = 4_096
SMALLER, LARGER = DISTRICT + 700, DISTRICT + 1_500
TIME = {"days": 84, "step_days": 14}
ROWS = ("acts", "entries", "grades", "spells", "blocked", "places_given", "harms", "panel")
ALONE = ("places", "harms")
"""Ways between residents of a district that are closed where a test looks at other ties."""


@cache
def town(text: str | None, people: int, **more: Any) -> Lived:
    return live(scheme_of(text) if text else None, people=people, **TIME | more)


def rows(world: Lived, upto: int) -> dict[str, set[tuple[int, ...]]]:
    return {name: set(world.table(name).filter(world.table(name)["resident"] < upto).iter_rows()) for name in ROWS}


def whole_households(smaller: int, larger: int) -> int:
    """Residents before the household that the smaller town cuts, if it cuts one."""
    home = household_of(people_of(1, larger), smaller - 1)
    return home.start if home.stop > smaller else smaller


def apart(one: Lived, other: Lived, upto: int) -> set[int]:
    """Residents with a row that only one of the two towns holds."""
    both = rows(one, upto), rows(other, upto)
    return {row[0] for name in ROWS for row in both[0][name] ^ both[1][name]}


@pytest.mark.parametrize("text", [None, DENSE, STRICT], ids=["none", "dense", "no others"])
def test_whole_districts_live_the_same_in_a_larger_town(text):
    """Every tie stays within its district, so a district that is complete does not see the town grow."""
    smaller, larger = town(text, SMALLER), town(text, LARGER)
    assert rows(smaller, DISTRICT) == rows(larger, DISTRICT)
    assert rows(smaller, DISTRICT)["acts"]


@pytest.mark.parametrize("text", [None, STRICT], ids=["none", "no others"])
def test_without_ties_beyond_the_household_everybody_lives_the_same_in_a_larger_town(text):
    """Only the household that the smaller town cuts in two may differ, where nobody harms or displaces another."""
    upto = whole_households(SMALLER, LARGER)
    smaller, larger = (rows(town(text, people, closed=ALONE), upto) for people in (SMALLER, LARGER))
    assert smaller == larger
    assert smaller["panel"]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ((("wrong_person = 0\n", "wrong_person = 0.5\n"),), ("lookalikes", "namesakes")),
        ((("learned_per_year = 0", "learned_per_year = 0.1"), ("start = 0\n", "start = 0.5\n")), ("neighbours",)),
    ],
    ids=["mistaken", "talking"],
)
def test_who_differs_in_a_larger_town_is_tied_to_somebody_the_smaller_lacks(changes, kinds):
    text = edited(STRICT, *changes)
    people = people_of(1, LARGER)
    new = set(range(SMALLER, LARGER))
    near = reach(people, new, [*kinds, "household"], len(range(0, TIME["days"], TIME["step_days"])))
    differs = apart(town(text, SMALLER, closed=ALONE), town(text, LARGER, closed=ALONE), SMALLER)
    assert differs <= near
    assert (kinds == ("neighbours",)) or differs


@pytest.mark.parametrize("text", [None, DENSE], ids=["none", "dense"])
def test_another_seed_is_another_town_and_other_luck(text):
    one, other = town(text, 300), town(text, 300, seed=2)
    assert one.digest != other.digest
    assert one.life_digest != other.life_digest
    assert people_of(1, 300).digest != people_of(2, 300).digest
    assert not one.acts() <= other.acts()


def test_another_replicate_is_another_town_of_the_same_society():
    one, other = town(DENSE, 300), town(DENSE, 300, replicate=1)
    assert one.life_digest != other.life_digest
    assert people_of(1, 300, 1).digest != people_of(1, 300).digest
    assert people_of(1, 300, 1).spec_digest == people_of(1, 300).spec_digest


def test_another_step_is_other_luck_and_the_same_people():
    one, other = town(None, 300), town(None, 300, step_days=12)
    assert one.life_digest != other.life_digest
    days = [set(world.table("acts").select("resident", "day", "act").iter_rows()) for world in (one, other)]
    assert len(days[0] & days[1]) < len(days[0]) / 2


def test_a_longer_run_begins_as_the_shorter_one():
    """The horizon cuts what comes after it and changes nothing before, up to its last whole step."""
    short, long = town(DENSE, 300), town(DENSE, 300, days=126)
    for name in ("acts", "entries", "grades", "blocked"):
        frames = [world.table(name).filter(world.table(name)["day"] < 84) for world in (short, long)]
        assert frames[0].equals(frames[1]), name

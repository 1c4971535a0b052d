"""Worlds that are otherwise at single addresses, in the engine and in its twin: the same to the last bit."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from engine.lives import edited, scheme_of
from glasstown.vocab.change import Change
from glasstown.vocab.codes import Fate, Truth
from glasstown.vocab.sighting_numbers import number_of
from scheme.dense import DENSE
from scheme.dense_consent import CHOSEN
from scheme.dense_ties import TIES
from twin.compare import live_both
from twin.schemes import CONTESTED
from twin.world import World

TOWN = {"people": 160, "days": 100, "step_days": 10, "seed": 3}
TIED = DENSE + TIES
REFUSING = edited(CONTESTED, ("upheld = 0.9\nupheld_if_right = 0.7", "upheld = 0.4\nupheld_if_right = 0.2"))
GHOST_FAMILY, SHARED = 31, 3
REFUSED, JOINED = 0, 0
UNEVEN = edited(CHOSEN, ("detection = 0.8", "detection = 0.8\nwatch = { minority_a = 0.2, minority_b = 0.05 }"))
FIRST, SECOND = int(Fate.RECORDED), int(Fate.DUPLICATE)


def numbers(rows, wanted):
    """Numbers of the sightings of a town that are as wanted."""
    for row in rows["sightings"]:
        if wanted(row):
            ref = row["step"] << 20 | row["family"] << 15 | row["ordinal"] << 9 | row["source"] << 3 | row["child"]
            yield number_of(row["origin"], ref, row["act"])


def of_act(row):
    """The act that a record is of, and whom it is about."""
    return tuple(row[key] for key in ("origin", "step", "family", "ordinal", "on_resident"))


@pytest.fixture(scope="module")
def base():
    return live_both(scheme_of(TIED), **TOWN)


def test_single_sightings_are_never_made(base):
    twice = {of_act(row) for row in base["sightings"] if row["fate"] == SECOND}
    wanted = {
        "first": [*islice(numbers(base, lambda row: of_act(row) in twice and row["fate"] == FIRST), 3)],
        "false": [*islice(numbers(base, lambda row: row["family"] == GHOST_FAMILY), 3)],
        "of another": [*islice(numbers(base, lambda row: row["truth"] == Truth.WRONG_PERSON), 2)],
    }
    assert all(wanted.values()), "a first record of several, a false one, and one about somebody else"
    never = {number for some in wanted.values() for number in some}
    without = live_both(scheme_of(TIED), **TOWN, change=Change(tuple(f"sighting:{n}" for n in never)))
    gone = set(numbers(base, lambda row: True)) - set(numbers(without, lambda row: True))
    assert gone >= never
    assert without["entries"] != base["entries"]


def test_single_ties_are_not_there(base):
    people = World(scheme_of(TIED), **TOWN).people
    shared = {(row["resident"], row["origin"]) for row in base["entries"] if row["kind"] == SHARED}
    cut = [both for kind in ("kin", "colleague", "friend") for both in apart(people, kind, shared)[:2]]
    assert len(cut) == 6, "of each kind two who know each other and live neither together nor next door"
    assert shared & set(cut)
    without = live_both(scheme_of(TIED), **TOWN, change=Change(tuple(f"tie:{a}-{b}" for a, b in cut)))
    still = {(row["resident"], row["origin"]) for row in without["entries"] if row["kind"] == SHARED}
    assert not still & {*cut, *(both[::-1] for both in cut)}


def apart(people, kind, shared):
    """Residents with one kind of ties and no others, those first of whom one shared points of the other."""
    pairs = {
        (one["number"], other)
        for one in people
        for other in one[kind]
        if other is not None and people[other] not in one["ties"]
    }
    return sorted(pairs, key=lambda both: (both not in shared, both))


@pytest.mark.nightly
def test_single_appeals_are_upheld():
    heard = scheme_of(REFUSING)
    base = live_both(heard, **TOWN)
    refused = [row for row in base["appeals"] if row["outcome"] == REFUSED and not row["via"]]
    chosen = sorted({number_of(row["origin"], row["ref"], row["act"]) for row in refused})[::3]
    assert len(chosen) > 2
    change = Change(added=tuple(f"upheld:{number}" for number in chosen))
    upheld = live_both(heard, **TOWN, change=change)
    assert upheld["entries"] != base["entries"]
    late = replace(change, from_day=50)
    assert live_both(heard, **TOWN, change=late)["appeals"] not in (base["appeals"], upheld["appeals"])


@pytest.mark.parametrize("day", [pytest.param(0, marks=pytest.mark.nightly), 40])
@pytest.mark.parametrize("added", [
    ("label:*=minority-b", "label:3=majority"),
    ("attributes:*=minority-a", "attributes:7=minority-b", "label:8=majority"),
])  # fmt: skip
def test_groups_are_put_on_residents_after_they_were_drawn(added, day):
    change = Change(added=added, from_day=day)
    base, other = (live_both(scheme_of(UNEVEN), **TOWN, **more) for more in ({}, {"change": change}))
    assert base["sightings"] != other["sightings"]
    same = [[row for row in rows["sightings"] if row["step"] * 10 < day] for rows in (base, other)]
    assert same[0] == same[1]
    joined = [
        [row for row in rows["consents"] if row["what"] == JOINED and row["day"] == day + 10] for rows in (base, other)
    ]
    assert (joined[0] != joined[1]) == any(one.startswith("attributes") for one in added)

"""What is added in a second world: appeals that a scheme does not hear, groups that are put on residents.

The oracle is never the switch itself: for appeals it is a text that says who files them; for groups a source that looks
at everybody as at members of one.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.lives import Lived, edited, live, request, scheme_of
from engine.test_changed import TOWN
from glasstown.scheme.appealed import STAGE, hears_its_own, with_appeals
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.change_faults import change_faults
from glasstown.simulate.changed import with_change
from glasstown.vocab.change import NOTHING, Change
from scheme.dense import DENSE, FULL

WATCHED = "watch = { majority = 1, minority_a = 1.05, minority_b = 1.1, urban = 0.9, rural = 1 }"
UNEVEN = edited(DENSE, (WATCHED, "watch = { majority = 1, minority_a = 0.1, minority_b = 0.05, urban = 1, rural = 1 }"))
ONE_EYE = edited(UNEVEN, ("majority = 1, minority_a = 0.1,", "majority = 0.1, minority_a = 0.1,"),
                 ("minority_b = 0.05", "minority_b = 0.1"))  # fmt: skip
"""A source that looks at everybody as the other looks at minority A."""

DISPUTED = edited(DENSE, ("propagates = false\n", """propagates = false
filed = { value = 0.5, band = [0.1, 0.9], mark = "assumed" }
filed_if_right = { value = 0.03, band = [0, 0.2], mark = "assumed" }
upheld = { value = 0.8, band = [0.5, 0.98], mark = "assumed" }
upheld_if_right = { value = 0.05, band = [0, 0.2], mark = "assumed" }
days = { value = 30, band = [10, 45], mark = "assumed" }
"""))  # fmt: skip


def world(text: str, change: Change = NOTHING) -> Lived:
    asked = request(scheme_of(text), **TOWN)
    return live(with_change(asked, change) if change else asked)


def added(*texts: str, day: int = 0) -> Change:
    return Change(added=texts, from_day=day)


def test_what_is_added_is_what_the_scheme_of_credit_reports_takes_for_disputes():
    theirs = read_scheme(find("fico-like")).process.appeal
    assert replace(theirs, span=STAGE.span) == STAGE
    assert hears_its_own(read_scheme(find("fico-like")))


def test_with_appeals_the_world_is_that_of_a_text_that_says_who_files_them():
    base, heard = world(DENSE), world(DENSE, added("appeals"))
    assert heard.digest == world(DISPUTED).digest != base.digest
    assert heard.table("appeals").height > 0
    assert base.table("appeals").height == 0


def test_from_a_day_on_only_what_is_held_from_then_can_be_appealed_against():
    base, late = world(DENSE), world(DENSE, added("appeals", day=70))
    filed = late.table("appeals")
    assert filed.height
    assert filed["known_day"].min() >= 70
    before = [one.table("sightings").filter(one.table("sightings")["step"] < 10) for one in (base, late)]
    assert before[0].equals(before[1])


@pytest.mark.parametrize("word", ["label", "attributes"])
def test_sources_look_at_everybody_as_at_those_of_one_group(word):
    base, labelled = world(UNEVEN), world(UNEVEN, added(f"{word}:*=minority-a"))
    assert labelled.digest == world(ONE_EYE).digest != base.digest


@pytest.mark.parametrize("word", ["label", "attributes"])
def test_the_group_that_a_resident_has_anyway_changes_nothing(word):
    same = world(UNEVEN, added(*(f"{word}:{who}=majority" for who in majority(30))))
    assert same.digest == world(UNEVEN).digest
    assert world(UNEVEN, added(*(f"{word}:{who}=minority-b" for who in majority(30)))).digest != same.digest


def majority(number: int) -> list[int]:
    groups = live(request(scheme_of(UNEVEN), **TOWN | {"days": 7})).districts[0].people.group
    return [who for who, group in enumerate(groups.tolist()) if not group][:number]


def test_in_any_order_changes_are_the_same_world():
    one = Change(("rule:bills", "delay"), 35, ("appeals", "label:*=minority-b", "label:3=majority"))
    other = Change(("delay", "rule:bills"), 35, ("label:3=majority", "label:*=minority-b", "appeals"))
    assert one == other
    turns = [Change(("delay",), 35), added("label:*=minority-b", day=35), added("appeals", "label:3=majority", day=35)]
    composed = turns[2].then(Change(("rule:bills",), 35)).then(turns[0]).then(turns[1])
    assert composed == one
    assert one.words == (
        "without delay and rule:bills, with appeals and label:*=minority-b and label:3=majority, from day 35"
    )
    assert "*" not in one.slug


FAULTS = {
    "appeal": ("WIF-addition", '"appeal" is nothing that can be added', "appeals"),
    "rule:bills": ("WIF-addition", "is nothing that can be added", "label:WHO=GROUP"),
    "appeals:all": ("WIF-form", "is not how this change is written", "write appeals"),
    "upheld:many": ("WIF-form", "is not how this change is written", "upheld:N with a number that"),
    "label:3": ("WIF-form", "is not how this change is written", "label:12=minority-a"),
    "label:3=minority": ("WIF-form", "is not how this change is written", "label:12=minority-a"),
    "attributes:03=majority": ("WIF-form", "is not how this change is written", "attributes:12=minority-a"),
    "label:150=majority": ("WIF-resident", "there is no resident 150", "from 0 to 149"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_cannot_be_added_is_refused_by_name(text):
    code, what, fix = FAULTS[text]
    (fault,) = change_faults(replace(request(scheme_of(DENSE), **TOWN), change=added(text)))
    assert (fault.code, fault.where) == (code, f"--with {text}")
    assert what in fault.message
    assert fix in fault.fix


def test_two_groups_for_one_resident_and_appeals_that_are_heard_already_are_refused():
    two = change_faults(
        replace(request(scheme_of(DENSE), **TOWN), change=added("label:3=majority", "label:3=minority-a"))
    )
    assert [fault.code for fault in two] == ["WIF-group"]
    twice = change_faults(replace(request(scheme_of(FULL), **TOWN), change=added("appeals")))
    assert [fault.code for fault in twice] == ["WIF-appeals"]
    nothing = change_faults(replace(request(None, **TOWN), change=added("appeals", "label:*=majority")))
    assert {fault.code for fault in nothing} == {"WIF-nothing"}
    assert with_appeals(scheme_of(FULL)) == scheme_of(FULL)


def test_what_is_added_cannot_be_switched_off_and_the_other_way_round():
    (fault,) = change_faults(replace(request(scheme_of(DENSE), **TOWN), change=Change(("appeals",))))
    assert fault.code == "WIF-cause"

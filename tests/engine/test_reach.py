"""Whoever changed lies inside the reach of what was changed: one resident, over the ties of the scheme (C1)."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lives import edited, lay_out, live, people_of, request, scheme_of, side_by_side
from engine.texts import BARE, NO_OTHERS, STRICT
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.kernels.strangers import stranger
from glasstown.simulate.agenda import RECORD
from glasstown.society.ties import reach, staff_of
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Standing
from scheme.dense import DENSE

TOWN = {"people": 700, "days": 364, "step_days": 14}
MISTAKEN = (("wrong_person = 0\n", "wrong_person = 0.7\n"),)

TOLD = ('notice = "none"\ndomain', 'notice = "given"\ndomain')
"""Who falls to the middle grade is told so, and nobody is on day 0."""


PLACES_ASKED = {code.code for code in ACTS for act in RESIDENT_ACTS if act.id == code.id and act.place}
"""Acts that ask for something of which there is too little."""

ALONE = ("places", "harms")
"""Ways between residents that every scheme shares: closed where a test looks at those of one scheme."""


NO_DROPPING = {"without": ("response:dropping",)}
"""Where scores are public, friends of a lower score are dropped: that way is looked at where dropping is tested."""


def worlds(text: str, **more: object):
    asked = request(scheme_of(text), **(TOWN | NO_DROPPING | more))
    return asked, asked


def points_off(resident: int, step: int = 0):
    """Take a resident's points, but for one, before a step."""

    def alter(now, town):
        if now == step:
            town[0].scores.score[resident] = town[0].scores.open_sum[resident] = 1_000
            town[0].moved[resident] = town[0].life.stale[resident] = 1

    return alter


def a_record_less(after: int):
    """Drop the first record on the agenda after some steps; remembers whose it was."""

    def alter(now, town):
        d = town[0]
        rows = np.flatnonzero(d.agenda["kind"][: d.used] == RECORD)
        if now >= after and rows.size and not alter.who:
            alter.who.append(int(d.agenda["who"][rows[0]]))
            d.agenda = np.delete(d.agenda, rows[0])
            d.used -= 1

    alter.who = []
    return alter


def let_all(column: str, who: set[int]):
    """Let some residents be in need, be out of work, hold office, or know of the scheme, from the first step on."""

    def alter(now, town):
        if now == 0:
            parts = {"aware": town[0].standing, "standing": town[0].people}
            column_of = getattr(parts.get(column, town[0].life), column)
            column_of[sorted(who)] = int(Standing.OFFICIAL) if column == "standing" else 1
            town[0].life.stale[:] = 1

    return alter


def assert_inside(changed, start, kinds, people):
    """Before step k nobody is changed who is more than k - 1 ties away; with kinds empty nobody else is."""
    for step, residents in enumerate(changed):
        outside = residents - reach(people, start, kinds, step)
        assert not outside, f"step {step}: residents {sorted(outside)[:5]} changed out of reach"


@pytest.mark.parametrize("resident", [5, 111, 400, 699])
def test_without_others_and_consequences_nobody_else_changes(resident):
    changed = side_by_side(worlds(BARE), points_off(resident), ALONE)
    assert set().union(*changed) == {resident}


@pytest.mark.parametrize("resident", [5, 111, 400, 699])
def test_without_others_a_change_stays_in_the_household(resident):
    people = people_of(1, TOWN["people"])
    changed = side_by_side(worlds(STRICT), points_off(resident), ALONE)
    assert resident in changed[-1]
    assert_inside(changed, {resident}, ["household"], people)


def test_a_record_less_without_others_touches_one_resident():
    alter = a_record_less(after=4)
    changed = side_by_side(worlds(BARE), alter, ALONE)
    assert changed[-1] == set(alter.who)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ((("wrong_person = 0\n", "wrong_person = 0.7\n"), ('"name"', '"description"')), ["lookalikes"]),
        ((("wrong_person = 0\n", "wrong_person = 0.7\n"), ('match = "description"', 'match = "name"')), ["namesakes"]),
        ((("wrong_person = 0\n", "wrong_person = 0.7\n"),), ["lookalikes", "namesakes"]),
        ((("learned_per_year = 0", "learned_per_year = 0.2"), TOLD), ["neighbours"]),
    ],
    ids=["by-looks", "by-name", "by-both", "awareness"],
)
def test_a_change_travels_along_the_ties_of_the_scheme_and_no_others(changes, kinds):
    text = edited(STRICT, *changes)
    people = people_of(1, TOWN["people"])
    for resident in (5, 400):
        changed = side_by_side(worlds(text), points_off(resident), ALONE)
        assert_inside(changed, {resident}, ["household", *kinds], people)


DISTRICT = 4_096
"""A whole district: here most ties lead to somebody."""

TALKING = (("learned_per_year = 0", "learned_per_year = 0.01"), TOLD)


@pytest.mark.parametrize(
    ("changes", "column", "kinds"),
    [
        (MISTAKEN, "need", ("lookalikes", "namesakes")),
        (TALKING, "aware", ("neighbours",)),
        ((*MISTAKEN, *TALKING), "need", ("lookalikes", "namesakes", "neighbours")),
    ],
    ids=["mistaken", "talking", "both"],
)
def test_a_change_does_travel_and_no_further_than_its_ties(changes, column, kinds):
    """Some households fall into need, or one of each learns of the scheme: others feel it in time."""

    people = people_of(1, DISTRICT)
    start = {int(people.household[resident]) for resident in range(0, DISTRICT, 50)}
    changed = side_by_side(worlds(edited(STRICT, *changes), people=DISTRICT), let_all(column, start), ALONE)
    assert_inside(changed, start, ["household", *kinds], people)
    assert changed[-1] - reach(people, start, ["household"], 1), "nothing crossed to another household"


ANSWERING = """
[[association]]
id = "answering"
tie = "{tie}"
carries = "both"
share = 1
mark = "fiction"
cite = ["test-book"]
"""


@pytest.mark.parametrize(
    ("tie", "kind"), [("friend", "friends"), ("kin", "kin"), ("colleague", "colleagues"), ("neighbour", "neighbours")]
)
def test_shared_points_travel_along_the_ties_of_the_association_and_no_others(tie, kind):
    people = people_of(1, DISTRICT)
    start = {int(people.household[resident]) for resident in range(0, DISTRICT, 50)}
    text = STRICT + ANSWERING.format(tie=tie)
    changed = side_by_side(worlds(text, people=DISTRICT), let_all("need", start), ALONE)
    assert_inside(changed, start, ["household", kind], people)
    assert changed[-1] - reach(people, start, ["household"], 1), "nothing crossed to another household"


def test_by_identity_code_a_change_reaches_the_stranger_of_each_step():
    text = edited(STRICT, *MISTAKEN, ('match = "name"', 'match = "id-code"'), ('"description"', '"id-code"'))
    asked, _ = worlds(text, people=DISTRICT)
    people = people_of(1, DISTRICT)
    luck = lay_out(asked)[1].luck
    for resident in (5, 400):
        reached = {resident}
        for step, changed in enumerate(side_by_side((asked, asked), points_off(resident), ALONE)):
            assert changed <= reached
            homes = reach(people, reached, ["household"], 1)
            with np.errstate(over="ignore"):
                strangers = {int(stranger(one, 0, step, luck)) for one in reached}
            reached = set(homes) | {other for other in strangers if other < DISTRICT}


SOCIAL = ("household", "neighbours", "kin", "colleagues", "friends")
"""Ties through which an act can harm somebody, beside staff and the stranger of the step."""


def test_harm_reaches_the_victim_in_the_next_step_and_nobody_else():
    """Some come into office: what they do to others follows their ties, and strangers of the step."""
    asked, _ = worlds(BARE, people=DISTRICT)
    people = people_of(1, DISTRICT)
    start = {int(people.household[resident]) for resident in range(0, DISTRICT, 20)}
    changed = side_by_side((asked, asked), let_all("standing", start), ("places",))
    luck = lay_out(asked)[1].luck
    home = set(reach(people, start, ["household"], 1))
    reached = home
    for step, now in enumerate(changed):
        assert now <= reached
        near = {other for one in reached for other in staff_of(people, one)} | reach(people, reached, SOCIAL, 1)
        with np.errstate(over="ignore"):
            strangers = {int(stranger(one, 0, step, luck)) for one in reached}
        reached = set(reach(people, near | strangers, ["household"], 1))
    assert changed[0] <= home
    assert changed[-1] - home, "nothing crossed to another household"


def test_where_places_are_short_a_change_reaches_those_who_ask_for_the_same():
    """And their households; nobody who asks for nothing is touched."""
    people = people_of(1, DISTRICT)
    town = TOWN | {"people": DISTRICT, "days": 728}
    start = {int(people.household[resident]) for resident in range(0, DISTRICT, 20)}
    scheme = scheme_of(BARE)
    one = live(scheme, closed=("harms",), **town)
    other = live(scheme, alter=lambda districts: let_all("work", start)(0, districts), closed=("harms",), **town)
    rows = [set(w.table("acts").select("resident", "act", "step", "ordinal", "outcome").iter_rows())
            for w in (one, other)]  # fmt: skip
    apart = rows[0] ^ rows[1]
    asked = {row[0] for row in apart if row[1] in PLACES_ASKED}
    home = set(reach(people, start, ["household"], 1))
    touched = {row[0] for row in apart} - home
    assert touched, "no place changed hands"
    assert touched <= reach(people, asked, ["household"], 1)


def test_nothing_changed_nobody_changes():
    assert side_by_side(worlds(DENSE))[-1] == set()


def test_the_text_without_others_is_dense_otherwise():
    assert NO_OTHERS.count("[[consequence]]") == DENSE.count("[[consequence]]")

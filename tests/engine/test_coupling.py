"""Two worlds share everything that nothing changed: luck is addressed, thresholds are monotone (contract C1)."""

from __future__ import annotations

import re

import pytest

from engine.lives import Lived, edited, live, people_of, scheme_of
from engine.texts import NO_CONSEQUENCE, NO_OTHERS, STRICT
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.names_facts import names_of
from glasstown.society.ties import household_of
from glasstown.vocab.acts import ACTS
from scheme.dense import DENSE

TOWN = {"people": 1_500, "days": 364, "step_days": 14}
EMPTY = find("empty").read_text(encoding="utf-8")
WITHOUT_RULES = re.sub(r"\[\[(rule|grade|consequence|act)\]\]\n(?:.+\n)+", "", DENSE).replace(
    "queue-jumping", "petition"
)
EXTREME = edited(
    EMPTY,
    ("detection = 0.5", "detection = 1"),
    ("false_per_year = 0.001", "false_per_year = 1.5"),
    ("wrong_person = 0.01", "wrong_person = 1"),
    ("wrong_person = 0.001", "wrong_person = 0.9"),
    ("start = 0.5", "start = 1"),
    ("learned_per_year = 0.5", "learned_per_year = 1"),
)


# ------------------------------------------------------------------- the empty scheme leaves lives alone


@pytest.mark.parametrize("step_days", [1, 7, 30])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_empty_scheme_has_the_lives_of_none(seed, step_days):
    town = {"people": 700, "days": 90, "step_days": step_days, "seed": seed}
    none, empty = live(None, **town), live(read_scheme(find("empty")), **town)
    assert empty.life_digest == none.life_digest
    assert empty.digest != none.digest


@pytest.mark.parametrize("text", [EXTREME, WITHOUT_RULES], ids=["extreme", "dense"])
def test_sources_that_invent_and_mistake_everything_change_no_life(text):
    none, watched = live(None, **TOWN), live(scheme_of(text), **TOWN)
    assert watched.life_digest == none.life_digest
    assert watched.acts() == none.acts()
    sightings = watched.table("sightings")
    assert set(sightings["truth"]) == {0, 1, 2} if text is WITHOUT_RULES else sightings.height > 1_000
    assert watched.table("entries").is_empty()


def test_rules_without_a_consequence_move_scores_and_no_life():
    judged = live(scheme_of(NO_CONSEQUENCE), **TOWN, without=frozenset({"chilling"}))
    none = live(None, **TOWN)
    shipped = {act for act in judged.acts() if act[4] < 128}
    assert shipped == none.acts()
    assert judged.table("entries").height > 1_000


def test_the_same_again_is_the_same():
    one, other = live(scheme_of(DENSE), **TOWN), live(scheme_of(DENSE + "\n# another note\n"), **TOWN)
    assert (one.digest, one.life_digest) == (other.digest, other.life_digest)


# ------------------------------------------------------------------- what is written elsewhere in a file


def blocks(text: str, table: str) -> list[str]:
    return re.findall(rf"\[\[{table}\]\]\n(?:.+\n)+", text)


@pytest.mark.parametrize("table", ["act", "source", "rule"])
def test_the_order_of_a_file_is_nobodys_luck(table):
    text = edited(DENSE, ("expires_days = 90\n", "expires_days = 90\nrepeat = { count = 2, within_days = 300 }\n"))
    found = blocks(text, table)
    turned = text
    for number, block in enumerate(found):
        turned = turned.replace(block, f"@{number}@")
    for number, block in enumerate(reversed(found)):
        turned = turned.replace(f"@{number}@", block)
    assert turned != text
    assert live(scheme_of(turned), **TOWN).digest == live(scheme_of(text), **TOWN).digest


NEW_SOURCE = """
[[source]]
id = "camera"
title = "Camera"
context = "traffic"
sees = ["late-bill", "critical-post", "petition"]
detection = 0.5
false_per_year = 0.3
wrong_person = 0.1
match = "id-code"
delay_days = 3
delay = "fixed"
mark = "fiction"
cite = ["test-book"]
"""

NEW_ACT = """
[[act]]
id = "whistling"
title = "Whistling"
by = "resident"
victim = "nobody"
lawful = true
rate = 3
mark = "fiction"
cite = ["test-book"]
"""


LOUD_MUSIC = 128
"""Declared acts are numbered by name."""


def rows(world: Lived, table: str, *columns: str) -> set[tuple[int, ...]]:
    return set(world.table(table).select(columns).iter_rows())


LOOK = ("origin", "step", "family", "ordinal", "act", "source", "truth", "on_resident", "act_day", "due_day")


def test_a_new_source_that_no_rule_reads_changes_no_look_of_the_others_and_no_act():
    text = edited(NO_OTHERS, ('stack = "act"', 'stack = "record"'), ("start = 100", "start = 100"))
    text = text.replace('act = "critical-post"\n', 'act = "critical-post"\nsources = ["neighbours"]\n')
    before, after = live(scheme_of(text), **TOWN), live(scheme_of(text + NEW_SOURCE), **TOWN)
    assert after.life_digest == before.life_digest
    assert rows(before, "sightings", *LOOK) < rows(after, "sightings", *LOOK)
    assert rows(before, "entries", *before.table("entries").columns) == rows(
        after, "entries", *after.table("entries").columns
    )


def test_a_new_act_takes_nobodys_luck():
    before, after = live(scheme_of(DENSE), **TOWN), live(scheme_of(DENSE + NEW_ACT), **TOWN)
    new = {act for act in after.acts() if act[4] == 130}
    assert len(new) > 1_000
    assert after.acts() - new == before.acts()


@pytest.mark.parametrize("name", ["baking", "whistling"])
def test_a_new_act_that_is_seen_moves_no_look_at_another_and_no_false_one(name):
    """Wherever its name stands among the others: false sightings of a declared act have luck of their own too."""
    seen = edited(NO_CONSEQUENCE, ('"charity-gift"]', f'"charity-gift", "{name}"]')) + NEW_ACT.replace(
        "whistling", name
    )
    look = ("origin", "step", "ordinal", "source", "truth", "on_resident", "act_day", "due_day")
    found = []
    for text in (NO_CONSEQUENCE, seen):
        names = {row.code: row.id for row in names_of(scheme_of(text)).acts}
        found.append(
            {(names[act], *rest) for act, *rest in rows(live(scheme_of(text), **TOWN), "sightings", "act", *look)}
        )
    new = {row for row in found[1] if row[0] == name}
    assert {row[5] for row in new} == {0, 1, 2}
    assert found[1] - new == found[0]


# ------------------------------------------------------------------- thresholds are monotone


@pytest.mark.parametrize(
    "change",
    [
        ("detection = 0.8", "detection = 0.9"),
        ("urban = 0.9", "urban = 1"),
        ("majority = 1,", "majority = 1.1,"),
        ("false_per_year = 0.2", "false_per_year = 1"),
    ],
    ids=lambda change: change[1],
)
def test_watching_more_loses_no_sighting_and_moves_no_act(change):
    text = edited(NO_CONSEQUENCE, ('stack = "act"', 'stack = "record"'))
    text = text if change[0] != "majority = 1," else edited(text, ("detection = 0.9", "detection = 0.8"))
    less, more = live(scheme_of(text), **TOWN), live(scheme_of(edited(text, change)), **TOWN)
    assert more.acts() == less.acts()
    assert rows(less, "sightings", *LOOK) < rows(more, "sightings", *LOOK)


def test_more_mistakes_mistake_everybody_who_was_mistaken_before():
    text = edited(NO_CONSEQUENCE, ('stack = "act"', 'stack = "record"'))
    less = live(scheme_of(text), **TOWN)
    more = live(scheme_of(edited(text, ("wrong_person = 0.2", "wrong_person = 0.6"))), **TOWN)
    look = ("origin", "step", "family", "ordinal", "act", "source", "act_day", "truth")
    one, other = rows(less, "sightings", *look), rows(more, "sightings", *look)
    assert {row[:-1] for row in one} == {row[:-1] for row in other}
    assert {row for row in one if row[-1] == 2} < {row for row in other if row[-1] == 2}


def test_an_act_at_a_higher_rate_loses_nothing_of_what_was_done():
    less = live(scheme_of(NO_CONSEQUENCE), **TOWN)
    more = live(scheme_of(edited(NO_CONSEQUENCE, ("rate = 0.8", "rate = 1.9"))), **TOWN)
    assert less.acts() < more.acts()
    assert {act[4] for act in more.acts() - less.acts()} == {LOUD_MUSIC}


def covered_and_aware(world: Lived) -> list[set[int]]:
    panel = world.table("panel")
    return [set(panel.filter((panel["flags"] & bit) > 0).select("resident", "day").iter_rows()) for bit in (1, 2)]


@pytest.mark.parametrize(
    "change", [("coverage = 0.9", "coverage = 1"), ("start = 0.3", "start = 0.5"), ("year = 0.4", "year = 0.7")]
)
def test_who_was_covered_and_who_knew_stays_so_when_more_are_and_do(change):
    text = edited(DENSE, ('notice = "given"', 'notice = "none"'))
    less = covered_and_aware(live(scheme_of(text), **TOWN))
    more = covered_and_aware(live(scheme_of(edited(text, change)), **TOWN))
    assert less[0] <= more[0]
    assert less[1] <= more[1]
    assert less != more


CODE = {act.id: act.code for act in ACTS}

MOVED_BY_STATE = {
    CODE[act.id]
    for act in RESIDENT_ACTS
    if act.only_when
    or act.only_in_need is not None
    or any((act.capacity, act.needs_assets, act.needs_lack, act.work_factor, act.strain_factor, act.income_factor))
}
"""Acts whose rate depends on work, need, income or what one has, which a consequence moves."""


@pytest.mark.parametrize(
    "change",
    [("at_least = 15", "at_least = 50"), ("at_least = 55", "at_least = 85"), ("points = -40", "points = -90")],
    ids=lambda change: change[1],
)
def test_a_harsher_scheme_unhappens_no_act_that_answers_to_nothing(change):
    outspoken = TOWN | {"without": frozenset({"chilling", "displacement", "pursuit"})}
    mild, harsh = live(scheme_of(DENSE), **outspoken), live(scheme_of(edited(DENSE, change)), **outspoken)
    judged = {CODE[name] for name in ("domestic-violence", "elder-neglect")}
    untouched = [
        {act for act in world.acts() if act[4] not in MOVED_BY_STATE and act[4] not in judged}
        for world in (mild, harsh)
    ]
    assert len(untouched[0]) > 1_000
    assert untouched[0] == untouched[1]
    assert mild.digest != harsh.digest


# ------------------------------------------------------------------- a rule less


def first_steps(world: Lived, rule: int) -> dict[int, int]:
    """For everybody whom a rule ever moved, the step in which it first did."""
    entries = world.table("entries")
    first: dict[int, int] = {}
    for resident, day in entries.filter(entries["rule"] == rule).select("resident", "day").iter_rows():
        first[resident] = min(first.get(resident, 10_000), day // TOWN["step_days"])
    return first


def harmed(world: Lived) -> list[tuple[int, int, int]]:
    """(who, whom, step) of all harm that reached another, by step."""
    rows = world.table("harms").select("origin", "resident", "day").iter_rows()
    return sorted(((one, other, day // TOWN["step_days"]) for one, other, day in rows), key=lambda row: row[2])


@pytest.mark.parametrize("rule", ["posts", "bills", "queues"])
def test_a_rule_less_changes_only_what_lies_downstream_of_it(rule):
    """Nobody knows of the scheme and nobody is taken for another: what a rule does stays in the household.

    Out of it reaches harm done to others, and nothing else where there are places for everybody.
    """
    town = {"people": 2_500, "days": 546, "step_days": 14, "closed": ("places",)}
    found = blocks(STRICT, "rule")
    number = next(n for n, block in enumerate(found) if f'id = "{rule}"' in block)
    whole, less = live(scheme_of(STRICT), **town), live(scheme_of(STRICT.replace(found[number], "")), **town)
    people = people_of(1, town["people"])
    earliest: dict[int, int] = {}
    for resident, step in first_steps(whole, number).items():
        for member in household_of(people, resident):
            earliest[member] = min(step, earliest.get(member, step))
    for origin, resident, step in sorted(harmed(whole) + harmed(less), key=lambda row: row[2]):
        if step >= earliest.get(origin, 10_000):
            for member in household_of(people, resident):
                earliest[member] = min(step, earliest.get(member, step))
    changed = whole.acts(tried=True) ^ less.acts(tried=True)
    for resident, step, *_ in changed:
        assert resident in earliest, f"resident {resident} was never touched by the rule"
        assert step > earliest[resident], f"resident {resident} changed before the rule touched the household"
    assert whole.acts() != less.acts()

"""Two consequences change a life: a refused job means months out of work, refused support means days in need.

Everybody stands in the worst grade from the first day, and nobody knows it, so nothing but the denial can
act. The paired world is the same scheme with the same denial hung on a grade that nobody reaches.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from engine.lives import Lived, edited, lay_out, live, request, scheme_of
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.simulate.settings import spans_of
from glasstown.simulate.step import live_step
from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Outcome

TOWN = {"people": 6_000, "days": 1_456, "step_days": 28}
CODE = {act.id: act.code for act in ACTS}

MOVED_BY_STATE = {
    CODE[act.id]
    for act in RESIDENT_ACTS
    if act.only_when
    or act.only_in_need is not None
    or any((act.needs_assets, act.needs_lack, act.work_factor, act.strain_factor, act.income_factor))
}
"""Acts whose rate depends on work, need, income or what one has: what a denial moves further down the chain."""

WORST_FOR_ALL = """
[scheme]
id = "worst"
title = "Everybody in the worst grade"
evidence = "constructed"
status = "made up"
place = "nowhere"
years = "never"
consent = "compulsory"
mark = "fiction"

[subjects]
min_age_years = 0
coverage = 1

[awareness]
start = 0
learned_per_year = 0

[score]
start = 0
lowest = 0
highest = 100
cap = "each-entry"
stack = "act"

[[grade]]
id = "best"
at_least = 100
label = "best"

[[grade]]
id = "worst"
label = "worst"

[[consequence]]
id = "denial"
grade = "worst"
deny = [%s]
notice = "none"
"""


@cache
def pair(capacity: str) -> tuple[Lived, Lived]:
    """A world with the denial, and one in which nobody reaches it."""
    text = WORST_FOR_ALL % f'"{capacity}"'
    unreached = edited(text, ('grade = "worst"', 'grade = "best"'))
    return live(scheme_of(text), **TOWN), live(scheme_of(unreached), **TOWN)


def states(text: str) -> list[dict[str, np.ndarray]]:
    """Who is out of work and who is in need after every step."""
    asked = request(scheme_of(text), **TOWN | {"people": 2_000})
    (stretch,), settings = lay_out(asked)
    path = []
    for span in spans_of(asked):
        with np.errstate(over="ignore"):
            live_step(stretch, settings, span)
        path.append({"out": stretch.life.work == 1, "need": stretch.life.need == 1})
    return path


def done(world: Lived, act: str) -> set[tuple[int, ...]]:
    return {row for row in world.acts() if row[4] == CODE[act]}


def total(world: Lived, column: str) -> int:
    steps = world.table("steps")
    return int((steps[column] * steps["days"]).sum())


def test_without_anybody_in_the_grade_a_scheme_is_no_scheme():
    none = live(None, **TOWN)
    for capacity in ("public-job", "government-support"):
        assert pair(capacity)[1].life_digest == none.life_digest


@pytest.mark.parametrize(
    ("capacity", "column", "key"),
    [("public-job", "out_of_work", "out"), ("private-job", "out_of_work", "out"),
     ("government-support", "in_need", "need")],
)  # fmt: skip
def test_a_denial_keeps_everybody_it_touches_where_they_are(capacity, column, key):
    """More days; and hardly anybody is better off for a step.

    (That happens to who loses work in the very step in which another, denied work before, finds some: what is
    possible in a step is decided at its start.)
    """
    denied, free = pair(capacity)
    assert total(denied, column) > 1.05 * total(free, column)
    text = WORST_FOR_ALL % f'"{capacity}"'
    worse = better = 0
    for with_it, without in zip(states(text), states(edited(text, ('grade = "worst"', 'grade = "best"'))), strict=True):
        worse += int((with_it[key] & ~without[key]).sum())
        better += int((without[key] & ~with_it[key]).sum())
    assert worse > 100
    assert better < worse / 50


@pytest.mark.parametrize("capacity", ["public-job", "private-job", "government-support"])
@pytest.mark.parametrize("act", ["late-bill", "loan-default"])
def test_who_is_denied_pays_later_and_defaults_more(capacity, act):
    """Bills that are late and loans that fail without the denial do so with it, and others besides."""
    denied, free = (done(world, act) for world in pair(capacity))
    assert len(denied - free) > 0
    assert len(free - denied) <= len(denied - free) / 20


def test_the_worse_off_a_household_the_later_its_bills():
    """The chain of the two consequences: the longer out of work and in need, the more acts of money owed."""
    text = WORST_FOR_ALL % '"public-job", "private-job", "government-support"'
    worst = live(scheme_of(text), **TOWN)
    for capacity in ("public-job", "private-job", "government-support"):
        assert len(done(pair(capacity)[0], "late-bill")) < len(done(worst, "late-bill"))
    assert len(done(worst, "late-bill")) > 1.02 * len(done(live(None, **TOWN), "late-bill"))


@pytest.mark.parametrize(
    ("capacity", "act"),
    [("public-job", "public-job-offer"), ("private-job", "private-job-offer"),
     ("government-support", "support-application")],
)  # fmt: skip
def test_a_denial_blocks_every_attempt_and_no_other_act(capacity, act):
    denied, free = pair(capacity)
    blocked = denied.table("acts").filter(denied.table("acts")["outcome"] == int(Outcome.DENIED))
    assert set(blocked["act"]) == {CODE[act]}
    assert not done(denied, act)
    assert done(free, act)
    untouched = [{row for row in world.acts() if row[4] not in MOVED_BY_STATE} for world in (denied, free)]
    assert untouched[0] == untouched[1]


def test_an_attempt_is_made_whether_or_not_it_is_denied():
    """Bans gate what is tried and change no rate: the first attempt of a life is the same in both worlds."""
    denied, free = pair("government-support")
    first = []
    for world in (denied, free):
        tried = sorted((row[5], row) for row in world.acts(tried=True) if row[4] == CODE["support-application"])
        seen: dict[int, tuple[int, ...]] = {}
        for _, row in tried:
            seen.setdefault(row[0], row)
        first.append(seen)
    assert first[1].keys() <= first[0].keys()
    assert all(first[0][resident] == row for resident, row in first[1].items())


def test_a_priority_that_everybody_has_gives_nobody_more():
    """There are only so many public jobs: who is served first gains what another loses."""
    favoured = edited(WORST_FOR_ALL % "", ("deny = []", 'favour = ["public-job"]'))
    unreached = edited(favoured, ('grade = "worst"', 'grade = "best"'))
    with_it, without = live(scheme_of(favoured), **TOWN), live(scheme_of(unreached), **TOWN)
    assert done(with_it, "public-job-offer") == done(without, "public-job-offer")
    assert total(with_it, "out_of_work") == total(without, "out_of_work")

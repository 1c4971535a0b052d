"""What stays when a scheme is cancelled: who knew it goes on knowing it, and nothing follows from that any more."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lives import live, request, scheme_of, society
from engine.test_outcomes import SPOKEN
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.classes import nearness_of, public_classes
from glasstown.simulate.settings import dated, settings_of

BEFORE, AFTER = 0, 371
"""The version begins on day 365; the first step of seven days that begins on it or later begins on day 371."""

ENDED = """
[[version]]
id = "the-end"
from_day = 182
drop = ["scheme"]
mark = "fiction"
cite = ["test-book"]
"""


def rates(name: str | None, day: int):
    """The tables of rates that hold on a day under a shipped scheme, or without one."""
    scheme = read_scheme(find(name)) if name else None
    scheme = dated(scheme, dict.fromkeys(range(len(scheme.versions)), 365)) if scheme else None
    return settings_of(request(scheme, people=64, days=420), scheme, society()).at(day).world.rates


@pytest.mark.parametrize("name", ["suining-2010-cancelled"])
def test_once_cancelled_rates_are_those_of_a_world_without_the_scheme(name: str):
    before, after, without = rates(name, BEFORE), rates(name, AFTER), rates(None, AFTER)
    assert before.by_public.any(), "deterrence while there are grades and rules"
    assert before.hush.any(), "chilling while lawful speech costs points"
    assert not after.by_public.any()
    assert not after.hush.any()
    assert np.array_equal(after.by_private, without.by_private)
    assert np.array_equal(after.base, without.base)


def test_where_the_grades_are_dropped_deterrence_ends_and_speech_stays_chilled():
    before, after = (rates("suining-2010-grades-dropped", day) for day in (BEFORE, AFTER))
    assert before.by_public.any()
    not_near = [public for public in range(after.by_public.shape[1]) if not nearness_of(public, 0)]
    assert after.by_public.shape[1] == public_classes(1)
    assert not after.by_public[:, not_near].any(), "who has no grade is near none, and is not deterred"
    assert after.hush.any(), "scoring goes on, so speech costs points as before"
    assert np.array_equal(after.hush, before.hush)


def test_after_the_end_nobody_forgets_nobody_learns_and_nothing_is_held_back():
    world = live(scheme_of(SPOKEN + ENDED), people=400, days=364, step_days=14)
    steps = world.table("steps")
    before, after = steps.filter(steps["day"] < 182), steps.filter(steps["day"] >= 182)
    assert before["held_back"].sum() > 0
    assert before["aware"].max() > before["aware"].min(), "residents learn of it while it runs"
    assert after["held_back"].sum() == after["blocked"].sum() == after["records"].sum() == 0
    assert set(after["aware"]) == {before["aware"][-1]}, "knowing stays"

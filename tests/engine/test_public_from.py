"""A list that becomes public on a day: before it nobody finds anything in a look-up."""

from __future__ import annotations

from datetime import date

import polars as pl

from engine.halves import HALF_IN_THE_WORST
from engine.lives import live, scheme_of
from glasstown.compiled.periods import lower_periods
from glasstown.vocab.codes import Outcome
from scheme.dense import FULL

LOOKED_UP = (
    HALF_IN_THE_WORST
    + """deny = ["private-job", "rental", "loan", "dating"]
through = "look-up"
look_up = 1

[publicity]
published = true
"""
)


def looked_up(text: str) -> set[int]:
    """Days on which somebody was denied something after a look-up."""
    asked = {"people": 900, "days": 196, "step_days": 14}
    blocked = live(scheme_of(text), **asked).table("blocked")
    return set(blocked.filter(pl.col("outcome") == int(Outcome.LOOKED_UP))["day"].to_list())


def test_nobody_finds_anything_before_the_day():
    """Day 100 lies in the step of days 98 to 111: the first step that begins on it or later is that of day 112."""
    since = looked_up(LOOKED_UP + "from_day = 100\n")
    assert since, "the case needs a look-up"
    assert min(since) >= 112
    assert min(looked_up(LOOKED_UP)) < 112


def test_a_version_of_the_same_day_is_not_lost():
    """The version of day 280 ends the grades; what is published before it, on it or after it is a matter of its own."""
    for day, expected in (
        (60, [(0, False, True), (60, True, True), (280, True, False)]),
        (280, [(0, False, True), (280, True, False)]),
        (300, [(0, False, True), (280, False, False), (300, True, False)]),
    ):
        periods = lower_periods(scheme_of(FULL.replace("from_day = 60", f"from_day = {day}")), date(2020, 1, 1))
        assert [(one.from_day, one.published, one.grades) for one in periods] == expected

"""Towns of which a keyed half meets one consequence from the first day, and the same towns without a scheme."""

from __future__ import annotations

from functools import cache

import polars as pl

from engine.lives import Lived, live, scheme_of
from glasstown.vocab.codes import Flag

SEED = 1
TOWN = {"people": 12_000, "days": 1_456, "step_days": 28}

HALF_IN_THE_WORST = """
[scheme]
id = "worst"
title = "Half of the town in the worst grade"
evidence = "constructed"
status = "made up"
place = "nowhere"
years = "never"
consent = "compulsory"
mark = "fiction"

[subjects]
min_age_years = 0
coverage = 0.5

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
id = "consequence"
grade = "worst"
notice = "none"
"""
"""Nobody knows of the scheme and nothing is scored, so nothing but the consequence can act; its lines follow."""


@cache
def lived(what: str, *, people: int = TOWN["people"], days: int = TOWN["days"]) -> Lived:
    """A world in which half of the town meets one consequence: the lines that say which."""
    return live(scheme_of(HALF_IN_THE_WORST + what), people=people, days=days, step_days=TOWN["step_days"], seed=SEED)


@cache
def without(*, people: int = TOWN["people"], days: int = TOWN["days"]) -> Lived:
    """The paired world: the engine without a scheme."""
    return live(None, people=people, days=days, step_days=TOWN["step_days"], seed=SEED)


def half(world: Lived) -> set[int]:
    """Who stands in the worst grade."""
    panel = world.table("panel").filter(pl.col("day") == 0)
    return set(panel.filter(pl.col("flags") & int(Flag.COVERED) != 0)["resident"].to_list())

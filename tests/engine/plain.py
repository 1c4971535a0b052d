"""A scheme of two rules, for cases worked by hand, and short ways to tell one resident's story under it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.cases import Choice, Deed, Record, Told, tell
from engine.lives import scheme_of

PLAIN = """\
[scheme]
id = "plain"
title = "Two rules and a score"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[subjects]
min_age_years = 16
coverage = 1

[awareness]
start = 0
learned_per_year = 0

[score]
start = 100
lowest = 0
highest = 120
cap = "each-entry"
stack = "record"

[[source]]
id = "office"
context = "credit"
sees = ["late-bill", "charity-gift"]
detection = 1
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 0
delay = "fixed"

[[rule]]
id = "bills"
act = "late-bill"
points = -20

[[rule]]
id = "gifts"
act = "charity-gift"
points = 15
"""
"""It starts at 100: 20 off for a late bill, 15 for a gift, between 0 and 120."""

ACTS = {"b": "late-bill", "g": "charity-gift"}


def told(
    text: str, days: int, *records: tuple[int, str], more: Sequence[Deed | Record | Choice] = (), truth: int = 0
) -> Told:
    """What comes of records (day, "b" for a bill or "g" for a gift), and of what else is done."""
    written = [Record(day, ACTS[act], "office", done=day, truth=truth) for day, act in records]
    return tell(scheme_of(text), [*written, *more], days)


def points(one: Told, *days: int) -> list[float]:
    """The score at the end of the steps in which some days lie."""
    return [one.scores[day // 7] / 1000 for day in days]


def moves(one: Told) -> list[tuple[int, int]]:
    """(day, kind) of every movement of the resident's score."""
    return [(move.day, move.kind) for move in one.moved if move.who == one.slot]

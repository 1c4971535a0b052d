"""Ways round what the grammar has no key for, as docs/limits.md tells them: they do what is said there."""

from __future__ import annotations

import polars as pl

from engine.lives import live, scheme_of
from scheme.dense import DENSE

CITED = 'mark = "fiction"\ncite = ["test-book"]\n'
LISTED_FOR_A_GRADE = f"""
[[act]]
id = "stands-low"
title = "Being found in the grade by the register"
by = "resident"
victim = "nobody"
lawful = true
rate = 26
{CITED}
[[source]]
id = "register-of-grades"
title = "Register of grades"
context = "public-office"
sees = ["stands-low"]
detection = 1
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 0
delay = "fixed"
{CITED}
[[consequence]]
id = "is-noted"
grade = "middle"
brings = ["stands-low"]
notice = "none"
{CITED}
[[list]]
id = "low-standing"
{CITED}
[[ground]]
id = "came-into-the-grade"
list = "low-standing"
acts = ["stands-low"]
sources = ["register-of-grades"]
term_days = 90
{CITED}"""


def test_a_list_that_one_comes_on_by_a_grade():
    """Whoever is on it stood in the grade when found there; nobody else ever is; most who stay in it are found."""
    town = live(scheme_of(DENSE + LISTED_FOR_A_GRADE), people=400, days=364, step_days=14)
    names = town.table("listings").filter(pl.col("ground") == number_of("came-into-the-grade"))
    spells = town.table("spells").filter(pl.col("consequence") == noted())
    assert names.height > 20
    held = {}
    for who, start, end in spells.select("resident", "start_day", "end_day").iter_rows():
        held.setdefault(who, []).append((start, end))
    for who, day in names.select("resident", "entry_day").iter_rows():
        assert any(start <= day < end for start, end in held[who])
    long = {who for who, spans in held.items() if any(end - start >= 84 for start, end in spans)}
    assert len(long & set(names["resident"])) > 0.9 * len(long)


def number_of(name: str) -> int:
    """The code of a ground: grounds are numbered in the order of their names."""
    scheme = scheme_of(DENSE + LISTED_FOR_A_GRADE)
    return [one.id for one in scheme.grounds].index(name)


def noted() -> int:
    scheme = scheme_of(DENSE + LISTED_FOR_A_GRADE)
    return [one.id for one in scheme.consequences].index("is-noted")

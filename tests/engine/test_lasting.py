"""How long something has lasted, and the month: what formulas ask of a scheme's own past and of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from glasstown.ledger.reader import open_run
from glasstown.vocab.codes import Truth
from studies.small_town import lived, small_town

TOWN = small_town(people=250, days=280)
STEP, DEBIT = 7, 0

TEXT = """\
[scheme]
id = "lasting"
title = "How long it has lasted"
evidence = "constructed"
consent = "compulsory"
purposes = ["a test"]
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A test"

[subjects]
min_age_years = 18
coverage = 1.0

[awareness]
start = 1.0
learned_per_year = 0.0

[score]
start = 100
lowest = 0
highest = 200
cap = "on-reading"
stack = "record"

[[source]]
id = "bank"
kind = "bank"
context = "credit"
sees = ["late-bill"]
detection = 0.9
false_per_year = 0.4
wrong_person = 0.0
match = "id-code"
delay_days = 0
delay = "fixed"

[[rule]]
id = "late"
act = "late-bill"
points = -10
expires_days = 200

[[rule]]
id = "late-in-winter"
act = "late-bill"
points = -1
when = "month == 1 or month == 2"

[[state_rule]]
id = "clean-quarter"
when = "days-clean >= 60"
points = 1
refresh_days = 7

[[grade]]
id = "good"
at_least = 95

[[grade]]
id = "bad"

[[consequence]]
id = "after-sixty-days"
grade = "bad"
deny = ["loan"]
when = "days-in-grade >= 60"
notice = "none"
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return open_run(lived(tmp_path_factory, TEXT, TOWN))


def test_a_consequence_waits_until_the_grade_has_lasted(run):
    fell = run.table("grades").filter(pl.col("to_grade") == 2).select("resident", fell="day")
    spells = run.table("spells").join(fell, on="resident").filter(pl.col("fell") <= pl.col("start_day"))
    waited = spells.group_by("resident", "start_day").agg((pl.col("start_day") - pl.col("fell")).min().alias("days"))
    assert waited.height > 5
    assert waited["days"].is_between(60, 60 + STEP).all()
    back = run.table("grades").filter(pl.col("to_grade") == 1).select("resident", "day")
    late = fell.filter(pl.col("fell") <= 280 - 60 - STEP)
    stayed = set(late["resident"]) - set(back["resident"])
    assert stayed
    assert stayed <= set(spells["resident"]), "whoever stays in the grade is hit in the end"


def test_points_for_clean_days_come_after_them_and_go_with_a_debit(run):
    stood = run.table("standings").filter(pl.col("stands") == 1).group_by("resident").agg(pl.col("day").min())
    debits = run.table("entries").filter((pl.col("kind") == DEBIT) & (pl.col("delta_milli") < 0))
    adults = run.table("people").filter(pl.col("birth_day") <= -18 * 365)["resident"]
    never = set(adults) - set(debits["resident"])
    first = stood.filter(pl.col("resident").is_in(list(never)))["day"]
    assert first.len() > 50
    assert first.is_between(60, 60 + 2 * STEP).all(), "clean from day 0"
    broke = debits.join(stood, on="resident", suffix="_stood").filter(pl.col("day") > pl.col("day_stood") + STEP)
    ended = run.table("standings").filter(pl.col("stands") == 0).select("resident").unique()
    late = broke.filter(pl.col("day") < 280 - 3 * STEP)["resident"].unique()
    assert late.len() > 5
    assert set(late) <= set(ended["resident"])


def test_a_false_record_that_ends_clean_days_is_told_as_untrue(run):
    entries = run.table("entries").filter((pl.col("kind") == DEBIT) & (pl.col("delta_milli") < 0))
    guilty = entries.filter(pl.col("truth") == int(Truth.TRUE))["resident"]
    standings = run.table("standings")
    lost = standings.filter((pl.col("stands") == 0) & ~pl.col("resident").is_in(guilty.unique().to_list()))
    assert lost.height, "nobody lost such points by false records alone"
    assert (lost["is_so"] == 1).all(), "by true records alone they would stand"
    true = standings.filter((pl.col("stands") == 0) & (pl.col("is_so") == 0))
    assert set(true["resident"]) <= set(guilty)


def test_a_rule_of_winter_bites_in_winter(run):
    entries = run.table("entries").filter(pl.col("kind") == DEBIT)
    months = {
        rule: {
            (date(2020, 1, 1) + timedelta(days=int(day))).month for day in entries.filter(pl.col("rule") == rule)["day"]
        }
        for rule in (0, 1)
    }
    assert months[0] >= {1, 2, 3, 4, 5, 6, 7, 8, 9}
    assert {1, 2} <= months[1] <= {1, 2, 3}, "what is asked is the month in which a step begins"

"""Why somebody was punished: schemes so small that the cause of everybody can be said without a replay."""

from __future__ import annotations

import polars as pl
import pytest

from glasstown.audit.case import open_case
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from studies.small_town import lived, small_town

BASE = """
[scheme]
id = "small"
title = "Small"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["assumption"]
[subjects]
min_age_years = 18
coverage = 1
[awareness]
start = 1
learned_per_year = 0
[score]
start = 100
lowest = 0
highest = 200
cap = "each-entry"
stack = "record"
[[source]]
id = "utilities"
context = "credit"
sees = ["late-bill"]
detection = 1
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 0
delay = "fixed"
[[rule]]
id = "late"
act = "late-bill"
points = -10
[[grade]]
id = "good"
at_least = 95
[[grade]]
id = "bad"
"""
HARM = """
[[consequence]]
id = "no-flight"
grade = "bad"
deny = ["flight"]
notice = "given"
"""
STATE = """
[[state_rule]]
id = "state"
when = "{when}"
points = {points}
refresh_days = 7
"""
IDLE = """
[[inference]]
id = "idle"
about = "not employed"
evidence = "urban"
wrong_yes = 0.3
wrong_no = 0
"""
WHILE_FRIENDS_OWE = HARM.replace('grade = "bad"', 'grade = "good"\nwhen = "friend.number > 0 and friend.lowest < 95"')


def told(folders, text):
    """Cause by resident, who was recorded truly, and the case; the books must balance."""
    folder = lived(folders, BASE + text, small_town(2_500, 140))
    worlds = open_worlds(folder)
    findings = {one.slug: one.value for one in assess(worlds)}
    assert findings["replay-differs"] == 0
    case = open_case(worlds)
    causes = dict(case.punished.select("resident", "cause").iter_rows())
    assert len(causes) > 30
    before_the_last_step = pl.col("due_day") < 133
    seen = worlds.scheme.table("sightings").filter((pl.col("truth") == 0) & before_the_last_step)
    return causes, set(seen["on_resident"].to_list()), case


@pytest.mark.nightly
def test_whoever_falls_by_a_friends_score_is_punished_through_others(tmp_path_factory):
    text = HARM + STATE.format(when="friend.number > 0 and friend.lowest < 95", points=-10)
    causes, recorded, case = told(tmp_path_factory, text)
    assert {who for who, cause in causes.items() if cause == "own"} == recorded & set(causes)
    assert {cause for who, cause in causes.items() if who not in recorded} == {"through-others"}
    assert set(case.punished["wrongful_days"]) == {0}


def test_whoever_falls_by_a_false_conclusion_is_punished_wrongly_and_by_a_right_one_for_what_is_so(tmp_path_factory):
    text = HARM.replace("flight", "hotel") + IDLE + STATE.format(when="inferred.idle", points=-10)
    causes, recorded, case = told(tmp_path_factory, text)
    rows = case.worlds.scheme.table("inferences")
    ever_so = set(rows.filter((pl.col("inferred") == 1) & (pl.col("is_so") == 1))["resident"].to_list())
    by_cause = {cause: {who for who in causes if causes[who] == cause} for cause in set(causes.values())}
    assert by_cause["own"] == recorded & set(causes)
    assert by_cause["wrongly"]
    assert by_cause["wrongly"].isdisjoint(ever_so)
    assert by_cause["by-state"] <= ever_so
    assert set(by_cause) == {"own", "wrongly", "by-state"}


@pytest.mark.parametrize(("when", "column", "least"), [("group > 0", "group", 1), ("age >= 60", "age_band", 3)])
def test_whoever_falls_by_what_they_are_is_punished_for_no_act(tmp_path_factory, when, column, least):
    causes, recorded, case = told(tmp_path_factory, HARM + STATE.format(when=when, points=-10))
    punished = case.people.filter(pl.col("resident").is_in(list(causes)))
    for resident, value in punished.select("resident", column).iter_rows():
        assert causes[resident] == ("own" if resident in recorded else "by-state")
        assert resident in recorded or value >= least


def test_what_holds_while_friends_fall_is_through_others_also_where_everybody_starts_in_that_grade(tmp_path_factory):
    causes, _, _ = told(tmp_path_factory, WHILE_FRIENDS_OWE)
    assert set(causes.values()) == {"through-others"}


def test_an_act_that_a_state_makes_up_for_is_no_cause(tmp_path_factory):
    """Ten points for having work offset one late bill; a false conclusion takes them away again."""
    text = HARM + IDLE + STATE.format(when="not inferred.idle", points=10)
    causes, recorded, case = told(tmp_path_factory, text)
    rows = case.worlds.scheme.table("standings").filter((pl.col("stands") == 0) & (pl.col("is_so") == 1))
    misjudged = set(rows["resident"].to_list())
    once = case.worlds.scheme.table("entries").filter(pl.col("kind") == 0).group_by("resident").len()
    single = set(once.filter(pl.col("len") == 1)["resident"].to_list())
    wrongly = {who for who, cause in causes.items() if cause == "wrongly"}
    assert wrongly
    assert wrongly <= misjudged
    assert recorded & single & wrongly

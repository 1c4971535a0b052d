"""The engine lives the same lives as its slow twin: every row of every table, and both digests."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE, FULL
from scheme.dense_agree import APPEALED
from scheme.dense_apart import APART
from scheme.dense_around import AROUND
from scheme.dense_caps import CAPPED
from scheme.dense_consent import CHOSEN, LEFT
from scheme.dense_dated import HURRIED
from scheme.dense_disputes import DISPUTED
from scheme.dense_dues import DUES
from scheme.dense_holders import HOLDERS
from scheme.dense_index import CLASS, INDEX
from scheme.dense_inferences import INFERENCES
from scheme.dense_lasting import LASTING
from scheme.dense_meters import ENDING, METERS
from scheme.dense_points import POINTS
from scheme.dense_politics import POLITICS
from scheme.dense_qualifying import ASKED_AND_QUALIFIED, QUALIFIED
from scheme.dense_quantities import QUANTITIES, QUANTITIES_OPEN
from scheme.dense_recipients import HEARD
from scheme.dense_refit import REFITTED
from scheme.dense_repairs import REPAIRED, REPAIRED_OPEN
from scheme.dense_returns import RETURNING, YEARLY
from scheme.dense_rewards import PUBLIC, REWARDS
from scheme.dense_scores_asked import ASKED
from scheme.dense_slots import SCHOOLED, slotted
from scheme.dense_states import STATES
from scheme.dense_ties import TIES
from scheme.dense_votes import VOTED
from scheme.dense_ways import OBEYED, WAYS
from scheme.dense_worked_beside import CLASS_BESIDE, INDEX_BESIDE
from scheme.key_changes_public import NAMED
from twin.compare import live_both
from twin.deeds import CAME_TO_NOTHING, DENIED, DONE, HELD_BACK, NO_PLACE
from twin.dense_acts import dense_acts
from twin.life import live as live_twin
from twin.schemes import (
    CONTESTED,
    CONTESTED_OPEN,
    EVERY_MATCH,
    GENEROUS,
    HARSH,
    HEAVY,
    OWN,
    RUNNING_LINES,
    WIDE,
    with_lines,
)
from twin.world import World

AGAIN = (pytest.mark.jit_off, pytest.mark.bounds)
AT_NIGHT = pytest.mark.again_at_night
LONG = pytest.mark.nightly


@pytest.mark.parametrize(
    ("text", "people", "days", "step_days"),
    [
        pytest.param(DENSE, 200, 365, 7, id="dense-weeks", marks=LONG),
        pytest.param(DENSE, 90, 80, 1, id="dense-days", marks=LONG),
        pytest.param(DENSE, 130, 1000, 30, id="dense-months-and-a-short-one", marks=LONG),
        pytest.param(DENSE, 60, 100, 14, id="dense-small", marks=AGAIN),
        pytest.param(HEAVY, 150, 500, 30, id="heavy-months", marks=LONG),
        pytest.param(HEAVY, 60, 130, 10, id="heavy-small", marks=AGAIN),
        pytest.param(GENEROUS, 150, 365, 7, id="generous-weeks", marks=LONG),
        pytest.param(GENEROUS, 60, 150, 31, id="generous-small"),
        pytest.param(WIDE, 60, 150, 30, id="wide-small"),
        pytest.param(FULL, 120, 364, 7, id="lists-weeks", marks=LONG),
        pytest.param(FULL, 60, 330, 30, id="lists-small", marks=AGAIN),
        pytest.param(HEAVY + TIES, 150, 300, 10, id="tied-decades", marks=LONG),
        pytest.param(HEAVY + TIES, 60, 100, 10, id="tied-small"),
        pytest.param(HEAVY + POINTS, 60, 200, 10, id="held-small", marks=AGAIN),
        pytest.param(HEAVY + STATES, 50, 100, 7, id="stands-small", marks=AGAIN),
        pytest.param(APART, 60, 100, 10, id="apart-small", marks=AGAIN),
        pytest.param(HURRIED, 40, 120, 10, id="dated-small"),
        pytest.param(PUBLIC, 200, 360, 30, id="dropped-months", marks=LONG),
        pytest.param(REWARDS, 60, 200, 20, id="rewards-small"),
        pytest.param(INDEX, 60, 150, 7, id="index-small", marks=AGAIN),
        pytest.param(CHOSEN, 50, 120, 10, id="chosen-small", marks=AT_NIGHT),
        pytest.param(QUALIFIED, 50, 120, 10, id="qualified-small"),
        pytest.param(ASKED_AND_QUALIFIED, 120, 300, 14, id="qualified-weeks", marks=LONG),
        pytest.param(LASTING, 60, 100, 7, id="lasting"),
        pytest.param(LASTING, 40, 70, 1, id="lasting-by-day", marks=LONG),
        pytest.param(LEFT, 120, 300, 14, id="left-weeks", marks=LONG),
        pytest.param(APPEALED, 50, 120, 10, id="agreed-small", marks=AT_NIGHT),
        pytest.param(HEARD, 50, 150, 10, id="heard-small"),
        pytest.param(HOLDERS, 40, 364, 28, id="held-by-many-small", marks=AGAIN),
        pytest.param(HOLDERS, 200, 800, 7, id="held-by-many", marks=LONG),
        pytest.param(WAYS, 40, 280, 28, id="compelled-small"),
        pytest.param(OBEYED, 150, 500, 14, id="compelled-abroad", marks=LONG),
        pytest.param(CLASS, 60, 120, 30, id="class-small"),
        pytest.param(INDEX, 150, 500, 31, id="index-months", marks=LONG),
        pytest.param(INDEX_BESIDE, 60, 100, 10, id="index-beside-points"),
        pytest.param(CLASS_BESIDE, 150, 400, 31, id="class-beside-points", marks=LONG),
        pytest.param(AROUND, 60, 150, 7, id="around-small"),
        pytest.param(RETURNING, 40, 120, 10, id="returning-small", marks=AT_NIGHT),
        pytest.param(YEARLY, 120, 400, 31, id="returning-months", marks=LONG),
        pytest.param(NAMED, 250, 200, 28, id="named", marks=LONG),
        pytest.param(DISPUTED, 50, 120, 10, id="disputed-small"),
        pytest.param(DISPUTED, 150, 500, 31, id="disputed-months", marks=LONG),
        pytest.param(REPAIRED, 40, 150, 10, id="repaired-small", marks=AGAIN),
        pytest.param(REPAIRED, 150, 500, 7, id="repaired-weeks", marks=LONG),
        pytest.param(REPAIRED_OPEN, 60, 400, 31, id="repaired-open", marks=LONG),
        pytest.param(CAPPED, 40, 200, 20, id="capped-small", marks=AT_NIGHT),
        pytest.param(CAPPED, 150, 500, 7, id="capped-weeks", marks=LONG),
        pytest.param(ASKED, 40, 150, 10, id="asked-small"),
        pytest.param(METERS, 60, 150, 7, id="meters-small", marks=AT_NIGHT),
        pytest.param(QUANTITIES, 40, 100, 7, id="quantities-small", marks=AT_NIGHT),
        pytest.param(QUANTITIES_OPEN, 150, 400, 31, id="quantities-months", marks=LONG),
        pytest.param(slotted(QUANTITIES), 60, 200, 10, id="quantities-slots", marks=LONG),
        pytest.param(DUES, 40, 150, 7, id="dues-small", marks=AT_NIGHT),
        pytest.param(DUES, 150, 500, 30, id="dues-months", marks=LONG),
        pytest.param(INFERENCES, 60, 150, 7, id="inferences-small", marks=AT_NIGHT),
        pytest.param(VOTED, 50, 120, 10, id="voted-small"),
        pytest.param(VOTED, 200, 400, 7, id="voted-weeks", marks=LONG),
        pytest.param(REFITTED, 50, 130, 10, id="refitted-small", marks=AGAIN),
        pytest.param(REFITTED, 200, 400, 7, id="refitted-weeks", marks=LONG),
        pytest.param(INFERENCES + ENDING, 90, 400, 31, id="meters-ending", marks=LONG),
        pytest.param(GENEROUS + STATES, 150, 300, 31, id="stands-months", marks=LONG),
        pytest.param(HEAVY + POLITICS, 60, 300, 10, id="governed-small", marks=AGAIN),
        pytest.param(FULL, 300, 364, 14, id="full-governed", marks=LONG),
        pytest.param(GENEROUS + TIES + POINTS, 150, 300, 7, id="tied-and-held", marks=LONG),
        pytest.param(GENEROUS + TIES, 120, 200, 31, id="tied-generous", marks=LONG),
        pytest.param(CONTESTED, 40, 120, 7, id="contested-small", marks=AGAIN),
        pytest.param(CONTESTED, 120, 300, 10, id="contested", marks=LONG),
        pytest.param(CONTESTED_OPEN, 60, 300, 30, id="contested-open", marks=LONG),
        pytest.param(slotted(HEAVY + TIES + POINTS) + SCHOOLED, 150, 400, 30, id="slots-months", marks=LONG),
        pytest.param(slotted(HEAVY + TIES + POINTS) + SCHOOLED, 60, 150, 10, id="slots-small", marks=AT_NIGHT),
        pytest.param(slotted(CONTESTED), 40, 120, 7, id="slots-contested"),
        pytest.param(slotted(FULL), 120, 364, 7, id="slots-lists", marks=LONG),
        pytest.param(HARSH, 250, 400, 30, id="harsh-months", marks=LONG),
        pytest.param(HARSH, 60, 100, 30, id="harsh-small", marks=AGAIN),
    ],
)
def test_a_town_under_a_dense_scheme_is_that_of_the_twin(text, people, days, step_days):
    rows = live_both(parse_scheme(text), people=people, days=days, step_days=step_days, seed=people)
    assert all(rows[name] for name in ("acts", "sightings", "entries", "panel"))


@pytest.mark.parametrize(
    ("name", "people", "days", "step_days"),
    [
        pytest.param("suining-2010", 120, 1825, 30, id="suining", marks=LONG),
        pytest.param("suining-2010", 50, 200, 30, id="suining-small", marks=AGAIN),
        pytest.param("suining-2010-cancelled", 90, 500, 30, id="suining-cancelled", marks=LONG),
        pytest.param("empty", 150, 400, 30, id="empty", marks=LONG),
        pytest.param("none", 150, 400, 30, id="none", marks=LONG),
        pytest.param("rongcheng-2016", 150, 364, 14, id="rongcheng", marks=LONG),
        pytest.param("none", 50, 100, 30, id="none-small"),
    ],
)
def test_a_town_under_a_shipped_scheme_is_that_of_the_twin(name, people, days, step_days):
    scheme = None if name == "none" else read_scheme(find(name))
    rows = live_both(scheme, people=people, days=days, step_days=step_days, seed=5, replicate=2)
    assert rows["acts"]
    assert bool(rows["sightings"]) == (name != "none")


@pytest.mark.parametrize(
    ("text", "people", "days", "step_days"),
    [
        pytest.param(HARSH, 400, 300, 30, id="harsh-months", marks=LONG),
        pytest.param(HARSH + TIES, 150, 300, 30, id="harsh-tied", marks=LONG),
        pytest.param(HEAVY, 200, 100, 7, id="heavy-weeks", marks=LONG),
        pytest.param("", 400, 100, 30, id="none-months", marks=LONG),
        pytest.param(HARSH, 80, 100, 30, id="harsh-small", marks=AGAIN),
        pytest.param(OWN, 60, 90, 30, id="own-acts", marks=AGAIN),
    ],
)
def test_a_town_of_dense_acts_is_that_of_the_twin(text, people, days, step_days):
    """Children, victims through every tie, effects by chance, costs and places, each many times."""
    with dense_acts():
        scheme = parse_scheme(text) if text else None
        rows = live_both(scheme, people=people, days=days, step_days=step_days, seed=people)
    assert rows["harms"]
    assert {row["child"] for row in rows["acts"]} == {0, 1, 2, 3}
    outcomes = {row["outcome"] for row in rows["acts"]}
    assert outcomes >= ({DONE, DENIED, HELD_BACK, NO_PLACE} if text else {DONE, NO_PLACE})
    assert CAME_TO_NOTHING in outcomes or text != HARSH


SOCIETY = """
[society]
id = "shaken"
title = "A society in which much is otherwise"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]

[[rate]]
act = "petition"
factor = { value = 3, band = [1, 4] }

[[shock]]
act = "job-loss"
from_day = 40
to_day = 130
factor = { value = 6, band = [1, 9] }

[[shock]]
act = "late-bill"
from_day = 100
to_day = 400
factor = { value = 2, band = [1, 4] }

[[sightable]]
act = "red-light"
share = { value = 0.1, band = [0.01, 0.2] }
"""


@pytest.mark.nightly
def test_a_town_of_another_society_with_shocks_is_that_of_the_twin(tmp_path):
    path = tmp_path / "shaken.toml"
    path.write_text(SOCIETY, encoding="utf-8")
    live_both(parse_scheme(HARSH), people=200, days=300, step_days=30, seed=6, society=path)


@pytest.mark.nightly
@pytest.mark.parametrize("response", RESPONSE_IDS)
def test_a_town_without_one_response_is_that_of_the_twin(response):
    with dense_acts():
        live_both(parse_scheme(HARSH), people=100, days=200, step_days=30, seed=4, without=(f"response:{response}",))


@pytest.mark.nightly
def test_a_court_that_lists_many_is_that_of_the_twin():
    """The court list as it is, but for records of what nobody did, so that a small town has many listed."""
    text = find("court-list").read_text(encoding="utf-8")
    text = text.replace("value = 0.00001, band = [0, 0.0001]", "value = 0.5, band = [0, 1]")
    rows = live_both(parse_scheme(text), people=100, days=364, step_days=14, seed=8)
    assert len(rows["listings"]) > 20
    assert any(row["outcome"] == 1 for row in rows["blocked"])


@settings(max_examples=settings.default.max_examples // 20)
@given(
    st.lists(st.sampled_from(RUNNING_LINES), min_size=1, max_size=12, unique=True),
    st.sampled_from([(3, 50), (7, 100), (30, 320), (31, 250)]),
    st.integers(0, 2**31),
)
def test_a_town_under_any_change_of_the_scheme_is_that_of_the_twin(lines, span, seed):
    try:
        scheme = parse_scheme(with_lines(lines))
    except InputFaultsError:
        assume(False)
    live_both(scheme, people=90, days=span[1], step_days=span[0], seed=seed)


@pytest.mark.large
@pytest.mark.nightly
def test_a_second_district_is_that_of_the_twin():
    """Addresses, ties and slots differ there; only a whole district has somebody at the other end of most ties."""
    rows = live_both(parse_scheme(EVERY_MATCH), people=4_160, days=40, step_days=30, seed=11)
    wrong = [row for row in rows["sightings"] if row["truth"] == 2 and row["fate"] == 0]
    assert {row["source"] for row in wrong} == {0, 1, 2}, "by name, by identity code, by description"
    assert all(row["on_resident"] != row["origin"] for row in wrong)
    assert all(row["due_day"] >= 30 for row in wrong), "what crosses residents arrives in the next step"
    strangers = [row for row in rows["entries"] if row["truth"] == 2]
    assert len(strangers) > 20
    assert all(row["resident"] != row["origin"] for row in strangers)


@pytest.mark.nightly
def test_the_towns_of_the_twin_meet_every_mechanism():
    """Two ledgers that agree on nothing having happened would agree on nothing."""
    heavy = live_twin(World(parse_scheme(HEAVY), people=150, days=500, step_days=30, seed=150))[0]
    assert {row["fate"] for row in heavy["sightings"]} == {0, 2, 4}, "recorded, lost, after the horizon"
    assert {row["truth"] for row in heavy["sightings"]} == {0, 1, 2}
    assert {row["kind"] for row in heavy["entries"]} == {0, 1, 2}, "rules, clamps, expiries"
    assert any(row["kind"] == 2 and row["day"] // 30 == row["ref"] >> 20 for row in heavy["entries"])
    assert {row["delta_milli"] == 0 for row in heavy["entries"]} == {True, False}, "repeats bite late"
    assert any(row["from_grade"] == 0 for row in heavy["grades"]), "a child becomes a subject"
    assert {row["open"] for row in heavy["spells"]} == {0, 1}
    assert heavy["blocked"]
    harsh = live_twin(World(parse_scheme(HARSH), people=250, days=400, step_days=30, seed=252))[0]
    assert {row["outcome"] for row in harsh["acts"]} >= {DONE, DENIED, HELD_BACK, NO_PLACE}
    assert {row["won"] for row in harsh["places_given"]} == {0, 1}
    assert harsh["harms"]
    stacked = live_twin(World(parse_scheme(DENSE), people=60, days=200, step_days=30, seed=1))[0]
    assert 3 in {row["fate"] for row in stacked["sightings"]}, "duplicates"


@pytest.mark.nightly
@pytest.mark.parametrize("text", [DENSE, HEAVY, GENEROUS])
@pytest.mark.parametrize("step_days", [1, 7, 30])
def test_a_long_life_is_that_of_the_twin(text, step_days):
    live_both(parse_scheme(text), people=300, days=1_500 // (31 - step_days), step_days=step_days, seed=3)

"""What can be asked of a run, and what is refused by name before anything is written."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from engine.lives import live, request, scheme_of
from glasstown.audit.worlds import differences
from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.simulate import run
from glasstown.simulate.plan import MOST_PEOPLE, PlanError, check_request
from glasstown.simulate.request import request_of
from glasstown.simulate.same_run import check_same_run
from scheme.dense import DENSE

OUT_OF_RANGE = {
    "people": [{"people": 0}, {"people": -1}, {"people": MOST_PEOPLE + 1}, {"people": 1_400_000_000}],
    "step": [{"step_days": 0}, {"step_days": -7}, {"step_days": 32}],
    "years": [{"days": 0}, {"days": -1}, {"days": 4_746}, {"days": 4_096, "step_days": 1}],
    "baseline": [{"baseline": "half"}, {"baseline": ""}],
    "threads": [{"threads": 0}, {"block": 0}, {"checkpoint_steps": 0}],
    "seed": [{"seed": 2**63}, {"seed": -1}],
}
IN_RANGE = [
    {"people": 1},
    {"people": MOST_PEOPLE},
    {"step_days": 1, "days": 4_095},
    {"step_days": 31, "days": 4_745},
    {"days": 4_745, "step_days": 7},
    {"days": 1, "step_days": 31},
    {"seed": 2**63 - 1},
    {"seed": 0},
]


@pytest.mark.parametrize(("option", "change"), [(o, c) for o, cs in OUT_OF_RANGE.items() for c in cs], ids=str)
def test_a_run_that_cannot_be_is_refused_by_name(tmp_path, option, change):
    out = tmp_path / "run"
    with pytest.raises(PlanError) as refused:
        run.live(request(None, out=out, **change))
    assert option in refused.value.where
    assert refused.value.why
    assert refused.value.fix
    assert not out.exists()


@pytest.mark.parametrize("change", IN_RANGE, ids=str)
def test_a_run_at_the_edge_can_be_asked_for(change):
    check_request(request(None, **change))


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--people", "10_000_001"), "--people"),
        (("--people", "100", "--step", "32"), "--step"),
        (("--people", "100", "--years", "14"), "--years"),
        (("--people", "100", "--years", "13", "--step", "1"), "--years"),
    ],
)
def test_the_program_refuses_it_with_its_option(tmp_path, options, word):
    out = tmp_path / "run"
    answer = CliRunner().invoke(app, ["run", "none", *options, "--out", str(out), "--json"])
    assert answer.exit_code == 1
    assert word in json.loads(answer.stdout.strip().splitlines()[-1])["error"]["where"]
    assert not out.exists()


SHAPES = {
    "one resident": {"people": 1, "days": 365, "step_days": 7},
    "one day": {"people": 100, "days": 1, "step_days": 1},
    "one short step": {"people": 100, "days": 5, "step_days": 31},
    "a short last step": {"people": 100, "days": 30, "step_days": 7},
    "a last step of one day": {"people": 100, "days": 29, "step_days": 7},
    "a district and one": {"people": 4_097, "days": 14, "step_days": 14},
}


@pytest.mark.jit_off
@pytest.mark.bounds
@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "a district and one"])
def test_a_town_of_any_shape_is_lived_to_its_last_day(shape):
    assert_lived(SHAPES[shape])


def test_a_district_of_one_resident_is_lived():
    assert_lived(SHAPES["a district and one"])


def assert_lived(town: dict[str, int]) -> None:
    asked = request(scheme_of(DENSE), **town)
    world = live(asked)
    steps = world.table("steps")
    assert steps.height == asked.steps == -(-town["days"] // town["step_days"])
    assert steps["days"].sum() == town["days"]
    assert steps["days"][-1] == town["days"] - (asked.steps - 1) * town["step_days"]
    assert set(steps["residents"]) == {town["people"]}
    for table, column in (("acts", "day"), ("entries", "day"), ("blocked", "day"), ("grades", "day")):
        assert (world.table(table)[column] < town["days"]).all()
    last = world.table("panel").filter(world.table("panel")["day"] == town["days"])
    assert last.height == town["people"]


def test_thirteen_years_are_lived():
    town = {"people": 60, "days": 4_745, "step_days": 31}
    world = live(request(scheme_of(DENSE.replace("false_per_year = 0.2", "false_per_year = 0.1")), **town))
    assert world.table("steps").height == 154
    assert world.table("steps")["days"].to_list()[-1] == 2
    assert world.table("sightings")["due_day"].max() >= world.table("entries")["day"].max()
    assert world.table("panel")["day"].max() == 4_745


CHILLING, FADING, ALL = "response:chilling", "response:fading", "response:*"
EVERY = tuple(f"response:{name}" for name in RESPONSE_IDS)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ((FADING, CHILLING), (CHILLING, FADING)),
        ((CHILLING, FADING, CHILLING), (CHILLING, FADING)),
        ((CHILLING, ALL), (ALL,)),
        (EVERY, (ALL,)),
        (tuple(reversed(EVERY)), (ALL,)),
        ((), ()),
    ],
)
def test_names_in_another_order_or_twice_ask_for_the_same_run(asked, meant):
    one, other = request(None, without=asked), request(None, without=meant)
    assert one == other
    assert hash(one) == hash(other)
    assert one.without == meant
    assert one.responses_off == other.responses_off


def test_runs_asked_for_in_another_order_are_a_pair_and_go_on_with_each_other(tmp_path):
    town = {"people": 20, "days": 14}
    run.live(request(None, out=tmp_path / "one", without=(FADING, CHILLING, FADING), **town))
    run.live(request(None, out=tmp_path / "other", without=(CHILLING, FADING), **town))
    one, other = open_run(tmp_path / "one").manifest, open_run(tmp_path / "other").manifest
    assert one.without == other.without == (CHILLING, FADING)
    assert request_of(tmp_path / "one", one).without == other.without
    assert differences(one, other) == []
    check_same_run(one, other, tmp_path)

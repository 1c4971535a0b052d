"""What is owed to what: sums of the ledger, worlds without single causes, and shares that add up in random schemes."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from engine.lives import scheme_of
from engine.test_reach_of_changes import WAYS, text_of
from glasstown.audit.owed import BURDEN, POINTS, accounts_of, burden_of, points_of
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.simulate.run import live
from glasstown.studies.attribution import Asked, attribute, usual_causes
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN = small_town(people=100, days=84)
TIED = DENSE + TIES
CAUSES = ("association", "false-sightings", "wrong-persons")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, TIED, TOWN)


def test_the_ledger_adds_up_of_everybody_and_of_each(run):
    ledger = open_run(run)
    points, burden = points_of(ledger), burden_of(ledger)
    for who in (None, *sorted(points)[:5]):
        rests_on, by_rule, days = accounts_of(ledger, who)
        assert rests_on.total == by_rule.total == (sum(points.values()) if who is None else points[who])
        assert days.total == (sum(burden.values()) if who is None else burden.get(who, 0))
    parts = dict(accounts_of(ledger)[0].rows)
    assert {"false sightings", "own acts, recorded late", "ties: friend"} <= set(parts), "here every source is late"
    false = ledger.table("entries").filter((pl.col("truth") == 1) & (pl.col("kind") == 0) & (pl.col("via") == 0))
    assert parts["false sightings"] == false["delta_milli"].sum()


def test_without_one_cause_the_difference_is_that_of_the_pair(run, tmp_path):
    found = attribute(run, ("association", "false-sightings"))
    for cause in ("association", "false-sightings"):
        other = pair(run, Change((cause,)), out=tmp_path / cause).other
        for outcome, count in ((POINTS, points_of), (BURDEN, burden_of)):
            one = next(one for one in found.singles if (one.cause, one.outcome) == (cause, outcome))
            assert one.total == sum(count(open_run(run)).values()) - sum(count(other).values())
            assert one.direct + one.spill_over == one.total
    assert any(one.total for one in found.singles)


def test_shares_add_up_to_the_run_of_every_resident(run):
    found = attribute(run, CAUSES, joint=True)
    points, _ = found.joints
    assert (points.causes, points.times) == (CAUSES, 6)
    assert points.adds_up
    assert points.whole.sum() == sum(points_of(open_run(run)).values())
    assert (points.parts.sum(axis=1) != 0).all(), "each did something"
    assert found.worlds == 8
    points.parts[0, 3] += 1
    assert not points.adds_up


SOME = st.lists(st.sampled_from([*CAUSES, "delay", "misses", "response:*", "consequence:*"]), min_size=1, max_size=2,
                unique=True)  # fmt: skip


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(WAYS))), st.integers(1, 99), SOME)
def test_in_any_scheme_shares_and_ledger_add_up(tmp_path_factory, ways, seed, causes):
    scheme = scheme_of(text_of(tuple(sorted(ways))))
    folder = tmp_path_factory.mktemp("any") / "run"
    live(RunRequest(scheme=scheme, out=folder, **TOWN | {"people": 50, "days": 56, "seed": seed}))
    causes = [cause for cause in causes if cause != "association" or ways & {"friends", "kin"}] or ["delay"]
    found = attribute(folder, tuple(causes), joint=True)
    assert all(one.adds_up for one in found.joints)
    ledger = open_run(folder)
    for one, count in zip(found.joints, (points_of, burden_of), strict=True):
        assert {who: int(v) for who, v in enumerate(one.whole) if v} == count(ledger)
    assert found.accounts[0].total == sum(points_of(ledger).values())


def test_stopped_it_keeps_the_worlds_that_are_done_and_goes_on(run):
    causes = ("delay", "misses")
    asked, steps = Asked(run, causes), []
    assert asked.cost.startswith("2 worlds of 100 residents and 12 steps")
    assert asked.answer(on_progress=steps.append, should_stop=lambda: len(steps) > 16) is None
    assert (steps[-1].step, steps[-1].steps) == (17, 24)
    again, more = Asked(run, causes), []
    assert "1 of them are done already" in again.cost
    found = again.answer(on_progress=more.append)
    assert more[-1].step == more[-1].steps == 12
    assert len(more) < 12, "the world under way was gone on with"
    assert [one.total for one in found.singles] == [one.total for one in attribute(run, causes).singles]
    assert not list(again.worlds.place.glob("world-*")), "a world's folder goes once its sums are taken"
    open_run(run)


def test_a_kept_world_that_is_damaged_is_lived_again(run):
    before = attribute(run, ("delay",)).singles[0].total
    asked = Asked(run, ("delay",))
    for path in asked.worlds.place.glob("*.npz"):
        path.write_bytes(b"nonsense")
    assert len(asked.worlds.missing(asked.changes)) == 1
    assert attribute(run, ("delay",)).singles[0].total == before


def test_what_is_asked_for_by_default_and_by_itself():
    assert usual_causes(scheme_of(DENSE)) == ("false-sightings", "wrong-persons", "delay", "response:*")
    many = usual_causes(scheme_of(TIED))
    assert len(many) <= 8
    assert "association" in many or any(cause.startswith("ties:") for cause in many)


def test_what_cannot_be_attributed_is_refused_by_name(run):
    with pytest.raises(PlanError, match="no rule"):
        Asked(run, ("rule:nothing",))
    many = (*CAUSES, "delay", "misses", "group-watch", "response:*", "consequence:*", "rule:bills")
    with pytest.raises(PlanError, match="9 causes cannot share"):
        Asked(run, many, joint=True)
    with pytest.raises(PlanError, match="no resident 100"):
        Asked(run, ("delay",)).answer(100)


def test_the_command_tells_sums_single_causes_and_shares(run):
    asked = ["attribute", str(run), *(word for cause in CAUSES for word in ("--without", cause)), "--joint"]
    said = CliRunner().invoke(app, asked)
    assert said.exit_code == 0
    assert "need not add up" in " ".join(said.stdout.split())
    assert "worlds of 100 residents" in said.stderr
    plain = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    for one in plain["shared"].values():
        assert sum(one["parts"].values()) == one["times"] * (one["run"] - one["rest"])
    of_one = json.loads(CliRunner().invoke(app, [*asked, "--json", "--resident", "7"]).stdout)
    assert of_one["resident"] == 7
    assert of_one["accounts"][POINTS]["total"] == of_one["shared"][POINTS]["run"]
    assert of_one["without_one"][POINTS]["association"]["direct"] is None


def test_every_rule_and_response_by_itself(run):
    asked = Asked(run, ("delay",), each=True)
    assert {"rule:bills", "response:chilling", "delay"} <= set(asked.singly)
    assert len(asked.changes) == len(asked.singly)
    assert len({change.slug for change in asked.changes}) == len(asked.changes)

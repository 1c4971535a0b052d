"""Pairs and cones of what is added: one appeal upheld, a group put on residents; and what is not there is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from typer.testing import CliRunner

from engine.lives import edited
from glasstown.audit.changed_lives import changed
from glasstown.audit.life.answers import REFUSED, UPHELD, number_behind
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.report.otherwise import what_is_otherwise
from glasstown.simulate.plan import PlanError
from glasstown.studies.cone import cone
from glasstown.studies.lockstep import NEVER, Lockstep
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from studies.small_town import lived, small_town
from twin.schemes import CONTESTED

TOWN = small_town(people=120, days=140)
REFUSING = edited(CONTESTED, ("upheld = 0.9\nupheld_if_right = 0.7", "upheld = 0.4\nupheld_if_right = 0.2"))


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, REFUSING, TOWN)


@pytest.fixture(scope="module")
def lockstep(run):
    return Lockstep(run)


@pytest.fixture(scope="module")
def appeals(run):
    """Rows of appeals by outcome, those against points that came through others left out."""
    rows = [row for row in open_run(run).table("appeals").to_dicts() if not row["via"]]
    return {outcome: [row for row in rows if row["outcome"] == outcome] for outcome in (REFUSED, UPHELD)}


def upheld(row, day=0):
    return Change(added=(f"upheld:{number_behind(row)}",), from_day=day)


def test_an_appeal_that_was_refused_is_upheld_and_side_by_side_is_two_full_runs(run, lockstep, appeals, tmp_path):
    late = max(appeals[REFUSED], key=lambda row: row["decided_day"])
    walked, found = lockstep.walk(upheld(late)), pair(run, upheld(late), out=tmp_path / "pair")
    assert walked.digests == (found.other.manifest.digest, found.other.manifest.life_digest)
    rows = found.other.table("appeals").to_dicts()
    now = [row for row in rows if row["resident"] == late["resident"] and number_behind(row) == number_behind(late)]
    assert {row["outcome"] for row in now} == {UPHELD}
    reached = set(np.flatnonzero(walked.bits != NEVER).tolist())
    assert reached >= changed(open_run(run), found.other) > set()
    first = min(int(day) for day in walked.bits[walked.bits != NEVER])
    assert first == late["decided_day"] // 7 * 7, "nothing differs before the decision"


@pytest.mark.nightly
def test_from_a_day_before_the_decision_it_is_the_same_world_and_from_one_after_it_is_refused(lockstep, appeals):
    late = max(appeals[REFUSED], key=lambda row: row["decided_day"])
    step = late["decided_day"] // 7 * 7
    assert lockstep.walk(upheld(late, step)).digests == lockstep.walk(upheld(late)).digests
    with pytest.raises(PlanError, match=f"was decided on day {step}"):
        lockstep.walk(upheld(late, step + 1))


def test_what_was_upheld_or_never_filed_is_refused_with_what_there_is(lockstep, run, appeals):
    only = {number_behind(row) for row in appeals[UPHELD]} - {number_behind(row) for row in appeals[REFUSED]}
    with pytest.raises(PlanError, match="no appeal against record") as told:
        lockstep.walk(Change(added=(f"upheld:{min(only)}",)))
    assert "upheld in the run itself" in told.value.diagnostics[0].why
    with pytest.raises(PlanError, match="no appeal against record 12 was refused") as told:
        pair(run, Change(added=("upheld:12",)))
    assert "refused were, among others" in told.value.diagnostics[0].fix


def test_a_cone_is_counted_from_whom_the_change_is_put_on(lockstep):
    some = range(60)
    (bits, _, _) = cone(lockstep, Change(added=tuple(f"attributes:{who}=minority-b" for who in some))).radii
    begun = bits.residents[bits.ties == 0].tolist()
    assert begun, "nobody was looked at otherwise"
    assert set(begun) == set(bits.residents.tolist()) & set(some), "ties are counted from whom it is put on"
    everybody = cone(lockstep, Change(added=("attributes:*=minority-b",)))
    assert everybody.radii[0].residents.size > 0


@pytest.mark.nightly
def test_changes_compose_with_causes_in_any_order(run, tmp_path):
    one = pair(run, Change(("delay",), 35), out=tmp_path / "one").other
    both = pair(one.folder, Change(("rule:bills",), 35, ("label:*=minority-b",)), out=tmp_path / "both").other
    other = pair(run, Change(added=("label:*=minority-b",), from_day=35), out=tmp_path / "other").other
    again = pair(other.folder, Change(("rule:bills", "delay"), 35), out=tmp_path / "again").other
    assert both.manifest.digest == again.manifest.digest != one.manifest.digest
    assert both.manifest.change.added == ("label:*=minority-b",)
    assert both.manifest.change.without == ("delay", "rule:bills")


def test_both_pages_say_the_same_of_what_is_otherwise():
    said = what_is_otherwise(Change(("delay",), 0, ("label:3=majority", "appeals")))
    assert [line.partition(" ")[0] for line in said] == ["delay:", "appeals:", "label:3=majority:"]
    assert "(assumed, 0.1 to 0.9)" in said[1], "an assumed figure is never told without its band"


def test_the_command_tells_what_was_added(run, tmp_path):
    asked = ["pair", str(run), "--with", "attributes:*=minority-b", "--from-day", "70", "--out", str(tmp_path / "out")]
    said = CliRunner().invoke(app, asked)
    assert said.exit_code == 0
    assert "with attributes:*=minority-b, from day 70" in said.output
    plain = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    assert (plain["with"], plain["without"]) == (["attributes:*=minority-b"], [])
    refused = CliRunner().invoke(app, ["cone", str(run), "--with", "label:500=majority"])
    assert refused.exit_code == 1
    assert "there is no resident 500" in refused.output

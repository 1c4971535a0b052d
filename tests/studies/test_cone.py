"""Two worlds side by side in memory: the same bits as two runs, and a cone that holds everybody who is otherwise."""

from __future__ import annotations

import json

import numpy as np
import polars as pl
import pytest
from typer.testing import CliRunner

from engine.lives import scheme_of
from glasstown.audit.changed_lives import changed
from glasstown.audit.life.names import number_seen
from glasstown.cli.main import app
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.simulate.run import live
from glasstown.society.distance import OUT_OF_REACH, ties_away
from glasstown.studies.cone import cone
from glasstown.studies.lockstep import NEVER, Lockstep
from glasstown.studies.pair import pair
from glasstown.vocab.change import Change
from scheme.dense import DENSE
from scheme.dense_politics import POLITICS
from scheme.dense_ties import TIES
from scheme.dense_votes import VOTED
from studies.small_town import lived, small_town

NIGHTLY = pytest.mark.nightly

TOWN = small_town(people=150, days=140)
TIED = DENSE + TIES


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, TIED, TOWN)


@pytest.fixture(scope="module")
def lockstep(run):
    return Lockstep(run)


@pytest.fixture(scope="module")
def sighting(run):
    """The sighting behind the first loss of points by a rule that others shared."""
    ledger = open_run(run)
    shared = ledger.table("entries").filter(pl.col("kind") == 3)
    row = shared.row(0, named=True)
    seen = ledger.table("sightings").filter(pl.col("on_resident") == row["origin"])
    numbers = {number_seen(one) & 0xFFFFFFFF: number_seen(one) for one in seen.iter_rows(named=True)}
    return Change((f"sighting:{numbers[row['ref']]}",))


def changes(sighting):
    return (sighting, Change(("rule:bills",), 70), Change(("association",)), Change(("sensor-errors",), 35))


def test_side_by_side_is_two_full_runs_to_the_last_bit(run, lockstep, sighting, tmp_path):
    for number, change in enumerate(changes(sighting)):
        walked, other = lockstep.walk(change), pair(run, change, out=tmp_path / str(number)).other
        assert walked.digests == (other.manifest.digest, other.manifest.life_digest)
        reached = set(np.flatnonzero(walked.bits != NEVER).tolist())
        assert reached >= changed(open_run(run), other) > set()
        for days in (walked.points, walked.life):
            assert ((days == NEVER) | (days >= walked.bits)).all(), "the widest radius holds the others"


def test_nothing_changed_reaches_nobody(lockstep):
    found = cone(lockstep, Change())
    assert [radius.residents.size for radius in found.radii] == [0, 0, 0]
    assert found.digest == lockstep.ledger.manifest.digest


def test_one_sighting_reaches_first_whom_it_was_about_and_then_those_tied_to_them(lockstep, sighting):
    bits, points, _ = cone(lockstep, sighting).radii
    assert bits.at(0) == 1
    assert points.at(1) > 0, "what was shared did not come"
    assert int(bits.first_day.min()) == int(bits.first_day[bits.ties == 0][0])
    assert set(points.residents.tolist()) <= set(bits.residents.tolist())
    assert (points.milli >= 1_000).all()
    assert bits.residents.size < 150, "a town in which not all hangs together"


@pytest.mark.parametrize(
    ("text", "cause"),
    [(DENSE + POLITICS, "source:neighbours"), pytest.param(VOTED, "sensor-errors", marks=NIGHTLY)],
)
def test_counties_go_back_with_their_residents(text, cause, tmp_path):
    live(RunRequest(scheme=scheme_of(text), out=tmp_path / "run", **TOWN | {"days": 84}))
    lockstep, change = Lockstep(tmp_path / "run"), Change((cause,), 42)
    for _ in range(2):
        assert lockstep.walk(change).digests[0] == pair(tmp_path / "run", change).other.manifest.digest


def test_ties_are_counted_from_the_nearest(lockstep):
    people = lockstep.people
    away = ties_away(people, [5])
    home = np.flatnonzero(people.household == people.household[5])
    assert away[5] == 0
    assert all(away[other] == 1 for other in home if other != 5)
    friends = {int(slot) for slot in people.friend[:, 5] if slot < 150}
    assert all(away[other] == 1 for other in friends)
    assert (ties_away(people, range(150)) == 0).all()
    assert (ties_away(people, []) == OUT_OF_REACH).all()
    nearer = ties_away(people, [5, 80])
    assert (nearer == np.minimum(away, ties_away(people, [80]))).all(), "one town in which chains lead everywhere"


def test_what_is_not_there_is_refused_as_for_a_pair(lockstep):
    with pytest.raises(PlanError, match="no sighting 12"):
        lockstep.walk(Change(("sighting:12",)))


def test_the_command_tells_three_radii(run, sighting):
    asked = ["cone", str(run), "--without", sighting.without[0]]
    said = CliRunner().invoke(app, asked)
    assert said.exit_code == 0
    assert "any bit of their state" in said.output
    plain = json.loads(CliRunner().invoke(app, [*asked, "--json"]).output)
    assert set(plain["radii"]) == {"bits", "points", "life"}
    one = plain["radii"]["bits"]["residents"][0]
    assert set(one) == {"resident", "first_day", "ties", "milli"}

"""Scores, lists, officials and a version, stopped and resumed on either side of it, come to the same."""

from __future__ import annotations

import pytest

from engine.lives import scheme_of
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live, resume
from invariance.worlds import asked, stop_at
from scheme.dense import FULL
from scheme.dense_slots import slotted

NIGHTLY = pytest.mark.nightly

TABLES = ("listings", "appeals", "spells", "grades", "entries", "blocked", "steps", "scores_panel")
LONG = {"people": 120, "days": 330, "step_days": 30, "baseline": "none"}


def request(folder) -> RunRequest:
    return asked(folder, scheme=scheme_of(slotted(FULL)), **LONG)


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    return live(request(tmp_path_factory.mktemp("straight") / "run"))


@pytest.mark.parametrize("step", [pytest.param(3, marks=NIGHTLY), 9, pytest.param(11, marks=NIGHTLY)])
def test_stopped_and_resumed_it_goes_on_to_the_same(tmp_path, straight, step):
    folder = tmp_path / "run"
    assert live(request(folder), should_stop=stop_at(step)).stopped
    outcome = resume(folder)
    assert (outcome.digest, outcome.life_digest) == (straight.digest, straight.life_digest)
    ours, theirs = open_run(folder), open_run(straight.folder)
    assert ours.table("listings").height > 0
    for name in TABLES:
        assert ours.table(name).height > 0, name
        assert ours.table(name).equals(theirs.table(name)), name

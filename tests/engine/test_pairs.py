"""Two worlds are compared only if they share people, luck and step; others are refused as a pair, by name."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.lives import scheme_of
from glasstown.audit.worlds import open_worlds, pair
from glasstown.cli.main import app
from glasstown.ledger.layout import BASELINE
from glasstown.ledger.reader import open_run
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.errors import PairError
from scheme.dense import DENSE

TOWN = {"people": 120, "days": 30, "step_days": 10, "seed": 1, "start": date(2020, 1, 1)}
OTHERS = {
    "step": {"step_days": 15},
    "seed": {"seed": 2},
    "size of town": {"people": 121},
    "horizon": {"days": 40},
    "replicate": {"replicate": 1},
    "date of day 0": {"start": date(2021, 1, 1)},
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Live a dense town with its pair, and once more without a scheme in every way that is no pair of it."""
    root = tmp_path_factory.mktemp("worlds")
    live(RunRequest(scheme=scheme_of(DENSE), out=root / "run", **TOWN))
    for number, change in enumerate(OTHERS.values()):
        live(RunRequest(scheme=None, out=root / f"other-{number}", **TOWN | change))
    return root


@pytest.fixture
def mismatched(lived, tmp_path, request) -> Path:
    """Give a folder whose paired world was replaced by that of another run."""
    folder = tmp_path / "run"
    shutil.copytree(lived / "run", folder)
    shutil.rmtree(folder / BASELINE)
    shutil.copytree(lived / f"other-{list(OTHERS).index(request.param)}", folder / BASELINE)
    return folder


def test_the_worlds_of_one_run_are_a_pair(lived):
    worlds = open_worlds(lived / "run")
    assert worlds.baseline is not None
    assert worlds.baseline.manifest.society.digest == worlds.scheme.manifest.society.digest


@pytest.mark.parametrize("what", OTHERS)
def test_worlds_that_differ_are_refused_as_a_pair(lived, what):
    scheme, other = open_run(lived / "run"), open_run(lived / f"other-{list(OTHERS).index(what)}")
    with pytest.raises(PairError) as refused:
        pair(scheme, other)
    assert what in refused.value.why
    assert str(scheme.folder) in refused.value.what
    assert str(other.folder) in refused.value.what
    assert refused.value.fix


def test_every_difference_is_named_at_once(lived, tmp_path):
    live(RunRequest(scheme=None, out=tmp_path / "far", **TOWN | {"seed": 3, "step_days": 5, "people": 99}))
    with pytest.raises(PairError) as refused:
        pair(open_run(lived / "run"), open_run(tmp_path / "far"))
    assert {"seed", "step", "size of town"} <= {fault.split(":")[0] for fault in refused.value.why.split("; ")}


@pytest.mark.parametrize("mismatched", OTHERS, indirect=True)
def test_a_folder_with_the_pair_of_another_run_is_refused(mismatched):
    with pytest.raises(PairError):
        open_worlds(mismatched)


@pytest.mark.parametrize("verb", ["show", "report"])
@pytest.mark.parametrize("mismatched", ["step", "seed"], indirect=True)
def test_the_program_refuses_it_by_name_and_writes_nothing(mismatched, verb):
    before = sorted(mismatched.rglob("*"))
    answer = CliRunner().invoke(app, [verb, str(mismatched), "--json"])
    assert answer.exit_code == PairError.exit_code
    error = json.loads(answer.stdout.strip().splitlines()[-1])["error"]
    assert str(mismatched / BASELINE) in error["where"]
    assert error["why"]
    assert error["fix"]
    assert sorted(mismatched.rglob("*")) == before


def test_the_world_of_a_scheme_is_no_paired_world(lived, tmp_path):
    """A pair is a scheme and no scheme: two worlds under schemes do not show what a scheme changed."""
    folder = tmp_path / "run"
    shutil.copytree(lived / "run", folder)
    shutil.rmtree(folder / BASELINE)
    live(RunRequest(scheme=scheme_of(DENSE), out=folder / BASELINE, **TOWN, baseline="none"))
    with pytest.raises(PairError):
        open_worlds(folder)

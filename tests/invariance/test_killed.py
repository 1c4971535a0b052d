"""`glasstown run` killed without warning and `glasstown resume` killed again come to the same bits in the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import glasstown
from glasstown.cli.main import app
from glasstown.ledger.checkpoint import newest_whole
from glasstown.ledger.layout import BASELINE
from glasstown.ledger.reader import open_run
from glasstown.vocab.errors import RunFolderError
from invariance.worlds import assert_same
from scheme.dense import DENSE

HERE = Path(__file__).parent
YEARS, STEP, STEPS = "0.6", "7", 32
PATHS = (str(Path(glasstown.__file__).parents[1]), str(HERE.parent))


def run_of(scheme: Path, folder: Path) -> list[str]:
    options = ("--people", "300", "--years", YEARS, "--step", STEP, "--threads", "1", "--out", str(folder), "--json")
    return ["run", str(scheme), *options]


def die(moment: int, *arguments: str) -> None:
    """Let the program die before a step."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(PATHS), "DIE_AT": str(moment)}
    process = subprocess.run(
        [sys.executable, str(HERE / "dying.py"), *arguments], env=environment, capture_output=True, check=False
    )
    assert process.returncode == -signal.SIGKILL, process.stderr.decode()


def ask(*arguments: str) -> None:
    answer = CliRunner().invoke(app, list(arguments))
    assert answer.exit_code == 0, answer.output


@pytest.fixture(scope="module")
def scheme(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("scheme") / "dense.toml"
    path.write_text(DENSE)
    return path


@pytest.fixture(scope="module")
def straight(tmp_path_factory, scheme) -> Path:
    folder = tmp_path_factory.mktemp("straight") / "run"
    ask(*run_of(scheme, folder))
    assert len(open_run(folder).log()) == STEPS
    return folder


@pytest.mark.nightly
def test_killed_three_times_in_both_worlds(tmp_path, scheme, straight):
    """After a checkpoint, at the threshold of the paired world, and in its middle."""
    folder = tmp_path / "run"
    die(30, *run_of(scheme, folder))
    assert newest_whole(folder).step == 26
    with pytest.raises(RunFolderError, match="not finished"):
        open_run(folder)
    die(STEPS - 26 + 1, "resume", str(folder))
    assert open_run(folder).manifest.status == "sealed"
    with pytest.raises(RunFolderError, match="not finished"):
        open_run(folder / BASELINE)
    die(28, "resume", str(folder))
    assert newest_whole(folder / BASELINE).step == 26
    ask("resume", str(folder), "--json")
    assert_same(folder, straight)


@pytest.mark.nightly
@pytest.mark.parametrize("moment", range(1, 2 * STEPS + 1, 3))
def test_killed_once_anywhere(tmp_path, scheme, straight, moment):
    folder = tmp_path / "run"
    die(moment, *run_of(scheme, folder))
    ask("resume", str(folder), "--json")
    assert_same(folder, straight)

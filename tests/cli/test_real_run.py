"""The real program with the real engine: run, kill, stop, resume, show, report."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from glasstown.cli.main import app
from scheme.dense import DENSE

SAME = ("digest", "life_digest", "baseline_life_digest", "findings", "people", "steps", "scheme")


def start(*arguments):
    command = [sys.executable, "-m", "glasstown", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process, code=0):
    output, errors = process.communicate()
    assert process.returncode == code, errors
    return json.loads(output.strip().splitlines()[-1])


def ask(*arguments, code=0):
    """Ask the program within this process, where everything is loaded already: for what needs no process of its own."""
    answer = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert answer.exit_code == code, answer.output
    return json.loads(answer.stdout.strip().splitlines()[-1])


def options(folder):
    scheme = folder.parent / "dense.toml"
    scheme.write_text(DENSE)
    return ("run", scheme, "--people", "1500", "--years", "1", "--threads", "1", "--out", folder, "--json")


def run(folder):
    return start(*options(folder))


def wait_for(process, words):
    """Read progress until a line has these words."""
    for line in process.stderr:
        if words in line:
            return
    process.communicate()
    pytest.fail(f"no progress said {words!r}")


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real") / "run"
    return folder, finish(run(folder))


def test_a_run_answers_in_full(straight):
    _, answer = straight
    assert answer["people"] == 1_500
    assert answer["steps"] == 53
    assert answer["findings"]["score-sums-wrong"]["value"] == 0
    assert answer["findings"]["punished"]["value"] > 0
    told_apart = answer["living_seconds"] + answer["compile_seconds"] + answer["writing_seconds"]
    assert answer["seconds"] > told_apart > 0
    assert answer["digest"] != answer["life_digest"] != answer["baseline_life_digest"]


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("under the scheme: step 11", marks=pytest.mark.nightly),  # before the first checkpoint
        "under the scheme: step 43",
        pytest.param("without it: step 32", marks=pytest.mark.nightly),
    ],
)
def test_killed_and_resumed_gives_the_same_answer(straight, tmp_path, moment):
    process = run(tmp_path / "run")
    wait_for(process, moment)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL, "it was too fast to be killed: make the town larger"
    answer = ask("resume", tmp_path / "run", "--json")
    assert {key: answer[key] for key in SAME} == {key: straight[1][key] for key in SAME}


@pytest.mark.nightly
def test_stopped_by_hand_it_says_how_to_go_on_and_goes_on(straight, tmp_path):
    process = run(tmp_path / "run")
    wait_for(process, "under the scheme: step 22")
    process.send_signal(signal.SIGINT)
    stopped = finish(process, code=130)
    assert stopped["resume"] == f"glasstown resume {tmp_path / 'run'}"
    refused = subprocess.run(
        [sys.executable, "-m", "glasstown", "show", tmp_path / "run"], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert "not finished" in refused.stderr
    answer = ask("resume", tmp_path / "run", "--json")
    assert {key: answer[key] for key in SAME} == {key: straight[1][key] for key in SAME}


@pytest.mark.nightly
def test_show_and_report_read_what_run_wrote(straight, tmp_path):
    folder, answer = straight
    shown = finish(start("show", folder, "--json"))
    assert {key: shown[key] for key in SAME} == {key: answer[key] for key in SAME}
    ask("report", folder, "--out", tmp_path / "page.html", "--json")
    page = (tmp_path / "page.html").read_text()
    assert answer["digest"] in page
    assert "A dense scheme for tests" in page


def test_without_rules_nobody_is_punished_and_lives_are_the_same(straight, tmp_path):
    """Without a scheme, under an empty one, and under one that only declares the acts of the dense one."""
    acts, town = tmp_path / "acts.toml", ("--people", "1500", "--years", "1", "--json")
    acts.write_text(
        DENSE[: DENSE.index("[score]")] + "".join(re.findall(r"\[\[(?:reference|act)\]\]\n(?:.+\n)+", DENSE))
    )
    none, empty, only_acts = (
        ask("run", scheme, *town, "--out", tmp_path / f"run-{number}")
        for number, scheme in enumerate(("none", "empty", acts))
    )
    assert none["life_digest"] == empty["life_digest"] == empty["baseline_life_digest"]
    assert only_acts["life_digest"] == only_acts["baseline_life_digest"] == straight[1]["baseline_life_digest"]
    assert [one["findings"]["punished"]["value"] for one in (none, empty, only_acts)] == [None, 0, 0]


def test_a_second_run_into_the_same_folder_is_refused(straight):
    folder, _ = straight
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    refused = ask(*options(folder), code=1)
    assert "holds something already" in refused["error"]["what"]
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    if os.geteuid() == 0:
        blocked = tmp_path / "file"
        blocked.write_text("a file, no folder")
    else:
        blocked = tmp_path
        blocked.chmod(0o500)
    refused = ask("run", "empty", "--people", "64", "--years", "0.1", "--out", blocked / "run", "--json", code=1)
    assert "cannot write" in refused["error"]["what"]


def test_a_paired_world_that_was_taken_away_is_lived_again(straight, tmp_path):
    folder, answer = straight
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("baseline"))
    again = ask("resume", copy, "--json")
    assert {key: again[key] for key in SAME} == {key: answer[key] for key in SAME}

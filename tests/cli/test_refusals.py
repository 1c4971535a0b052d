"""What the command line refuses: in words, at once, and without leaving anything behind."""

from __future__ import annotations

import json
import os
import re
import shutil

import pytest

from audit.harbour import write_harbour
from cli.faking import failing
from glasstown.cli.answer import tell
from glasstown.scheme.library import find
from glasstown.vocab.errors import Diagnostic, InputFaultsError, Span
from report.test_page import MANIFEST, TEXT


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["run"], 2, "SCHEME"),
        (["run", "empty", "--people", "many"], 2, "no count"),
        (["run", "empty", "--people", "1__000"], 2, "no count"),
        (["run", "empty", "--people", "1,0"], 2, "no count"),
        (["run", "empty", "--people", "1.5"], 2, "whole number"),
        (["run", "empty", "--years", "inf"], 2, "no span of years"),
        (["run", "empty", "--years", "nan"], 2, "no span of years"),
        (["run", "empty", "--years", "many"], 2, "no span of years"),
        (["run", "empty", "--years", "1e300"], 2, "1,000,000 years"),
        (["run", "empty", "--years", "1_0"], 2, "no span of years"),
        (["run", "empty", "--start", "tomorrow"], 2, "no date"),
        (["run", "empty", "--start", "0001-01-01"], 1, "since 1912-01-01"),
        (["run", "empty", "--start", "1911-12-31"], 1, "begin on 1912-01-01 or later"),
        (["run", "empty", "--seed", "-1"], 1, "from 0 to 9,223,372,036,854,775,807"),
        (["run", "empty", "--seed", "9223372036854775808"], 1, "9,223,372,036,854,775,808 is no seed"),
        (["run", "empty", "--baseline", "half"], 2, "half"),
        (["run", "empty", "--people", "0"], 1, "fix: ask for at least 1"),
        (["run", "empty", "--people", "-5"], 1, "LIM-residents"),
        (["run", "empty", "--people", "20m"], 1, "LIM-residents"),
        (["society", "check", "--people", "0"], 1, "LIM-residents"),
        (["society", "check", "--people", "20", "--seed", "-1"], 1, "--seed"),
        (["validate", "--people", "20", "--seed", "-1"], 1, "--seed"),
        (["society", "check", "--people", "20m"], 1, "LIM-residents"),
        (["society", "check", "--people", "many"], 2, "no count"),
        (["society", "check", "--society", "nowhere"], 1, "nowhere"),
        (["run", "empty", "--years", "0"], 1, "LIM-horizon"),
        (["run", "empty", "--years", "-5"], 1, "LIM-horizon"),
        (["run", "empty", "--years", "1e5"], 1, "LIM-horizon"),
        (["run", "empty", "--people", "10_000_001"], 1, "nation"),
        (["run", "empty", "--people", "1.4e9"], 1, "at most 10,000,000"),
        (["run", "empty", "--years", "14"], 1, "fewer years"),
        (["run", "empty", "--step", "32"], 1, "--step"),
        (["run", "empty", "--without", "response:hope"], 1, "response:chilling"),
        (["run", "empty", "--without", "chilling"], 1, "response:chilling"),
        (["run", "nowhere"], 1, "nowhere"),
        (["run", "no/such/file.toml"], 1, "no/such/file.toml"),
        (["check", "no/such/file.toml"], 1, "no/such/file.toml"),
        (["show", "no-such-run"], 1, "there is no run folder"),
        (["resume", "no-such-run"], 1, "there is no run folder"),
        (["report", "no-such-run"], 1, "there is no run folder"),
        (["schemes", "nowhere"], 1, "nowhere"),
        (["dance"], 2, "dance"),
        (["show", "--colour"], 2, "--colour"),
    ],
)
def test_a_mistake_is_told_on_standard_error_with_its_exit_code(ask, tmp_path, monkeypatch, options, code, words):
    monkeypatch.chdir(tmp_path)
    result = ask(*options)
    assert result.exit_code == code, result.output
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == [], "a mistake leaves nothing behind"


@pytest.mark.parametrize(
    "options",
    [
        ["run", "empty", "--people", "20m"],
        ["run", "empty", "--step", "40"],
        ["run", "empty", "--without", "chilling"],
        ["run", "nowhere"],
        ["run", "empty", "--society", "nowhere"],
        ["check", "nowhere"],
        ["schemes", "nowhere"],
        ["show", "no-such-run"],
        ["resume", "no-such-run"],
        ["report", "no-such-run"],
        ["society", "check", "--people", "0"],
    ],
)
def test_one_fault_is_told_once(ask, options):
    result = ask(*options)
    assert result.exit_code == 1
    assert len(re.findall("^error", result.stderr, re.MULTILINE)) == 1
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("options", [["check"], ["run"], ["schemes"], ["show"], ["society", "check", "--society"]])
def test_no_argument_steers_the_terminal(ask, tmp_path, options):
    """A file whose name clears the screen and turns the writing round: neither letters nor JSON carry that on."""
    path = tmp_path / "a\x1b[2J\u202eb\x9bc.toml"
    if options != ["show"]:
        path.write_text("[scheme]\n", encoding="utf-8")
    for more in ((), ("--json",)):
        result = ask(*options, str(path), *more)
        assert result.exit_code == 1, result.output
        assert not {letter for letter in result.output if not letter.isprintable()} - {"\n"}
    assert json.loads(result.stdout)["error"]


def test_a_file_without_faults_is_told_by_a_name_that_steers_nothing(ask, tmp_path):
    path = tmp_path / "a\x1b[2Jb.toml"
    path.write_text(find("empty").read_text(encoding="utf-8"), encoding="utf-8")
    result = ask("check", str(path))
    assert result.exit_code == 0
    assert result.stdout.endswith("a\N{REPLACEMENT CHARACTER}[2Jb.toml: no faults, 0 warnings (The empty scheme)\n")


def test_several_faults_are_told_each_once_and_counted(ask):
    result = ask("run", "empty", "--people", "20m", "--step", "40", "--json")
    assert re.findall(r"^error.*", result.stderr, re.MULTILINE) == [
        "error[LIM-residents]: 20,000,000 residents cannot be lived",
        "error[LIM-step]: a step of 40 days cannot be lived",
        "error: 2 faults",
    ]
    answer = json.loads(result.stdout)["error"]
    assert [fault["code"] for fault in answer["diagnostics"]] == ["LIM-residents", "LIM-step"]


def test_a_filled_folder_is_refused_before_anything_is_made(ask, engine, finished, tmp_path):
    engine(failing(AssertionError("nothing is lived")))
    (tmp_path / "mine.txt").write_text("somebody's own file")
    for folder in (tmp_path, tmp_path / "mine.txt", finished):
        result = ask("run", "suining-2010", "--out", folder)
        assert result.exit_code == 1
        assert "holds something already" in result.stderr
        assert "making the people" not in result.stderr


def test_a_finished_run_is_not_begun_again(ask, finished, monkeypatch):
    monkeypatch.setattr("glasstown.simulate.run.resume", failing(AssertionError("nothing is lived")))
    result = ask("resume", finished)
    assert result.exit_code == 1
    assert "is finished" in result.stderr
    assert f"glasstown show {finished}" in result.stderr
    assert "making the people" not in result.stderr


def test_a_paired_world_that_is_gone_is_missed_by_name(ask, tmp_path):
    folder = write_harbour(tmp_path / "run", manifest=MANIFEST, scheme_text=TEXT)
    shutil.rmtree(folder / "baseline")
    for verb in ("show", "report"):
        result = ask(verb, folder)
        assert result.exit_code == 1
        assert "the paired world" in result.stderr
        assert "is missing" in result.stderr
        assert f"glasstown resume {folder}" in result.stderr


def test_a_damaged_run_is_refused_by_name(ask, tmp_path):
    folder = write_harbour(tmp_path / "run", manifest=MANIFEST, scheme_text=TEXT)
    (folder / "log.jsonl").write_text("{}")
    for verb in ("show", "report"):
        result = ask(verb, folder)
        assert result.exit_code == 1
        assert "log.jsonl" in result.stderr


def test_a_pipe_is_refused_and_not_waited_for(ask, tmp_path):
    pipe = tmp_path / "scheme.toml"
    os.mkfifo(pipe)
    for verb in ("check", "run"):
        result = ask(verb, pipe)
        assert result.exit_code == 1
        assert f"{pipe}:1:1" in result.stderr
        assert "it is a pipe, not a file" in result.stderr
        assert "give the path of a scheme file" in result.stderr


def test_a_folder_is_no_scheme_file(ask, tmp_path):
    result = ask("check", f"{tmp_path}/")
    assert result.exit_code == 1
    assert "it is a folder, not a file" in result.stderr


def test_warnings_are_counted_apart_from_faults(capsys):
    span = Span("mine.toml", 1, 1, 2, "x = 1")
    faults = (Diagnostic("A", "a", "b", "c", span), Diagnostic("B", "a", "b", "c", span, severity="warning"))
    assert tell(InputFaultsError(faults), is_json=False) == 1
    assert capsys.readouterr().err.endswith("\nerror: 1 fault, 1 warning\n")

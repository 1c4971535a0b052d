"""The command line takes no people and answers nothing about anybody; nothing searches for a better yoke."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from glasstown.cli.main import app
from repository import functions, python, texts
from signatures import modules, public

VERBS = {
    "schemes",
    "run",
    "show",
    "check",
    "resume",
    "repair",
    "report",
    "society",
    "validate",
    "pair",
    "audit",
    "compare",
    "cone",
    "explain",
    "attribute",
    "life",
    "review",
}
OPTIONS = {
    "baseline", "canonical", "format", "help", "install_completion", "json", "json_schema", "out", "people", "run",
    "scheme", "seed", "show_completion", "start", "step", "threads", "version", "years", "file", "quiet", "society",
    "without", "added", "diagnostic", "each", "joint", "resident", "from_day", "number", "html", "spared", "worlds",
    "select", "ignore", "pack", "fail_on", "fix", "against", "explain", "code", "schemes", "weights", "whole",
}  # fmt: skip
PEOPLE = "resident,name\n48213,somebody\n"


def command() -> object:
    return get_command(app)


def test_the_verbs_are_these_and_a_new_one_is_looked_at_here():
    assert set(command().commands) == VERBS


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_option_takes_data_about_people(verb):
    assert {parameter.name for parameter in command().commands[verb].params} <= OPTIONS


def test_a_society_is_checked_and_nothing_else_is_done_with_it(tmp_path):
    verbs = command().commands["society"].commands
    assert set(verbs) == {"check"}
    assert {parameter.name for parameter in verbs["check"].params} <= OPTIONS
    people = tmp_path / "people.toml"
    people.write_text('[[resident]]\nnumber = 48213\nname = "somebody"\n')
    out = tmp_path / "run"
    asked = ["run", "none", "--people", "100", "--years", "0.1", "--out", str(out), "--society", str(people)]
    assert CliRunner().invoke(app, asked).exit_code == 1
    assert not out.exists()


@pytest.mark.parametrize("verb", ["may", "score", "export", "serve-scheme", "lookup", "identify", "optimise", "import"])
def test_no_verb_judges_exports_or_searches(verb):
    assert CliRunner().invoke(app, [verb, "48213"]).exit_code == 2


@pytest.mark.parametrize(
    "option", ["--residents", "--input", "--data", "--acts", "--records", "--population", "--people-file", "--ties"]
)
def test_no_option_brings_people_into_a_run(option, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE)
    out = tmp_path / "run"
    asked = ["run", "none", "--people", "100", "--years", "0.1", "--out", str(out), option, str(people)]
    assert CliRunner().invoke(app, asked).exit_code == 2
    assert not out.exists()


def test_people_is_a_number_and_not_a_file(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE)
    asked = ["run", "none", "--people", str(people), "--years", "0.1", "--out", str(tmp_path / "run")]
    assert CliRunner().invoke(app, asked).exit_code == 2


def test_a_list_of_people_is_no_scheme(tmp_path):
    people = tmp_path / "people.toml"
    people.write_text('[[resident]]\nname = "somebody"\nacts = ["petition"]\n')
    answer = CliRunner().invoke(app, ["check", str(people)])
    assert answer.exit_code == 1
    assert "resident" in answer.output + getattr(answer, "stderr", "")


@pytest.mark.parametrize("table", ["resident", "people", "person", "record", "sighting", "tie"])
def test_a_scheme_file_cannot_bring_people_along(tmp_path, table):
    shipped = next(text for name, text in texts(".toml") if name.endswith("library/suining-2010.toml"))
    path = tmp_path / "scheme.toml"
    path.write_text(shipped + f'\n[[{table}]]\nid = "somebody"\n')
    answer = CliRunner().invoke(app, ["check", str(path)])
    assert answer.exit_code == 1


def test_no_function_says_what_somebody_may_do():
    """A yes or no about one resident belongs to kernels that move the model; nobody may ask for it."""
    asked = []
    for module in modules():
        if module.startswith(("glasstown.kernels", "glasstown.behaviours")):
            continue
        importlib.import_module(module)
        for name, function in public(module):
            try:
                signature = inspect.signature(function)
            except (TypeError, ValueError):
                continue
            about = {"resident", "person", "who", "number"} & set(signature.parameters)
            if about and str(signature.return_annotation) in {"bool", "<class 'bool'>"}:
                asked.append(f"{module}.{name}")
    assert asked == []


def test_nothing_searches_for_a_better_yoke():
    searched = [
        f"{name}:{function.name}"
        for name, tree in python("src/glasstown/")
        for function in functions(tree)
        if re.search(r"(optimi[sz]e|maximi[sz]e|minimi[sz]e|tune|grid_search|best_scheme|best_points)", function.name)
    ]
    assert searched == []


def test_no_scheme_leaves_as_something_that_decides():
    leaving = re.compile(r"\b(onnx|pmml|to_sql|to_code|export_scheme|export_model|as_service|rego)\b", re.IGNORECASE)
    found = [name for name, text in texts(".py") if name.startswith("src/") and leaving.search(text)]
    assert found == []


def test_nothing_is_written_beside_the_run_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = Path("here") / "run"
    asked = ["run", "none", "--people", "64", "--years", "0.1", "--threads", "1", "--out", str(out)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["here"]
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["run"]

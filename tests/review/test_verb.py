"""`glasstown review`: what it prints, how it ends, what is allowed, and what it says of bad input."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from glasstown.cli.main import app
from review.clean import CLEAN
from review.fixtures import FIXTURES, changed

PLAIN = changed(CLEAN, ("[log]", '"tamper-evident"', '"plain"'))


def run(*asked: str) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["review", *asked])
    return answer.exit_code, answer.output


@pytest.fixture
def mine(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def found(path: str, *asked: str) -> list[dict[str, object]]:
    return json.loads(run(path, "--json", *asked)[1].splitlines()[-1])["findings"]


def test_json_is_a_list_of_findings_with_code_verdict_severity_place_and_message(mine):
    findings = found(mine(PLAIN))
    assert all({"code", "verdict", "severity", "line", "column", "message"} <= set(one) for one in findings)
    assert {one["verdict"] for one in findings} == {"fails", "passes"}
    (failing,) = [one for one in findings if one["verdict"] == "fails"]
    assert failing["code"] == "SC801"
    assert PLAIN.splitlines()[failing["line"] - 1][failing["column"] - 1 :] == '"plain"'


def test_the_text_points_at_the_line_and_counts(mine):
    _, text = run(mine(PLAIN))
    assert 'kind = "plain"' in text
    assert "^^^^^" in text
    assert "37 checks: 1 fails (in 1 place), 36 passes this check (places that fail: 1 S)" in text
    assert "Not legal advice." in text
    assert all(f"law pack {name}:" in text for name in ("eu", "coe", "un", "cn", "us"))


def test_it_ends_with_one_from_the_severity_asked_for_up(mine):
    serious = mine(PLAIN)
    assert run(serious)[0] == 0
    assert run(serious, "--fail-on", "S")[0] == 1
    assert run(mine(FIXTURES[0].failing))[0] == 1
    assert run(mine(CLEAN), "--fail-on", "N")[0] == 0


def test_codes_are_chosen_by_their_beginning(mine):
    path = mine(PLAIN)
    assert {str(one["code"])[:2] for one in found(path, "--select", "RL")} == {"RL"}
    assert "SC801" not in {one["code"] for one in found(path, "--ignore", "SC801")}


def test_an_allowance_with_a_reason_lets_a_line_or_a_table_pass_and_is_told(mine):
    line = 'kind = "plain"'
    for text in (
        PLAIN.replace(line, f"{line}   # allow: SC801 because another office keeps copies", 1),
        PLAIN.replace(line, f"# allow: SC801 because another office keeps copies\n{line}", 1),
        PLAIN.replace("[log]", "# allow: SC801 because another office keeps copies\n[log]"),
    ):
        path = mine(text)
        assert run(path, "--fail-on", "S")[0] == 0
        assert "allowed SC801" in run(path)[1]
        assert "because another office keeps copies" in run(path)[1]


def test_an_allowance_that_nothing_needs_is_told(mine):
    path = mine(CLEAN + "\n# allow: SC801 because of old times\n[security]\nencrypted = true\n")
    assert "unused allowance of SC801" in run(path)[1]


def test_a_hash_in_a_text_is_no_allowance(mine):
    assert run(mine(CLEAN.replace('"A course"', '"A # allow: SC801"')))[0] == 0


@pytest.mark.parametrize(
    ("text", "asked", "says"),
    [
        ("[scheme", (), "SCH004"),
        (CLEAN, ("--select", "ZZ999"), 'there is no rule "ZZ999"'),
        (CLEAN, ("--ignore", "SC8O1"), "SC801"),
        (CLEAN, ("--pack", "mars"), 'there is no law pack "mars"'),
        (CLEAN + "# allow: SC801\n", (), "gives no reason"),
        (CLEAN + "# allow: SC801 because\n", (), "gives no reason"),
        (CLEAN + "# allow: RL999 because of this\n", (), 'there is no rule "RL999"'),
        (CLEAN + "# allow: because of this\n", (), "there is no rule"),
    ],
)
def test_bad_input_is_told_and_never_a_traceback(mine, text, asked, says):
    code, told = run(mine(text), *asked)
    assert code == 1
    assert says in told
    assert "Traceback" not in told


def test_a_file_that_is_not_there_is_told():
    code, told = run("./nowhere.toml")
    assert code == 1
    assert "SCH001" in told

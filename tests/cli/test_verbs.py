"""What each verb answers, on which stream, and with which exit code."""

from __future__ import annotations

import json
import re
import signal

import pytest

from cli.faking import failing, fake_live
from glasstown.scheme.library import SCHEMES, find
from glasstown.vocab.errors import GlasstownError

VERBS = ("schemes", "run", "show", "check", "resume", "report", "life", "validate")
FINDING = {"value", "unit", "interval", "n", "reason", "interval_reason"}
OBJECT = {
    "run", "scheme", "people", "steps", "seed", "digest", "life_digest", "baseline_life_digest", "seconds",
    "living_seconds", "compile_seconds", "writing_seconds", "resident_steps_per_second", "findings", "without",
}  # fmt: skip


def last(result):
    return json.loads(result.stdout.strip().splitlines()[-1])


def test_run_ends_with_one_json_object_on_the_last_line(ask, engine, tmp_path):
    result = ask("run", "suining-2010", "--people", "20k", "--out", tmp_path / "run", "--json")
    assert result.exit_code == 0, result.output
    answer = last(result)
    assert set(answer) >= OBJECT
    assert answer["run"] == str(tmp_path / "run")
    assert answer["scheme"] == "suining-2010"
    assert answer["compile_seconds"] == 1.0
    assert answer["resident_steps_per_second"] == 2080.0
    assert all(set(finding) == FINDING for finding in answer["findings"].values())
    assert answer["findings"]["punished-wrongly"]["value"] == 1
    assert answer["interval"] is None
    assert "one world" in answer["interval_reason"]


def test_format_json_is_the_same_as_json(ask, engine, tmp_path):
    one = last(ask("run", "suining-2010", "--out", tmp_path / "one", "--json"))
    other = last(ask("run", "suining-2010", "--out", tmp_path / "other", "--format", "json"))
    assert one | {"run": ""} == other | {"run": ""}


def test_run_prints_what_people_ask_for(ask, engine, tmp_path):
    result = ask("run", "suining-2010", "--out", tmp_path / "run")
    assert result.exit_code == 0, result.output
    for text in (
        "Simulated, invented people", "3 of 40 subjects were punished", "1 of them were punished wrongly",
        'All 3 through "no-public-job"', "came into a worse grade at least once", "kinds of act are done",
        "punished through others", "wrongful-days per 1,000 person-years", "Residents in each grade",
        "By invented group", "By income fifth", "By age", "By province", "run folder:", "time taken: 4.0 s",
        "compiling 1.0 s", f"glasstown report {tmp_path / 'run'}",
    ):  # fmt: skip
        assert text in re.sub(r"\s+", " ", result.stdout), text


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"people": 100_000, "days": 1825, "step_days": 7, "seed": 1, "baseline": "full"}),
        (["--people", "1.2e5", "--years", "2", "--step", "30", "--seed", "9"], {"people": 120_000, "days": 730}),
        (["--start", "2012-03-01", "--baseline", "none", "--threads", "2"], {"baseline": "none", "threads": 2}),
        (["--without", "response:chilling", "--without", "response:fading"],
         {"without": ("response:chilling", "response:fading"), "responses_off": {"chilling", "fading"}}),
    ],
)  # fmt: skip
def test_the_engine_gets_what_was_asked_for(ask, engine, tmp_path, options, expected):
    asked = []
    engine(lambda request, **more: asked.append(request) or fake_live(request, **more))
    assert ask("run", "suining-2010", *options, "--out", tmp_path / "run").exit_code == 0
    for name, value in expected.items():
        assert getattr(asked[0], name) == value


def test_without_out_a_free_folder_is_taken(ask, engine, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert last(ask("run", "suining-2010", "--json"))["run"] == "runs/suining-2010"
    assert last(ask("run", "suining-2010", "--json"))["run"] == "runs/suining-2010-2"


def test_a_path_is_a_scheme_and_a_bare_name_is_an_id(ask, engine, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text(find("suining-2010").read_text())
    assert ask("run", "mine.toml", "--out", "a").exit_code == 0
    assert ask("run", "./mine.toml", "--out", "b").exit_code == 0
    result = ask("run", "mine", "--out", "c")
    assert result.exit_code == 1
    assert 'no scheme "mine"' in result.stderr


def test_a_mistake_is_json_too(ask):
    result = ask("run", "nowhere", "--json")
    assert result.exit_code == 1
    answer = last(result)["error"]
    assert answer["exit_code"] == 1
    assert answer["diagnostics"][0]["code"].startswith("SCH")


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (GlasstownError("the engine gave up", why="of a reason", fix="do that"), 3, "do that"),
        (OSError(28, "No space left on device", "/full"), 3, "No space left on device"),
        (MemoryError(), 3, "fewer --people"),
        (ZeroDivisionError("somewhere"), 3, "open an issue"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_a_failure_has_words_and_an_exit_code(ask, engine, tmp_path, monkeypatch, error, code, words):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    engine(failing(error))
    result = ask("run", "empty", "--out", tmp_path / "run")
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_a_stopped_run_says_how_to_go_on(ask, engine, tmp_path):
    def live(request, *, on_progress, should_stop):
        signal.raise_signal(signal.SIGINT)
        return fake_live(request, on_progress=on_progress, should_stop=should_stop)

    engine(live)
    before = signal.getsignal(signal.SIGINT)
    result = ask("run", "suining-2010", "--out", tmp_path / "run", "--json")
    assert result.exit_code == 130
    assert f"glasstown resume {tmp_path / 'run'}" in result.stderr
    assert last(result)["stopped"] is True
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_interrupt_ends_at_once(ask, engine, tmp_path):
    def live(request, **more):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        raise AssertionError

    engine(live)
    assert ask("run", "suining-2010", "--out", tmp_path / "run").exit_code == 130


def test_resume_prints_what_run_prints(ask, finished, monkeypatch):
    from cli.faking import outcome

    monkeypatch.setattr("glasstown.ledger.finished.refuse_if_finished", lambda folder: None)
    monkeypatch.setattr("glasstown.simulate.run.resume", lambda folder, **more: outcome(folder, stopped=False))
    assert set(last(ask("resume", finished, "--json"))) >= OBJECT


def test_show_gives_the_same_findings_as_run(ask, engine, finished, tmp_path):
    shown = last(ask("show", finished, "--json"))
    lived = last(ask("run", "suining-2010", "--out", tmp_path / "run", "--json"))
    assert shown["findings"] == lived["findings"]
    assert set(shown) == set(lived)


def test_show_changes_nothing(ask, finished):
    def state():
        return {path: path.stat().st_mtime_ns for path in finished.rglob("*")}

    before = state()
    assert ask("show", finished).exit_code == 0
    assert state() == before


def test_report_writes_one_file(ask, finished, tmp_path):
    result = ask("report", finished, "--out", tmp_path / "page.html", "--json")
    assert result.exit_code == 0, result.output
    assert last(result) == {"run": str(finished), "report": str(tmp_path / "page.html")}
    assert (tmp_path / "page.html").read_text().startswith("<!doctype html>")


def test_schemes_lists_all_and_describes_one(ask):
    text = ask("schemes").stdout
    for name in ("none", *SCHEMES):
        assert name in text
    listed = last(ask("schemes", "--json"))["schemes"]
    assert [one["id"] for one in listed] == ["none", *SCHEMES]
    one = last(ask("schemes", "suining-2010", "--json"))
    assert {"id", "sections", "citations"} <= set(one)
    assert "red-light" in ask("schemes", "suining-2010").stdout


def test_schemes_are_listed_by_kind_with_what_is_known_of_them(ask, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    text = ask("schemes").stdout
    cities, nation = text.index("Cities and counties"), text.index("The nation")
    assert cities < text.index("suining-2010 ") < nation < text.index("court-list")
    line = next(one for one in text.splitlines() if one.startswith("suining-2010 "))
    for said in (
        "睢宁县大众信用",
        "Suining County, Jiangsu",
        "2010 to about 2014",
        "documented-design",
        "False records; Letters",
    ):
        assert said in line
    assert "documented-design: what the scheme is like is documented; fewer than" in " ".join(text.split())
    plain = {one["id"]: one for one in last(ask("schemes", "--json"))["schemes"]}
    assert (plain["court-list"]["evidence"], plain["fuzhou"]["evidence"]) == ("documented", "documented-design")
    assert (plain["court-list"]["gallery"], plain["empty"]["gallery"]) == ("national", "constructed")
    assert any(one.startswith("Wrong listing: ") for one in plain["court-list"]["uncertain"])


def test_a_page_begins_with_what_a_reader_must_know_first(ask, tmp_path):
    text = find("empty").read_text().replace('gallery = "con', 'lead = "Nobody ran it."\ngallery = "con')
    (tmp_path / "mine.toml").write_text(text)
    assert ask("schemes", tmp_path / "mine.toml").stdout.startswith("Nobody ran it.\n\nThe empty scheme")
    assert ask("schemes", "empty").stdout.startswith("The empty scheme")
    assert last(ask("schemes", tmp_path / "mine.toml", "--json"))["lead"] == "Nobody ran it."


def test_check_passes_a_good_file_and_names_every_fault_of_a_bad_one(ask, tmp_path):
    assert ask("check", "suining-2010").exit_code == 0
    bad = tmp_path / "bad.toml"
    bad.write_text('[scheme]\nid = "bad"\ncolour = "red"\n\n[score]\nstart = "many"\n')
    result = ask("check", bad, "--json")
    assert result.exit_code == 1
    diagnostics = last(result)["error"]["diagnostics"]
    assert len(diagnostics) >= 3
    assert all(one["place"]["file"] == str(bad) and one["fix"] and one["why"] for one in diagnostics)
    assert f"{bad}:3:1" in result.stderr


def test_every_verb_has_help_and_both_ways_to_json(ask):
    for verb in VERBS:
        text = ask(verb, "--help").stdout
        assert "--json" in text
        assert "--format" in text


def test_progress_goes_to_standard_error_only(ask, engine, tmp_path):
    result = ask("run", "suining-2010", "--out", tmp_path / "run", "--json")
    assert len(result.stdout.strip().splitlines()) == 1
    assert "under the scheme: step 1 of 3, about" in result.stderr


def test_run_says_which_parts_it_never_reaches(ask, engine, tmp_path):
    result = ask("run", "court-list-firms", "--out", tmp_path / "run", "--json")
    assert result.exit_code == 0, result.output
    assert 'warning: consequence "representatives" runs on no day of this run' in result.stderr
    earlier = ask("run", "court-list-firms", "--start", "2019-01-01", "--out", tmp_path / "earlier", "--json")
    assert '"representatives"' not in earlier.stderr

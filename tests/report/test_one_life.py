"""The page of one life: the same on every face, with stable keys; a file that opens offline; quiet lives, refusals."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import glasstown
from audit.harbour import HARBOUR, write_harbour
from glasstown.audit.life.decisions import DECISIONS
from glasstown.cli.main import app
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.report.lives.decision_file import HEADS
from glasstown.report.lives.page import life_page
from glasstown.report.lives.paper import life_html
from glasstown.report.lives.view import life
from glasstown.scheme.library import find

TEXT = find("suining-2010").read_text()
MANIFEST = replace(HARBOUR, scheme=SchemeFacts("suining-2010", "Suining", digest_bytes(TEXT.encode())))

KEYS = {
    "run", "scheme", "title", "days", "start", "resident", "who", "is_quiet", "every_act_reason", "events", "decisions",
    "sums", "comparable", "spared_by", "spared_by_reason",
}  # fmt: skip
OF_EVENTS = {"day", "kind", "name", "text", "sighting", "part", "truth", "table", "facts", "line"}
OF_DECISIONS = {"kind", "name", "part", "line", "day", "ended_day", "earned_by", "evidence", "appeals", "file"}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return write_harbour(tmp_path_factory.mktemp("life") / "run", manifest=MANIFEST, scheme_text=TEXT)


def ask(*arguments, code=0):
    answer = CliRunner().invoke(app, ["life", *map(str, arguments)])
    assert answer.exit_code == code, answer.output
    return answer


@pytest.mark.parametrize("number", [1, 2, 30])
def test_the_keys_are_the_same_for_every_life(run, number):
    plain = json.loads(ask(run, number, "--json").stdout.splitlines()[-1])
    assert set(plain) == {*KEYS, "html"}
    assert all(set(event) == OF_EVENTS for event in plain["events"])
    assert all(set(one) == OF_DECISIONS for one in plain["decisions"])
    for one in plain["decisions"]:
        assert one["kind"] in DECISIONS
        assert list(one["file"]) == [key for key, _ in HEADS]
        assert all(set(entry) == {"text", "day"} and entry["text"] for entry in one["file"].values())
    assert plain["spared_by"] is None
    assert plain["spared_by_reason"]


def test_resident_2_fell_by_a_record_of_what_never_happened(run):
    """Harbour by hand: 900, a red light on day 3 (850), a false one on day 10 (770 with the second within a year)."""
    plain = glasstown.life(run, 2).to_plain()
    falls = [one for one in plain["decisions"] if one["kind"] == "fall"]
    assert [(one["day"], one["ended_day"], one["evidence"]["score_milli"]) for one in falls] == [
        (7, 14, 850_000), (14, None, 770_000)
    ]  # fmt: skip
    assert [(one["truth"], one["is_true"]) for one in falls[1]["evidence"]["records"]] == [
        ("true", True), ("false", False), ("false", False)
    ]  # fmt: skip
    text = falls[1]["file"]["evidence"]["text"]
    assert text.startswith("3 records, 2 of them untrue")
    assert "in truth it never happened" in text
    assert falls[1]["file"]["notice"] == {"text": "none", "day": None}
    (held,) = (one for one in plain["decisions"] if one["kind"] == "consequence")
    assert (held["day"], held["ended_day"], held["evidence"]["untrue"]) == (14, None, 2)
    assert plain["sums"][0] | {"times": 0} == {
        "score": "score", "start_milli": 900_000, "moved_milli": {"rule": -130_000}, "times": 0, "end_milli": 770_000,
        "agrees": True,
    }  # fmt: skip
    assert plain["comparable"]["resident"] == 0


def test_somebody_elses_act_is_named_with_who_did_it(run):
    texts = [event["text"] for event in glasstown.life(run, 3).to_plain()["events"]]
    assert any("resident 23 did it" in text for text in texts)


def test_a_life_in_which_nothing_was_recorded_is_told_plainly(run):
    told = ask(run, 30).stdout
    assert "Nothing was recorded about this resident" in told
    assert "start 900" in told
    assert "this resident did not fall" in told


def test_every_face_says_the_same(run):
    view = life(run, 2)
    told, html = " ".join(ask(run, 2).stdout.split()), life_html(view)
    said = [point for section in life_page(view).sections for point in section.points]
    assert len(said) > 6
    for point in said:
        assert " ".join(point.split()) in told
    assert all(title in html for _, title in HEADS)


def test_the_page_opens_offline_and_says_that_nobody_exists(run, tmp_path):
    file = tmp_path / "deep" / "life.html"
    assert str(file) in ask(run, 2, "--html", file).stdout
    html = file.read_text()
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<link|<img|url\((?!#)|@import", html)
    assert html.count("imulated, invented people") >= 2
    assert "Anhui" not in html


def test_the_world_without_a_scheme_has_lives_too(run):
    plain = glasstown.life(run / "baseline", 2).to_plain()
    assert (plain["scheme"], plain["decisions"], plain["sums"]) == ("none", [], [])
    assert "no score of residents" in ask(run / "baseline", 2).stdout


@pytest.mark.parametrize(("number", "why"), [(40, "0 to 39"), (10**12, "0 to 39")])
def test_a_number_that_nobody_has_is_refused_with_those_there_are(run, number, why):
    assert why in " ".join(ask(run, number, code=1).stderr.split())
    error = json.loads(ask(run, number, "--json", code=1).stdout.splitlines()[-1])["error"]
    assert str(number) in error["what"]


def test_what_is_no_number_and_what_is_no_run_are_refused(run, tmp_path):
    assert ask(run, "somebody", code=2)
    assert "not a run folder" in ask(tmp_path, 1, code=1).stderr

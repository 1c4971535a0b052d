"""An audit over replicate worlds: proved, pooled, kept when stopped, the same however many processes live them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from glasstown.audit.case import open_case
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Bundle, Undefined
from glasstown.audit.worlds import open_worlds
from glasstown.cli.main import app
from glasstown.studies.harm_audit import HEADLINE, answered, audit
from glasstown.studies.intervals import together
from glasstown.studies.replicates import count, counted_worlds
from glasstown.vocab.errors import RunFolderError
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN = small_town(people=100, days=84)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return lived(tmp_path_factory, DENSE + TIES, TOWN)


def asked(*arguments):
    return CliRunner().invoke(app, ["audit", *(str(one) for one in arguments)])


def test_the_world_of_the_run_counts_what_its_folder_counts_and_others_are_others(run):
    first, second = counted_worlds(run, 2)
    folder = count(Bundle(open_case(open_worlds(run)), {}))
    assert first["M15"] == folder["M15"]
    assert first["M01"] == folder["M01"]
    assert {code for code, one in first.items() if not isinstance(one, Undefined)} & {
        code for code, one in second.items() if one != first[code]
    }, "another replicate has other people and other luck"


def test_stopped_it_keeps_the_worlds_that_are_done_and_goes_on_to_the_same(run, tmp_path_factory):
    other = lived(tmp_path_factory, DENSE + TIES, TOWN)
    done = []
    assert audit(other, 2, on_progress=done.append, should_stop=lambda: bool(done)) is None
    assert [(one.step, one.steps) for one in done] == [(1, 2)]
    again = audit(other, 2)
    assert again is not None
    assert again.to_plain() == audit(run, 2).to_plain()
    assert not list((other / "derived" / "audit").glob("world-*")), "worlds are counted and forgotten"


def test_worlds_add_up(run):
    counted = counted_worlds(run, 2)
    for metric, one in zip(HARMS, answered(counted), strict=True):
        counts = [each[metric.code] for each in counted]
        if not any(isinstance(each, Undefined) for each in counts):
            assert one.estimate.figure == metric.measure(together(counts))


def test_a_world_that_lacks_counts_leaves_no_value_and_says_why(run):
    first = counted_worlds(run, 1)[0]
    answers = answered((first, {**first, "M15": Undefined("nobody came")}))
    found = next(one for one in answers if one.metric.code == "M15").to_plain()
    assert (found["value"], found["interval"]) == (None, None)
    assert "nobody came" in found["reason"]


def test_a_run_of_another_engine_is_refused(run, monkeypatch):
    monkeypatch.setattr("glasstown.studies.pair.engine_digest", lambda: "another")
    with pytest.raises(RunFolderError, match="another version"):
        audit(run, 1)


def test_the_command_answers_with_every_metric_and_the_undefined_say_why(run):
    told = json.loads(asked(run, "--worlds", 2, "--json").stdout.strip().splitlines()[-1])
    assert list(told["findings"]) == [one.code for one in HARMS]
    assert told["headline"] == list(HEADLINE)
    for one in told["findings"].values():
        assert {"slug", "value", "unit", "interval", "n", "reason"} <= set(one)
        assert (one["value"] is None) == bool(one["reason"])
        assert one["interval"] is not None or one["interval_reason"]


def test_the_page_opens_offline_and_the_text_names_the_headline_first(run, tmp_path):
    page = tmp_path / "audit.html"
    assert asked(run, "--worlds", 2, "--format", "html", "--out", page).exit_code == 0
    html = page.read_text()
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "<script" not in html
    text = asked(run, "--worlds", 2).stdout
    assert text.index("The headline five") < text.index("Between groups")


def test_a_metric_that_there_is_not_and_a_folder_that_is_no_run_are_told(tmp_path):
    told = CliRunner().invoke(app, ["explain", "M99"])
    assert told.exit_code == 1
    assert "M99" in told.stderr
    assert asked(tmp_path / "nothing").exit_code == 1
    assert asked(tmp_path, "--worlds", 0).exit_code == 2


@pytest.mark.nightly
def test_two_processes_count_what_one_counts(tmp_path_factory, run):
    other = lived(tmp_path_factory, DENSE + TIES, TOWN)
    assert counted_worlds(other, 3, processes=2) == counted_worlds(run, 3)

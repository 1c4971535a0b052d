"""The ladder of repairs: each rung changes the scheme as it says, what changes nothing says so, nothing finds more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from engine.lives import scheme_of
from glasstown.cli.main import app
from glasstown.simulate.plan import RunRequest
from glasstown.studies.differences import difference
from glasstown.studies.ladder import LADDER, all_together
from glasstown.studies.repairs import AS_IT_IS, CHANGES_NOTHING, NOTHING_TO_REPAIR, TOGETHER, repair
from scheme.dense import DENSE, FULL
from scheme.dense_ties import TIES
from studies.small_town import small_town
from studies.test_intervals import METRIC

TOWN = small_town(people=150, days=112)
RUNGS = {one.id: one for one in LADDER}
SCHEME = scheme_of(FULL)


def after(name):
    found = RUNGS[name].carry_out(SCHEME)
    assert found is not None, name
    return found


def test_each_rung_does_to_the_scheme_what_it_says():
    assert {one.notice for one in after("notice").scheme.consequences} == {"given"}
    assert all(rule.expires_days for rule in after("expiry").scheme.rules if min(rule.points) < 0)
    lawful = after("no-lawful-act").change.without
    acts = {f"rule:{rule.id}": rule.act for rule in SCHEME.rules}
    assert "critical-post" in {acts[one] for one in lawful}
    assert "drunk-driving" not in {acts[one] for one in lawful}
    for old, new in zip(SCHEME.grounds, after("shorter-terms").scheme.grounds, strict=True):
        assert new.term_days is not None
        assert old.term_days is None or new.term_days.value <= old.term_days.value
    assert "wrong-persons" in after("verified-sources").change.without
    assert after("no-association").change.without == ("association",)


def test_a_figure_that_a_repair_puts_in_is_assumed_and_has_its_band():
    figures = [rule.expires_days for rule in after("expiry").scheme.rules if rule.expires_days]
    figures += [one.term_days for one in after("shorter-terms").scheme.grounds if one.term_days]
    ours = [one for one in figures if one.mark == "assumed" and one.cite == ("assumption",)]
    assert ours
    assert all(one.low is not None and one.high is not None and one.low <= one.value <= one.high for one in ours)


def test_what_is_repaired_has_nothing_left_to_repair():
    again = [one for one in LADDER if one.id in {"notice", "expiry"}]
    mended = all_together(SCHEME, again).scheme
    assert [one.carry_out(mended) for one in again] == [None, None]


def test_no_rung_lets_a_scheme_find_or_take_more():
    for rung in LADDER:
        done = rung.carry_out(SCHEME)
        if done is not None:
            assert {one.id for one in done.scheme.sources} <= {one.id for one in SCHEME.sources}
            assert [rule.points for rule in done.scheme.rules] == [rule.points for rule in SCHEME.rules]
            assert set(done.change.added) <= {"appeals"}


@pytest.fixture(scope="module")
def ladder():
    fields = {**TOWN, "baseline": "full"}
    found = repair(RunRequest(scheme=scheme_of(DENSE + TIES), out=Path("nowhere"), **fields), 1)
    assert found is not None
    return found


def test_the_ladder_begins_with_the_scheme_and_ends_with_all_together(ladder):
    assert [one.id for one in ladder.rungs] == [AS_IT_IS, *RUNGS, TOGETHER]
    assert all(one.told for one in ladder.rungs if one.word != NOTHING_TO_REPAIR)
    assert all(one.punished is None for one in ladder.rungs if one.word == NOTHING_TO_REPAIR)


def test_who_asks_gets_words_where_nothing_changes(ladder):
    words = {one.id: one.word for one in ladder.rungs}
    assert words[AS_IT_IS] == ""
    assert set(words.values()) <= {"", NOTHING_TO_REPAIR, CHANGES_NOTHING}
    base = ladder.rungs[0]
    for rung in ladder.rungs:
        if rung.word == CHANGES_NOTHING:
            assert rung.punished == base.punished


def test_a_difference_is_paired_world_by_world():
    one = [{"x": float(x), "n": 10.0} for x in (1, 5, 9, 3, 7)]
    other = [{"x": each["x"] + 2, "n": 10.0} for each in one]
    found = difference(METRIC, one, other)
    assert found.figure.value == pytest.approx(0.2)
    assert found.errors.get("", 0) == pytest.approx(0, abs=1e-12), "alike in every pair, so no spread is left"


@pytest.mark.nightly
def test_the_command_tells_the_ladder(tmp_path, monkeypatch):
    monkeypatch.setattr("glasstown.cli.repair.processors", lambda: 1)
    file = tmp_path / "mine.toml"
    file.write_text(DENSE)
    told = CliRunner().invoke(app, ["repair", str(file), "--people", "60", "--years", "0.1", "--worlds", "1", "--json"])
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout.strip().splitlines()[-1])
    assert found["rungs"][0]["id"] == AS_IT_IS
    assert CliRunner().invoke(app, ["repair", "none"]).exit_code == 1

"""The audit of a town whose every number was worked out by hand (see `harbour`)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import ENTRIES, GRADE_COUNTS, HARBOUR, PANEL, SPELLS, WITHOUT, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.catalogue import METRICS, assess
from glasstown.audit.contract import ONE_WORLD, findings_to_plain
from glasstown.audit.worlds import open_worlds, pair
from glasstown.ledger.model_names import ActRow
from glasstown.ledger.reader import open_run
from glasstown.vocab.errors import PairError
from towns import write_run


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    return open_worlds(write_harbour(tmp_path_factory.mktemp("harbour") / "run"))


@pytest.fixture(scope="module")
def findings(worlds):
    return {finding.slug: finding for finding in assess(worlds)}


def test_each_of_the_punished_is_judged_as_by_hand(worlds):
    punished = {row["resident"]: row for row in open_case(worlds).punished.iter_rows(named=True)}
    assert {n: row["cause"] for n, row in punished.items()} == {1: "own", 2: "wrongly", 3: "own"}
    assert {n: row["denied_days"] for n, row in punished.items()} == {1: 350, 2: 350, 3: 329}
    assert {n: row["wrongful_days"] for n, row in punished.items()} == {1: 0, 2: 350, 3: 70}


def test_a_favour_is_no_punishment(findings):
    assert findings["punished"].value == 3
    assert findings["punished-own-acts"].value == 2
    assert findings["punished-wrongly"].value == 1


def test_nobody_is_punished_through_others_and_the_reason_is_said(findings):
    finding = findings["punished-through-others"]
    assert finding.value == 0
    assert "no consequence that reaches one person through another" in finding.text


def test_wrongful_days_per_1000_person_years(findings):
    assert findings["wrongful-days"].value == pytest.approx(365_000 * 420 / (40 * 364), abs=0.001)
    assert findings["wrongful-days"].n == 40


def test_a_small_group_has_no_rate(findings):
    small = findings["wrongful-days.group.minority-a"]
    assert small.value is None
    assert "fewer than 30" in small.reason
    assert findings["wrongful-days.group.majority"].value == 0.0
    assert findings["who-falls.group.majority"].value == 0.0
    assert findings["who-falls.group.minority-a"].value is None


def test_who_falls_and_who_is_punished(findings):
    assert findings["who-falls.age.25-34"].value == 100.0
    assert findings["who-is-punished.age.25-34"].value == 75.0
    assert findings["who-is-punished.group.majority"].value == 0.0
    assert findings["who-falls.age.25-34"].n == 40
    assert findings["who-falls.income-fifth.1"].value is None
    assert findings["who-falls.province.anhui"].value is None
    assert "who-falls.province.anhui" in findings


def test_grades_at_the_end_and_over_time(findings):
    assert findings["grade-end.A"].value == 0.9
    assert findings["grades-denied-share"].value == 0.075
    assert findings["grades-denied-share"].table.columns == ("day", "A", "B", "D")
    assert findings["grades-denied-share"].table.rows == ((91, 37, 1, 2), (182, 36, 1, 3), (364, 36, 1, 3))


def test_where_grades_ended_before_the_run_nobody_has_one_at_the_end(tmp_path):
    ended = replace(HARBOUR, score=replace(HARBOUR.score, grades_end_day=189))
    counts = [row if row["day"] < 189 else dict(row, grade=0) for row in GRADE_COUNTS]
    found = assess(open_worlds(write_harbour(tmp_path / "run", manifest=ended, grade_counts=counts)))
    told = [row for row in found if row.slug.startswith(("grade-end.", "grades-denied-share"))]
    assert len(told) == 4
    assert {(row.value, row.n, row.reason) for row in told} == {(None, 0, "nobody is graded at the end")}
    assert told[0].table.rows == ((91, 37, 1, 2), (182, 36, 1, 3)), "what was stays to be read"


def test_the_paired_world_tells_what_changed(findings):
    years = 40 * 364 / 365 / 1000
    assert findings["months-out-of-work"].value == pytest.approx((364 * 12 / 365) / years, abs=0.001)
    assert findings["late-bills"].value == pytest.approx(5 / years, abs=0.001)
    assert findings["need-days"].value == 0.0


def test_through_which_consequence_they_were_punished(findings):
    by = {slug: finding for slug, finding in findings.items() if slug.startswith("punished-by.")}
    assert list(by) == ["punished-by.no-public-job"], "a favour denies nothing and punishes nobody"
    assert by["punished-by.no-public-job"].value == 3
    assert by["punished-by.no-public-job"].n == 40
    assert '3 residents were punished through "no-public-job"' in by["punished-by.no-public-job"].text


def test_a_consequence_that_lasts_no_day_reached_nobody(tmp_path):
    spells = [dict(row, end_day=row["start_day"]) if row["resident"] == 3 else row for row in (*SPELLS, *SPELLS)]
    found = {finding.slug: finding for finding in assess(open_worlds(write_harbour(tmp_path / "run", spells=spells)))}
    assert found["punished-by.no-public-job"].value == 2, "two spells of one resident are one resident"


def test_n_of_the_punished_holds_those_whom_the_scheme_does_not_cover(tmp_path):
    """Nobody but resident 1 is graded, and residents 1 to 3 are punished: they are three of forty, not of one."""
    panel = [dict(row, grade=row["grade"] if row["resident"] == 1 else 0) for row in PANEL]
    found = {f.slug: f for f in assess(open_worlds(write_harbour(tmp_path / "run", panel=panel)))}
    for slug in ("punished", "punished-own-acts", "punished-wrongly", "punished-by.no-public-job"):
        assert found[slug].n == 40
    assert found["punished"].value == 3
    assert "1 of 1 subjects, and 2 whom the scheme does not cover" in found["punished"].text


def test_how_many_fell_a_grade(findings):
    assert findings["fell"].value == 4, "residents 1 to 4, however often"
    assert findings["fell"].n == 40
    assert "4 of 40 subjects (10.0 %)" in findings["fell"].text
    assert findings["fell-rate"].value == 100.0


def test_act_by_act_with_the_scheme_and_without(findings):
    years = 40 * 364 / 365 / 1000
    assert findings["acts.late-bill"].value == pytest.approx((9 - 4) / years, abs=0.001)
    assert findings["acts.charity-gift"].value == pytest.approx(-50 / years, abs=0.001)
    assert findings["acts.red-light"].value == pytest.approx(4 / years, abs=0.001)
    told = findings["acts-that-differ"]
    assert told.value == 3
    assert told.table.rows == (("red-light", 4, 0, 4), ("late-bill", 9, 4, 5), ("charity-gift", 0, 50, -50))
    assert "charity-gift -50 (50 without it), late-bill +5 (4 without it), red-light +4" in told.text


def test_acts_that_do_not_differ_are_said_not_to(tmp_path):
    counts = ({"step": 1, "act": 5, "group": 0, "done": 4}, {"step": 2, "act": 11, "group": 0, "done": 50})
    folder = write_harbour(tmp_path / "run", act_counts=counts)
    found = {finding.slug: finding for finding in assess(open_worlds(folder))}
    assert found["acts-that-differ"].value == 0
    assert "All 3 kinds of act are done just as often" in found["acts-that-differ"].text
    assert found["acts.late-bill"].value == 0


def test_a_paired_world_that_does_not_know_an_act_of_the_file_is_no_pair(tmp_path):
    """As those are that an earlier program lived: its harm would be laid to the scheme."""
    names = replace(HARBOUR.names, acts=(*HARBOUR.names.acts, ActRow(128, "loud-music")))
    folder = write_harbour(tmp_path / "run", manifest=replace(HARBOUR, names=names))
    with pytest.raises(PairError) as refused:
        open_worlds(folder)
    assert '"loud-music"' in refused.value.why
    assert "run the scheme again" in refused.value.fix


def test_what_firms_do_is_not_counted_act_by_act(tmp_path):
    names = replace(HARBOUR.names, acts=(*HARBOUR.names.acts, ActRow(144, "tax-return-late")))
    folder = write_harbour(tmp_path / "run", manifest=replace(HARBOUR, names=names))
    found = {finding.slug: finding for finding in assess(open_worlds(folder))}
    assert found["acts.tax-return-late"].value is None
    assert "firms and governments" in found["acts.tax-return-late"].reason
    assert found["acts-that-differ"].value == 3


def test_attempts_denied(findings):
    finding = findings["denied-attempts"]
    assert finding.value == pytest.approx(365_000 * 6 / (40 * 364), abs=0.001)
    assert finding.table.rows == (("late-bill", 9, 2), ("charity-gift", 0, 4))
    assert "a floor" in finding.text


def test_lawful_acts_held_back(findings):
    """Four red lights done and three held back, and none without the scheme: opinion would have moved by seven."""
    finding = findings["held-back"]
    assert finding.value == pytest.approx(365_000 * 3 / (40 * 364), abs=0.001)
    assert finding.table.rows == (("red-light", 4, 3),)
    assert "3 lawful acts (red-light) were held back" in finding.text
    assert findings["opinion-differs"].value == 7


def test_opinion_that_stayed_is_said_to_have(tmp_path):
    counts = ({"step": 1, "act": 5, "group": 0, "done": 1, "held_back": 3},)
    found = {f.slug: f for f in assess(open_worlds(write_harbour(tmp_path / "run", act_counts=counts)))}
    assert found["opinion-differs"].value == 0, "four late bills without the scheme"
    assert "as many as are done without the scheme" in found["opinion-differs"].text


def test_attempts_without_a_place_and_places_lost_to_others(findings):
    finding = findings["no-place"]
    assert finding.value == pytest.approx(365_000 * 2 / (40 * 364), abs=0.001)
    assert finding.table.rows == (("charity-gift", 0, 2, 50, 0),)
    assert findings["places-lost"].value == 2
    assert "another resident got 1 of them" in findings["places-lost"].text


def test_harm_to_others_with_the_scheme_and_without(findings):
    assert findings["harms"].value == pytest.approx(365_000 * 2 / (40 * 364), abs=0.001)


def test_the_books_balance_and_the_replay_agrees(findings):
    assert findings["score-sums-wrong"].value == 0
    assert findings["score-sums-wrong"].n == 40
    assert findings["replay-differs"].value == 0


def test_a_book_that_does_not_balance_is_counted(tmp_path):
    panel = [dict(row, score_milli=row["score_milli"] + (1 if row["resident"] == 5 else 0)) for row in PANEL]
    spells = [dict(row, end_day=357 if row["resident"] == 1 else row["end_day"]) for row in SPELLS]
    folder = write_harbour(tmp_path / "run", panel=panel, spells=spells)
    found = {finding.slug: finding for finding in assess(open_worlds(folder))}
    assert found["score-sums-wrong"].value == 1
    assert found["replay-differs"].value == 1


def test_a_reason_stands_only_where_there_is_no_value_and_a_missing_interval_has_its_own(findings):
    plain = findings_to_plain(tuple(findings.values()))
    for slug, finding in plain.items():
        assert set(finding) == {"value", "unit", "interval", "n", "reason", "interval_reason"}, slug
        assert (finding["value"] is None) == (finding["reason"] is not None), slug
        assert finding["interval"] is None
        assert finding["interval_reason"], slug
    assert plain["punished"]["interval_reason"] == ONE_WORLD
    assert "no interval" in plain["score-sums-wrong"]["interval_reason"]


def test_every_finding_speaks_of_the_model_and_not_of_a_verdict(findings):
    for finding in findings.values():
        assert finding.text
        assert finding.unit
        assert "proof" not in finding.text


def test_no_finding_crosses_a_group_with_a_province(findings):
    for slug in findings:
        assert not ("province" in slug and ("group" in slug or "minority" in slug))


def test_every_metric_is_listed_once():
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    assert all(metric.question.endswith("?") for metric in METRICS)


def test_without_the_paired_world_the_differences_are_undefined(tmp_path):
    alone = replace(HARBOUR, baseline="none")
    folder = write_run(tmp_path / "run", alone, entries=ENTRIES, spells=SPELLS, panel=PANEL)
    found = {finding.slug: finding for finding in assess(open_worlds(folder))}
    for slug in (
        "months-out-of-work",
        "late-bills",
        "need-days",
        "friendships-lapsed",
        "harms",
        "opinion-differs",
        "acts-that-differ",
        "acts.late-bill",
    ):
        assert found[slug].value is None
        assert "not lived" in found[slug].reason


def test_the_world_without_a_scheme_has_nobody_punished_and_says_why(worlds):
    found = {finding.slug: finding for finding in assess(pair(worlds.baseline, None))}
    assert found["punished"].value is None
    assert found["wrongful-days"].value is None
    assert "without a scheme" in found["punished"].reason
    assert found["fell"].value is None
    assert not any(slug.startswith("punished-by.") for slug in found)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"step_days": 30}, "step"),
        ({"seed": 2}, "seed"),
        ({"replicate": 1}, "replicate"),
        ({"without": ("response:chilling",)}, "responses switched off"),
        ({"people": 41}, "size of town"),
        ({"horizon_days": 728}, "horizon"),
        ({"society": replace(HARBOUR.society, digest="f" * 32)}, "other people"),
        ({"society": replace(HARBOUR.society, spec_digest="f" * 32)}, "another specification"),
    ],
)
def test_worlds_that_are_no_pair_are_refused(worlds, tmp_path, change, word):
    other = open_run(write_run(tmp_path / "other", replace(WITHOUT, **change)))
    with pytest.raises(PairError) as refused:
        pair(worlds.scheme, other)
    assert word in refused.value.why

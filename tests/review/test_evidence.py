"""Figures of a run settle what needs an outcome, and are named; those of another text are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glasstown.audit.contract import found, undefined
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Figure, Part, Undefined
from glasstown.report import evidence, settling
from glasstown.report.settling import SETTLES, harm_figures
from glasstown.review.catalogue import RULES
from glasstown.review.contract import FAILS, NEEDS
from glasstown.review.reviewed import Asked, Review, review_scheme
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import PairError
from review.clean import CLEAN
from review.fixtures import FIXTURES, changed

SPEECH = next(fixture for fixture in FIXTURES if fixture.code == "EX301").silent


WAITS = Undefined("nobody was counted")


class Lived:
    """In place of the worlds of a run: the text that was lived."""

    def __init__(self, text: str):
        self.scheme = self
        self.text = text
        self.manifest = type("Manifest", (), {"scheme_id": "clean"})

    def scheme_text(self) -> str:
        return self.text


def joined(monkeypatch, *figures, lived: str = SPEECH) -> Review:
    review = review_scheme(parse_scheme(SPEECH, "mine.toml"), SPEECH, "mine.toml")
    monkeypatch.setattr(evidence, "open_worlds", lambda _: Lived(lived))
    monkeypatch.setattr(evidence, "assess", lambda _: figures)
    return evidence.with_run(review, "run")


def told(review: Review):
    (one,) = [one for one in review.findings if one.rule.code == "EX301"]
    return one.verdict, one.answer.message


HELD = found("held-back", "Lawful acts held back", 3.5, "acts per 1,000 person-years", 2_000, "")


def test_a_number_settles_and_is_named(monkeypatch):
    verdict, message = told(joined(monkeypatch, HELD))
    assert verdict == FAILS
    assert "in the model, settled by held-back = 3.5 acts per 1,000 person-years, of 2,000" in message


def test_a_zero_and_a_missing_figure_settle_nothing(monkeypatch):
    verdict, message = told(joined(monkeypatch, replace(HELD, value=0)))
    assert (verdict, "settles nothing" in message) == (NEEDS, True)
    missing = undefined("held-back", "Lawful acts held back", "acts", 7, "fewer than 30 residents (7)")
    verdict, message = told(joined(monkeypatch, missing))
    assert (verdict, "fewer than 30 residents" in message) == (NEEDS, True)


def test_figures_of_another_text_are_refused(monkeypatch):
    with pytest.raises(PairError, match="not this text"):
        joined(monkeypatch, HELD, lived=CLEAN)


def test_metrics_of_harm_are_read_by_code_and_part_and_say_why_they_have_no_value(monkeypatch):
    part = Part("by-night", 2.0, 40, None, "ratio")
    thin = Part("by-day", None, 3, "fewer than 30")
    some, none = replace(HARMS[0], measure=lambda _: Figure(0.25, 50, "", parts=(part, thin))), HARMS[1]
    monkeypatch.setattr(settling, "HARMS", (replace(some, tally=lambda _: {}), replace(none, tally=lambda _: WAITS)))
    monkeypatch.setattr(settling, "open_case", lambda _: None)
    names = ("M01", "M01.by-night", "M01.by-day", "M01.never", "M02", "places-lost")
    read = harm_figures(None, names)
    assert {name: (one.value, one.n) for name, one in read.items() if one.value is not None} == {
        "M01": (0.25, 50),
        "M01.by-night": (2.0, 40),
    }
    assert (read["M01.by-night"].slug, read["M01.by-night"].unit) == ("M01 by-night", "ratio")
    reasons = {name: one.reason for name, one in read.items() if one.value is None}
    assert reasons == {
        "M01.by-day": "fewer than 30",
        "M01.never": "the run has no such figure",
        "M02": "nobody was counted",
    }


@pytest.mark.nightly
def test_a_run_of_the_county_settles_by_its_own_numbers(tmp_path):
    from datetime import date

    import glasstown as gt
    from glasstown.review.reviewed import review_file
    from glasstown.scheme.library import find

    scheme = gt.read_scheme(gt.find_scheme("suining-2010"))
    start = date(2020, 1, 1)
    asked = gt.RunRequest(scheme, people=3_000, days=1_092, step_days=7, seed=1, start=start, out=tmp_path / "run")
    lived = gt.live(asked)
    joined = evidence.with_run(review_file(find("suining-2010")), lived.folder)
    assert any("in the model" in one.answer.message for one in joined.findings)


def test_rules_name_the_figures_by_which_they_are_settled():
    assert {rule.code: rule.figures for rule in RULES if rule.figures} == {
        code: tuple(row.name for row in rows) for code, rows in SETTLES.items()
    }
    codes, slugs = {one.code for one in HARMS}, {"places-lost", "punished-wrongly", "held-back", "holders.exposed"}
    named = {row.name for rows in SETTLES.values() for row in rows} - slugs - {"punished-through-others"}
    assert {name.partition(".")[0] for name in named} <= codes


ASKED = {
    "DU503": ("M34", 0.5, 0.49),
    "RL605": ("M19", 3_651, 3_650),
    "SC801": ("holders.exposed", 1, 0),
    "SS101": ("places-lost", 3, 0),
    "SS102": ("M36.worst-light-over-median-grave", 1.5, 1),
}
KINDS = '["a", "b", "c", "d", "e", "f", "g", "h"]'


def open_text(code: str) -> str:
    if code == "SC801":
        return changed(CLEAN, ("[[source]]", '["offences", "courses"]', KINDS))
    if code == "SS101":
        lost = 'id = "licence-lost"'
        return changed(
            CLEAN, (lost, 'deny = ["driving"]', 'favour = ["public-job"]'), (lost, "severity = 3", "severity = 0")
        )
    if code == "SS102":
        lighter = [("gravity = 2", "gravity = 1"), ("points = -6", "points = -3")]
        return changed(CLEAN, *(('id = "flag"', *one) for one in lighter))
    return next(fixture for fixture in FIXTURES if fixture.code == code).silent


@pytest.mark.parametrize("code", sorted(ASKED))
def test_what_needs_an_outcome_is_settled_beyond_its_mark_and_never_before(monkeypatch, code):
    name, settles, short = ASKED[code]
    text = open_text(code)
    for value, verdict in ((settles, FAILS), (short, NEEDS)):
        figure = found(name, "A figure", value, "units", 40, "")
        monkeypatch.setattr(evidence, "harm_figures", lambda _, names, one=figure: {name: one} if name in names else {})
        review = review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml", Asked(select=(code,)))
        assert review.verdict_of(code) == NEEDS
        monkeypatch.setattr(evidence, "open_worlds", lambda _: Lived(text))
        monkeypatch.setattr(evidence, "assess", lambda _, one=figure: (one,))
        joined = evidence.with_run(review, "run")
        assert joined.verdict_of(code) == verdict
        assert f"{name} = {value:,} units, of 40" in joined.findings[0].answer.message

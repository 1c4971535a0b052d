"""Figures of a run settle what needs an outcome, and are named; those of another text are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glasstown.audit.contract import found, undefined
from glasstown.report import evidence
from glasstown.review.contract import FAILS, NEEDS
from glasstown.review.reviewed import Review, review_scheme
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import PairError
from review.clean import CLEAN
from review.fixtures import FIXTURES

SPEECH = next(fixture for fixture in FIXTURES if fixture.code == "EX301").silent


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

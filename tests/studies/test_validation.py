"""The whole table against the model: every row once, each from the scheme it names, and no row forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glasstown.studies import text_figures, validation
from glasstown.studies.measured import Measured
from glasstown.studies.published import published
from glasstown.studies.text_figures import read_off_texts
from glasstown.studies.validation import NO_VERDICT, TOWNS, Wish, validate
from glasstown.studies.verdicts import VERDICTS, compared


@pytest.mark.nightly
@pytest.mark.large
def test_a_tiny_town_answers_every_row_once_and_misses_nothing_for_want_of_people(monkeypatch):
    monkeypatch.setattr(validation, "STEP_DAYS", 31)  # a quarter of the steps: here nobody asks for the values
    seen = set()
    rows = validate(Wish(people=30, on_progress=lambda progress: seen.add(progress.world)))
    assert [row.figure.id for row in rows] == list(published())
    assert {row.verdict for row in rows} <= set(VERDICTS)
    assert [row.figure.id for row in rows if row.verdict == "missed"] == []
    assert {row.figure.id for row in rows if row.verdict == "by construction"} >= {"T32", "T34", "T38", "T47"}
    assert [row.figure.id for row in rows if row.verdict not in {"holds", "missed"} and not row.reason] == []
    noisy = [row for row in rows if row.verdict == "within noise"]
    assert [row.figure.id for row in noisy if row.people_to_tell is None or row.people_to_tell < 30] == []
    lived = {row.figure.scheme for row in rows if row.lived}
    assert lived == {*(town.scheme for town in TOWNS), "none"}
    assert seen == {*(town.scheme for town in TOWNS), "flensburg, without it", "no scheme"}


def test_each_row_is_measured_in_the_scheme_it_names_or_has_a_reason():
    told = {row.figure.id: row for row in read_off_texts()}
    assert set(told) == {"T32", "T34", "T38", "T39", "T39b", "T43", "T44", "T46"}
    assert not set(told) & set(NO_VERDICT)
    assert {row.verdict for row in told.values()} == {"by construction"}, "what is read off the text holds nothing"
    by_text = {number: row.modelled for number, row in told.items() if row.modelled is not None}
    assert by_text.items() >= {"T32": 100.0, "T34": 1000.0, "T38": 1000.0, "T44": 0.8, "T46": -0.24}.items()
    lived = {row.id for row in published().values()} - set(told) - set(NO_VERDICT)
    assert {published()[number].scheme for number in lived} <= {*(town.scheme for town in TOWNS), "none"}


def test_ends_and_privileges_are_read_off_the_text(monkeypatch):
    """In the scheme of Suzhou scores run from 0 to 200, and the lowest grade that something is favoured in is 110."""
    rows = {
        number: replace(published()[number], scheme="suzhou-osmanthus", value=value, low=value, high=value)
        for number, value in (("T39", 0.0), ("T39b", 200.0), ("T43", 110.0))
    }
    monkeypatch.setattr(text_figures, "published", lambda: {**published(), **rows})
    told = {row.figure.id: row.modelled for row in text_figures.read_off_texts()}
    assert {number: told[number] for number in rows} == {"T39": 0.0, "T39b": 200.0, "T43": 110.0}


@pytest.mark.parametrize(
    ("highest", "verdict"), [(150.0, "missed"), (134.0, "undefined"), (120.0, "undefined"), (None, "undefined")]
)
def test_the_highest_score_of_a_town_can_only_be_too_high(monkeypatch, highest, verdict):
    monkeypatch.setattr(validation.of, "highest_score", lambda ledger: Measured(highest, 0.0, 500 if highest else 0))
    monkeypatch.setattr(validation.of, "share_below", lambda ledger, points: Measured(0.0, 0.0, 500))
    row, below = validation._of_suzhou(None, "")
    assert (row.verdict, row.modelled) == (verdict, highest)
    assert bool(row.reason) == (verdict == "undefined")
    assert below == compared("T33", Measured(0.0, 0.0, 500), "")


def test_who_asks_to_stop_gets_no_half_table(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        validate(Wish(people=20, should_stop=lambda: True))
    assert list(Path(tmp_path).iterdir()) == [], "and leaves nothing behind"

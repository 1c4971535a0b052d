"""What `validate` answers: every published figure with its verdict, as a table or as one JSON object."""

from __future__ import annotations

import json
import re

import pytest

from glasstown.studies.measured import Measured
from glasstown.studies.published import citations, published
from glasstown.studies.verdicts import compared, not_modelled

ROWS = (
    compared("T34", Measured(1000.0, 0.0)),
    compared("T35", Measured(0.7, 0.01, 900), "900 residents"),
    compared("T37", Measured(1.01, 0.1, 900), "900 residents"),
    not_modelled("T39", "no such scheme"),
    not_modelled("T39b", "no such scheme"),
    not_modelled("T40", "no such scheme"),
    compared("T65", Measured(-0.17, 0.01, 900), "400 residents", "in months 19 to 24: +0.001, noise 0.010"),
)


@pytest.fixture
def held(monkeypatch):
    asked = []
    monkeypatch.setattr("glasstown.studies.validation.validate", lambda wish: asked.append(wish) or ROWS)
    return asked


def test_misses_are_shown_and_are_no_failure(ask, held):
    result = ask("validate", "--people", "2k", "--seed", "7", "--threads", "1")
    assert result.exit_code == 0, result.output
    assert (held[0].people, held[0].seed, held[0].threads) == (2_000, 7, 1)
    text = re.sub(r"\s+", " ", result.stdout)
    assert "T35 rongcheng-2016 share of residents in grade A or better" in text
    assert "0.95 0.85 to 0.99 0.7 0.01 missed held out assumed assumption" in text
    assert "2 of 7 hold; missed: T35." in text
    assert "T39 to T40: not modelled, no such scheme" in text
    assert "T37: undefined, within three standard errors" in text
    assert "T65: in months 19 to 24: +0.001" in text
    assert "T35 to T37: 900 residents" not in text, "T36 stands between them, and is not told"
    assert "is no failure of the program" in text


def test_every_town_has_its_own_number_unless_one_is_asked_for(ask, held):
    assert ask("validate").exit_code == 0
    assert held[0].people is None
    assert ask("validate", "--people", "many").exit_code == 2


def test_json_has_every_row_with_source_band_and_reason(ask, held):
    result = ask("validate", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout.strip().splitlines()[-1])
    assert (answer["holds"], answer["missed"], answer["undefined"], answer["not_modelled"]) == (2, ["T35"], 1, 3)
    assert answer["people"] is None
    rows = {row["id"]: row for row in answer["targets"]}
    assert list(rows) == [row.figure.id for row in ROWS]
    assert (rows["T35"]["model"], rows["T35"]["low"], rows["T35"]["high"]) == (0.7, 0.85, 0.99)
    assert (rows["T39"]["model"], rows["T39"]["noise"], rows["T39"]["reason"]) == (None, None, "no such scheme")
    assert rows["T65"]["remark"].startswith("in months 19 to 24")
    assert rows["T65"]["source"] == {key: citations()[key] for key in published()["T65"].source}
    assert {row["verdict"] for row in rows.values()} == {"holds", "missed", "undefined", "not modelled"}


def test_the_verb_stands_in_the_help(ask):
    assert "validate" in ask("--help").stdout
    assert "--people" in ask("validate", "--help").stdout

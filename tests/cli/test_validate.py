"""What `validate` answers: every published figure with its verdict, as a table or as one JSON object."""

from __future__ import annotations

import json
import re

import pytest

from glasstown.cli.validate import counted, headline
from glasstown.studies.measured import Measured
from glasstown.studies.published import citations, published
from glasstown.studies.verdicts import compared, not_modelled, with_town_to_tell

ROWS = (
    compared("T34", Measured(1000.0, 0.0)),
    compared("T35", Measured(0.7, 0.01, 900), "900 residents"),
    compared("T37", Measured(1.01, 0.1, 900), "900 residents"),
    not_modelled("T39", "no such scheme"),
    not_modelled("T39b", "no such scheme"),
    not_modelled("T40", "no such scheme"),
    with_town_to_tell(compared("T45", Measured(0.15, 0.01, 900), "900 residents"), 900),
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
    assert "1 of 8 hold (1 held out); 2 within noise, 1 missed, 1 by construction, 0 undefined, 3 not modelled." in text
    assert "Missed: T35. Within noise: T37, T45." in text
    assert "T34: by construction, it is written in the scheme" in text
    assert "T45: within noise, outside its tolerance by less than three standard errors; a town of some 17,000" in text
    assert "T39 to T40: not modelled, no such scheme" in text
    assert "T37: within noise, within three standard errors" in text
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
    assert (answer["holds"], answer["missed"], answer["undefined"], answer["not_modelled"]) == (1, ["T35"], 0, 3)
    assert (answer["within_noise"], answer["by_construction"]) == (["T37", "T45"], 1)
    assert (answer["holds_by_use"], answer["holds_of_our_own"]) == ({"held out": 1}, [])
    assert answer["people"] is None
    rows = {row["id"]: row for row in answer["targets"]}
    assert list(rows) == [row.figure.id for row in ROWS]
    assert (rows["T35"]["model"], rows["T35"]["low"], rows["T35"]["high"]) == (0.7, 0.85, 0.99)
    assert (rows["T39"]["model"], rows["T39"]["noise"], rows["T39"]["reason"]) == (None, None, "no such scheme")
    assert rows["T65"]["remark"].startswith("in months 19 to 24")
    assert rows["T65"]["source"] == {key: citations()[key] for key in published()["T65"].source}
    assert {row["verdict"] for row in rows.values()} == {
        "holds", "within noise", "missed", "by construction", "not modelled",
    }  # fmt: skip
    assert {number: row["people_to_tell"] for number, row in rows.items() if row["people_to_tell"]} == {"T45": 17_000}


def test_what_holds_against_a_figure_of_our_own_is_said_to():
    held = (compared("T35", Measured(0.86, 0.01, 900)), compared("T26", Measured(220_000.0, 1_000.0, 900)))
    assert headline(counted(held), 2).startswith(
        "2 of 2 hold (1 held out, 1 fitted; T35 against a figure of our own, since none was published);"
    )


def test_the_verb_stands_in_the_help(ask):
    assert "validate" in ask("--help").stdout
    assert "--people" in ask("validate", "--help").stdout

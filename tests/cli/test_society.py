"""What `society check` answers: a table or one JSON object, and 1 where a target is missed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from glasstown.society.check import Target

HOLDS = Target("T48", "live in town", 0.6389, 0.6357, 0.6421, 0.64, 0.001)
JUST = Target("T50", "households of one person", 0.25, 0.24, 0.26, 0.2629, 0.001)
MISSED = Target("T53", "in a minority", 0.0889, 0.088, 0.0898, 0.11, 0.001)
FEW = Target("T48", "live in a town of one place", 0.6389, 0.6357, 0.6421, 1.0, 0.48, units=1, unit="neighbourhoods")
NOTHING = Target("T60", "drunk-driving crimes", 312_000, 280_000, 344_000, 0.0, 200_000, units=100)
ABSENT = Target("T57", "blood donations", 12.05, 11.4, 12.7, None, 0.0)


@pytest.fixture
def drawn(monkeypatch):
    def use(*rows):
        seen = {}

        def fake(society, **how):
            seen.update(how, society=society)
            return rows

        monkeypatch.setattr("glasstown.studies.society_events.check_society", fake)
        return seen

    return use


def test_all_targets_hold(ask, drawn):
    asked = drawn(HOLDS, JUST)
    result = ask("society", "check", "--people", "20k", "--seed", "7", "--threads", "1")
    assert result.exit_code == 0, result.output
    assert asked["people"] == 20_000
    assert asked["seed"] == 7
    assert asked["society"] == "china-2020"
    assert "2 of 2 targets hold for 20,000 residents" in result.stdout
    told = " ".join(result.stdout.split())
    assert "holds here inside its tolerance plus three standard errors" in told
    assert "`glasstown validate` asks for the tolerance itself" in told


def test_a_missed_target_ends_with_one_and_is_named(ask, drawn):
    drawn(HOLDS, MISSED, ABSENT)
    result = ask("society", "check", "--json")
    assert result.exit_code == 1
    answer = json.loads(result.stdout.strip().splitlines()[-1])
    assert answer["missed"] == ["T53"]
    assert answer["people"] == 1_000_000
    verdicts = {row["id"]: row["verdict"] for row in answer["targets"]}
    assert verdicts == {"T48": "holds", "T53": "missed", "T57": "not drawn yet"}
    assert {"target", "low", "high", "drawn", "noise"} <= set(answer["targets"][0])


def test_a_small_town_is_no_miss_and_says_why(ask, drawn):
    drawn(HOLDS, FEW, NOTHING)
    result = ask("society", "check", "--people", "100")
    assert result.exit_code == 0, result.output
    assert "1 of 3 targets holds for 100 residents;" in result.stdout
    assert "undefined, fewer than 30 neighbourhoods (1): T48" in result.stdout
    assert "undefined, the town is so small that even a draw of nothing would hold: T60" in result.stdout
    rows = {row["name"]: row for row in json.loads(ask("society", "check", "--json").stdout)["targets"]}
    assert [(row["verdict"], row["drawn"]) for row in rows.values()] == [
        ("holds", 0.64), ("undefined", None), ("undefined", 0.0),
    ]  # fmt: skip
    assert [bool(row["reason"]) for row in rows.values()] == [False, True, True]


def test_what_is_not_drawn_is_said_and_is_no_miss(ask, drawn):
    drawn(HOLDS, ABSENT)
    result = ask("society", "check")
    assert result.exit_code == 0
    assert "not drawn yet: T57" in result.stdout


def test_a_figure_of_the_file_is_not_called_published(ask, drawn):
    drawn(HOLDS)
    assert "of the file" not in ask("society", "check").stdout
    drawn(HOLDS, replace(JUST, is_of_file=True))
    told = ask("society", "check").stdout
    assert "of the file" in told
    assert "0.25 (file)" in told
    rows = json.loads(ask("society", "check", "--json").stdout)["targets"]
    assert [row["figure"] for row in rows] == ["published", "of the file"]


def test_the_verb_stands_in_the_help(ask):
    assert "society" in ask("--help").stdout
    assert "--people" in ask("society", "check", "--help").stdout

"""What was voted, as an audit finds it: points replayed as they held, and what became of minorities."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.harbour import HARBOUR, PANEL, PERSONS, entry, write_harbour
from engine.lives import edited, scheme_of
from glasstown.audit import endings
from glasstown.audit.case import open_case
from glasstown.audit.metrics.votes import points_voted
from glasstown.audit.worlds import Worlds, open_worlds
from glasstown.ledger.model_votes import VoteRow
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_votes import VOTED

SPACED = edited(VOTED, ("points = -10\n", "points = -10\nper_days = 15\n"), ('scope = "nation"\n', ""))
"""What a rule would have moved has to be known where records within its days move nothing."""


@pytest.fixture(scope="module")
def worlds(tmp_path_factory) -> Worlds:
    folder: Path = tmp_path_factory.mktemp("voted") / "run"
    town = {"people": 150, "days": 240, "step_days": 20, "seed": 3, "start": date(2020, 1, 1), "baseline": "none"}
    live(RunRequest(scheme=scheme_of(SPACED), out=folder, **town))
    return open_worlds(folder)


def replayed(worlds: Worlds) -> int:
    return int(open_case(worlds).punished["is_replayed"].sum())


def test_a_score_is_replayed_by_the_points_that_held(worlds: Worlds, monkeypatch: pytest.MonkeyPatch):
    punished = open_case(worlds).punished.height
    assert punished > 30
    assert replayed(worlds) == punished
    monkeypatch.setattr(endings, "_voted", lambda _: {})
    assert replayed(worlds) < punished, "by the points of the file some would come out otherwise"


def test_what_was_voted_is_told_and_of_few_nothing_but_their_number(worlds: Worlds):
    found = {one.slug: one for one in points_voted(open_case(worlds))}
    assert set(found) == {
        f"voted.{name}{end}" for name in ("council", "assembly") for end in ("", ".minority-a", ".minority-b")
    }
    council, minority = found["voted.council"], found["voted.council.minority-a"]
    assert [row[0] for row in council.table.rows] == [40, 40, 100, 100, 160, 160, 200, 200]
    assert council.value == pytest.approx(sum(row[3] for row in council.table.rows[-2:]) / 2, abs=0.001)
    assert minority.value is None
    assert "fewer than 30" in minority.reason
    majority, few, _ = minority.table.rows
    assert majority[1] > 30
    assert set(majority[2::2]) == {None}, "40 days lie before the first vote: too few for a year"
    assert None not in majority[3::2]
    assert few[1] < 30
    assert set(few[2:]) == {None}


@pytest.mark.parametrize(("day", "reason"), [(363, "363 days lie before the vote and 1 after it"), (182, None)])
def test_a_day_after_a_vote_is_no_year(tmp_path: Path, day: int, reason: str | None):
    """Thirty of a minority beside thirty; one of them loses 20 points on the last day.

    After day 182 that is 182 days of 30 people, 14.96 years: 1.337 points a year less than before.
    """
    people = 60
    persons = [dict(PERSONS[0], resident=n, group=1 if n < 30 else 0) for n in range(people)]
    names = replace(HARBOUR.names, votes=(VoteRow(0, "council", "", "median", (1,)),))
    manifest = replace(HARBOUR, people=people, residents_lived=people, names=names)
    manifest = replace(manifest, kept=replace(manifest.kept, residents=people, lives=people))
    rows = {
        "people": persons, "places": [{"resident": n} for n in range(people)],
        "panel": [dict(PANEL[0], resident=n) for n in range(people)],
        "entries": [entry(1, 363, 1, -20, 880)], "spells": (), "grades": (),
        "votes": [{"day": day, "group": 255, "voters": 9, "eligible": 9, "rule": 1, "share_milli": 500}],
    }  # fmt: skip
    folder = write_harbour(tmp_path / "run", manifest=manifest, **rows)
    found = {one.slug: one for one in points_voted(open_case(open_worlds(folder)))}["voted.council.minority-a"]
    assert found.value == (None if reason else pytest.approx(-20 * 365 / (30 * 182), abs=0.001))
    assert (reason or "") in (found.reason or "")
    assert set(found.table.rows[1][3::2]) == {None} if reason else None not in found.table.rows[1]

"""Punished by rank: Harbour with a second score that ranks residents, whose lowest grade takes public jobs.

Resident 20 falls in rank on day 10 and nothing else ever happened to them; resident 2 (wrongly in D by the first score)
and resident 1 (rightly) fall in rank as well, on the same day.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import ENTRIES, GRADE_CHANGES, HARBOUR, SPELLS, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.metrics.punished import punished_by_cause
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.ledger.model_scores import GradeRow
from glasstown.vocab.codes import Entry

RANK = replace(HARBOUR.score, start_milli=50_000, low_milli=0, high_milli=100_000, kind="rank", id="standing")
UP, DOWN = GradeRow(4, "up", "", 20_000, score=1), GradeRow(5, "down", "", None, score=1)
NAMES = replace(
    HARBOUR.names, grades=(*HARBOUR.names.grades, UP, DOWN),
    consequences=(*HARBOUR.names.consequences, ConsequenceRow(2, "no-rent", 5, 4, 0, "none")),
)  # fmt: skip
RANKS = replace(HARBOUR, score=replace(HARBOUR.score, id="deeds"), further_scores=(RANK,), names=NAMES)
DOWN_FROM_14 = (1, 2, 20)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    entries = [
        {"resident": who, "day": 13, "kind": Entry.REFRESH, "score": 1, "delta_milli": -40_000,
         "score_after_milli": 10_000}
        for who in DOWN_FROM_14
    ]  # fmt: skip
    spells = [{"resident": who, "consequence": 2, "grade": 5, "start_day": 14, "end_day": 364} for who in DOWN_FROM_14]
    moved = [{"resident": who, "day": 14, "from_grade": 4, "to_grade": 5, "score": 1} for who in DOWN_FROM_14]
    folder = write_harbour(
        tmp_path_factory.mktemp("ranks") / "run", manifest=RANKS, entries=(*ENTRIES, *entries),
        spells=(*SPELLS, *spells), grades=(*GRADE_CHANGES, *moved),
    )  # fmt: skip
    return open_case(open_worlds(folder))


def test_of_whom_a_rank_alone_punishes_no_cause_is_told(case):
    """1 and 3 stand in D by what they did, 2 by a false record and by rank, 20 by rank alone."""
    rows = {row["resident"]: row for row in case.punished.iter_rows(named=True)}
    assert {who: row["cause"] for who, row in rows.items()} == {1: "own", 2: "by-rank", 3: "own", 20: "by-rank"}
    assert {who: row["wrongful_days"] for who, row in rows.items()} == {1: 0, 2: 0, 3: 70, 20: 0}


def test_the_causes_add_up_to_all_who_were_punished(case):
    found = {one.slug: one for one in punished_by_cause(case)}
    each = ("own-acts", "wrongly", "through-others", "by-rank")
    assert [found[f"punished-{name}"].value for name in each] == [2, 0, 0, 2]
    assert found["punished"].value == 4
    assert "2 of them were punished by rank alone" in found["punished-by-rank"].text


def test_where_nothing_ranks_nothing_is_said_of_ranks(tmp_path):
    found = {one.slug for one in punished_by_cause(open_case(open_worlds(write_harbour(tmp_path / "run"))))}
    assert "punished-by-rank" not in found

"""What is said of punishment through others: a scheme has no edge between people, or has one, or it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, write_harbour
from engine.lives import scheme_of
from glasstown.audit.case import open_case
from glasstown.audit.metrics.punished import punished_by_cause
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.facts import moved_by_others
from glasstown.vocab.codes import Entry
from scheme.dense import DENSE
from scheme.dense_index import INDEX
from scheme.dense_peer import PEER
from scheme.dense_ranks import RANKED

NO_EDGE = "no consequence that reaches one person through another"


def told(folder, manifest=HARBOUR, **changed):
    rows = punished_by_cause(open_case(open_worlds(write_harbour(folder / "run", manifest=manifest, **changed))))
    return next(row for row in rows if row.slug == "punished-through-others")


def test_where_stars_brought_somebody_down_nobody_says_that_nothing_could(tmp_path):
    """Resident 5 falls from 900 to 770 by stars alone; the grade D holds from day 14 on."""
    stars = {"resident": 5, "day": 10, "kind": Entry.PEER, "delta_milli": -130_000, "score_after_milli": 770_000}
    spell = {"resident": 5, "consequence": 0, "grade": 3, "start_day": 14, "end_day": 364, "open": 1}
    moved = {"resident": 5, "day": 14, "from_grade": 1, "to_grade": 3}
    one = told(tmp_path, entries=[stars], spells=[spell], grades=[moved])
    assert one.value == 1
    assert NO_EDGE not in one.text


@pytest.mark.parametrize(
    ("manifest", "is_said"),
    [(HARBOUR, True), (replace(HARBOUR, favours=True), False),
     (replace(HARBOUR, score=replace(HARBOUR.score, by_others=True)), False)],
    ids=["none", "officials favour", "moved by others"],
)  # fmt: skip
def test_the_sentence_stands_only_where_no_edge_is(tmp_path, manifest, is_said):
    one = told(tmp_path, manifest)
    assert one.value == 0
    assert (NO_EDGE in one.text) == is_said


@pytest.mark.parametrize(
    ("text", "expected"),
    [(DENSE, [False]), (INDEX, [False]), (INDEX.replace("2000 * home", "friend.lowest"), [True]), (PEER, [True])],
    ids=["points", "index", "index of friends", "stars"],
)
def test_a_scheme_says_which_scores_others_move(text, expected):
    scheme = scheme_of(text)
    assert [moved_by_others(scheme, slot) for slot in range(len(scheme.scores))] == expected


def test_ranks_are_moved_by_others_and_the_score_behind_is_not():
    scheme = scheme_of(RANKED)
    assert {score.kind == "rank" for score in scheme.scores} == {True, False}
    for slot, score in enumerate(scheme.scores):
        assert moved_by_others(scheme, slot) == (score.kind == "rank")

"""Several scores in one scheme: each has its own range, rules, grades and overrides. Worked by hand, and in towns."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import polars as pl

from engine.cases import Record, tell
from engine.lives import live, request, scheme_of
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_run
from glasstown.simulate.settings import settings_of
from glasstown.society.spec import load_spec
from scheme.dense import DENSE
from scheme.dense_slots import MARK, slotted

SLOTS = slotted(DENSE)
"""points: top 1, middle 2, spare 3, bottom 4; standing (60, 0 to 100): trusted 5, known 6, shunned 7; quarrelling."""


def bill(day: int) -> Record:
    return Record(day, "late-bill", "registry", done=day)


def dispute(day: int) -> Record:
    return Record(day, "civil-dispute", "registry", done=day)


def test_a_record_moves_every_score_that_has_a_rule_for_it_and_its_grade_alone():
    """Standing: 60 - 19 = 41 on day 3, 22 on day 10; 19 come back on day 73 and on day 80: 41, then 60.

    Under 45 it is shunned, from day 7 to day 84: no loans. The quarrels stay where they are.
    """
    told = tell(scheme_of(SLOTS), [bill(3), bill(10)], 98)
    standing = [row[0] // 1000 for row in told.further]
    assert standing == [41, *[22] * 9, 41, 60, 60, 60]
    assert [row[1] for row in told.further] == [0] * 14
    assert [row[0] for row in told.further_grades] == [7] * 11 + [6] * 3
    assert told.held("no-credit") == [(7, 84)]
    mine = [row for row in told.tables["grades"] if row["resident"] == told.slot and row["score"] == 1]
    assert [(row["day"], row["from_grade"], row["to_grade"]) for row in mine] == [(7, 6, 7), (84, 7, 6)]


def test_an_override_holds_down_the_score_of_its_grade():
    """A critical post costs no standing; it shuns for sixty days, 3 to 62, and so from day 7 until day 70."""
    told = tell(scheme_of(SLOTS), [Record(3, "critical-post", "neighbours", done=3)], 84)
    assert [row[0] for row in told.further] == [60_000] * 12
    assert [row[0] for row in told.further_grades] == [7] * 9 + [6] * 3
    assert told.held("no-credit") == [(7, 70)]


def test_a_score_without_grades_is_kept_all_the_same():
    """8 on day 3; day 10 is within twenty days of it, day 23 is not: 16."""
    told = tell(scheme_of(SLOTS), [dispute(3), dispute(10), dispute(23)], 28)
    assert [row[1] for row in told.further] == [-8_000, -8_000, -8_000, -16_000]
    assert [row[1] for row in told.further_grades] == [0] * 4
    assert told.scores == [100_000] * 4, "no rule of the first score is about quarrels"


TWICE = DENSE.replace("points = [-60, -20]", "points = -40")
_NAMED = TWICE.replace("[score]\n", '[[score]]\nid = "points"\n', 1)


def doubled(text: str) -> str:
    """A scheme whose one score is kept twice, with rules and grades that differ in their names alone."""
    tables = text.split("\n[")
    again = [table for table in tables if table.startswith(("[score]]", "[rule]]", "[grade]]"))]
    own = re.sub(r'(\[\[(rule|grade)\]\]\nid = "[^"]+")', r'\1\nscore = "points"', text)
    other = re.sub(r'id = "([^"]+)"', r'id = "other-\1"', "".join(f"\n[{table}" for table in again))
    return own + re.sub(r'(\[\[(rule|grade)\]\]\nid = "[^"]+")', r'\1\nscore = "other-points"', other) + "\n"


def test_a_score_kept_twice_reads_the_same_twice():
    world = live(scheme_of(doubled(_NAMED)), people=300, days=126, step_days=14)
    moved = 0
    for stretch in world.districts:
        assert np.array_equal(stretch.scores.score, stretch.scores.further[0])
        assert np.array_equal(stretch.scores.open_sum, stretch.scores.further_sum[0])
        grade, other = stretch.standing.grade.astype(int), stretch.standing.further[0].astype(int)
        assert np.array_equal(np.where(grade > 0, grade + 4, 0), other)
        moved += int((stretch.scores.score != 100_000).sum())
    assert moved > 50
    entries = world.table("entries")
    assert entries.filter(pl.col("score") == 0).height == entries.filter(pl.col("score") == 1).height > 100


def test_nobody_knows_that_a_hidden_grade_is_near():
    def limits(text):
        world = settings_of(request(scheme_of(text)), scheme_of(text), load_spec()).world
        return [int(world.ladder.near_limit[grade]) > -(2**62) for grade in range(8)]

    shown = [False, False, True, True, False, False, True, False]
    assert limits(SLOTS.replace("hidden = true", "hidden = false"))[5:] == shown[5:]
    assert not any(limits(SLOTS)[5:]), "the grades of the hidden score"
    assert limits(SLOTS)[:5] == limits(SLOTS.replace("hidden = true", "hidden = false"))[:5]


def test_the_books_of_every_score_balance(tmp_path):
    live_run(RunRequest(scheme_of(SLOTS), people=900, days=280, step_days=14, seed=3, start=date(2020, 1, 1),
                        out=tmp_path / "run"))  # fmt: skip
    worlds = open_worlds(tmp_path / "run")
    findings = {finding.slug: finding for finding in assess(worlds)}
    assert findings["score-sums-wrong"].value == 0
    assert findings["score-sums-wrong"].n == 3 * 900
    assert findings["replay-differs"].value == 0
    assert findings["replay-differs"].n > 30
    assert findings["grades-denied-share.standing"].value > 0.1
    assert findings["grade-end.shunned"].value == findings["grades-denied-share.standing"].value
    panel = worlds.scheme.table("scores_panel")
    assert panel["score"].unique().sort().to_list() == [1, 2]
    counts = worlds.scheme.table("grade_counts").filter(pl.col("grade") > 0)
    per_score = counts.group_by("day", pl.col("grade") >= 5).agg(pl.col("residents").sum()).sort("day", "grade")
    assert per_score.filter("grade")["residents"].to_list() == per_score.filter(~pl.col("grade"))["residents"].to_list()


def test_marks_of_further_scores_are_their_own():
    assert MARK in SLOTS
    assert [score.id for score in scheme_of(SLOTS).scores] == ["points", "standing", "quarrelling"]
    assert [grade.id for grade in scheme_of(SLOTS).grades] == [
        "top", "middle", "spare", "bottom", "trusted", "known", "shunned"
    ]  # fmt: skip

"""Findings of firms by grade, against tables written by hand: 1 and 2 belong to the same people, 3 to others."""

from __future__ import annotations

from types import SimpleNamespace

import polars as pl

from glasstown.audit.metrics.firms_graded import firms_graded
from glasstown.ledger.model_names import OverrideRow
from glasstown.ledger.model_scores import GradeRow
from glasstown.vocab.codes import Outcome, Truth

A, B, D = 1, 2, 3
LATE = 144
NUMBERS = {"organisation": pl.UInt32, "origin": pl.UInt32, "score": pl.UInt8, "grade": pl.UInt8, "from_grade": pl.UInt8,
           "to_grade": pl.UInt8}  # fmt: skip


def frame(columns: str, *rows: tuple[int, ...]) -> pl.DataFrame:
    names = columns.split()
    return pl.DataFrame(list(rows), schema={name: NUMBERS.get(name, pl.Int64) for name in names}, orient="row")


TABLES = {
    "organisations": frame("organisation facts", (1, 1), (2, 1), (3, 1)),
    "organisation_panel": frame(
        "organisation day score_milli grade sales_share",
        (1, 0, 100_000, A, 64), (2, 0, 100_000, A, 64), (3, 0, 100_000, A, 64),
        (1, 84, 40_000, D, 32), (2, 84, 100_000, D, 64), (3, 84, 95_000, A, 60),
    ),
    "organisation_scores_panel": frame("organisation day score score_milli grade"),
    "organisation_grades": frame(
        "organisation day score from_grade to_grade", (1, 14, 0, A, D), (2, 21, 0, A, D)
    ),
    "organisation_entries": frame("organisation day score", (1, 10, 0), (3, 30, 0)),
    "organisation_listings": frame("organisation entry_day"),
    "organisation_blocked": frame(
        "organisation day outcome", (1, 12, Outcome.DENIED), (1, 20, Outcome.DENIED), (1, 21, Outcome.HELD_BACK),
        (2, 14, Outcome.DENIED),
    ),
    "organisation_places_given": frame("organisation day won", (2, 20, 0), (2, 25, 0), (3, 25, 1)),
    "organisation_acts": frame(
        "organisation day act outcome", (1, 9, LATE, Outcome.DONE), (1, 15, LATE, Outcome.DONE),
        (1, 16, LATE, Outcome.HELD_BACK), (2, 30, LATE, Outcome.DONE), (3, 8, LATE, Outcome.DONE),
        (3, 8, 7, Outcome.DONE),
    ),
    "organisation_sightings": frame(
        "origin step family ordinal child act act_day truth", (1, 1, 5, 0, 0, LATE, 9, Truth.TRUE),
        (1, 1, 5, 0, 0, LATE, 9, Truth.TRUE), (2, 4, 5, 0, 0, LATE, 30, Truth.TRUE),
        (3, 4, 5, 0, 0, LATE, 30, Truth.FALSE),
    ),
}  # fmt: skip


def ledger(carries: int = D) -> SimpleNamespace:
    grades = tuple(GradeRow(code, name, name.upper(), None) for code, name in ((A, "a"), (B, "b"), (D, "d")))
    overrides = (
        OverrideRow(0, "evaded", D, 1, 365, None),
        OverrideRow(1, "carried-d", D, 1, 365, None, same_officer=carries),
    )
    score = SimpleNamespace(of="firm", id="tax", title="Tax rating")
    late = SimpleNamespace(act=LATE, score=0, points_low_milli=-5_000)
    names = SimpleNamespace(grades=grades, overrides=overrides, rules=(late,))
    return SimpleNamespace(
        manifest=SimpleNamespace(scores=(score,), names=names, step_days=7), table=TABLES.__getitem__
    )


def test_a_score_without_a_title_is_told_by_its_name():
    book = ledger()
    book.manifest.scores[0].title = ""
    assert firms_graded(book)[0].text.startswith("tax: of 3 firms")


def test_what_befell_firms_counts_for_the_grade_of_its_day():
    """Firm 1 is denied something on day 12 as an A and on day 20 as a D; firm 2 on day 14, a week before its D.

    Late returns: of 1 and 3 as A's, the first recorded by two sources; of 1 and 2 as D's, the second recorded.
    """
    by_grade, _ = firms_graded(ledger())
    assert by_grade.slug == "organisations-by-grade.tax"
    assert (by_grade.value, by_grade.n) == (2, 3)
    assert by_grade.table is not None
    assert by_grade.table.rows == (
        ("A", 1, 3, 2, 1, 2, 1, 60.0),
        ("B", 0, 0, 0, 0, 0, 0, None),
        ("D", 2, 2, 1, 1, 2, 1, 48.0),
    )


def test_a_grade_that_came_without_anything_of_ones_own_was_carried():
    _, carried = firms_graded(ledger())
    assert carried.slug == "carried.carried-d"
    assert (carried.value, carried.n) == (1, 2)
    assert "1 of 2 firms that fell to D" in carried.text


def test_a_scheme_that_carries_nothing_is_told_nothing_of_it():
    (by_grade,) = firms_graded(ledger(carries=0))
    assert by_grade.slug == "organisations-by-grade.tax"

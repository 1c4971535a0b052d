"""What an index learned, as an audit finds it: by hand from rows of fits, and in a run whose books still balance."""

from __future__ import annotations

from datetime import date
from math import log
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from engine.lives import scheme_of
from glasstown.audit.case import open_case
from glasstown.audit.metrics.integrity import books_balance
from glasstown.audit.metrics.refits import weights_fitted
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_fits import CategoryRow
from glasstown.report.refits import refit_section
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense_refit import REFITTED

COLUMNS = ("day", "county", "category", "residents", "recorded", "did", "low", "low_recorded", "low_did", "low_found",
           "high", "high_recorded", "high_did", "high_found", "before_milli", "weight_milli")  # fmt: skip

ROWS = (
    (60, 0, 0, 100, 30, 60, 40, 20, 30, 18, 60, 10, 30, 9, 60_000, 90_000),
    (60, 0, 1, 100, 30, 60, 0, 0, 0, 0, 100, 30, 60, 27, 40_000, 10_000),
    (60, 1, 0, 100, 30, 60, 40, 20, 30, 18, 60, 10, 30, 9, 60_000, 70_000),
    (60, 1, 1, 100, 30, 60, 0, 0, 0, 0, 100, 30, 60, 27, 40_000, 30_000),
)
"""Two counties, alike but for what their weights became."""


def case_of(rows):
    table = pl.DataFrame(rows, schema=COLUMNS, orient="row")
    names = SimpleNamespace(fitted=(CategoryRow(0, "bills", "", 60_000), CategoryRow(1, "means", "", 40_000)))
    ledger = SimpleNamespace(manifest=SimpleNamespace(names=names), table=lambda _: table)
    return SimpleNamespace(worlds=SimpleNamespace(scheme=ledger))


def test_what_records_said_and_what_was_true_by_hand():
    """Weights 80 and 20 where the file has 60 and 40: a fifth of all moved.

    Low 40 of 80 recorded, high 20 of 120: 40.5 x 100.5 / (40.5 x 20.5) = 4.902. Low 60 of 80 did it, high 60 of 120:
    60.5 x 60.5 / (20.5 x 60.5) = 2.951. Of the low who did it 36 of 60 are recorded, of the high 18 of 60.
    """
    found = {one.slug: one for one in weights_fitted(case_of(ROWS))}
    assert found["refit"].value == 0.2
    assert found["refit"].n == 60
    assert found["refit"].table.rows == (
        (60, "bills", 60, 80, 80, 40, 60, 120, 20, 60, 4.9, 2.95),
        (60, "means", 40, 20, 0, 0, 0, 200, 60, 120, None, None),
    )
    assert found["refit.bills"].value == pytest.approx(4.902439 / 2.951220, abs=0.001)
    assert "60 of 100 low were recorded, and 30 of 100 high" in found["refit.bills"].text
    assert found["refit.means"].value is None
    assert "nobody was low" in found["refit.means"].reason


def test_of_few_who_did_it_no_ratio_is_given():
    few = tuple((*row[:8], 14, *row[9:]) for row in ROWS[::2])
    found = {one.slug: one for one in weights_fitted(case_of(few + ROWS[1::2]))}
    assert found["refit.bills"].value is None
    assert "fewer than 30" in found["refit.bills"].reason


def test_where_nothing_was_fitted_nothing_is_found():
    assert weights_fitted(case_of(ROWS[:0])) == ()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("fitted") / "run"
    town = {"people": 60, "days": 130, "step_days": 10, "seed": 3, "start": date(2020, 1, 1), "baseline": "none"}
    live(RunRequest(scheme=scheme_of(REFITTED), out=folder, **town))
    return open_worlds(folder)


def test_scores_still_sum_and_are_replayed_by_the_weights_that_held(worlds):
    case = open_case(worlds)
    assert all(one.value == 0 for one in books_balance(case) if one.value is not None), books_balance(case)
    found = weights_fitted(case)
    assert [row[0] for row in found[0].table.rows] == [70] * 3 + [130] * 3
    fits = worlds.scheme.table("fits")
    for row in fits.iter_rows(named=True):
        assert row["odds_milli"] == pytest.approx(1_000 * _log_odds(row), abs=0.51)
    assert case.punished.height > 0
    assert case.punished["is_replayed"].all()


def _log_odds(row) -> float:
    if not row["low"] or not row["high"]:
        return 0.0
    low, high = row["low_recorded"] + 0.5, row["high_recorded"] + 0.5
    return log(low) - log(row["low"] + 1 - low) - log(high) + log(row["high"] + 1 - high)


def test_the_page_tells_what_was_learned():
    found = weights_fitted(case_of(ROWS))
    by_slug = {one.slug: one for one in found}
    summary = SimpleNamespace(
        finding=by_slug.get, under=lambda start: tuple(one for one in found if one.slug.startswith(start))
    )
    (section,) = refit_section(summary)
    assert [len(table.rows) for table in section.tables] == [2]
    assert len(section.points) == 3
    assert refit_section(SimpleNamespace(finding=lambda _: None)) == ()

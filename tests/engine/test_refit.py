"""Weights fitted to records: what follows from four counts by hand, whose records count where, and from when on."""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl
import pytest

from engine.lives import Lived, edited, live, scheme_of
from glasstown.compiled.lower import compile_scheme
from glasstown.simulate.fits import Fits, fits_of, log_odds, shared
from glasstown.simulate.fitting import count_sample
from glasstown.simulate.rows import StepRows
from glasstown.simulate.sample import Fit
from glasstown.simulate.span import Span
from glasstown.simulate.votes import NATION
from glasstown.vocab.acts import ACTS
from scheme.dense_refit import FIT, FITTED, REFITTED

TOWN = {"people": 100, "days": 140, "step_days": 10}
HISTORY, KINSHIP, MEANS, PLACE = range(4)
"""Places of categories: they go by name."""


@cache
def lived(text: str = REFITTED, people: int = 100) -> Lived:
    return live(scheme_of(text), **TOWN | {"people": people})


@cache
def tables(text: str = REFITTED):
    codes = {act.id: act.code for act in ACTS}
    assert "late-bill" in codes
    return compile_scheme(scheme_of(text), sightable={}, step_days=10).fits


# ---------------------------------------------------------------- by hand


def test_the_four_counts_of_a_category_become_its_log_odds():
    """10 of 40 low and 5 of 60 high: 10.5 x 55.5 / (30.5 x 5.5) = 3.47392, its logarithm 1.24528.

    8 of 50 and 7 of 50: 8.5 x 43.5 / (42.5 x 7.5) = 1.16, 0.14842. 3 of 40 and 12 of 60: 0.36213, -1.01574.
    Nobody of 20 and 4 of 30: 0.5 x 26.5 / (20.5 x 4.5) = 0.14363, -1.94050.
    """
    assert log_odds((30, 10), (55, 5)) == 1_245
    assert log_odds((42, 8), (43, 7)) == 148
    assert log_odds((37, 3), (48, 12)) == -1_016
    assert log_odds((20, 0), (26, 4)) == -1_941
    assert log_odds((26, 4), (20, 0)) == 1_941


def test_where_nobody_is_low_or_nobody_high_nothing_is_compared():
    assert log_odds((0, 0), (90, 30)) == log_odds((30, 90), (0, 0)) == log_odds((0, 0), (0, 0)) == 0


def test_weight_is_shared_by_what_of_the_log_odds_lies_above_nothing():
    """80 in all: 80 x 1,245 / 1,393 = 71.50036 and 80 x 148 / 1,393 = 8.49964."""
    assert shared(80_000, [1_245, 148, -1_016]) == [71_500, 8_500, 0]
    assert shared(1_000, [1, 1, 1]) == [333, 333, 333]
    assert shared(3, [1, 1]) == [2, 2], "halves go up"
    assert shared(80_000, [0, -3, -1_016]) is None


def fit_of(*bins: tuple[int, int, int, int], recorded: int) -> Fit:
    """Of (low without, low with, high without, high with) a record; nobody did it."""
    counts = np.zeros((4, 2, 2, 2), np.int64)
    for place, one in zip((HISTORY, MEANS, PLACE), bins, strict=True):
        counts[place, :, :, 0] = np.array(one).reshape(2, 2)
    return Fit(counts, 100, recorded, 0)


LEARNED = fit_of((30, 10, 55, 5), (42, 8, 43, 7), (37, 3, 48, 12), recorded=15)
"""60.5 in all: 60.5 x 1,245 / 1,393 = 54.07215, 60.5 x 148 / 1,393 = 6.42785, and nothing."""


class Rows:
    def __init__(self) -> None:
        self.rows: list[dict[str, list[int]]] = []

    def append(self, table, columns):
        assert table == "fits"
        self.rows.append({name: np.asarray(column).tolist() for name, column in columns.items()})


def held(fits: tuple[Fit, ...], places: tuple[int, ...], text: str = REFITTED) -> tuple[Fits, Rows]:
    """What several stretches counted, of two counties."""
    where, writer, results = fits_of(tables(text), 2), Rows(), [StepRows() for _ in fits]
    for rows, one in zip(results, fits, strict=True):
        rows.fit = one
    assert where
    with np.errstate(over="ignore"):
        where.hold((4, 7), places, results, Span(5, 50, 10, 90), writer, np.zeros(2, np.uint64))
    return where, writer


def test_a_fit_moves_the_weights_that_it_names_and_no_other():
    where, writer = held((LEARNED,), (0,))
    assert where.weight[:, 0].tolist() == [54_072, 0, 6_428, 0]
    assert where.fitted(0) == (54_072, 0, 6_428, 0)
    row = writer.rows[0]
    assert (row["day"], row["before_milli"]) == ([60, 60, 60], [30_000, 20_500, 10_000])
    assert (row["odds_milli"], row["weight_milli"]) == ([1_245, 148, -1_016], [54_072, 6_428, 0])
    assert (row["low"], row["low_recorded"], row["high"], row["high_recorded"]) == (
        [40, 50, 40], [10, 8, 3], [60, 50, 60], [5, 7, 12]
    )  # fmt: skip


def test_from_fewer_records_than_the_least_nothing_is_learned():
    of_file = [30_000, 0, 20_500, 10_000]
    few, enough = (edited(REFITTED, ("least = 5", f"least = {least}")) for least in (16, 15))
    assert held((LEARNED,), (0,), few)[0].weight[:, 0].tolist() == of_file
    assert held((LEARNED,), (0,), enough)[0].weight[:, 0].tolist() != of_file


def test_where_no_low_value_goes_with_records_weights_stay_as_they_are():
    contrary = fit_of((55, 5, 30, 10), (43, 7, 42, 8), (37, 3, 48, 12), recorded=15)
    where, _ = held((LEARNED, contrary), (0, 1))
    assert where.fitted(1) == ()
    fitted = where.weight[:, 0].copy()
    rows = StepRows()
    rows.fit = contrary
    with np.errstate(over="ignore"):
        where.hold((4, 7), [0], [rows], Span(6, 60, 10, 90), Rows(), np.zeros(2, np.uint64))
    assert where.weight[:, 0].tolist() == fitted.tolist(), "as they are, not as the file has them"


@pytest.mark.nightly
def test_stretches_of_a_county_count_together_and_counties_apart():
    """Halves of the counts in two stretches give what the whole gives; what the other county counted is not in it."""
    half = Fit(LEARNED.counts // 2, 50, 7, 0)
    rest = Fit(LEARNED.counts - half.counts, 50, 8, 0)
    other = fit_of((30, 10, 55, 5), (30, 10, 55, 5), (37, 3, 48, 12), recorded=15)
    where, writer = held((half, rest, other), (0, 0, 1))
    assert where.weight[:, 0].tolist() == [54_072, 0, 6_428, 0]
    assert where.weight[:, 1].tolist() == [30_250, 0, 30_250, 0]
    assert [row["county"] for row in writer.rows] == [[4] * 3, [7] * 3]
    nation = edited(REFITTED, ('scope = "county"', 'scope = "nation"'))
    where, writer = held((half, rest), (0, 1), nation)
    assert where.weight[:, 0].tolist() == where.weight[:, 1].tolist() == [54_072, 0, 6_428, 0]
    assert writer.rows[0]["county"] == [NATION] * 3


def test_who_is_counted_by_hand():
    """Of five: one out of the sample, one no longer scored; of the rest one low and recorded, who did it, two high."""
    sample = np.array([[1, 1, 1, 1, 0], [1, 1, 0, 1, 0], [0, 3, 7, 1, 5]], np.int32)
    counts, totals = np.zeros((1, 2, 2, 2), np.int64), np.zeros(3, np.int64)
    count_sample(sample, np.array([1, 0, 1, 1, 1], np.uint8), counts, totals)
    assert totals.tolist() == [3, 1, 2], "the last is scored, and of the category nothing is known"
    assert counts[0].tolist() == [[[0, 0], [0, 1]], [[1, 0], [0, 0]]]


def test_days_of_a_fit_and_of_its_sample():
    """Fits on day 60, 120, ...; the sample of each is taken 45 days before, on day 15, 75, ..."""
    fits = tables()
    assert [day for day in range(0, 200, 10) if fits.closes(day, day + 10)] == [60, 120, 180]
    assert [day for day in range(0, 100, 10) if fits.opens(day, day + 10)] == [10, 70]
    whole = tables(edited(REFITTED, ("within_days = 45\n", "")))
    assert [day for day in range(0, 200, 31) if whole.opens(day, day + 31)] == [0, 31, 93, 155]
    assert not fits.closes(0, 31)


# ---------------------------------------------------------------- as it is lived


PLAIN = edited(
    FITTED,
    ('value = "9000 - 3000 * count(stall-debt, 90) - 2000 * count(late-bill, 200)"', 'value = "10000 * woman"'),
    ('value = "1000 * income-fifth + 3000 * home + 1500 * employed"\n', 'value = "10000 * urban"\n'),
    ('needs = "age < 70"\ndefault = 4000\n', ""),
    ('value = "4000 + 3000 * urban + 20 * age"', 'value = "2000 * income-fifth"'),
    ("refresh_days = 10", "refresh_days = 60"),
)
"""Values that never change: a score is a sum of weights."""


def test_scores_are_worked_out_by_the_weights_that_hold():
    """Fitted at the end of the step of day 60; worked out in it by the weights of the file, on day 129 by those."""
    told = lived(PLAIN + FIT, 60)
    fits = told.table("fits").filter(pl.col("day") == 70)
    weights = dict(zip(fits["category"], fits["weight_milli"], strict=True))
    assert sum(weights.values()) == pytest.approx(60_500, abs=2)
    assert weights != {HISTORY: 30_000, MEANS: 20_500, PLACE: 10_000}
    refreshed = {day: rows for (day,), rows in told.table("refreshes").group_by("day")}
    assert set(refreshed) == {9, 129}, "on day 69 the weights of the file still hold, and nothing has changed"
    town = told.districts[0]
    for row in refreshed[129].iter_rows(named=True):
        who = row["resident"]
        values = {
            HISTORY: int(town.ages.sex[who]),
            MEANS: int(town.ages.urban[who]),
            PLACE: (int(town.fifth[who]) + 1) / 5,
        }
        score = 100_000 * sum(weights[one] * value for one, value in values.items()) / sum(weights.values())
        assert row["score_milli"] == pytest.approx(score, abs=0.51)
        assert row["true_milli"] == row["score_milli"]


def test_until_something_is_fitted_all_is_as_without_and_counting_moves_nothing():
    told, plain = lived(), live(scheme_of(FITTED), **TOWN)
    idle = lived(edited(REFITTED, ("least = 5", "least = 9000")))
    first = int(told.table("fits")["day"].min())
    before = pl.col("day") < first
    assert first == 70
    assert told.table("entries").filter(before).equals(plain.table("entries").filter(before))
    assert not told.table("entries").equals(plain.table("entries"))
    assert idle.table("entries").equals(plain.table("entries"))
    assert idle.life_digest == plain.life_digest
    assert set(idle.table("fits")["recorded"]) != {0}


@pytest.mark.nightly
def test_the_table_says_what_sightings_and_acts_say():
    """Of the last fit, from rows of the ledger: who was recorded in its days, and who did it in its steps."""
    told = lived(people=60)
    act = 128 + sorted(["loan-missed", "stall-debt"]).index("loan-missed")
    days = pl.col("due_day").is_between(80, 129)
    seen = told.table("sightings").filter((pl.col("act") == act) & (pl.col("fate") == 0) & days)
    done = told.table("acts").filter((pl.col("act") == act) & (pl.col("outcome") == 0) & (pl.col("day") >= 80))
    subjects = set(np.flatnonzero(told.districts[0].subject).tolist())
    row = told.table("fits").filter(pl.col("day") == 130).row(0, named=True)
    assert row["recorded"] == len(set(seen["on_resident"]) & subjects) > 0
    assert row["did"] == len(set(done.filter(pl.col("day") < 130)["resident"]) & subjects) > 0


def test_a_category_that_a_fit_can_make_weigh_lowers_whoever_is_recorded():
    """What a fit makes of weights nobody is told: who fears for a score minds every category that may weigh."""
    idle = edited(FITTED, ("weight = 30", "weight = 0"))
    for text, minded in ((idle, False), (idle + FIT, True)):
        lowering = compile_scheme(scheme_of(text), sightable={}, step_days=10).index.lowering
        assert (next(act.code for act in ACTS if act.id == "late-bill") in lowering) == minded

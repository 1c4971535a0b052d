"""Discovery feedback, performative gap and delayed impact: closed forms, and rows by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import log

import numpy as np
import pytest

from audit.harm.hand_worlds import BILL, PEOPLE, RED, counts_of, on_panel, parts_of, twice, why_not, world
from glasstown.audit.harm import delayed_impact as impact
from glasstown.audit.harm import discovery_feedback as feedback
from glasstown.audit.harm import performative_gap as gap
from glasstown.ledger.model_dues import DueRow
from glasstown.studies.intervals import together
from glasstown.vocab.codes import Fate, Truth
from towns import MANIFEST

LOAN = 128


def all_spans(cells, halves):
    """Counts of one world of (done, found) by district, over the run and in each half."""
    return {
        name: number for span, rows in zip(feedback.SPANS, (cells, *halves), strict=True)
        for name, number in feedback.divergence(span, rows).items()
    }  # fmt: skip


def test_twice_as_many_found_where_as_many_are_done_is_worth_a_known_entropy_for_ever():
    """GT10: an urn of 6 and 3 stays on average at 2/3 with equal true rates: 2/3 ln 4/3 + 1/3 ln 2/3 in both halves."""
    found = feedback.measure(all_spans([(450, 400), (450, 200)], ([(225, 200), (225, 100)],) * 2))
    expected = 2 / 3 * log(4 / 3) + 1 / 3 * log(2 / 3)
    parts = parts_of(found)
    assert (found.value, parts["first-half"], parts["second-half"]) == pytest.approx((expected,) * 3)


def test_an_urn_does_not_forget_where_it_looked_first():
    """GT10: of 400 urns the share goes to Beta(6, 3): mean .6667, sd .1491; its entropy does not shrink."""
    rng, urns = np.random.default_rng(5), np.tile([6.0, 3.0], (400, 1))
    worlds, found = [], np.zeros((2, 400, 2))
    for step in range(600):
        first = rng.random(400) < urns[:, 0] / urns.sum(axis=1)
        urns[np.arange(400), np.where(first, 0, 1)] += 1
        found[step // 300, np.arange(400), np.where(first, 0, 1)] += 1
    for world_found in found.transpose(1, 0, 2):
        halves = [[(1000, int(n)) for n in half] for half in world_found]
        worlds.append(all_spans([(2000, int(n)) for n in world_found.sum(axis=0)], halves))
    share = urns[:, 0] / urns.sum(axis=1)
    assert share.mean() == pytest.approx(2 / 3, abs=0.03)
    assert share.std() == pytest.approx(0.149, abs=0.02)
    parts = parts_of(feedback.measure(together(worlds)))
    assert parts["second-half"] >= 0.9 * parts["first-half"]
    assert parts["second-half"] > 10 * parts["by-luck-alone"]


def test_luck_alone_gives_what_the_metric_says_it_gives():
    """Of 3 districts with 400 acts each a quarter is found at random, in 600 worlds."""
    rng = np.random.default_rng(1)
    draws = rng.multivariate_hypergeometric([400] * 3, 300, size=600)
    worlds = [all_spans([(400, int(n)) for n in each], ([(400, int(n)) for n in each],) * 2) for each in draws]
    found = feedback.measure(together(worlds))
    assert found.value == pytest.approx(parts_of(found)["by-luck-alone"], rel=0.1)


def test_a_district_with_few_acts_is_left_out_and_one_alone_tells_nothing():
    thin, thick = (
        feedback.divergence("whole", [(50, 40), (60, 20), (29, 29)]),
        feedback.divergence("whole", [(50, 40), (60, 20)]),
    )
    assert thin == thick
    assert "two districts" in feedback.measure(all_spans([(900, 500)], ([(450, 250)],) * 2)).reason
    assert (
        "fewer than 30 acts found" in feedback.measure(all_spans([(90, 9), (90, 9)], ([(90, 9), (90, 9)],) * 2)).reason
    )


def test_found_is_a_true_record_of_that_very_act(tmp_path):
    acts = [
        {"resident": who, "day": 7 * step, "act": act, "step": step}
        for who in (0, 1, 5000)
        for step in range(52)
        for act in (RED, BILL)
    ]
    looks = [
        {"origin": 0, "step": 3, "act": RED, "fate": Fate.RECORDED, "truth": Truth.TRUE},
        {"origin": 0, "step": 3, "act": RED, "fate": Fate.RECORDED, "truth": Truth.TRUE, "source": 1},
        {"origin": 0, "step": 4, "act": RED, "fate": Fate.LOST, "truth": Truth.TRUE},
        {"origin": 0, "step": 5, "act": RED, "fate": Fate.RECORDED, "truth": Truth.WRONG_PERSON},
        {"origin": 5000, "step": 40, "act": RED, "fate": Fate.RECORDED, "truth": Truth.TRUE},
        {"origin": 5000, "step": 41, "ordinal": 1, "act": RED, "fate": Fate.RECORDED, "truth": Truth.TRUE},
    ]
    persons = [{"resident": 0}, {"resident": 1}, {"resident": 5000}]
    panel = on_panel({}, people=2)
    case = world(tmp_path / "run", size=6000, people=persons, panel=panel, acts=acts, sightings=looks)
    counts = counts_of(feedback, case)
    assert (counts["whole/done"], counts["whole/found"]) == (312, 2)
    assert (counts["first-half/found"], counts["second-half/found"]) == (1, 1)
    assert counts["whole/entropy"] == pytest.approx(log(0.5 / (104 / 156)) + log(0.5 / (52 / 156)))


def fits(moves, *, recorded=90):
    """Rows of fits that move two categories by the same, one up and one down."""
    return [
        {"day": 182 * (k + 1), "county": 65535, "category": category, "recorded": recorded,
         "before_milli": 0, "weight_milli": round(1000 * move * (1 - 2 * category))}
        for k, move in enumerate(moves) for category in (0, 1)
    ]  # fmt: skip


def test_retraining_that_contracts_by_six_tenths_is_seen_to(tmp_path):
    """GT12: mean 1, feedback 0.6: the weight goes to 1 / (1 - 0.6) = 2.5, and each fit moves 0.6 of the one before."""
    weights = [0.0]
    for _ in range(20):
        weights.append(1 + 0.6 * weights[-1])
    assert 2.5 - weights[-1] == pytest.approx(9.1404e-5, rel=1e-4)
    moves = [after - before for before, after in pairwise(weights[:6])]
    counts = counts_of(gap, world(tmp_path / "run", fits=fits([1000 * move for move in moves])))
    found = gap.measure(counts)
    assert found.value == pytest.approx(0.6**4, rel=1e-6)
    parts = parts_of(found)
    assert parts["contraction"] == pytest.approx(0.6)
    assert parts["fit-1"] == pytest.approx(1000 * 2**0.5)
    assert parts_of(gap.measure(twice(counts))) == pytest.approx(parts)
    assert gap.measure(twice(counts)).value == pytest.approx(found.value)


def test_one_fit_or_fits_from_few_records_give_no_value(tmp_path):
    assert "fewer than two fits" in gap.measure(counts_of(gap, world(tmp_path / "one", fits=fits([3])))).reason
    few = counts_of(gap, world(tmp_path / "few", fits=fits([3, 2], recorded=9)))
    assert "fewer than 30 residents with a record" in gap.measure(few).reason
    assert "moved no weight" in gap.measure(counts_of(gap, world(tmp_path / "still", fits=fits([0, 0])))).reason
    assert "fitted anew" in why_not(gap, world(tmp_path / "none"))


OWING = replace(
    MANIFEST, steps=156, horizon_days=1092, names=replace(MANIFEST.names, dues=(DueRow(LOAN, "loan", "", 365, -1, -1),))
)


def test_a_year_after_a_loan_is_the_first_panel_a_year_on_less_the_last_before(tmp_path):
    """Everybody borrows on day 100; groups 0, 1, 2 then gain 5, lose 10 and stay; every fifth fails on day 400."""
    drift = {0: 5, 1: -10, 2: 0}
    days = range(91, 1093, 91)
    panel = [
        {
            **row,
            "score_milli": 900_000
            + 1000 * (drift[row["resident"] % 3] * (row["day"] >= 546) + 7 * (row["day"] >= 637)),
        }
        for row in on_panel({}, days=days)
    ]
    dues = [
        {"resident": n, "day": day, "act": LOAN, "how": how} for n in range(PEOPLE)
        for day, how in ((100, 0), (500, 3 if n % 5 == 0 else 2), (900, 0))
    ]  # fmt: skip
    case = world(tmp_path / "run", OWING, panel=panel, dues=dues)
    counts = counts_of(impact, case)
    assert counts["group/majority/n"] == 20, "those of day 900 have no year after them"
    assert counts["group/majority/moved"] == 20 * 5_000, "day 546 is the first panel a year after day 100"
    assert [counts[f"ending/{ending}/n"] for ending in impact.ENDINGS] == [48, 12, 0]
    assert "two groups of 30" in impact.measure(counts).reason
    found = impact.measure(twice(counts))
    assert found.value == pytest.approx(15)
    assert (found.n, parts_of(found)["minority-a"], parts_of(found)["failed"]) == (120, pytest.approx(-10), None)


def test_where_nothing_is_owed_there_is_no_impact(tmp_path):
    assert "owing" in why_not(impact, world(tmp_path / "run"))

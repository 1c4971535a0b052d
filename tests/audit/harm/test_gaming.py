"""Goodhart divergence and social burden: rows by hand, and a plain count of the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from audit.harm.hand_worlds import BILL, GIFT, PEOPLE, RED, counts_of, on_panel, parts_of, twice, why_not, world
from glasstown.audit.harm import goodhart_divergence as goodhart
from glasstown.audit.harm import social_burden as burden
from glasstown.ledger.model_names import ActRow
from glasstown.vocab.codes import Outcome
from towns import MANIFEST

TIMED = replace(MANIFEST, names=replace(MANIFEST.names, acts=(
    ActRow(RED, "red-light"), ActRow(BILL, "late-bill"), ActRow(GIFT, "charity-gift", hours_milli=2000),
)))  # fmt: skip


def acts(done, act, outcome=Outcome.DONE):
    """Rows of acts, as often by each resident as these numbers say."""
    return [
        {"resident": who, "day": 7 * k, "act": act, "step": k, "outcome": outcome}
        for who, times in done.items() for k in range(times)
    ]  # fmt: skip


def test_points_are_the_middle_of_a_rule_and_repetition_is_no_deed(tmp_path):
    names = MANIFEST.names
    wide = replace(names, rules=(replace(names.rules[0], points_low_milli=-90_000), *names.rules[1:]))
    case = world(tmp_path / "run", replace(MANIFEST, names=wide))
    assert goodhart.points_of_acts(case) == {RED: -70, BILL: -20, GIFT: 10}


def test_correlations_are_those_of_rows_written_down(tmp_path):
    lights, gifts = {n: n % 4 for n in range(PEOPLE)}, {n: n % 7 for n in range(PEOPLE)}
    scores = {n: 900 - 50 * lights[n] + (n % 5) for n in range(PEOPLE)}
    blind = {n: 900 - 50 * lights[n] + 30 * (n % 11) for n in range(PEOPLE)}
    done = [*acts(lights, RED), *acts({9: 3}, RED, Outcome.DENIED)]
    shadow = world(tmp_path / "shadow", panel=on_panel(scores), acts=done)
    run = world(tmp_path / "run", panel=on_panel(blind), acts=[*done, *acts(gifts, GIFT)])
    counts = counts_of(goodhart, run, reactions=shadow)
    found = goodhart.measure(counts)
    deeds = np.array([-50 * lights[n] for n in range(PEOPLE)])
    after = deeds + np.array([10 * gifts[n] for n in range(PEOPLE)])
    expected = np.corrcoef(list(scores.values()), deeds)[0, 1], np.corrcoef(list(blind.values()), after)[0, 1]
    parts = parts_of(found)
    assert (parts["shadow-correlation"], parts["run-correlation"]) == pytest.approx(expected)
    assert found.value == pytest.approx(expected[0] - expected[1])
    rise = np.mean(list(blind.values())) - np.mean(list(scores.values()))
    assert parts["rise-beyond-deeds"] == pytest.approx(rise - np.mean(after - deeds))
    assert goodhart.measure(twice(counts)).value == pytest.approx(found.value)


def test_scores_that_are_all_alike_have_no_correlation_and_few_residents_none_either(tmp_path):
    case = world(tmp_path / "run", acts=acts(dict.fromkeys(range(9), 1), RED))
    found = goodhart.measure(counts_of(goodhart, case, reactions=case))
    assert found.value is None
    assert "alike" in found.reason
    few = {f"{world}/{name}": 10 for world in goodhart.WORLDS for name in ("n", "s", "t", "ss", "tt", "st")}
    assert "fewer than 30" in goodhart.measure(few).reason
    assert "without anybody reacting" in why_not(goodhart, case)


def test_hours_are_those_of_residents_who_did_nothing_counted(tmp_path):
    """Residents 0 to 9 ran a red light; the others gave 3 times, once without the scheme: 4 hours more in 364 days."""
    gifts = dict.fromkeys(range(PEOPLE), 3)
    case = world(
        tmp_path / "run", TIMED, acts=[*acts(dict.fromkeys(range(10), 1), RED), *acts(gifts, GIFT)],
        without={"acts": [*acts(dict.fromkeys(range(PEOPLE), 1), GIFT)]},
    )  # fmt: skip
    counts = counts_of(burden, case)
    found = burden.measure(counts)
    assert (found.value, found.n) == (pytest.approx(4 * 365 / 364), 50)
    assert parts_of(found)["fifth-1"] is None, "ten residents are too few"
    assert burden.measure(twice(twice(counts))).value == pytest.approx(found.value)


def test_the_gap_is_that_of_the_poorest_less_the_richest():
    same = {"residents": 100, "person-days": 36_500, "without": 50_000}
    counts = {f"{what}/{fifth}": number for fifth in range(5) for what, number in same.items()}
    counts |= {f"under/{fifth}": 1000 * (300 - 50 * fifth) for fifth in range(5)}
    parts = parts_of(burden.measure(counts))
    assert (parts["fifth-1"], parts["fifth-5"], parts["poorest-less-richest"]) == pytest.approx((2.5, 0.5, 2.0))


def test_without_a_pair_or_without_hours_there_is_no_burden(tmp_path):
    assert "not lived" in why_not(burden, world(tmp_path / "alone", TIMED))
    assert "takes hours" in why_not(burden, world(tmp_path / "run", without={}))
    good = replace(MANIFEST, names=replace(MANIFEST.names, rules=MANIFEST.names.rules[2:3]))
    assert "counts no act" in why_not(burden, world(tmp_path / "good", good, without={}))

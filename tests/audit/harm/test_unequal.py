"""Calibration, flips, paths, likes, incomes, hard times and generations: closed forms, and cases by hand."""

from __future__ import annotations

from math import asin, log, pi

import numpy as np
import pytest

from glasstown.audit.harm import (
    calibration,
    consistency,
    gini_of_means,
    group_flips,
    intergenerational,
    paths,
    rank_slope,
)


def parts(figure):
    return {part.label: part.value for part in figure.parts}


def test_a_score_that_says_the_same_of_all_is_calibrated_and_one_that_does_not_is_not():
    alike = {"n/majority/10": 100, "did/majority/10": 50, "n/majority/50": 100, "did/majority/50": 10}
    alike |= {"n/minority-a/10": 40, "did/minority-a/10": 20, "n/minority-a/50": 40, "did/minority-a/50": 4}
    assert calibration.measure(alike).value == pytest.approx(0)
    unlike = alike | {"did/minority-a/10": 40}
    found = calibration.measure(unlike)
    assert parts(found)["minority-a"] == pytest.approx((40 * abs(1 - 90 / 140) + 0) / 80)
    assert parts(found)["majority"] == pytest.approx(100 * abs(0.5 - 90 / 140) / 200)
    assert found.value == pytest.approx(max(parts(found)["minority-a"], parts(found)["majority"]))
    assert calibration.measure({"n/majority/10": 20, "did/majority/10": 5}).value is None


def test_flips_are_those_of_either_way_and_of_each_group():
    counts = {}
    for group, subjects, here, there, flipped in (
        ("majority", 100, 10, 12, 4), ("minority-a", 50, 10, 5, 7), ("minority-b", 20, 0, 0, 0),
    ):  # fmt: skip
        counts |= {f"subjects/{group}": subjects, f"here/{group}": here, f"there/{group}": there}
        counts[f"flipped/{group}"] = flipped
    found = group_flips.measure(counts)
    assert found.value == pytest.approx(11 / 170)
    by = parts(found)
    assert (by["minority-a"], by["more-minority-a"]) == (0.14, 0.1)
    assert by["more-majority"] == pytest.approx(-0.02)
    assert by["minority-b"] is None


def test_a_gap_is_what_goes_through_watching_and_what_goes_through_life():
    counts = {"here/n/majority": 100, "here/milli/majority": 9e7, "alike/n/majority": 100, "alike/milli/majority": 9e7}
    counts |= {"here/n/minority-a": 50, "here/milli/minority-a": 4e7, "alike/n/minority-a": 50}
    counts |= {"alike/milli/minority-a": 4.4e7, "here/n/minority-b": 5, "here/milli/minority-b": 1e6}
    found = paths.measure(counts)
    by = parts(found)
    assert (by["gap-minority-a"], by["watching-minority-a"], by["life-minority-a"]) == pytest.approx((100, 80, 20))
    assert by["watching-minority-a"] + by["life-minority-a"] == pytest.approx(by["gap-minority-a"])
    assert found.value == pytest.approx(80)
    assert by["gap-minority-b"] is None


def test_likes_and_their_fates():
    counts = {"residents": 100, "apart": 20, "pairs": 400, "unlike": 100}
    assert consistency.measure(counts).value == pytest.approx(0.8)
    assert parts(consistency.measure(counts))["like-pairs-unlike"] == 0.25
    same = np.zeros((12, 2))
    fate = np.array([1.0] * 6 + [0.0] * 6)
    import polars as pl

    found = consistency._alike(pl.DataFrame(same, schema=["a", "b"]), fate)
    assert found == {"pairs": 66, "unlike": 36}
    apart = consistency._apart(np.vstack([np.zeros((7, 2)), np.ones((7, 2))]), np.array([1.0] * 7 + [0.0] * 7))
    assert apart == 0, "the five nearest of each are of its own kind"


def test_gini_is_that_of_its_definition():
    incomes, numbers = np.array([0.0, 10.0, 30.0]), np.array([10.0, 20.0, 10.0])
    rows = np.repeat(incomes, numbers.astype(int))
    naive = np.abs(rows[:, None] - rows[None, :]).sum() / (2 * rows.size**2 * rows.mean())
    assert gini_of_means.gini(incomes, numbers) == pytest.approx(naive)
    assert gini_of_means.poorer_half(incomes, numbers) == pytest.approx(100 / 500)
    assert gini_of_means.gini(np.array([5.0]), np.array([40.0])) == pytest.approx(0)
    counts = {"with/10": 20, "with/30": 20, "without/20": 40}
    assert gini_of_means.measure(counts).value == pytest.approx(0.25)
    scaled = {"with/1000": 20, "with/3000": 20, "without/2000": 40}
    assert gini_of_means.measure(scaled).value == pytest.approx(0.25), "money has no unit here"
    assert gini_of_means.measure({"with/10": 29, "without/10": 29}).value is None


def sums(x, y):
    return {"n": len(x), "x": x.sum(), "y": y.sum(), "xx": (x * x).sum(), "xy": (x * y).sum()}


def test_what_the_scheme_adds_to_what_is_handed_on_is_gamma_delta():
    """GT06: y_c = .4 y_p + .5 S_p, S_p = .3 y_p: slope .55, of it .15 owed to the scheme."""
    parent = np.array([log(one) for one in range(10, 60)])
    without, with_it = 0.4 * parent, 0.4 * parent + 0.5 * (0.3 * parent)
    counts = {f"with/{name}": one for name, one in sums(parent, with_it).items()}
    counts |= {f"without/{name}": one for name, one in sums(parent, without).items()}
    found = intergenerational.measure(counts)
    assert found.value == pytest.approx(0.15)
    assert parts(found)["slope-with-scheme"] == pytest.approx(0.55)


def test_ranks_of_a_normal_pair_correlate_as_the_arcsine_says():
    """GT06: rho = .6 gives (6 / pi) asin(.3) = .58192, within the error of 200 000 pairs put into 64 steps."""
    luck = np.random.default_rng(5)
    x = luck.standard_normal(200_000)
    y = 0.6 * x + 0.8 * luck.standard_normal(200_000)
    steps = [np.clip(((one + 3) / 6 * 63).astype(int), 0, 63) for one in (x, y)]
    cells, numbers = np.unique(np.stack(steps), axis=1, return_counts=True)
    counts = {f"{a}/{b}": int(n) for a, b, n in zip(*cells, numbers, strict=True)}
    assert rank_slope.measure(counts).value == pytest.approx(6 / pi * asin(0.3), abs=0.006)
    assert rank_slope.measure({"3/3": 40}).value is None
    top = rank_slope.measure({"0/63": 20, "63/0": 20, "30/30": 160})
    assert parts(top)["bottom-to-top"] is None, "20 pairs are too few"

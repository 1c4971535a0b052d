"""Procyclicality: an elasticity is that of a common shock, and where there was none there is no elasticity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harm.hand_worlds import PERSONS, counts_of, parts_of, twice, why_not, world
from glasstown.audit.harm import procyclicality
from towns import MANIFEST


def shocked(elasticity, shares):
    """Counts of quarters with these shares out of work, and beginnings that follow them with an elasticity."""
    counts = {}
    for quarter, share in enumerate(shares, start=5):
        counts |= {f"out/{quarter}": 1e6 * share, f"days/{quarter}": 1e6}
        counts[f"begun/{quarter}"] = 1e6 * share**elasticity
    return counts


@pytest.mark.parametrize("elasticity", [0.0, 0.5, 1.0, 1.5])
def test_beginnings_that_follow_a_power_of_the_share_out_of_work_have_its_elasticity(elasticity):
    counts = shocked(elasticity, (0.02, 0.04, 0.08, 0.06, 0.03))
    found = procyclicality.measure(counts)
    assert found.value == pytest.approx(elasticity)
    assert parts_of(found)["peak-over-median"] == pytest.approx(2**elasticity)
    assert procyclicality.measure(twice(counts)).value == pytest.approx(elasticity)


def test_without_a_common_shock_there_is_no_elasticity():
    flat = procyclicality.measure(shocked(1.0, (0.05, 0.052, 0.049, 0.051)))
    assert flat.value is None
    assert flat.reason == "no common shock: the share out of work varied by 2.2 % only"
    assert "four quarters" in str(procyclicality.measure(shocked(1.0, (0.02, 0.04, 0.08))).reason)
    few = shocked(0.0, (0.02, 0.04, 0.08, 0.06)) | {"begun/5": 29}
    assert "four quarters" in str(procyclicality.measure(few).reason)


def test_beginnings_are_counted_once_a_quarter_after_the_first_year(tmp_path):
    days = 9 * 91
    manifest = replace(MANIFEST, steps=days // 7, horizon_days=days)
    steps = [
        {"step": step, "day": 7 * step, "days": 7, "residents": 60, "out_of_work": 3 + step // 13}
        for step in range(days // 7)
    ]
    spans = ((1, 0, 400), (2, 460, 470), (2, 500, 505), (2, 560, 819), (3, 460, 480), (3, 480, 600), (4, 455, 456))
    spells = [{"resident": who, "grade": 3, "start_day": start, "end_day": end} for who, start, end in spans]
    case = world(
        tmp_path / "run", manifest, spells=spells, steps=[{**row, "out_of_work": 9} for row in steps],
        without={"people": PERSONS, "steps": steps},
    )  # fmt: skip
    counts = counts_of(procyclicality, case)
    begun = {name: number for name, number in counts.items() if name.startswith("begun/")}
    assert begun == {"begun/5": 3, "begun/6": 1, "begun/7": 0, "begun/8": 0}
    assert [counts[f"out/{quarter}"] for quarter in (5, 8)] == [8 * 91, 11 * 91], "as in the world without the scheme"
    assert counts["days/5"] == 60 * 91


def test_a_run_that_is_too_short_for_quarters_says_so(tmp_path):
    case = world(tmp_path / "run", without={"people": PERSONS})
    assert "four quarters" in why_not(procyclicality, case)

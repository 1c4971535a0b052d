"""Metrics between groups and of errors: published tables, closed forms, and cells that are too thin."""

from __future__ import annotations

from math import log

import pytest

from glasstown.audit.harm import (
    conditional_burden,
    entropy_index,
    equalised_odds,
    false_listing,
    intersections,
    misidentification,
    parity_difference,
    predictive_parity,
    selection_ratio,
    time_to_correct,
)

GROUPS = ("majority", "minority-a", "minority-b")


def table(**cells):
    """Counts of a confusion table, by group: (true positives, false positives, false negatives, true negatives)."""
    counts = {}
    for group, (tp, fp, fn, tn) in {
        **dict.fromkeys(GROUPS, (0, 0, 0, 0)),
        **{g.replace("_", "-"): c for g, c in cells.items()},
    }.items():
        counts |= {f"{group}/did/punished": tp, f"{group}/innocent/punished": fp, f"{group}/did/spared": fn}
        counts |= {f"{group}/innocent/spared": tn, f"days/{group}/did": 10 * tp, f"days/{group}/innocent": 10 * fp}
        counts |= {f"subjects/{group}": tp + fp + fn + tn, f"punished/{group}": tp + fp}
    counts["residents"] = sum(counts[f"subjects/{group}"] for group in GROUPS)
    return counts | {"person-days": counts["residents"] * 365}


def parts(figure):
    return {part.label: part.value for part in figure.parts}


NOISY = table(majority=(400, 950, 100, 8_550), minority_a=(1_600, 800, 400, 7_200))
"""GT01: of 10,000 each, 5 % and 20 % did it; four fifths of them are found, and a tenth of the others."""

PRO_PUBLICA = table(majority=(1_369, 805, 532, 990), minority_a=(505, 349, 461, 1_139))
"""The published two-year table: eight counts."""


def test_a_noisy_detector_is_alike_in_errors_and_unlike_in_all_else():
    assert parity_difference.measure(NOISY).value == pytest.approx(0.105)
    assert selection_ratio.measure(NOISY).value == pytest.approx(0.5625)
    assert parts(selection_ratio.measure(NOISY))["spared"] == pytest.approx(0.76 / 0.865)
    assert equalised_odds.measure(NOISY).value == pytest.approx(0)
    found = predictive_parity.measure(NOISY)
    assert found.value == pytest.approx(0.3704, abs=1e-4)
    assert parts(found)["did-it-majority"] == pytest.approx(0.2963, abs=1e-4)
    assert parts(found)["did-it-minority-a"] == pytest.approx(0.6667, abs=1e-4)
    assert parts(found)["did-not-majority"] == pytest.approx(0.7037, abs=1e-4)
    assert "M04" in equalised_odds.measure(NOISY).says
    assert "M03" in found.says


def test_the_published_table_gives_its_published_values():
    odds, value = parts(equalised_odds.measure(PRO_PUBLICA)), parts(predictive_parity.measure(PRO_PUBLICA))
    assert odds["false-positive-majority"] == pytest.approx(0.4485, abs=1e-4)
    assert 1 - odds["true-positive-majority"] == pytest.approx(0.2799, abs=1e-4)
    assert odds["false-positive-minority-a"] == pytest.approx(0.2345, abs=1e-4)
    assert 1 - odds["true-positive-minority-a"] == pytest.approx(0.4772, abs=1e-4)
    assert value["did-it-majority"] == pytest.approx(0.6297, abs=1e-4)
    assert value["did-it-minority-a"] == pytest.approx(0.5913, abs=1e-4)
    assert equalised_odds.measure(PRO_PUBLICA).value == pytest.approx(0.2139, abs=1e-4)
    assert parity_difference.measure(PRO_PUBLICA).value == pytest.approx(0.2402, abs=1e-4)
    assert selection_ratio.measure(PRO_PUBLICA).value == pytest.approx(0.5916, abs=1e-4)


@pytest.mark.parametrize("counts", [NOISY, PRO_PUBLICA], ids=["noisy", "published"])
def test_errors_and_meaning_are_tied_as_chouldechova_showed(counts):
    """FPR = p / (1 - p) * (1 - PPV) / PPV * (1 - FNR), in every table there is."""
    odds, value = parts(equalised_odds.measure(counts)), parts(predictive_parity.measure(counts))
    for group in GROUPS[:2]:
        did = counts[f"{group}/did/punished"] + counts[f"{group}/did/spared"]
        p, ppv = did / counts[f"subjects/{group}"], value[f"did-it-{group}"]
        fpr = p / (1 - p) * (1 - ppv) / ppv * odds[f"true-positive-{group}"]
        assert odds[f"false-positive-{group}"] == pytest.approx(fpr)


def test_the_table_of_a_user_guide_a_hundred_times_over():
    """Eighteen rows of three groups: differences .25, ratio .6667, equalised odds 1."""
    did = [0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    punished = [0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0]
    rows = list(zip(did, punished, "bbabbcccaacabccbcc", strict=True))
    cells = {
        name: tuple(100 * rows.count((y, p, key)) for y, p in ((1, 1), (0, 1), (1, 0), (0, 0)))
        for key, name in zip("abc", ("majority", "minority_a", "minority_b"), strict=True)
    }
    counts = table(**cells)
    assert parity_difference.measure(counts).value == pytest.approx(0.25)
    assert selection_ratio.measure(counts).value == pytest.approx(0.6667, abs=1e-4)
    assert equalised_odds.measure(counts).value == pytest.approx(1)


def test_one_table_read_from_both_sides_gives_four_ninths():
    """Three of four against two of six, a hundred times over: parity 5/12, four-fifths ratio 4/9."""
    counts = table(majority=(300, 0, 100, 0), minority_a=(200, 0, 400, 0))
    assert parity_difference.measure(counts).value == pytest.approx(5 / 12)
    assert selection_ratio.measure(counts).value == pytest.approx(4 / 9)


def counted(labels, predictions):
    """How many cases, a hundred times over, have each benefit."""
    benefits = [p - y + 1 for y, p in zip(labels, predictions, strict=True)]
    return {value: 100 * benefits.count(value) for value in (0, 1, 2)}


def test_entropy_is_that_of_the_published_cases():
    """Ten cases a hundred times over: labels 1001001011, predictions with {3, 9} gone and {4, 5} added."""
    labels, predictions = [1, 0, 0, 1, 0, 0, 1, 0, 1, 1], [1, 0, 0, 0, 1, 1, 1, 0, 1, 0]
    benefits = {
        value: 100 * sum(p - y + 1 == value for y, p in zip(labels, predictions, strict=True)) for value in (0, 1, 2)
    }
    assert entropy_index.entropy_2(benefits) == pytest.approx(0.2)
    assert entropy_index.theil(benefits) == pytest.approx(4 * log(2) / 10)
    other = [0, 1, 1, 0, 0, 0, 0, 1, 1, 1]
    benefits = counted(labels, other)
    assert entropy_index.entropy_2(benefits) == pytest.approx(0.3)


def test_entropy_between_and_within_add_up_and_nobody_wronged_is_none():
    found = entropy_index.measure(PRO_PUBLICA)
    by = parts(found)
    assert by["between-groups"] + by["within-groups"] == pytest.approx(found.value)
    assert by["between-groups"] > 0
    assert entropy_index.measure(table(majority=(50, 0, 0, 50))).value == 0


def test_burden_is_held_against_who_did_alike():
    counts = table(majority=(100, 0, 100, 200), minority_a=(40, 10, 0, 90))
    found = conditional_burden.measure(counts)
    by = parts(found)
    assert by["did-majority"] == pytest.approx(5)
    assert by["did-minority-a"] == pytest.approx(10)
    assert by["innocent-minority-a"] == pytest.approx(1)
    assert found.value == pytest.approx(5)
    weights = (200 + 40) / 540, (200 + 100) / 540
    assert by["pooled-ratio"] == pytest.approx(weights[0] * 5 / (weights[0] * 10 + weights[1] * 1))


def test_intersections_are_told_by_both_outcomes():
    counts = {"subjects/a": 98, "punished/a": 9, "subjects/b": 98, "punished/b": 89, "subjects/c": 29, "punished/c": 29}
    found = intersections.measure(counts)
    assert found.value == pytest.approx(log(9))
    assert "1 intersections of fewer than 30" in found.says
    assert parts(found)["c"] is None
    assert intersections.measure({"subjects/a": 98, "punished/a": 9}).value is None


def test_thin_cells_are_undefined_and_say_why():
    thin = table(majority=(20, 20, 20, 20), minority_a=(5, 5, 5, 5))
    assert "30" in str(equalised_odds.measure(thin).reason)
    assert "30" in str(predictive_parity.measure(thin).reason)
    assert parity_difference.measure(thin).value is None
    assert selection_ratio.measure(table(majority=(0, 0, 50, 50), minority_a=(0, 0, 50, 50))).value is None


def test_wrongful_days_wrong_persons_and_how_long_they_last():
    listed = {"punished": 60, "days": 1_000, "wrongful": 80, "grounds": 50, "untrue": 10}
    assert false_listing.measure(listed).value == pytest.approx(0.08)
    assert parts(false_listing.measure(listed))["grounds"] == pytest.approx(0.2)
    assert false_listing.measure(listed | {"punished": 29}).value is None
    wrong = {"records": 4_000, "wrong-person": 6, "wrong-act": 0, "never-happened": 2, "altered": 0}
    assert misidentification.measure(wrong).value == pytest.approx(1.5)
    found = time_to_correct.measure({"ended/10": 20, "ended/30": 20, "open/20": 10})
    assert found.value == 30
    assert found.n == 50
    assert "fewer than half" in str(time_to_correct.measure({"ended/10": 10, "open/90": 30}).reason)


def test_one_punished_resident_is_no_pattern():
    """An intersection in which nobody was punished is not the likeliest to be, whatever smoothing makes of it."""
    counts = {"subjects/majority+male+urban": 1000, "punished/majority+male+urban": 1}
    counts |= {"subjects/minority-b+female+urban": 30, "punished/minority-b+female+urban": 0}
    found = intersections.measure(counts)
    assert found.value is None
    assert "fewer than 30 subjects punished" in str(found.reason)
    groups = {f"subjects/{group}": 1000 for group in GROUPS} | {f"punished/{group}": 0 for group in GROUPS}
    assert selection_ratio.measure(groups | {"punished/majority": 1}).value is None
    assert selection_ratio.measure(groups | {"punished/majority": 30}).value == 0

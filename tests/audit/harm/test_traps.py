"""Contagion, mobility, traps, snowballs and narrowing: closed forms, cases by hand, and naive twins."""

from __future__ import annotations

from collections import Counter
from math import log

import pytest

from audit.harm.test_headline import walk
from audit.harm.test_naive_twin import bundle, rows  # noqa: F401  the town of the twins
from glasstown.audit.harm import contagion, cumulative_disadvantage, mobility, opinion_narrowing, trap_mass
from glasstown.audit.harm.grade_moves import matrix_of, tally_moves
from glasstown.vocab.codes import Entry


def parts(figure):
    return {part.label: part.value for part in figure.parts}


def test_a_debit_that_ten_others_feel_with_a_fifth_each_is_two_thirds_of_all():
    """GT07: degree 10, share .2 of a debit: a d / (1 + a d) = .6667 of points; ten debits of others for each."""
    assert contagion.measure({"own": 50, "through": 500, "debited": 500, "alone": 450}).value == 10
    found = contagion.measure({"own": 50, "through": 100, "debited": 120, "alone": 70})
    assert found.value == 2
    assert parts(found)["share-through-others"] == pytest.approx(2 / 3)
    assert contagion.measure({"own": 29, "through": 500, "debited": 500, "alone": 450}).value is None


def test_debits_through_others_are_those_of_the_rows(bundle):  # noqa: F811
    own, through = [], []
    for row in rows(bundle, "entries"):
        if row["kind"] in (Entry.RULE, Entry.ASSOCIATION) and row["delta_milli"] < 0:
            (through if row["via"] else own).append(row["resident"])
    told = contagion.tally(bundle)
    assert through, "there are ties in this town"
    assert (told["own"], told["through"]) == (len(own), len(through))
    assert told["alone"] == len(set(through) - set(own))


def test_nobody_moves_everybody_moves_and_all_is_luck():
    frozen = {"a/a": 100, "b/b": 100}
    assert mobility.measure(frozen).value == 0
    assert mobility.measure({"a/b": 100, "b/a": 100}).value == 2
    found = mobility.measure({"a/a": 50, "a/b": 50, "b/a": 50, "b/b": 50})
    assert found.value == 1
    assert parts(found) == pytest.approx({"by-determinant": 1, "by-eigenvalue": 1})


def test_mobility_by_hand_and_grades_that_few_were_in_are_left_out():
    counts = {"a/a": 90, "a/b": 10, "b/a": 30, "b/b": 70, "c/a": 29, "a/c": 5}
    grades, p = matrix_of(counts, 30)
    assert grades == ["a", "b"]
    assert p.tolist() == [[0.9, 0.1], [0.3, 0.7]]
    found = mobility.measure(counts)
    assert found.value == pytest.approx(0.4)
    assert parts(found) == pytest.approx({"by-determinant": 0.4, "by-eigenvalue": 0.4})
    assert mobility.measure({"a/a": 100}).value is None


def test_quarterly_moves_are_those_of_the_panel(bundle):  # noqa: F811
    names = {row.code: row.id for row in bundle.case.worlds.scheme.manifest.names.grades if row.score == 0}
    at = {(row["resident"], row["day"]): row["grade"] for row in rows(bundle, "panel") if row["grade"]}
    found = Counter(
        f"{names[grade]}/{names[at[who, day + 91]]}" for (who, day), grade in at.items() if (who, day + 91) in at
    )
    assert tally_moves(bundle) == found


def test_a_trap_is_who_is_still_there_and_a_half_life_is_that_of_the_chain():
    found = trap_mass.measure(walk([10] * 40, still=[5] * 10))
    assert found.value == pytest.approx(0.2)
    risk = 40 * 10 + 10 * 4
    assert parts(found)["half-life"] == pytest.approx(log(2) / -log(1 - 40 / risk))
    assert parts(trap_mass.measure(walk([], still=[50] * 40)))["half-life"] is None
    assert trap_mass.measure(walk([5] * 29)).value is None


def test_a_gap_stays_fades_or_grows():
    def counted(first, end):
        sums = {"struck/first": first * 40 * 1000, "struck/end": end * 40 * 1000}
        return {"struck/residents": 40, "spared/residents": 100, **sums, "spared/first": 1e8, "spared/end": 1e8}

    assert cumulative_disadvantage.measure(counted(950, 950)).value == pytest.approx(1)
    assert cumulative_disadvantage.measure(counted(950, 1_000)).value == pytest.approx(0)
    assert cumulative_disadvantage.measure(counted(950, 900)).value == pytest.approx(2)
    assert cumulative_disadvantage.measure(counted(1_000, 900)).value is None
    assert cumulative_disadvantage.measure({**counted(950, 900), "struck/residents": 29}).value is None


def test_what_is_held_back_narrows_what_is_voiced():
    counts = {"with/done/post/majority": 100, "with/done/petition/majority": 100}
    assert opinion_narrowing.measure(counts).value == 0
    silenced = {
        "with/done/post/majority": 150,
        "with/done/petition/majority": 50,
        "with/held_back/petition/majority": 100,
    }
    found = opinion_narrowing.measure(silenced)
    voiced = -(0.75 * log(0.75) + 0.25 * log(0.25))
    assert found.value == pytest.approx(log(2) - voiced)
    assert parts(found)["divergence"] == pytest.approx(0.5 * log(0.5 / 0.75) + 0.5 * log(0.5 / 0.25))
    nothing_said = {"with/done/post/majority": 100, "with/held_back/petition/majority": 100}
    assert parts(opinion_narrowing.measure(nothing_said))["divergence"] is None

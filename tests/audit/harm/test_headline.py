"""Others' share, escape time, lawful speech lost and the price of deterrence: closed forms, and cases by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from glasstown.audit.harm import escape_time, others_share, price_of_deterrence, speech_suppressed
from glasstown.audit.harm.punished_states import _states, staying
from glasstown.audit.harm.survival import kaplan_meier
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.studies.harm_audit import audit
from studies.small_town import small_town


def walk(ended, still=(), state="list"):
    """Counts of spells of one state, by length: those that ended, and those open at the end of the run."""
    counts = {f"entry/{state}": len(ended) + len(still), "ever": len(ended) + len(still), "still": len(still)}
    counts[f"risk/{state}"] = sum(ended) + sum(length - 1 for length in still)
    counts[f"move/{state}/free"] = len(ended)
    for what, lengths in (("ended", ended), ("open", still)):
        for length in lengths:
            counts[f"length/{what}/{length}"] = counts.get(f"length/{what}/{length}", 0) + 1
    return counts


def test_a_chance_of_one_in_fifty_a_day_to_get_out_takes_fifty_days():
    """Steady hazard c: 1 / c days. 20 000 spells by expected numbers of each length."""
    c, spells = 0.02, 20_000
    ended = [day for day in range(1, 1_500) for _ in range(round(spells * c * (1 - c) ** (day - 1)))]
    found = escape_time.measure(walk(ended))
    assert found.value == pytest.approx(50, rel=0.03)
    assert "differ" not in found.says
    mean = next(part for part in found.parts if part.label == "mean-seen")
    assert mean.value == pytest.approx(50, rel=0.03)


def test_with_an_appeal_that_succeeds_it_is_the_sum_of_both_ways_out():
    """GT02: corrected 0.05 a day, of appeals 0.02 x 0.6 = 0.012 a day: 1/0.062 days; of appeals alone 83.33."""
    risk = 1_000_000
    counts = walk([1] * 40)
    for hazard, days in ((0.05, 20.0), (0.012, 83.3333), (0.062, 16.129)):
        one = {**counts, "risk/list": risk, "move/list/free": risk * hazard}
        assert escape_time.measure(one).value == pytest.approx(days, rel=1e-4)


def test_two_grades_that_feed_each_other_are_solved_together():
    """From low to lower 0.1, out 0.1; from lower to low 0.2, never out: E = 15 and 20 by hand."""
    counts = walk([1] * 40, state="low") | {"entry/lower": 40, "risk/low": 1_000, "risk/lower": 1_000}
    counts |= {"move/low/free": 100, "move/low/lower": 100, "move/lower/low": 200}
    states, q = staying(counts)
    assert states == ["low", "lower"]
    assert q.tolist() == pytest.approx(np.array([[0.8, 0.1], [0.2, 0.8]]))
    by_label = {part.label: part.value for part in escape_time.measure(counts).parts}
    assert by_label["from-low"] == pytest.approx(15)
    assert by_label["from-lower"] == pytest.approx(20)


def test_where_exit_takes_a_fixed_term_that_is_said_for_the_formula_cannot_know():
    found = escape_time.measure(walk([100] * 50, still=[60] * 50))
    assert found.value == pytest.approx((50 * 100 + 50 * 59) / 50)
    assert "differ by more than a tenth" in found.says


def test_nobody_out_is_no_time_and_few_spells_neither():
    assert "nobody was seen to get out" in str(escape_time.measure(walk([], still=[50] * 40)).reason)
    assert "fewer than 30" in str(escape_time.measure(walk([5] * 29)).reason)


def test_kaplan_and_meier_are_those_of_scipy():
    luck = np.random.default_rng(3)
    lengths, ends = luck.geometric(0.03, 300), luck.integers(5, 90, 300)
    ended, still = {}, {}
    for length, end in zip(lengths, ends, strict=True):
        where = ended if length <= end else still
        where[int(min(length, end))] = where.get(int(min(length, end)), 0) + 1
    found = kaplan_meier(ended, still)
    theirs = ecdf(CensoredData.right_censored(np.minimum(lengths, ends), lengths > ends)).sf
    median = next(int(q) for q, p in zip(theirs.quantiles, theirs.probabilities, strict=True) if p <= 0.5)
    edges = np.concatenate(([0], theirs.quantiles))
    area = float((np.diff(edges) * np.concatenate(([1.0], theirs.probabilities[:-1]))).sum())
    assert (found.median_days, found.spells) == (median, 300)
    assert found.mean_days == pytest.approx(area)


def test_a_span_is_cut_where_the_grade_changes_and_the_worst_grade_counts():
    pieces = list(_states((10, 50), ((0, 20, "low"), (15, 30, "lower"))))
    assert pieces == [(10, 15, "low"), (15, 30, "lower"), (30, 50, "list")]


def test_a_share_through_others_is_what_goes_with_them():
    counts = {"punished": 40, "days": 1_000, "through": 250, "without": 600, "alone": 0}
    found = others_share.measure(counts)
    assert found.value == pytest.approx(0.4)
    assert found.parts[0].value == 0.25
    assert others_share.measure(counts | {"without": 1_100}).value == pytest.approx(-0.1)
    assert others_share.measure(counts | {"punished": 29}).value is None
    assert others_share.measure(counts | {"alone": 1.0, "without": 1_000, "through": 0}).value == 0
    stars = others_share.measure(counts | {"alone": 1.0, "without": 1_000, "through": 1_000})
    assert (stars.value, stars.parts[0].value) == (None, 1.0), "no share of 0 beside books that say all of it"


def test_a_town_of_stars_has_no_share_of_0(tmp_path):
    """Stars are no association, so without association all stays: a 0 would say that everybody bears their own."""
    run = tmp_path / "run"
    live(RunRequest(scheme=read_scheme(find("nosedive")), out=run, **small_town(people=1_000, days=728)))
    found = audit(run)
    assert found is not None
    share = found.to_plain()["findings"]["M16"]
    assert share["n"] >= 30, "there are punished residents to speak of"
    assert share["value"] is None
    assert "stars" in share["reason"]
    assert [part["value"] for part in share["parts"]] == [1.0]


def test_echoes_of_ones_own_acts_count_as_others():
    """GT07, pinned: own acts that alpha = 0.4 passes on and back for ever become 1 / (1 - alpha): 40 % are others'."""
    alpha, own = 0.4, 100.0
    counts = {"punished": 50, "days": own / (1 - alpha), "through": 0, "without": own, "alone": 0}
    assert others_share.measure(counts).value == pytest.approx(alpha)


def test_speech_lost_is_told_by_act_by_group_and_by_the_way_it_goes():
    """GT08: catch .05, loss 40, over-fear 1.5 against a benefit of U(0, 10): .30 is not said."""
    counts = {}
    for act, done, held, blocked in (("critical-post", 700, 280, 20), ("petition", 100, 0, 0)):
        counts |= {f"with/done/{act}/majority": done, f"without/done/{act}/majority": done + held + blocked}
        counts |= {f"with/held_back/{act}/majority": held, f"with/blocked/{act}/majority": blocked}
    found = speech_suppressed.measure(counts)
    by_label = {part.label: part.value for part in found.parts}
    assert found.value == pytest.approx(1 - 800 / 1_100)
    assert by_label["act-critical-post"] == pytest.approx(1.5 * 0.05 * 40 / 10)
    assert (by_label["act-petition"], by_label["group-majority"]) == (0, pytest.approx(300 / 1_100))
    assert by_label["held-back"] + by_label["denied"] == pytest.approx(found.value)
    assert speech_suppressed.measure({"without/done/petition/majority": 29}).value is None


def test_a_price_is_days_for_an_act_and_there_is_none_where_nothing_was_averted():
    counts = {"wrongful-days": 900, "residents": 1_000, "without/offence/fraud": 40, "with/offence/fraud": 10}
    counts |= {"without/voice/petition": 50, "with/voice/petition": 35}
    found = price_of_deterrence.measure(counts)
    assert found.value == 30
    assert {part.label: part.value for part in found.parts}["speech-lost"] == 0.5
    for offences in (40, 45):
        nothing = price_of_deterrence.measure(counts | {"with/offence/fraud": offences})
        assert nothing.value is None
        assert "nothing was averted" in str(nothing.reason)
        assert nothing.parts[0].value == 40 - offences

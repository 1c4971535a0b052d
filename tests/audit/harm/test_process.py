"""Due process: appeals, days served before them, notice, proportion. Rows by hand and plain counts of the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import kendalltau

from audit.harm.hand_worlds import BILL, RED, counts_of, on_panel, parts_of, twice, why_not, world
from glasstown.audit.harm import appeal_efficacy as efficacy
from glasstown.audit.harm import disproportion, uniqueness
from glasstown.audit.harm import harm_before_decision as served
from glasstown.audit.harm import notice_coverage as notice
from glasstown.audit.harm.ordered import median_of, tau_b
from glasstown.ledger.model_names import ConsequenceRow, GroundRow, ListRow
from glasstown.ledger.model_process import AppealFacts
from glasstown.vocab.codes import Truth
from towns import MANIFEST

REFUSED, UPHELD, OPEN = range(3)
APPEALS = replace(MANIFEST, appeals=AppealFacts(suspends=False))
LISTS = replace(
    MANIFEST,
    names=replace(
        MANIFEST.names,
        rules=tuple(replace(row, gravity=1) for row in MANIFEST.names.rules),
        lists=(ListRow(0, "told", ""), ListRow(1, "untold", "")),
        grounds=(GroundRow(0, "grave", 0, (RED,), 4), GroundRow(1, "light", 1, (BILL,), 1)),
        consequences=(
            ConsequenceRow(0, "told", 0, 1, 0, "given", 0),
            ConsequenceRow(1, "untold", 0, 2, 0, "none", 1),
            ConsequenceRow(2, "on-refusal", 3, 8, 0, "on-refusal"),
            ConsequenceRow(3, "family", 0, 4, 0, "given", 0, scope="household"),
        ),
    ),
)


def debit(resident, truth, day=10, **more):
    row = {"resident": resident, "origin": resident, "day": day, "truth": truth, "delta_milli": -50_000, "ref": day}
    return {**row, "score_after_milli": 850_000, **more}


def appeal(resident, truth, outcome, *, known=10, decided=50, corrected=60):
    return {"resident": resident, "known_day": known, "filed_day": known, "decided_day": decided,
            "corrected_day": corrected, "outcome": outcome, "truth": truth}  # fmt: skip


def spell(resident, start, end, consequence=0, **more):
    return {"resident": resident, "consequence": consequence, "start_day": start, "end_day": end, **more}


def listing(resident, start, end, ground=0, truth=Truth.TRUE):
    return {"resident": resident, "ground": ground, "known_day": start, "entry_day": start, "end_day": end,
            "exit": 0, "truth": truth, "origin": resident, "ref": start, "act": (RED, BILL)[ground]}  # fmt: skip


def test_error_removed_is_access_times_sensitivity(tmp_path):
    """Of 50 untrue debits 40 appealed against; 36 decided, 27 upheld: 40/50 x 27/36 = 0.6. Of 30 true 24 refused."""
    entries = [debit(n, Truth.FALSE) for n in range(50)] + [debit(n, Truth.TRUE) for n in range(50, 60)]
    outcomes = [UPHELD] * 27 + [REFUSED] * 9 + [OPEN] * 4
    appeals = [appeal(n, Truth.WRONG_PERSON, outcome) for n, outcome in enumerate(outcomes)]
    appeals += [appeal(n, Truth.TRUE, REFUSED if n < 24 else UPHELD) for n in range(30)]
    counts = counts_of(efficacy, world(tmp_path / "run", APPEALS, entries=entries, appeals=appeals))
    found = efficacy.measure(counts)
    assert (found.value, found.n) == (pytest.approx(0.6), 50)
    assert parts_of(found) == pytest.approx({"access": 0.8, "sensitivity": 0.75, "specificity": 0.8})
    assert efficacy.measure(twice(counts)).value == pytest.approx(0.6)
    few = efficacy.measure({**counts, "untrue-decided": 29})
    assert "29" in few.reason


def test_where_nobody_can_appeal_no_share_is_made_up(tmp_path):
    case = world(tmp_path / "run")
    assert why_not(efficacy, case) == why_not(served, case) == "the scheme knows no appeal"


def test_days_served_are_those_punished_before_the_decision(tmp_path):
    """Known on day 10, decided on 50, corrected on 60 or never: punished 20 to 100 by another spell as well."""
    appeals = [appeal(n, Truth.FALSE, UPHELD) for n in range(20)]
    appeals += [appeal(n, Truth.FALSE, UPHELD, corrected=65535) for n in range(20, 32)]
    appeals += [appeal(n, Truth.FALSE, REFUSED) for n in range(32, 40)] + [appeal(40, Truth.TRUE, UPHELD)]
    spells = [one for n in range(45) for one in (spell(n, 20, 40), spell(n, 35, 100))]
    counts = counts_of(served, world(tmp_path / "run", APPEALS, appeals=appeals, spells=spells_of_harm(spells)))
    assert counts == {
        "appeals": 32, "punished": 32, "counted-before": 32 * 40, "counted": 20 * 50 + 12 * 354,
        "days-before": 32 * 30, "days": 20 * 40 + 12 * 80,
    }  # fmt: skip
    found = served.measure(counts)
    assert found.value == pytest.approx(960 / 1760)
    assert parts_of(found)["counted-before"] == pytest.approx(1280 / 5248)
    assert "fewer than 30 upheld" in served.measure({**counts, "appeals": 9}).reason
    assert "punished meanwhile" in served.measure({**counts, "punished": 9}).reason


def spells_of_harm(spells):
    """Spells by the one consequence of Harbour that harms."""
    return [{**one, "grade": 3} for one in spells]


def test_decisions_are_told_in_time_and_for_something_true_or_not(tmp_path):
    """By hand: listings of 0 to 2, 1 on the first day of a step, what follows, a refusal at once and one too late."""
    listings = [
        listing(0, 10, 100), listing(1, 7, 100, truth=Truth.FALSE), listing(2, 10, 100, ground=1), listing(3, 20, 20),
    ]  # fmt: skip
    spells = [
        spell(0, 14, 105), spell(1, 14, 105), spell(2, 14, 105, 1),
        spell(4, 21, 42, 2, grade=3), spell(5, 21, 42, 2, grade=3), spell(6, 14, 105, 3),
    ]  # fmt: skip
    entries = [debit(4, Truth.FALSE), debit(4, Truth.TRUE, day=12, delta_milli=-90_000), debit(5, Truth.FALSE)]
    refused = [
        {"resident": 4, "day": 21, "outcome": 1, "capacity": 8},
        {"resident": 5, "day": 22, "outcome": 1, "capacity": 8},
    ]
    tables = {"listings": listings, "spells": spells, "entries": entries, "blocked": refused}
    counts = counts_of(notice, world(tmp_path / "run", LISTS, **tables))
    listed = {name: counts[f"kind/listing/{name}"] for name in ("decisions", "told", "known", "true", "covered")}
    assert listed == {"decisions": 3, "told": 2, "known": 3, "true": 2, "covered": 1}
    caused = {name: counts[f"kind/consequence/{name}"] for name in ("decisions", "told", "known", "true", "covered")}
    assert caused == {"decisions": 5, "told": 3, "known": 5, "true": 3, "covered": 2}
    assert [counts[f"kind/through-others/{name}"] for name in ("decisions", "told", "known")] == [1, 1, 0]
    assert "fewer than 30" in notice.measure(counts).reason
    many = {name: 10 * number for name, number in counts.items()}
    assert notice.measure(many).value == pytest.approx(3 / 8)


def test_tau_b_and_the_median_are_those_of_the_rows_written_out():
    rng = np.random.default_rng(3)
    pairs = [(int(g), int(max(0, m))) for g, m in zip(rng.integers(0, 6, 300), rng.normal(3, 4, 300), strict=True)]
    cells = Counter(pairs)
    assert tau_b(cells) == pytest.approx(kendalltau(*zip(*pairs, strict=True)).statistic)
    assert tau_b({pair: 2 * n for pair, n in cells.items()}) == pytest.approx(tau_b(cells))
    months = Counter(month for _, month in pairs)
    assert median_of(months) == np.median([month for _, month in pairs])
    assert (tau_b({(1, 0): 9, (1, 5): 9}), tau_b({}), median_of({})) == (None, None, 0)


def test_the_gravest_true_thing_of_each_is_held_against_months_punished(tmp_path):
    """0 to 19 grave, listed 50 days (2 months), 20 to 39 light, 95 days (4 months), 40 to 49 light, not listed."""
    listings = [listing(n, 10, 60) for n in range(20)] + [listing(n, 10, 105, ground=1) for n in range(20, 40)]
    listings += [listing(55, 10, 60, truth=Truth.FALSE)]
    entries = [debit(n, Truth.TRUE, rule=0, act=RED) for n in range(50)] + [debit(56, Truth.FALSE)]
    counts = counts_of(disproportion, world(tmp_path / "run", LISTS, listings=listings, entries=entries))
    assert {k: v for k, v in counts.items() if v} == {"cell/4/2": 20, "cell/1/4": 20, "cell/1/0": 10, "twice": 20}
    found = disproportion.measure(counts)
    rows = [(4, 2)] * 20 + [(1, 4)] * 20 + [(1, 0)] * 10
    assert found.value == pytest.approx(kendalltau(*zip(*rows, strict=True)).statistic)
    parts = parts_of(found)
    assert (parts["worst-light-over-median-grave"], parts["burdened-twice"]) == (None, 20)
    assert parts_of(disproportion.measure(twice(counts)))["worst-light-over-median-grave"] == 2


def test_without_gravity_or_with_one_only_there_is_no_order(tmp_path):
    assert "declares no gravity" in why_not(disproportion, world(tmp_path / "run"))
    assert "one gravity" in disproportion.measure({"cell/2/0": 30, "cell/2/4": 30, "twice": 0}).reason
    assert "fewer than 30" in disproportion.measure({"cell/2/0": 9, "cell/1/4": 9, "twice": 0}).reason


def test_alone_is_whoever_shares_year_sex_place_schooling_and_role_with_nobody(tmp_path):
    rng = np.random.default_rng(2)
    people = [
        {"resident": n, "birth_day": -365 * int(rng.integers(20, 30)) - 1, "sex": int(rng.integers(2)),
         "education": int(rng.integers(2)), "role": n == 7}
        for n in range(60)
    ]  # fmt: skip
    case = world(tmp_path / "run", people=people, panel=on_panel({}))
    cells = Counter((row["birth_day"], row["sex"], row["education"], row["role"]) for row in people)
    alone = sum(number == 1 for number in cells.values())
    found = uniqueness.measure(counts_of(uniqueness, case))
    assert 0 < alone < 60
    assert found.value == pytest.approx(alone / 60)
    assert parts_of(found)["fewer-than-five"] == pytest.approx(sum(n for n in cells.values() if n < 5) / 60)
    assert "fewer than 30" in uniqueness.measure({"residents": 9, "alone": 3, "among-few": 9}).reason

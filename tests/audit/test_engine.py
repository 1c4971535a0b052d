"""The replay of the books against the engine itself: every resident, every quarter, every day denied."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from glasstown.audit.case import open_case
from glasstown.audit.catalogue import assess
from glasstown.audit.denied import denied_spans, grade_of
from glasstown.audit.replay import Movement, scores_by_step
from glasstown.audit.spans import merge
from glasstown.audit.terms import terms_of
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from scheme.dense import DENSE
from scheme.dense_index import INDEX
from scheme.dense_ties import TIES

SHORT = (
    DENSE.replace('cap = "each-entry"', 'cap = "on-reading"')
    .replace('stack = "act"', 'stack = "record"')
    .replace("expires_days = 200", "expires_days = 4")
    .replace("within_days = 180", "within_days = 5")
)
"""An open sum, every record counts, and terms that end within the step that began them."""

CHANGING = (
    SHORT.replace('id = "bills"\n', 'id = "bills"\nfrom_day = 100\nuntil_date = 2021-02-01\n')
    .replace('grade = "bottom"\n', 'grade = "bottom"\nfrom_day = 120\nuntil_day = 300\n', 1)
)  # fmt: skip
"""The same with a rule and a consequence that begin and end."""


@pytest.fixture(
    scope="module",
    params=[DENSE, SHORT, DENSE + TIES, CHANGING + TIES],
    ids=["clamped", "open-sum-short-terms", "shared", "shared-changing"],
)
def worlds(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("dense") / "run"
    scheme = parse_scheme(request.param)
    live(RunRequest(scheme, people=2_500, days=500, step_days=7, seed=3, start=date(2020, 1, 1), out=out))
    return open_worlds(out)


def movements(ledger):
    """Every record that a rule answered, and what others share, by resident."""
    found: dict[int, list[Movement]] = {}
    entries = ledger.table("entries").filter(pl.col("kind").is_in([int(Entry.RULE), int(Entry.ASSOCIATION)]))
    for resident, *values in entries.select(
        "resident", "day", "ref", "origin", "rule", "delta_milli", "via"
    ).iter_rows():
        found.setdefault(resident, []).append(Movement(*values))
    return found


def test_replaying_everything_gives_every_score_and_grade_of_the_panel(worlds):
    ledger = worlds.scheme
    terms = terms_of(ledger.manifest)
    moved = movements(ledger)
    assert len(moved) > 1_000
    panel: dict[int, list[tuple[int, int, int]]] = {}
    for resident, *row in ledger.table("panel").select("resident", "day", "score_milli", "grade").iter_rows():
        panel.setdefault(resident, []).append(tuple(row))
    for resident, rows in panel.items():
        path = scores_by_step(moved.get(resident, []), terms)
        for day, score, grade in rows:
            before = [reading for step, reading in path if min((step + 1) * 7, 500) <= day]
            expected = before[-1] if before else terms.score.start_milli
            assert score == expected, (resident, day)
            assert grade in {0, grade_of(expected, terms)}, (resident, day)


def test_replaying_everything_gives_every_day_denied(worlds):
    ledger = worlds.scheme
    terms = terms_of(ledger.manifest)
    moved = movements(ledger)
    denying = [row.code for row in ledger.manifest.names.consequences if row.deny]
    denied: dict[int, list[tuple[int, int]]] = {}
    spells = ledger.table("spells").filter(pl.col("consequence").is_in(denying))
    for resident, start, end in spells.select("resident", "start_day", "end_day").iter_rows():
        denied.setdefault(resident, []).append((start, end))
    assert len(denied) > 100
    graded = ledger.table("panel").filter(pl.col("grade") > 0)["resident"].unique()
    first = dict(ledger.table("grades").filter(pl.col("from_grade") == 0).select("resident", "day").iter_rows())
    for resident in graded:
        spans = denied_spans(moved.get(resident, []), terms, first.get(resident, 0))
        assert spans == merge(denied.get(resident, [])), resident


def test_the_audit_of_a_real_run_balances(worlds):
    findings = {finding.slug: finding for finding in assess(worlds)}
    assert findings["score-sums-wrong"].value == 0
    assert findings["score-sums-wrong"].n == 2_500
    assert findings["replay-differs"].value == 0
    assert findings["punished"].value > 100
    parts = ("punished-own-acts", "punished-for-states", "punished-wrongly", "punished-through-others")
    assert sum(findings[slug].value for slug in parts) == findings["punished"].value
    assert findings["punished-wrongly"].value > 0
    assert findings["months-out-of-work"].value is not None


def test_days_without_a_true_ground_are_days_denied(worlds):
    punished = open_case(worlds).punished
    assert (punished["wrongful_days"] >= 0).all()
    assert (punished["wrongful_days"] <= punished["denied_days"]).all()
    wrongly = punished.filter(pl.col("cause") == "wrongly")
    assert (wrongly["wrongful_days"] == wrongly["denied_days"]).all()


def test_scores_that_are_worked_out_are_replayed_as_they_were_and_by_what_is_true(tmp_path):
    scheme = parse_scheme(INDEX)
    live(RunRequest(scheme, people=1_500, days=300, step_days=7, seed=3, start=date(2020, 1, 1), out=tmp_path / "run"))
    findings = {finding.slug: finding for finding in assess(open_worlds(tmp_path / "run"))}
    assert findings["score-sums-wrong"].value == 0
    assert findings["replay-differs"].value == 0
    assert findings["punished"].value > 100
    parts = ("punished-own-acts", "punished-for-states", "punished-wrongly", "punished-through-others")
    assert sum(findings[slug].value for slug in parts) == findings["punished"].value
    assert findings["punished-wrongly"].value > 0
    assert findings["index-untrue"].value > 0
    assert findings["index-thin"].value > 0

"""Grades that overrides force, kept again by the audit: spans by hand, and a whole run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from audit.harbour import HARBOUR
from glasstown.audit.case import open_case
from glasstown.audit.catalogue import assess
from glasstown.audit.causes import OWN, WRONGLY
from glasstown.audit.denied import denied_spans
from glasstown.audit.overrides import forced_spans, hold_down
from glasstown.audit.replay import Movement
from glasstown.audit.terms import terms_of
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_names import OverrideRow
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from scheme.dense import DENSE, FULL
from scheme.dense_points import POINTS

ONCE = OverrideRow(0, "once", 3, 1, 60, None)


def spans(row, days, listed=None):
    return forced_spans(row, days, listed or {}, 7, 364)


def test_days_on_which_records_hold():
    """Day 10 lies in step 1, and its end, day 70, in step 10: held from day 14 to day 76."""
    assert spans(ONCE, [10]) == ((14, 77),)
    assert spans(replace(ONCE, within_days=None), [10]) == ((14, 364),)
    assert spans(replace(ONCE, count=2), [10, 40]) == ((42, 77),)
    assert spans(replace(ONCE, count=2), [10, 71]) == ()
    assert spans(ONCE, [10, 75]) == ((14, 140),), "from day 77 to day 139 the second holds"
    assert spans(replace(ONCE, end_day=56), [10]) == ((14, 56),)
    assert spans(ONCE, [330]) == ((336, 364),)


def test_days_on_which_a_list_holds():
    row = replace(ONCE, list=2)
    assert spans(row, [], {2: ((3, 23),), 1: ((50, 90),)}) == ((7, 28),)


def test_only_better_grades_are_held_down():
    assert hold_down([(0, 20, 1), (20, 40, 4), (40, 60, 2)], 3, ((10, 50),)) == [
        (0, 10, 1), (10, 20, 3), (20, 40, 4), (40, 50, 3), (50, 60, 2),
    ]  # fmt: skip


def test_a_grade_that_a_record_forces_is_denied_without_a_point_lost():
    terms = replace(terms_of(HARBOUR), overrides=(ONCE,))
    counted = Movement(10, 0, 1, 0, 0, kind=int(Entry.OVERRIDE))
    assert denied_spans([counted], terms) == ((14, 77),)
    assert denied_spans([], terms) == ()


def test_an_appeal_ends_what_a_record_holds():
    """Upheld on day 30, in the step that ends on day 35; one upheld after the term changes nothing."""
    assert forced_spans(ONCE, [10], {}, 7, 364, [30]) == ((14, 35),)
    assert forced_spans(ONCE, [10], {}, 7, 364, [200]) == forced_spans(ONCE, [10], {}, 7, 364)


@pytest.mark.parametrize(
    "text",
    [DENSE + POINTS, pytest.param(FULL, marks=pytest.mark.nightly)],
    ids=["records", "records-and-a-list"],
)
def test_the_replay_of_a_run_gives_its_days_and_tells_true_records_from_untrue_ones(text, tmp_path):
    scheme = parse_scheme(text)
    live(RunRequest(scheme, people=1_200, days=364, step_days=14, seed=4, start=date(2020, 1, 1), out=tmp_path / "run"))
    worlds = open_worlds(tmp_path / "run")
    findings = {finding.slug: finding for finding in assess(worlds)}
    assert findings["score-sums-wrong"].value == 0
    assert findings["replay-differs"].value == 0
    causes = open_case(worlds).punished["cause"].value_counts(name="n")
    assert set(causes["cause"]) >= {OWN, WRONGLY}

"""Ranks in the engine are those of the twin."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from scheme.dense_ranks import RANKED
from twin.compare import live_both


@pytest.mark.parametrize(
    ("people", "days", "step_days"),
    [
        pytest.param(50, 100, 10, id="small", marks=(pytest.mark.jit_off, pytest.mark.bounds)),
        pytest.param(200, 400, 31, id="months", marks=pytest.mark.nightly),
        pytest.param(4_120, 40, 30, id="two-districts", marks=(pytest.mark.nightly, pytest.mark.large)),
    ],
)
def test_ranks_are_those_of_the_twin(people, days, step_days):
    rows = live_both(parse_scheme(RANKED), people=people, days=days, step_days=step_days, seed=people)
    assert {row["score"] for row in rows["entries"] if row["kind"] == 7} == {1, 2}

"""Favour in the engine is that of the twin, for residents and for firms."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from scheme.dense_favour import FAVOURED, ORGANISED_AND_FAVOURED
from twin.compare import live_both

SEED = 68
"""In the first 60 of this town three are officials."""


@pytest.mark.parametrize(
    ("text", "people", "days", "table"),
    [
        pytest.param(FAVOURED, 60, 120, "favours", id="small", marks=(pytest.mark.jit_off, pytest.mark.bounds)),
        pytest.param(FAVOURED, 400, 364, "favours", id="many", marks=pytest.mark.nightly),
        pytest.param(ORGANISED_AND_FAVOURED, 700, 364, "organisation_favours", id="firms", marks=pytest.mark.nightly),
    ],
)
def test_favour_is_that_of_the_twin(text, people, days, table):
    rows = live_both(parse_scheme(text), people=people, days=days, step_days=10, seed=SEED)
    assert rows[table]
    if table == "favours":
        assert {row["what"] for row in rows[table]} == {0, 1, 2}

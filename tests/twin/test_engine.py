"""The engine lives the same lives as its slow twin: every row of every table, and both digests."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE
from twin.compare import live_both
from twin.schemes import GENEROUS, HEAVY, RUNNING_LINES, WIDE, with_lines

AGAIN = (pytest.mark.jit_off, pytest.mark.bounds)


@pytest.mark.parametrize(
    ("text", "people", "days", "step_days"),
    [
        pytest.param(DENSE, 200, 365, 7, id="dense-weeks"),
        pytest.param(DENSE, 90, 80, 1, id="dense-days"),
        pytest.param(DENSE, 130, 1000, 30, id="dense-months-and-a-short-one"),
        pytest.param(DENSE, 60, 100, 14, id="dense-small", marks=AGAIN),
        pytest.param(HEAVY, 150, 500, 30, id="heavy-months"),
        pytest.param(HEAVY, 60, 130, 10, id="heavy-small", marks=AGAIN),
        pytest.param(GENEROUS, 150, 365, 7, id="generous-weeks"),
        pytest.param(GENEROUS, 60, 150, 31, id="generous-small", marks=AGAIN),
        pytest.param(WIDE, 60, 150, 30, id="wide-small", marks=AGAIN),
    ],
)
def test_a_town_under_a_dense_scheme_is_that_of_the_twin(text, people, days, step_days):
    rows = live_both(parse_scheme(text), people=people, days=days, step_days=step_days, seed=people)
    assert all(rows[name] for name in ("acts", "sightings", "entries", "panel"))


@pytest.mark.parametrize(
    ("name", "people", "days", "step_days"),
    [
        pytest.param("suining-2010", 120, 1825, 30, id="suining"),
        pytest.param("suining-2010", 40, 200, 30, id="suining-small", marks=AGAIN),
        pytest.param("empty", 150, 400, 30, id="empty"),
        pytest.param("none", 150, 400, 30, id="none"),
        pytest.param("none", 50, 100, 30, id="none-small", marks=AGAIN),
    ],
)
def test_a_town_under_a_shipped_scheme_is_that_of_the_twin(name, people, days, step_days):
    scheme = None if name == "none" else read_scheme(find(name))
    rows = live_both(scheme, people=people, days=days, step_days=step_days, seed=5, replicate=2)
    assert rows["acts"]
    assert bool(rows["sightings"]) == (name != "none")


@settings(max_examples=settings.default.max_examples // 20)
@given(
    st.lists(st.sampled_from(RUNNING_LINES), min_size=1, max_size=12, unique=True),
    st.sampled_from([(3, 50), (7, 100), (30, 320), (31, 250)]),
    st.integers(0, 2**31),
)
def test_a_town_under_any_change_of_the_scheme_is_that_of_the_twin(lines, span, seed):
    try:
        scheme = parse_scheme(with_lines(lines))
    except InputFaultsError:
        assume(False)
    live_both(scheme, people=90, days=span[1], step_days=span[0], seed=seed)


@pytest.mark.large
def test_a_second_district_is_that_of_the_twin():
    """Addresses of residents, ties and slots differ there: numbers no longer equal slots."""
    live_both(parse_scheme(HEAVY), people=4_200, days=40, step_days=30, seed=11)


@pytest.mark.nightly
@pytest.mark.parametrize("text", [DENSE, HEAVY, GENEROUS])
@pytest.mark.parametrize("step_days", [1, 7, 30])
def test_a_long_life_is_that_of_the_twin(text, step_days):
    live_both(parse_scheme(text), people=300, days=1_500 // (31 - step_days), step_days=step_days, seed=3)

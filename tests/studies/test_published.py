"""The table of published figures: whole, sourced, banded, and the same as what studies hold the model against."""

from __future__ import annotations

from decimal import Decimal

import pytest

from glasstown.scheme.library import SCHEMES
from glasstown.society.build import build
from glasstown.society.check import check
from glasstown.society.spec import load_spec
from glasstown.studies.published import USES, citations, published
from glasstown.studies.society_events import EVENTS
from glasstown.studies.validation import NO_VERDICT
from glasstown.vocab.evidence import ASSUMPTION, MARKS, MARKS_THAT_NEED_A_BAND

NUMBERS = [*(f"T{number:02}" for number in range(1, 40)), "T39b", *(f"T{number}" for number in range(40, 68))]


def test_there_are_sixty_eight_rows_each_once_and_in_order():
    assert list(published()) == NUMBERS
    assert len(NUMBERS) == 68


@pytest.mark.parametrize("row", published().values(), ids=published())
def test_every_row_has_a_source_a_mark_and_a_band_that_holds_the_figure(row):
    assert row.source
    assert [key for key in row.source if key not in citations()] == []
    assert row.mark in MARKS
    assert row.use in USES
    assert row.low <= row.value <= row.high
    assert row.what
    assert row.unit
    assert row.when
    if row.mark in MARKS_THAT_NEED_A_BAND:
        assert row.low < row.value < row.high, "an assumed figure says how far it may be off"
    assert (ASSUMPTION in row.source) == (row.mark == "assumed")


def test_no_source_is_there_for_nothing():
    from glasstown.studies.published import _table

    used = {key for row in published().values() for key in row.source}
    assert {row["key"] for row in _table("sources")} <= used


def test_a_scheme_that_the_library_lacks_is_told():
    lacking = {row.id for row in published().values() if row.scheme not in (*SCHEMES, "none")}
    assert lacking <= {*NO_VERDICT, "T39", "T39b", "T43"}


def test_the_rows_of_the_society_are_those_it_is_held_against():
    spec = load_spec()
    drawn = {row.id: (row.wanted, row.low, row.high) for row in check(build(spec, seed=1, people=100), spec)}
    counted = {
        row.id: (row.wanted, row.wanted * (1 - row.tolerance), row.wanted * (1 + row.tolerance)) for row in EVENTS
    }
    assert {*drawn, *counted} == {row.id for row in published().values() if row.scheme == "none"}
    for number, figures in {**drawn, **counted}.items():
        row = published()[number]
        assert (row.value, row.low, row.high) == pytest.approx(tuple(map(float, figures)), rel=3e-4), (
            f"{number}, but for rounding"
        )
    assert all(isinstance(row.wanted, Decimal) for row in EVENTS)

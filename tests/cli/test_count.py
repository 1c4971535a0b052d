"""How a number of residents may be written."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasstown.cli.count import parse_count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("100_000", 100_000), ("100000", 100_000), ("100,000", 100_000), ("20k", 20_000), ("20K", 20_000),
        ("50m", 50_000_000), ("1.4e9", 1_400_000_000), ("1.4b", 1_400_000_000), ("2.5k", 2_500),
        (" 7 ", 7), ("1,000,000", 1_000_000),
    ],
)  # fmt: skip
def test_a_count_may_be_written_in_these_ways(text, number):
    assert parse_count(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "k",
        "many",
        "1.5",
        "1e-3",
        "nan",
        "inf",
        "1e999999999",
        "9" * 40,
        "0x10",
        "5kk",
        "1e5e5",
        "1__000",
        "_1",
        "1_",
        "1,0",
        "1,00",
        "10,0000",
        "1,000_000",
        "1_000,000",
        "1 000",
        "\u0661",
    ],
)
def test_anything_else_is_refused_with_its_own_words(text):
    with pytest.raises(ValueError, match=r"count|whole"):
        parse_count(text)


@given(st.text(max_size=30))
def test_no_text_makes_it_fall_over(text):
    with contextlib.suppress(ValueError):
        assert isinstance(parse_count(text), int)


@given(st.integers(1, 2**31))
def test_every_number_is_read_as_itself(number):
    assert parse_count(str(number)) == parse_count(f"{number:_}") == parse_count(f"{number:,}") == number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("-5", -5)])
def test_what_can_be_read_and_no_town_has_is_left_to_the_limits_of_a_run(text, number):
    assert parse_count(text) == number

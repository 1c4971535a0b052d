"""Figures of a society file keep to what their unit can mean; what breaks it is told at its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from glasstown.society.ranges import outside
from glasstown.society.reading import TABLES
from glasstown.society.spec import load_spec
from society_files import decile, refused, scalar


@pytest.fixture
def faults_of(tmp_path):
    def find(text):
        return [(fault.code, fault.span.line) for fault in refused(load_spec, tmp_path, text)]

    return find


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("internet_penetration", "177.5"), ("minority_share", "-5"), ("unemployment_urban_survey", "400"),
        ("unemployment_rural", "100"), ("heavy_online", "-30"), ("group_homophily", "7"), ("close_friends", "-5"),
        ("close_friends", "9"), ("gini_official", "9"), ("name_zipf_offset", "0"), ("town_schooling_none", "-1"),
        ("college_plus", "100_001"), ("drivers", "1e12"), ("income_urban_pc", "0"), ("staff_large", "0"),
    ],
)  # fmt: skip
def test_a_figure_beyond_its_unit_is_refused_at_its_value(faults_of, name, value):
    assert faults_of(scalar(name, value)) == [("SOC-range", 9)]


@pytest.mark.parametrize("value", ["-3", "0", "1e18"])
def test_an_income_that_nobody_has_is_refused(faults_of, value):
    assert faults_of(decile(1, value)) == [("SOC-range", 10)]


def test_deciles_ascend(faults_of):
    assert faults_of(decile(10, 75_000)) == [("SOC-order", 7)]
    assert faults_of(decile(9, 60_000) + decile(10, 59_999)) == [("SOC-order", 11)]


def test_a_count_of_residents_is_no_more_than_all_of_them(faults_of):
    assert faults_of(scalar("drivers", "9e9")) == [("SOC-range", 7)]


def test_an_eleventh_decile_is_read_by_nothing(faults_of):
    assert faults_of(decile(11, 200_000)) == [("SOC-key", 7)]


def test_all_are_told_at_once(faults_of):
    text = scalar("internet_penetration", 101) + scalar("minority_share", -1) + decile(10, 5)
    assert faults_of(text) == [("SOC-range", 9), ("SOC-range", 12), ("SOC-order", 13)]


@pytest.mark.parametrize(
    "text",
    [
        scalar("internet_penetration", 70, "band = [60, 400]\n"),
        scalar("minority_share", 8, "band = [-3, 9]\n"),
        scalar("drivers", 500_000_000, "band = [-1, 600_000_000]\n"),
        '[[rate]]\nact = "late-bill"\nfactor = { value = 2, band = [-1, 3] }\n',
        '[[shock]]\nact = "late-bill"\nfrom_day = 1\nto_day = 9\nfactor = { value = 2, band = [1, 300] }\n',
        '[[sightable]]\nact = "red-light"\nshare = { value = 0.5, band = [0.1, 2] }\n',
    ],
)
def test_a_band_that_reaches_beyond_the_range_is_refused(faults_of, text):
    ((code, line),) = faults_of(text)
    assert code == "SOC-range"
    assert "band" in text.splitlines()[line - 7]


@pytest.mark.parametrize(
    "text",
    [
        '[[profiles]]\ntable = "driver"\nsex = "male"\narea = "any"\nage_lo = 40\nage_hi = 20\nvalue = 50\n',
        '[[schooling]]\nage_lo = 70\nage_hi = 60\nlevel = "none"\nvalue = 50\n',
        '[[age_sex]]\nage_lo = 9\nage_hi = 5\nsex = "male"\nvalue = 40_000_000\n',
    ],
)
def test_ages_that_end_before_they_begin_are_refused(faults_of, text):
    ((code, line),) = faults_of(text)
    assert code == "SOC-ages"
    assert text.splitlines()[line - 7].startswith("age_hi")


def test_rows_of_every_table_have_a_range():
    spec = load_spec()
    for table in set(TABLES) - {"households_fitted"}:
        for row in spec.table(table).rows:
            assert outside(table, row.keys, row.unit, Decimal("1e15")), (table, row)
            for end in (row.figure.low, row.figure.value, row.figure.high):
                assert end is None or not outside(table, row.keys, row.unit, end), (table, row)

"""No cell under 10,000 people, households or firms, whatever unit a share is written in."""

from __future__ import annotations

import pytest

from glasstown.society.spec import load_spec
from society_files import HEAD, refused


@pytest.fixture
def small_in(tmp_path):
    def find(text):
        return [(one.span.line, one.message) for one in refused(load_spec, tmp_path, text) if one.code == "SOC-small"]

    return find


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ('[[household_kinds]]\nkind = "couple"\nvalue = 0.000001\n', "0"),
        ('[[household_kinds]]\nkind = "couple"\nvalue = 0.02\n', "9,883"),
        ('[[scalars]]\nvariable = "large_enterprises"\nvalue = 3\n', "3"),
        ('[[scalars]]\nvariable = "college_plus"\nvalue = 0.7\n', "9,882"),
        ('[[scalars]]\nvariable = "internet_penetration"\nvalue = 99.9999\n', "1,412"),
        ('[[scalars]]\nvariable = "minority_a_share"\nvalue = 0.001\n', "1,255"),
        ('[[scalars]]\nvariable = "collective_15_24"\nvalue = 0.001\n', "1,190"),
        ('[[scalars]]\nvariable = "unemployment_rural"\nvalue = 0.001\n', "2,879"),
        ('[[scalars]]\nvariable = "self_employed_with_staff"\nvalue = 0.01\n', "6,296"),
        ('[[households_living]]\nvariable = "age60plus_institution"\nvalue = 0.001\n', "2,6"),
        ('[[schooling]]\nage_lo = 0\nage_hi = 5\nlevel = "none"\nvalue = 99.999\n', "9"),
        ('[[sectors]]\narea = "rural"\nsector = "public"\nlevel = "none"\nvalue = 0.001\n', "2,879"),
        ('[[provinces]]\ncode = "BJ"\nname_en = "Beijing"\nname_zh = "北京"\nvariable = "urban_share"\nvalue = 0.01\n',
         "2,189"),
        (('[[profiles]]\ntable = "driver"\nsex = "male"\narea = "any"\nage_lo = 18\nage_hi = 24\nvalue = 0.01\n'), ""),
        ("[[household_size]]\nsize = 10\nvalue = 0.001\n", "4,942"),
    ],
)  # fmt: skip
def test_a_small_cell_hides_behind_no_unit(small_in, row, number):
    ((line, message),) = small_in(row)
    assert line == HEAD.count("\n") + 1
    assert number in message


def test_small_cells_are_told_with_every_other_fault(small_in):
    text = (
        '[[scalars]]\nvariable = "large_enterprises"\nvalue = 3\n'
        '[[household_kinds]]\nkind = "couple"\nvalue = 0.000001\n'
        '[[scalars]]\nvariable = "internet_penetration"\nvalue = 177\n'
    )
    assert [line for line, _ in small_in(text)] == [7, 10]

"""Numbers that formulas name: the same as written out, and faults at their place."""

from __future__ import annotations

import pytest

from engine.lives import live, request, scheme_of
from glasstown.report.declared import running_rows
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import InputFaultsError
from scheme.dense_index import INDEX
from scheme.key_changes_numbers import NUMBERED


def faults_of(text: str) -> dict[str, tuple[int, str]]:
    """By code: the column, and the letters that are marked."""
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text)
    spans = {one.code: one.span for one in caught.value.diagnostics}
    return {code: (at.column, at.source_line[at.column - 1 : at.end_column - 1]) for code, at in spans.items() if at}


def test_a_number_that_is_named_is_the_number():
    asked = {"people": 60, "days": 100, "step_days": 10}
    assert live(request(scheme_of(NUMBERED), **asked)).digest == live(request(scheme_of(INDEX), **asked)).digest


def test_a_name_that_no_number_has_is_told_where_it_stands():
    found = faults_of(NUMBERED.replace("number.late-bill *", "number.late-bil *"))
    assert found["SCH494"][1] == "number.late-bil"


def test_a_fault_behind_a_named_number_still_stands_at_its_part():
    found = faults_of(NUMBERED.replace("2500 * count(civil-dispute, 365)", "2500 * weather"))
    assert found["SCH351"][1] == "weather"


def test_numbers_stand_where_numbers_must_be_written_out():
    """In the ends and values of step, and behind a division."""
    more = (
        '\n[[number]]\nid = "edge"\nvalue = 18\nmark = "fiction"\n[[number]]\nid = "by"\nvalue = 2\nmark = "fiction"\n'
    )
    text = NUMBERED.replace("step(age, 18, 500", "step(age, number.edge, 500 ") + more
    assert parse_scheme(text.replace("1000 * income-fifth", "2000 * income-fifth / number.by"))


def test_a_number_that_could_not_be_read_is_told_once():
    found = faults_of(NUMBERED.replace("value = -1500", 'value = "much"'))
    assert "SCH494" not in found
    assert found


def test_what_a_number_is_assumed_at_stands_among_what_is_assumed():
    assumed = 'value = { value = -1500, band = [-2000, -1000] }\nmark = "assumed"'
    rows = running_rows(parse_scheme(NUMBERED.replace('value = -1500\nmark = "fiction"', assumed)))
    (row,) = [row for row in rows if row[:2] == ("number late-bill", "value")]
    assert row[2:6] == ("-1500", "as the formula uses it", "-2000 to -1000", "assumed")

"""Formulas: what they are read as, what they come to, and where their faults are told."""

from __future__ import annotations

import pytest

from glasstown.scheme.formula import FormulaError, parse_formula
from glasstown.scheme.formula_direction import ways_of
from glasstown.scheme.formula_meaning import Meaning, meaning_of
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.variables import LIFE_VARIABLES
from scheme.dense import DENSE, FULL
from scheme.fault_cases_formulas import COUNTING, FORMULA_CASES, THICK, category, standing, when

KNOWN = {one.name: one for one in LIFE_VARIABLES}


def faults(text: str) -> list[tuple[str, str]]:
    """Code of each fault, and the part of the text that it points at."""
    try:
        root = parse_formula(text)
    except FormulaError as error:
        return [(error.code, text[error.at : error.at + error.width])]
    return [(one.code, text[one.at : one.at + one.width]) for one in meaning_of(root, KNOWN)[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("SCH350", "")]),
        ("age >", [("SCH350", "")]),
        ("age > 3 4", [("SCH350", "4")]),
        ("(age > 3", [("SCH350", "")]),
        ("age > 3)", [("SCH350", ")")]),
        ("age > 3 > 2", [("SCH350", ">")]),
        ("age = 3", [("SCH350", "=")]),
        ("__import__('os')", [("SCH350", "_")]),
        ("eval(3)", [("SCH350", "eval")]),
        ("min(3)", [("SCH350", "min")]),
        ("step(age, 1, 2, 3)", [("SCH350", "step")]),
        ("1e5", [("SCH350", "1e5")]),
        ("0.0001", [("SCH350", "0.0001")]),
        ("3000000000", [("SCH350", "3000000000")]),
        ("ages > 3", [("SCH351", "ages")]),
        ("age-urban > 3", [("SCH351", "age-urban")]),
        ("1 / 0", [("SCH352", "0")]),
        ("1 / (2 - 2)", [("SCH352", "-")]),
        ("not age", [("SCH353", "age")]),
        ("if(age, 1, 2)", [("SCH353", "age")]),
        ("age or urban and digital", [("SCH353", "digital"), ("SCH353", "age")]),
        ("step(age, digital, 2)", [("SCH353", "digital")]),
        ("step(age, 3, 2, 3, 1)", [("SCH353", "step")]),
        ("(" * 17 + "1" + ")" * 17, [("SCH354", "(")]),
        ("age" + " + 1" * 100, [("SCH354", "age" + " + 1" * 100)]),
        ("age " * 251, [("SCH354", "age " * 251)]),
    ],
)
def test_a_fault_points_at_the_part_that_has_it(text, found):
    assert faults(text) == found


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("age", Meaning(0, 127_000)),
        ("-age", Meaning(-127_000, 0)),
        ("urban", Meaning(0, 1_000, is_truth=True)),
        ("age > 3", Meaning(0, 1_000, is_truth=True)),
        ("2 * urban - 3", Meaning(-3_000, -1_000)),
        ("age * (digital - 1)", Meaning(-127_000, 127_000)),
        ("age / 4", Meaning(0, 31_750)),
        ("10 / 3", Meaning(3_333, 3_333)),
        ("clamp(age, 3, 9)", Meaning(3_000, 9_000)),
        ("min(age, 3, digital)", Meaning(0, 2_000)),
        ("max(age, 3)", Meaning(3_000, 127_000)),
        ("if(urban, 3, -2)", Meaning(-2_000, 3_000)),
        ("if(urban, woman, age > 2)", Meaning(0, 1_000, is_truth=True)),
        ("step(age, 18, 5, 60, -2)", Meaning(-2_000, 5_000)),
    ],
)
def test_the_range_of_a_formula_is_proved(text, meaning):
    assert meaning_of(parse_formula(text), KNOWN) == (meaning, ())


def test_and_binds_closer_than_or_and_a_comparison_closer_than_not():
    assert parse_formula("not age > 3 or urban and woman").op == "or"
    assert parse_formula("not age > 3").parts[0].op == ">"
    assert parse_formula("2 + 3 * 4").op == "+"
    assert parse_formula("9 - 3 - 2").parts[0].op == "-"


def test_names_with_hyphens_are_one_name_and_a_minus_has_spaces():
    error = meaning_of(parse_formula("age-urban > 3"), KNOWN)[1][0]
    assert error.fix == 'write spaces around a minus: "age - urban"'
    assert parse_formula("income-fifth").name == "income-fifth"


def test_every_fault_of_a_file_is_told_at_its_column():
    bad = 'when = "educaton < 2 and agee > 3"'
    text = DENSE.replace("repeat = { count = 2, within_days = 180 }", bad)
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text, "test.toml")
    spans = [one.span for one in caught.value.diagnostics]
    assert [span.source_line[span.column - 1 : span.end_column - 1] for span in spans] == ["educaton", "agee"]


@pytest.mark.parametrize("when", ["'age > x'", '"""\\\n  age > x"""', '"age > \\u0078"'])
def test_a_formula_may_be_written_in_any_way_that_text_is(when):
    text = DENSE.replace("repeat = { count = 2, within_days = 180 }", f"when = {when}")
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text, "test.toml")
    assert [one.code for one in caught.value.diagnostics] == ["SCH351"]


@pytest.mark.parametrize("code", ["LIM-formula", "LIM-state-rules", "LIM-counts", "LIM-categories"])
def test_what_is_too_large_is_refused_and_what_just_fits_is_not(code):
    text, _ = FORMULA_CASES[code]
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(str(text), "test.toml")
    assert [one.code for one in caught.value.diagnostics if one.severity == "error"] == [code]
    fits = {
        "LIM-formula": when("age * 2000000000 * 9 > 3"),
        "LIM-state-rules": FULL + "".join(standing(number) for number in range(14)),
        "LIM-counts": COUNTING.replace(" + count(late-bill, 111)", ""),
        "LIM-categories": THICK + "".join(category(number) for number in range(13)),
    }
    parse_scheme(fits[code], "test.toml")


@pytest.mark.parametrize(
    ("text", "rises", "falls"),
    [
        ("digital", False, False),
        ("age", True, False),
        ("3 - 2 * age", False, True),
        ("age - age", True, True),
        ("-(2 - age)", True, False),
        ("clamp(100 - 5 * age, 0, 50)", False, True),
        ("min(3, age) * digital", True, False),
        ("age * (digital - 1)", True, True),
        ("age * (digital - 3)", False, True),
        ("age / 3", True, False),
        ("age * age", True, True),
        ("step(age, 18, 5, 60, 9)", True, False),
        ("step(age, 18, -5, 60, -9)", False, True),
        ("step(age, 18, 5, 60, 3)", True, True),
        ("if(urban, age, 3 - age)", True, True),
        ("if(age > 3, 1, 0)", True, True),
        ("age > 3", True, False),
        ("3 >= age", False, True),
        ("not age > 3", False, True),
        ("age == 3", True, True),
    ],
)
def test_which_way_a_formula_can_go_when_one_thing_rises(text, rises, falls):
    assert ways_of(parse_formula(text), "age", KNOWN) == (rises, falls)

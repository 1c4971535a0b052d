"""What can reach nobody is told: conditions that never hold, ages that nobody has, appeals that nobody files."""

from __future__ import annotations

import pytest

from glasstown.scheme.check_reach import OLDEST, OLDEST_AT_START
from glasstown.society.frame import AGE_MAX
from scheme.dense import DENSE, FULL
from scheme.fault_cases_formulas import when
from scheme.fault_texts import faults_of, swap

NEVER = {
    "age > 200": "age > 200",
    "age > 112": "age > 112",
    "200 <= age": "200 <= age",
    "age > age": "age > age",
    "age + 1 != age + 1": "age + 1 != age + 1",
    "age < 10 and urban and 20 < age": "age < 10 and urban and 20 < age",
    "age > 20 and age < 20.001": "age > 20 and age < 20.001",
    "urban or (age + 1) > 300": "(age + 1) > 300",
    "not (age >= 0)": "not (age >= 0)",
    "not age > 500": "age > 500",
    "if(income-fifth == 6, 1, 2) > 1": "income-fifth == 6",
    "score > 150": "score > 150",
    "score >= 150": "",
    "age > 111": "",
    "income-fifth == 5": "",
    "age >= 65 and age <= 65": "",
    "age < 20 or age > 30": "",
    "age <= age": "",
    "not (age < 18 and age > 60)": "age < 18 and age > 60",
    "not urban and not woman": "",
}


@pytest.mark.parametrize("formula", NEVER)
def test_what_can_never_hold_is_told_where_it_stands(formula: str):
    told = [one for one in faults_of(when(formula)) if one.code == "SCH428"]
    if not NEVER[formula]:
        assert told == []
        return
    (one,) = told
    assert one.span
    assert one.span.source_line[one.span.column - 1 : one.span.end_column - 1] == NEVER[formula]
    assert one.message == f'"{NEVER[formula]}" can never hold'


def test_the_range_of_what_is_asked_about_is_told():
    (told,) = faults_of(when("income-fifth > 5"))
    assert told.fix == "change it, or take it out: income-fifth is from 1 to 5"
    (told,) = faults_of(when("age > 200"))
    assert told.fix.endswith(f"age is from 0 to {OLDEST}")


def test_nobody_is_older_on_day_0_than_the_people_are():
    assert OLDEST_AT_START == AGE_MAX


@pytest.mark.parametrize(("years", "told"), [(99, []), (100, ["SCH429"]), (110, ["SCH429"])])
def test_a_least_age_that_nobody_has_is_told(years: int, told: list[str]):
    text = swap("min_age_years = 18", f"min_age_years = {years}")
    assert [one.code for one in faults_of(text)] == told


def test_a_share_of_nobody_is_told_unless_organisations_are_reached():
    (told,) = faults_of(DENSE.replace("coverage = 0.9", "coverage = 0"))
    assert (told.code, told.severity) == ("SCH429", "warning")


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("exists = true", "exists = true", ["SCH427"]),
        ("exists = true\n", "", ["SCH427"]),
        ("exists = true\nindependent = false", "exists = false\nindependent = false", ["SCH427"]),
        ("decision_days = 60\nsuspensive = false\n", "", ["SCH427"]),
        ("exists = true", "", ["SCH427"]),
    ],
)
def test_the_law_of_appeals_without_anybody_who_files_is_told_once(old: str, new: str, codes: list[str]):
    text = DENSE.replace(', "no appeal is filed"', "").replace(old, new)
    assert [one.code for one in faults_of(text)] == codes


def test_no_appeal_is_told_of_where_there_is_none_or_where_they_run():
    nothing = DENSE.replace(', "no appeal is filed"', "").replace("exists = true", "exists = false")
    assert faults_of(nothing.replace("decision_days = 60\nsuspensive = false\n", "")) == ()
    assert faults_of(FULL.replace(', "no appeal is filed"', "")) == ()


TOLD = {
    "1e999 > age": "1e999 is a number too large",
    "99999999999 > age": "99999999999 is a number too large",
    "1e-9 > age": "1e-9 is a number too fine",
    "age > 0.0001": "0.0001 is a number too fine",
    "1e3 > age": "1e3 is written with a power of ten",
}


@pytest.mark.parametrize("formula", TOLD)
def test_a_number_that_no_formula_holds_is_told_as_a_number(formula: str):
    (told,) = faults_of(when(formula))
    assert (told.code, told.message) == ("SCH350", TOLD[formula])
    assert ("2,000,000,000" in told.fix) == ("e3" not in formula)

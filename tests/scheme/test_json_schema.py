"""The JSON Schema takes what the reader takes, and refuses what an editor can see is wrong."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.grammar import KEYS, TABLES, TOP_TABLES
from glasstown.scheme.json_schema import FORM_OF_TYPE, json_schema
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.scheme.values import READER_OF
from scheme.dense import FULL
from scheme.key_changes import KEY_CHANGES

COMMITTED = Path(__file__).parents[2] / "docs" / "reference" / "scheme.schema.json"
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def plain(value: object) -> object:
    """A TOML value as an editor hands it to a validator: dates as texts."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(text: str) -> list[str]:
    """Where and why a text breaks the schema."""
    return [f"{list(one.absolute_path)}: {one.message}" for one in VALIDATOR.iter_errors(plain(tomllib.loads(text)))]


def test_it_is_a_schema_of_the_named_draft():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_committed_copy_is_current():
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == SCHEMA, "run make docs"


def test_every_type_of_the_grammar_has_a_form():
    assert set(FORM_OF_TYPE) == set(READER_OF)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_shipped_scheme_validates(name):
    assert faults(find(name).read_text()) == []
    assert faults(canonical_text(read_scheme(find(name)))) == []


@pytest.mark.parametrize("change", KEY_CHANGES, ids=lambda change: change.name)
def test_what_the_reader_takes_validates(change):
    assert faults(change.changed) == []


def test_the_schemes_that_are_changed_validate():
    for text in {change.base for change in KEY_CHANGES}:
        assert faults(text) == []


def test_every_key_is_described():
    described = json.dumps(SCHEMA, ensure_ascii=False)
    for key in KEYS:
        assert json.dumps(key.text[:1].upper() + key.text[1:], ensure_ascii=False)[1:-1] in described, key
    for table in TABLES:
        assert table.name == "figure" or json.dumps(table.text)[1:-1] in described, table


def test_every_object_is_closed():
    waiting, objects = [SCHEMA], 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if one.get("type") == "object":
                objects += 1
                assert one["additionalProperties"] is False
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    assert objects > len(TOP_TABLES)


TEXTS = (FULL, *sorted({change.base for change in KEY_CHANGES} - {FULL}))
"""The dense scheme, then those that have the tables that it has not."""


@cache
def has(text: str, table: str) -> bool:
    top, *inner = table.split(".")
    found = tomllib.loads(text).get(top)
    return bool(found) and any(holds(one, inner) for one in (found if isinstance(found, list) else [found]))


def holds(values: dict, path: list[str]) -> bool:
    """Whether tables stand in one another as a path says."""
    return not path or (isinstance(values.get(path[0]), dict) and holds(values[path[0]], path[1:]))


def dense(table: str) -> dict:
    """A scheme that has a table."""
    return plain(tomllib.loads(next(text for text in TEXTS if has(text, table))))


def instances(table: str) -> list[tuple[str, ...]]:
    """Path to the first table of a name in such a scheme."""
    top, *inner = table.split(".")
    found = dense(table)[top]
    start = [top]
    if isinstance(found, list):
        start.append(next(place for place, one in enumerate(found) if holds(one, inner)))
    return [*start, *inner]


def at(values: dict, path: list) -> dict:
    for step in path:
        values = values[step]
    return values


@pytest.mark.parametrize("table", [table.name for table in TABLES if table.name != "figure"])
def test_an_unknown_key_is_refused(table):
    values = dense(table)
    at(values, instances(table))["tittle"] = 1
    assert not VALIDATOR.is_valid(values)


REQUIRED = [(key.table, key.name) for key in KEYS if key.required and key.table != "figure"]


@pytest.mark.parametrize(("table", "key"), REQUIRED)
def test_a_missing_key_is_refused(table, key):
    values = dense(table)
    del at(values, instances(table))[key]
    assert not VALIDATOR.is_valid(values)


@pytest.mark.parametrize(
    ("table", "key"), [(key.table, key.name) for key in KEYS if key.table != "figure"], ids="-".join
)
def test_a_value_of_another_type_is_refused(table, key):
    values = dense(table)
    for wrong in ({"neither": "nor"}, [[1]]):
        broken = deepcopy(values)
        at(broken, instances(table))[key] = wrong
        assert not VALIDATOR.is_valid(broken), wrong


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("coverage = 0.9", "coverage = 1.9"),
        ("coverage = 0.9", 'coverage = "most"'),
        ("coverage = 0.9", 'coverage = { value = 0.9, mark = "assumed" }'),
        ("coverage = 0.9", 'coverage = { value = 0.9, mark = "seen" }'),
        ("coverage = 0.9", "coverage = { value = 0.9, bandd = [0, 1] }"),
        ("coverage = 0.9", "coverage = { band = [0, 1] }"),
        ("min_age_years = 18", "min_age_years = 17.5"),
        ('consent = "compulsory"', 'consent = "compulsary"'),
        ('id = "bills"', 'id = "our bills"'),
        ("points = [-60, -20]", "points = [-60, -40, -20]"),
        ("special = false", "special = 0"),
        ('title = "A dense scheme for tests"', 'title = " "'),
        ("[awareness]", "[[awareness]]"),
        ("[score]", "[scores]"),
        ("[subjects]\nmin_age_years = 18\ncoverage = 0.9\n", "[operator]\n"),
    ],
)
def test_each_kind_of_fault_is_refused(old, new):
    assert faults(FULL) == []
    text = FULL.replace(old, new, 1)
    assert text != FULL
    if not new.startswith("[operator"):
        assert faults(text)
    else:
        values = dense("score")
        del values["subjects"]
        assert not VALIDATOR.is_valid(values)


def test_an_editor_can_suggest_acts_and_capacities():
    rule = SCHEMA["properties"]["rule"]["items"]["properties"]
    assert "late-bill" in rule["act"]["anyOf"][0]["enum"]
    assert "gaming-hours" not in rule["act"]["anyOf"][0]["enum"], "no record is made of a gauge"
    consequence = SCHEMA["properties"]["consequence"]["items"]["properties"]
    assert "public-job" in consequence["deny"]["items"]["anyOf"][0]["enum"]


def test_defaults_units_and_kinds_are_told():
    watch = SCHEMA["properties"]["source"]["items"]["properties"]["watch"]["properties"]["urban"]
    assert watch["default"] == 1
    assert watch["description"] == "For urban residents (times). Running key."


def test_the_schema_knows_no_key_that_the_reader_does_not():
    told = {setting.table for text in TEXTS for setting in parse_scheme(text).settings}
    assert {table for table in told if "." not in table} == set(SCHEMA["properties"])

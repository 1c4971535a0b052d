"""Nothing takes people from outside: every public signature of the package is looked at."""

from __future__ import annotations

import ast
import inspect

import pytest

from repository import functions, imported, python, texts
from signatures import modules, public

OUTPUT = ("glasstown.ledger", "glasstown.audit", "glasstown.report", "glasstown.kernels")
"""Rooms that handle what a run already made, and arithmetic without meaning."""

PEOPLE_FROM_OUTSIDE = {
    "citizen", "citizens", "contacts", "csv", "dataframe", "dataset", "df", "individuals", "input_acts", "input_file",
    "input_records", "people_file", "people_path", "person", "persons", "population_file", "population_path",
    "real_data", "records", "register", "residents_file", "sightings", "subjects_file", "ties", "users",
}  # fmt: skip
FRAMES = ("DataFrame", "LazyFrame", "pa.Table", "pyarrow", "RecordBatch", "Dataset")


@pytest.mark.parametrize("module", modules())
def test_no_public_signature_takes_people(module):
    if module.startswith(OUTPUT):
        return
    for name, function in public(module):
        try:
            parameters = inspect.signature(inspect.unwrap(getattr(function, "py_func", function))).parameters
        except (TypeError, ValueError):
            continue
        many = {p.name for p in parameters.values() if p.annotation not in {"int", "bool"}}
        assert many & PEOPLE_FROM_OUTSIDE == set(), f"{module}.{name}"
        taken = [str(p.annotation) for p in parameters.values() if any(word in str(p.annotation) for word in FRAMES)]
        assert taken == [], f"{module}.{name} takes a table"


def test_only_society_makes_a_population():
    made = [
        f"{name}:{node.lineno}"
        for name, tree in python("src/glasstown/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Population"
        if not name.startswith("src/glasstown/society/")
    ]
    assert made == []


def test_one_public_function_returns_a_population():
    makers = {
        f"{name}:{function.name}"
        for name, tree in python("src/glasstown/")
        for function in functions(tree)
        if not function.name.startswith("_") and function.returns is not None
        if "Population" in {node.id for node in ast.walk(function.returns) if isinstance(node, ast.Name)}
    }
    assert makers <= {"src/glasstown/society/build.py:build", "src/glasstown/society/population.py:assemble"}


def test_what_build_computed_is_frozen_by_build_alone():
    callers = {
        name
        for name, tree in python("src/glasstown/")
        for module, _ in imported(tree)
        if module == "glasstown.society.population.assemble"
    }
    secret = {name for name, text in texts(".py") if "_MADE_BY_BUILD" in text and name.startswith("src/")}
    assert callers <= {"src/glasstown/society/build.py"}
    assert secret <= {"src/glasstown/society/population.py"}


def test_no_population_is_changed_after_it_was_made():
    changed = [
        f"{name}:{node.lineno}"
        for name, tree in python("src/glasstown/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"replace", "__replace__"}
        if node.args and "population" in ast.unparse(node.args[0]).lower()
    ]
    assert changed == []

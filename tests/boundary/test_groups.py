"""Groups are invented: laid out without regard to provinces, never crossed with one, never guessed."""

from __future__ import annotations

import ast
import csv
import re
import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.tables import SCHEMAS
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.vocab.codes import Group
from glasstown.vocab.errors import InputFaultsError
from repository import functions, python
from scheme.dense_inferences import INFERENCES


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """Give everything that an audit says about a small run."""
    request = RunRequest(
        scheme=read_scheme(find("suining-2010")),
        people=9_000,
        days=182,
        step_days=7,
        seed=1,
        start=date(2020, 1, 1),
        out=tmp_path_factory.mktemp("groups") / "run",
    )
    live(request)
    return assess(open_worlds(request.out))


def test_groups_are_numbered():
    assert [group.name for group in Group] == ["MAJORITY", "MINORITY_A", "MINORITY_B"]


def test_no_table_crosses_group_and_province():
    columns = {table: set(schema.names) for table, schema in SCHEMAS.items()}
    assert {"group", "province"} <= set().union(*columns.values())
    assert [table for table, names in columns.items() if {"group", "province"} <= names] == []


def test_no_finding_crosses_group_and_province(findings):
    provinces = {province.name_en.lower().replace(" ", "-") for province in load_spec().provinces}
    groups = {group.name.lower().replace("_", "-") for group in Group}
    said = [finding.slug for finding in findings]
    assert any(group in slug for slug in said for group in groups)
    assert any(province in slug for slug in said for province in provinces)
    crossed = [
        slug
        for slug in said
        if ("province" in slug or any(province in slug for province in provinces))
        and any(re.search(rf"\b{group}\b", slug) for group in groups | {"group"})
    ]
    assert crossed == []


def test_no_code_groups_by_both():
    both = [
        f"{name}:{node.lineno}"
        for name, tree in python("src/glasstown/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call | ast.List | ast.Tuple) and {"group", "province"} <= strings_of(node)
        if not name.startswith(("src/glasstown/society/", "src/glasstown/simulate/", "src/glasstown/vocab/"))
    ]
    assert both == []


def strings_of(node: ast.Call | ast.List | ast.Tuple) -> set[str]:
    """Give the strings that stand directly in a call or list."""
    parts = node.args if isinstance(node, ast.Call) else node.elts
    return {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def test_groups_are_laid_out_without_regard_to_provinces(tmp_path):
    """Give every province another's people, income and towns: nobody's group changes."""
    shipped = Path(str(files("glasstown.society").joinpath("library", "china_2020")))
    folder = Path(shutil.copytree(shipped, tmp_path / "society", ignore=shutil.ignore_patterns("__pycache__", "*.py")))
    path = folder / "provinces.csv"
    with path.open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    names = [{key: row[key] for key in ("code", "name_en", "name_zh")} for row in rows]
    order = list(dict.fromkeys(name["code"] for name in names))
    named = {name["code"]: name for name in names}
    turned = dict(zip(order, order[1:] + order[:1], strict=True))
    with path.open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, **named[turned[row["code"]]]} for row in rows)
    before = build(load_spec(), seed=1, people=20_000)
    after = build(load_spec(folder), seed=1, people=20_000)
    assert np.array_equal(before.group, after.group)


def test_a_minority_is_alike_in_every_province(tmp_path):
    """No province holds more of a minority than luck allows."""
    town = build(load_spec(), seed=1, people=409_600)
    for group in (Group.MINORITY_A, Group.MINORITY_B):
        share = np.mean(town.group == group)
        for province in np.unique(town.province):
            here = town.group[town.province == province] == group
            # Households share a group, so the draw is as wide as that of a fourth of the residents.
            tolerance = 5 * np.sqrt(share * (1 - share) / (here.size / 4))
            assert abs(here.mean() - share) < tolerance, (group.name, int(province))


def test_nothing_guesses_a_group_a_belief_or_an_opinion():
    guesses = [
        f"{name}:{function.name}"
        for name, tree in python("src/glasstown/")
        for function in functions(tree)
        if re.search(r"(predict|guess|classify|recogni[sz]e|identify|match_name)", function.name)
    ]
    assert guesses == []


@pytest.mark.parametrize("key", ["about", "evidence"])
def test_no_scheme_concludes_who_belongs_to_a_group(key):
    """What a scheme concludes of an invented life comes with its errors (`[[inference]]`), and never is a group."""
    head, table, body = INFERENCES.partition("[[inference]]")
    text = head + table + body.replace(f'{key} = "', f'{key} = "group == 1 and ', 1)
    with pytest.raises(InputFaultsError) as error:
        parse_scheme(text)
    assert "SCH366" in {one.code for one in error.value.diagnostics}

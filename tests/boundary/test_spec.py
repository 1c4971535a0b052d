"""A society comes in as aggregates only: tried with small cells, personal columns and lists of people."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from glasstown.society.spec import load_spec
from glasstown.vocab.errors import InputFaultsError

Change = Callable[[list[dict[str, str]]], list[dict[str, str]]]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Give a copy of the shipped specification, to tamper with."""
    shipped = Path(str(files("glasstown.society").joinpath("library", "china_2020")))
    return Path(shutil.copytree(shipped, tmp_path / "society", ignore=shutil.ignore_patterns("__pycache__", "*.py")))


def rewrite(path: Path, change: Change) -> None:
    """Change the rows of a table of aggregates."""
    with path.open(newline="", encoding="utf-8") as table:
        rows = change(list(csv.DictReader(table)))
    with path.open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def faults(spec: Path) -> str:
    """Give all that a specification is refused for."""
    with pytest.raises(InputFaultsError) as refused:
        load_spec(spec)
    return " ".join(f"{fault.code} {fault.message} {fault.why} {fault.fix}" for fault in refused.value.diagnostics)


def test_the_copy_is_a_specification(spec):
    assert load_spec(spec).digest == load_spec().digest


def test_a_cell_of_fewer_than_ten_thousand_people_is_refused(spec):
    def shrink(rows):
        counted = next(row for row in rows if row["unit"] == "persons")
        counted["value"] = "9999"
        counted["low"] = counted["high"] = ""
        return rows

    rewrite(spec / "provinces.csv", shrink)
    assert "9999" in faults(spec)
    assert "SOC-small" in faults(spec)


@pytest.mark.parametrize(("table", "key"), [("provinces.csv", "variable"), ("age_sex.csv", "sex")])
def test_a_small_cell_cannot_hide_behind_another_unit(spec, table, key):
    def rename(rows):
        counted = next(row for row in rows if row["unit"] == "persons" and row[key] in {"population", "female"})
        counted.update(value="9999", unit="heads", low="", high="")
        return rows

    rewrite(spec / table, rename)
    assert "heads" in faults(spec)


@pytest.mark.parametrize("column", ["name", "id", "id_number", "phone", "face", "address", "email"])
@pytest.mark.parametrize("table", ["age_sex.csv", "provinces.csv", "profiles.csv", "sources.csv"])
def test_a_column_about_somebody_is_refused_by_name(spec, table, column):
    rewrite(spec / table, lambda rows: [{**row, column: "x"} for row in rows])
    assert column in faults(spec)


@pytest.mark.parametrize("stranger", ["people.csv", "residents.parquet", "acts.csv", "contacts.vcf", "records.jsonl"])
def test_a_list_of_people_beside_the_tables_is_refused(spec, stranger):
    (spec / stranger).write_text("number,name\n1,somebody\n")
    assert stranger in faults(spec)


def test_a_folder_of_people_is_no_specification(tmp_path):
    (tmp_path / "people.csv").write_text("name,phone\nsomebody,12345\n")
    assert "people.csv" in faults(tmp_path)


def test_no_shipped_cell_is_small():
    counted = [row for table in load_spec().tables for row in table.rows if row.unit in {"persons", "households"}]
    assert len(counted) >= 31
    assert min(row.figure.value for row in counted) >= 10_000


SOCIETY_FILE = """\
[society]
id = "mine"
title = "a society of mine"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]
"""


def faults_of_file(tmp_path: Path, lines: str) -> str:
    """Give all that a society file is refused for."""
    path = tmp_path / "mine.toml"
    path.write_text(SOCIETY_FILE + lines, encoding="utf-8")
    return faults(path)


@pytest.mark.parametrize("table", ["people", "residents", "persons", "ties", "acts", "sightings", "records", "lists"])
def test_a_society_file_has_no_table_for_anybody(tmp_path, table):
    refused = faults_of_file(tmp_path, f'[[{table}]]\nresident = 48213\nname = "somebody"\n')
    assert "SOC-key" in refused
    assert table in refused


@pytest.mark.parametrize("key", ["name", "id_number", "phone", "face", "address", "email", "resident", "unit"])
@pytest.mark.parametrize(
    "row",
    [
        '[[scalars]]\nvariable = "drivers"\nvalue = 456000000\nband = [4e8, 5e8]\n',
        '[[rate]]\nact = "petition"\nfactor = { value = 2, band = [1, 3] }\n',
        '[[shock]]\nact = "petition"\nfrom_day = 1\nto_day = 2\nfactor = { value = 2, band = [1, 3] }\n',
    ],
)
def test_a_key_about_somebody_is_refused_in_every_table_of_a_society_file(tmp_path, row, key):
    assert f'unknown key "{key}"' in faults_of_file(tmp_path, f'{row}{key} = "x"\n')


@pytest.mark.parametrize(
    "row",
    [
        'provinces]]\ncode = "XX"\nname_en = "A village"\nname_zh = "x"\nvariable = "population"\nvalue = 9999\n',
        'age_sex]]\nage_lo = 85\nage_hi = 99\nsex = "male"\nvalue = 12\n',
        'scalars]]\nvariable = "journalists"\nvalue = 9999\n',
        'households_living]]\nvariable = "collective_households"\nvalue = 300\n',
    ],
)
def test_a_small_cell_of_a_society_file_is_refused(tmp_path, row):
    assert "SOC-small" in faults_of_file(tmp_path, f"[[{row}band = [1, 1e9]\n")

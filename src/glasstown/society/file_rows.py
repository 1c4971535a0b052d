"""Rows of the tables in a society file, and how they take the place of those of the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from glasstown.society.cells import check_cells
from glasstown.society.file_figures import Desk, check_keys, figure, instances
from glasstown.society.finer_places import finer_place
from glasstown.society.grammar import ROW_TEXTS
from glasstown.society.ranges import LEAST_PERSONS, band_outside, is_small, outside
from glasstown.society.reading import TABLES, WHOLE_KEYS, Row, Table, ages_descend
from glasstown.society.sums import check_deciles
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.wording import kind_of, meant, quoted

MOST_WHOLE: Final = 99
ELSEWHERE: Final = 0
"""Line of a row that stands in the base and not in the file."""

KNOWN_ROWS: Final = (
    *("scalars", "households_living", "household_kinds", "household_size"),
    *("age_gaps", "income_shifts", "income_deciles", "sectors"),
)
"""Tables whose rows are all named by the model, so that another name is a mistake."""


@dataclass(frozen=True, slots=True)
class Base:
    """The society that a file starts from, and the units of the shipped one, by table and row."""

    tables: Mapping[str, Table]
    units: Mapping[tuple[str, tuple[str, ...]], str]
    replaced: tuple[str, ...]


def merged_tables(desk: Desk, base: Base) -> dict[str, Table]:
    """Every table but the fitted households: rows of the file in place of those of the base."""
    merged: dict[str, Table] = {}
    for name in ROW_TEXTS:
        before = len(desk.faults.found)
        taken = () if name in base.replaced else base.tables[name].rows
        rows = {row.keys: replace(row, line=ELSEWHERE) for row in taken}
        seen: set[tuple[str, ...]] = set()
        for record, keys in instances(desk, name):
            row = read_row(desk, name, record, keys, base)
            if row is None:
                continue
            if row.keys in seen:
                desk.faults.note(
                    "SOC-twice",
                    f"the row {', '.join(row.keys)} of {name} stands twice",
                    "only one of the two would count",
                    "delete one of them",
                    keys,
                )
            seen.add(row.keys)
            rows[row.keys] = row
        merged[name] = Table(name, tuple(rows.values()))
        if name == "income_deciles" and len(desk.faults.found) == before:
            check_deciles(merged[name], desk.faults)
    check_cells(merged, desk.faults)
    return merged


def read_row(desk: Desk, table: str, record: Mapping[str, object], keys: Keys, base: Base) -> Row | None:
    """One row, or None where it has a fault."""
    if not check_keys(desk, table, record, keys):
        return None
    before = len(desk.faults.found)
    name = tuple(_key_text(desk, table, column, record[column], keys) for column in TABLES[table])
    if table in KNOWN_ROWS and (table, name) not in base.units:
        known = [row[0] if len(row) == 1 else " ".join(row) for of, row in base.units if of == table]
        desk.faults.note(
            "SOC-key",
            f"{table} has no row {quoted(' '.join(name))}",
            "a row that nothing reads is a mistake",
            meant(" ".join(name), known, f"rows of {table}"),
            keys,
        )
    if table == "provinces":
        _refuse_finer(desk, record, keys)
    unit = unit_of(table, name, base)
    _refuse_small(desk, record["value"], unit, keys)
    evidence = {key: record[key] for key in ("value", "band", "mark", "cite") if key in record}
    found = figure(desk, evidence, f"{table}, {', '.join(name)}", keys)
    if found is not None and (limits := outside(table, name, unit, found.value)):
        desk.faults.note("SOC-range", *limits.told(f"{table}, {', '.join(name)}", found.value, unit), (*keys, "value"))
    if found is not None and (limits := band_outside(table, name, unit, (found.low, found.high))):
        said = limits.told(f"the band of {table}, {', '.join(name)}", found.band_text, unit)
        desk.faults.note("SOC-range", *said, (*keys, "band"))
    if said := ages_descend(record):
        desk.faults.note("SOC-ages", *said, (*keys, "age_hi"))
    if found is None or len(desk.faults.found) > before:
        return None
    line = desk.faults.document.span(keys).line
    desk.faults.rows[table, line] = keys
    return Row(name, found, unit, line)


def _refuse_finer(desk: Desk, record: Mapping[str, object], keys: Keys) -> None:
    """Refuse a province that is named like a place inside one."""
    for column in ("name_en", "name_zh"):
        name = record.get(column)
        if isinstance(name, str) and (word := finer_place(name)):
            desk.faults.note(
                "SOC-place",
                f"{quoted(name)} is finer than a province: {quoted(word)}",
                "real places finer than a province stand for no society here",
                "name the province alone, or add its figures to those of its province",
                (*keys, column),
            )


def _refuse_small(desk: Desk, value: object, unit: str, keys: Keys) -> None:
    if isinstance(value, int | Decimal) and Decimal(value).is_finite() and is_small(unit, Decimal(value)):
        desk.faults.note(
            "SOC-small",
            f"{value} {unit} is a cell of fewer than {LEAST_PERSONS:,}",
            "small cells come close to real people",
            "merge it with its neighbour",
            keys,
        )


def unit_of(table: str, row: tuple[str, ...], base: Base) -> str:
    """Unit of a row: that of the shipped society, so that a file cannot hide a small cell behind another one."""
    if table == "age_sex" or (table == "provinces" and row[-1] == "population"):
        return "persons"
    if (table, row) in base.units or table == "provinces":
        return base.units.get((table, row)) or {"urban_share": "percent"}.get(row[-1], "yuan")
    of_table = {unit for (name, _), unit in base.units.items() if name == table}
    return of_table.pop() if len(of_table) == 1 else ""


def _key_text(desk: Desk, table: str, column: str, raw: object, keys: Keys) -> str:
    if column in WHOLE_KEYS:
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= MOST_WHOLE:
            return str(raw)
        desk.faults.note(
            "SOC-number",
            f'"{column}" of {table} is no whole number from 0 to {MOST_WHOLE}',
            "rows are found by it",
            "write plain digits without quotation marks",
            (*keys, column),
        )
        return ""
    if isinstance(raw, str):
        return raw
    desk.faults.note(
        "SOC-number",
        f'"{column}" of {table} holds {kind_of(raw)}, not text',
        "rows are found by it",
        "write it in quotation marks",
        (*keys, column),
    )
    return ""

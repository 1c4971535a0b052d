"""Reading the tables of a society specification: every row a figure with its evidence, every fault told.

A specification is a folder of CSV files that hold aggregates. Columns that are not in the catalogue are
refused by name, so no table can bring people along.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from glasstown.society.ranges import LEAST_PERSONS, band_outside, is_small, outside
from glasstown.vocab.errors import Diagnostic, Span
from glasstown.vocab.evidence import MARKS, MARKS_THAT_NEED_A_BAND, Figure

EVIDENCE: Final = ("value", "low", "high", "unit", "year", "mark", "source", "derivation")
"""Columns that every table has after its keys."""

TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "age_sex": ("age_lo", "age_hi", "sex"),
    "provinces": ("code", "name_en", "name_zh", "variable"),
    "household_size": ("size",),
    "households_living": ("variable",),
    "household_kinds": ("kind",),
    "households_fitted": ("kind", "age_lo"),
    "age_gaps": ("gap", "part"),
    "schooling": ("age_lo", "age_hi", "level"),
    "scalars": ("variable",),
    "sectors": ("area", "sector", "level"),
    "income_deciles": ("area", "decile"),
    "income_shifts": ("of",),
    "profiles": ("table", "sex", "area", "age_lo", "age_hi"),
}
"""Every table of a specification and the columns that name its rows."""

WHOLE_KEYS: Final = ("age_lo", "age_hi", "size", "decile")
"""Key columns that hold whole numbers from 0 to 99."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is about, its figure, its unit and where it stands."""

    keys: tuple[str, ...]
    figure: Figure
    unit: str
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a specification: its name and its rows in the order of the file."""

    name: str
    rows: tuple[Row, ...]

    def values(self) -> dict[tuple[str, ...], Decimal]:
        """The value of each row by its keys."""
        return {row.keys: row.figure.value for row in self.rows}


class Faults:
    """Collects every fault of a specification before anything is refused."""

    def __init__(self) -> None:
        """Start with none."""
        self.found: list[Diagnostic] = []

    def add(self, code: str, what: str, why: str, fix: str, *, file: str, line: int = 1) -> None:
        """Note one fault: what is wrong, why it matters, how to mend it, and where."""
        self.found.append(Diagnostic(code, what, why, fix, Span(file, line, 1, 1)))


def read_sources(folder: Path | Traversable, faults: Faults) -> dict[str, str]:
    """Citations by source key."""
    text = _text(folder, "sources.csv", faults)
    reader = csv.DictReader(io.StringIO(text))
    if text and tuple(reader.fieldnames or ()) != ("key", "citation"):
        faults.add(
            "SOC-columns",
            f"columns {', '.join(reader.fieldnames or ())}",
            "a specification holds aggregates and their sources and nothing else",
            "use exactly: key, citation",
            file="sources.csv",
        )
        return {}
    return {row["key"]: row["citation"] for row in reader}


def read_table(folder: Path | Traversable, name: str, sources: Mapping[str, str], faults: Faults) -> Table:
    """One table with all its faults noted; rows with a fault are left out."""
    file = f"{name}.csv"
    expected = (*TABLES[name], *EVIDENCE)
    reader = csv.DictReader(io.StringIO(_text(folder, file, faults)))
    got = tuple(reader.fieldnames or ())
    if got != expected:
        unknown = [column for column in got if column not in expected]
        missing = [column for column in expected if column not in got]
        faults.add(
            "SOC-columns",
            f"unknown columns: {', '.join(unknown) or 'none'}; missing: {', '.join(missing) or 'none'}",
            "a specification holds aggregates and nothing else: no names, numbers or addresses of anybody",
            f"use exactly: {', '.join(expected)}",
            file=file,
        )
        return Table(name, ())
    rows: list[Row] = []
    seen: set[tuple[str, ...]] = set()
    for record in reader:
        keys = tuple(record[key] or "" for key in TABLES[name])
        before = len(faults.found)
        _check_form(record, name, keys in seen, faults, reader.line_num)
        figure = _figure(record, sources, faults, file, reader.line_num)
        if figure is not None:
            _check_range(name, keys, figure, record["unit"] or "", faults, reader.line_num)
        if figure is not None and len(faults.found) == before:
            rows.append(Row(keys, figure, record["unit"], reader.line_num))
        seen.add(keys)
    return Table(name, tuple(rows))


def _check_form(record: Mapping[str, str | None], name: str, repeated: bool, faults: Faults, line: int) -> None:  # noqa: FBT001  one caller, by position
    """Note a row that is too short or too long, stands twice, or whose ages are no whole numbers."""
    file = f"{name}.csv"
    expected = len(TABLES[name]) + len(EVIDENCE)
    if len(record) != expected or any(record[column] is None for column in TABLES[name]):
        faults.add(
            "SOC-row",
            "the row has too few or too many fields",
            "a value would be read as something else",
            f"write {expected} fields",
            file=file,
            line=line,
        )
    if repeated:
        faults.add(
            "SOC-twice",
            "the row stands twice",
            "only one of the two would count",
            "delete one of them",
            file=file,
            line=line,
        )
    if said := ages_descend({column: record[column] for column in TABLES[name]}):
        faults.add("SOC-ages", *said, file=file, line=line)
    for column in WHOLE_KEYS:
        text = record.get(column, "0") or ""
        if not (text.isascii() and text.isdigit() and len(text) <= len("99")):
            faults.add(
                "SOC-number",
                f'{column} "{text}" is no whole number from 0 to 99',
                "rows are found by it",
                "write plain digits",
                file=file,
                line=line,
            )


def ages_descend(record: Mapping[str, object]) -> tuple[str, str, str] | None:
    """What is wrong with a row that is about nobody, for its ages end before they begin; in words of a fault."""
    low, high = (str(record.get(column, "")) for column in ("age_lo", "age_hi"))
    if not (low.isdecimal() and high.isdecimal() and int(low) > int(high)):
        return None
    return (
        f"the ages begin at {low} and end at {high}",
        "the row would be about nobody, and without effect",
        "let age_hi be age_lo or more",
    )


def _text(folder: Path | Traversable, file: str, faults: Faults) -> str:
    try:
        return folder.joinpath(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.add(
            "SOC-file",
            f"{file} cannot be read: {error}",
            "a society is built from all of its tables",
            "put the file back, as UTF-8 text",
            file=file,
        )
        return ""


def _figure(
    record: Mapping[str, str | None], sources: Mapping[str, str], faults: Faults, file: str, line: int
) -> Figure | None:
    try:
        value = Decimal(record["value"] or "")
        low = Decimal(record["low"]) if record["low"] else None
        high = Decimal(record["high"]) if record["high"] else None
        numeric = all(number.is_finite() for number in (value, low, high) if number is not None)
    except InvalidOperation:
        value, low, high, numeric = Decimal(0), None, None, False
    if not numeric:
        faults.add(
            "SOC-number",
            "value, low or high is no number",
            "tables are built from it",
            "write a plain decimal number",
            file=file,
            line=line,
        )
        return None
    figure = Figure(value, record["mark"] or "", low, high, (record["source"] or "",))
    before = len(faults.found)
    _check_evidence(figure, sources, faults, file, line)
    _check_size(figure, record["unit"] or "", faults, file, line)
    return figure if len(faults.found) == before else None


def _check_evidence(figure: Figure, sources: Mapping[str, str], faults: Faults, file: str, line: int) -> None:
    if figure.mark not in MARKS:
        faults.add(
            "SOC-mark",
            f'mark "{figure.mark}" is unknown',
            "every figure says how it is known",
            f"use one of: {', '.join(MARKS)}",
            file=file,
            line=line,
        )
    if figure.mark in MARKS_THAT_NEED_A_BAND and not figure.band_text:
        faults.add(
            "SOC-band",
            f"an {figure.mark} figure has no band",
            "a guess without a band looks like a fact",
            "fill low and high",
            file=file,
            line=line,
        )
    if figure.low is not None and figure.high is not None and not figure.low <= figure.value <= figure.high:
        faults.add(
            "SOC-band",
            f"{figure.value} lies outside its band {figure.band_text}",
            "the band must hold the value",
            "correct value, low or high",
            file=file,
            line=line,
        )
    if figure.cite[0] not in sources:
        faults.add(
            "SOC-source",
            f'source "{figure.cite[0]}" is unknown',
            "every figure names where it is from",
            "add the key to sources.csv",
            file=file,
            line=line,
        )


def _check_range(name: str, keys: tuple[str, ...], figure: Figure, unit: str, faults: Faults, line: int) -> None:
    if limits := outside(name, keys, unit, figure.value):
        faults.add("SOC-range", *limits.told(", ".join(keys), figure.value, unit), file=f"{name}.csv", line=line)
    elif limits := band_outside(name, keys, unit, (figure.low, figure.high)):
        said = limits.told(f"the band of {', '.join(keys)}", figure.band_text, unit)
        faults.add("SOC-range", *said, file=f"{name}.csv", line=line)


def _check_size(figure: Figure, unit: str, faults: Faults, file: str, line: int) -> None:
    if is_small(unit, figure.value):
        faults.add(
            "SOC-small",
            f"{figure.value} {unit} is a cell of fewer than {LEAST_PERSONS:,}",
            "small cells come close to real people",
            "merge it with its neighbour",
            file=file,
            line=line,
        )

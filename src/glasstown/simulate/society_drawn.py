"""Whether people can be drawn from a society file at all: told at the rows that are most likely at fault.

Each figure may be sound by itself and still leave no people to draw: more police than schooled staff, say. One such
fault hides those behind it. So the row that is blamed is put back to what the shipped society says, and the rest is
drawn again, until nothing is wrong; then each blamed row is tried alone, and those that do no harm are let off.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, cast

from glasstown.society.file_text import SocietyText
from glasstown.society.grammar import ROW_TEXTS
from glasstown.society.labour import RolesError
from glasstown.society.reading import TABLES
from glasstown.society.relations import tie_tables
from glasstown.society.spec import Spec
from glasstown.society.tables import Chances, chances, house_tables, people_tables, province_table
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.places import Path as Keys

MOST_TRIED: Final = 12
"""Rows that are put back one after the other; who has more faults mends these first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row of a file: its table, its name, its place, and how many times its value is the shipped one or less."""

    table: str
    name: tuple[str, ...]
    keys: Keys
    far: float


def drawing_faults(spec: Spec, shipped: Spec, document: SocietyText) -> tuple[Diagnostic, ...]:
    """What keeps people from being drawn: every fault that shows once those before it are mended.

    Args:
        spec: the society of the file, without faults of its own.
        shipped: a society that is known to be drawn, to see what the file changes most.
        document: the file.
    """
    changes = sorted(_changes(document, shipped), key=lambda change: -change.far)
    blamed: list[Change] = []
    first = error = _refusal(spec)
    while error is not None and len(blamed) < MOST_TRIED:
        change = _most_changed(changes, blamed, error)
        if change is None:
            break
        blamed.append(change)
        error = _refusal(_put_back(spec, shipped, blamed, document))
    if first is not None and error is not None:  # no row is at fault by itself, or too many are
        return (_told(first, document, blamed[0].keys if blamed else ("society",)),)
    others = ((one, [other for other in blamed if other != one]) for one in blamed)
    alone = ((one, _refusal(_put_back(spec, shipped, put_back, document))) for one, put_back in others)
    return tuple(_told(found, document, one.keys) for one, found in alone if found is not None)


def _refusal(spec: Spec) -> RolesError | ArithmeticError | None:
    """Why nobody can be drawn from a society; None where people can."""
    try:
        _refuse_less_than_nobody(chances(spec))
        for tables in (house_tables, people_tables, tie_tables, province_table):
            tables(spec)
    except (RolesError, ArithmeticError) as error:
        return error
    return None


def _told(error: RolesError | ArithmeticError, document: SocietyText, keys: Keys) -> Diagnostic:
    """A refusal as a fault of one row."""
    span = document.span((*keys, "value"))
    if isinstance(error, RolesError):
        return Diagnostic("SOC-roles", error.what, error.why, error.fix, span)
    return Diagnostic(
        "SOC-drawn",
        "nobody can be drawn from these figures together",
        "a share of people comes out as nothing, as less than nothing, or as more than all",
        "bring this row, which differs most from the shipped society, into agreement with the others",
        span,
    )


def _refuse_less_than_nobody(found: Chances) -> None:
    """Raise where a chance of schooling or work lies outside 0 to 1.

    Raises:
        ArithmeticError: one does.
    """
    rows = (*found.levels.values(), *found.work.sector.values(), found.work.public_roles, found.work.private_roles)
    if any(not 0 <= part <= 1 for row in rows for part in row):
        raise ArithmeticError


def _most_changed(changes: Iterable[Change], blamed: list[Change], error: Exception) -> Change | None:
    """Of the rows not blamed yet the one that differs most, among the single figures that an error names if it can."""
    left = [change for change in changes if change.far and change not in blamed]
    names = error.figures if isinstance(error, RolesError) else ()
    named = [change for change in left if change.table == "scalars" and change.name[0] in names]
    return next(iter(named or left), None)


def _put_back(spec: Spec, shipped: Spec, changes: Iterable[Change], document: SocietyText) -> Spec:
    """A society in which some rows are those of the shipped one.

    A row that it does not have is taken out; it stays where the file replaces all rows of the table.
    """
    replaced = cast("Mapping[str, Sequence[str]]", document.values["society"]).get("replace", ())
    tables = {table.name: {row.keys: row for row in table.rows} for table in spec.tables}
    for change in changes:
        before = {row.keys: row for row in shipped.table(change.table).rows}
        if change.name in before:
            tables[change.table][change.name] = before[change.name]
        elif change.table not in replaced:
            tables[change.table].pop(change.name)
    return replace(spec, tables=tuple(replace(table, rows=tuple(tables[table.name].values())) for table in spec.tables))


def _changes(document: SocietyText, shipped: Spec) -> Iterator[Change]:
    """Every row of a file."""
    for table in ROW_TEXTS:
        before = shipped.values(table)
        records = cast("list[Mapping[str, object]]", document.values.get(table, []))
        for i, record in enumerate(records):
            name = tuple(str(record[column]) for column in TABLES[table])
            old, new = before.get(name, Decimal(0)), Decimal(str(record["value"]))
            far = abs(math.log(new / old)) if new * old > 0 else math.inf
            yield Change(table, name, (table, i), 0.0 if new == old else far)

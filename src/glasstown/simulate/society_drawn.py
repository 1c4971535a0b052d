"""Whether people can be drawn from a society file at all: told at the row that is most likely at fault.

Each figure may be sound by itself and still leave no people to draw: more police than schooled staff, say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from glasstown.society.file_text import SocietyText
from glasstown.society.grammar import ROW_TEXTS
from glasstown.society.labour import RolesError
from glasstown.society.reading import TABLES
from glasstown.society.relations import tie_tables
from glasstown.society.spec import Spec
from glasstown.society.tables import Chances, chances, house_tables, people_tables, province_table
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.places import Path as Keys


def drawing_faults(spec: Spec, shipped: Spec, document: SocietyText) -> tuple[Diagnostic, ...]:
    """What keeps people from being drawn: at most one fault, for the first hides those behind it.

    Args:
        spec: the society of the file, without faults of its own.
        shipped: a society that is known to be drawn, to see what the file changes most.
        document: the file.
    """
    try:
        _refuse_less_than_nobody(chances(spec))
        for tables in (house_tables, people_tables, tie_tables, province_table):
            tables(spec)
    except RolesError as error:
        at = _most_changed(document, shipped, error.figures)
        return (Diagnostic("SOC-roles", error.what, error.why, error.fix, document.span((*at, "value"))),)
    except ArithmeticError:
        at = _most_changed(document, shipped, ())
        return (
            Diagnostic(
                "SOC-drawn",
                "nobody can be drawn from these figures together",
                "a share of people comes out as nothing, as less than nothing, or as more than all",
                "bring this row, which differs most from the shipped society, into agreement with the others",
                document.span((*at, "value")),
            ),
        )
    return ()


def _refuse_less_than_nobody(found: Chances) -> None:
    """Raise where a chance of schooling or work lies outside 0 to 1.

    Raises:
        ArithmeticError: one does.
    """
    rows = (*found.levels.values(), *found.work.sector.values(), found.work.public_roles, found.work.private_roles)
    if any(not 0 <= part <= 1 for row in rows for part in row):
        raise ArithmeticError


def _most_changed(document: SocietyText, shipped: Spec, names: tuple[str, ...]) -> Keys:
    """The row that differs most from the shipped one, among the single figures named if the file has any of them."""
    rows = list(_changes(document, shipped))
    named = [row for row in rows if row[1][0] == "scalars" and row[2] in names]
    if not rows:
        return ("society",)
    return max(named or rows, key=lambda row: row[0])[1]


def _changes(document: SocietyText, shipped: Spec) -> Iterator[tuple[float, Keys, str]]:
    """Every row of a file: how many times its value is that of the shipped row or less, its place, its name."""
    for table in ROW_TEXTS:
        before = shipped.values(table)
        records = cast("list[Mapping[str, object]]", document.values.get(table, []))
        for i, record in enumerate(records):
            name = tuple(str(record[column]) for column in TABLES[table])
            old, new = before.get(name, Decimal(0)), Decimal(str(record["value"]))
            far = abs(math.log(new / old)) if new * old > 0 else math.inf
            yield (0.0 if new == old else far), (table, i), name[0]

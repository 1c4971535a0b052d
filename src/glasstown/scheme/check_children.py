"""A warning where a consequence hits children alone and takes or gives what neither they nor their parents use."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.capacities import (
    CAPACITY_IDS,
    FOR_CHILDREN_IDS,
    USED_BY_CHILDREN_DEGREE_IDS,
    USED_BY_CHILDREN_IDS,
)

_MET = (*USED_BY_CHILDREN_IDS, *FOR_CHILDREN_IDS)


def check_children(reading: Reading, sheets: Sheets) -> None:
    """Warn of each consequence for children of which no life can tell."""
    by_children = {
        name for act in sheets.many("act") if act.text("by") in {"", "resident"} for name in act.names("capacity")
    }
    for row in sheets.many("consequence"):
        if row.text("scope") == "children" and not _is_met(row, by_children):
            message = f"{quoted(row.id)} hits children alone, and nothing that it takes or gives is theirs to use"
            fix = f'let it deny or favour {", ".join(_MET)}, or say scope = "household"'
            note(reading, "SCH426", message, fix, row, "scope")


def _is_met(row: Sheet, by_children: set[str]) -> bool:
    """Whether something of it is used by children or for them; capacities of the file are left to who wrote it."""
    named = (*row.names("deny"), *row.names("favour"))
    degree = row.inner("degree")
    levels = degree.given if degree else ()
    return (
        "brings" in row.given
        or any(name in _MET or name in by_children or name not in CAPACITY_IDS for name in named)
        or any(name in USED_BY_CHILDREN_DEGREE_IDS for name in levels)
    )

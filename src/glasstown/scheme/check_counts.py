"""Faults of counts of records in formulas: acts that nobody records, windows too short, and too many of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from glasstown.scheme.formula import FormulaError, Node, parse_formula, variables_of
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_residents
from glasstown.scheme.words import meant, quoted
from glasstown.vocab.acts import ACT_IDS, GAUGES
from glasstown.vocab.limits import MAX_COUNTS, MAX_DAYS
from glasstown.vocab.units import LONGEST_STEP

COUNTED_IN: Final = (
    ("score", "value"),
    ("category", "value"),
    ("category", "needs"),
    ("vote", "eligible"),
    ("wish", "when"),
)
"""Keys whose formulas can count records."""


def counts_of(sheets: Sheets) -> Iterable[tuple[Sheet, str, Node]]:
    """Every count of records in a formula: its table, its key, and the part of the formula."""
    for table, key in COUNTED_IN:
        for sheet in sheets.many(table):
            try:
                root = parse_formula(sheet.text(key))
            except FormulaError:
                continue
            yield from ((sheet, key, node) for node in variables_of(root) if " " in node.name)


def counted_acts(sheets: Sheets) -> frozenset[str]:
    """Acts whose records some formula counts."""
    return frozenset(node.name.split()[1] for _, _, node in counts_of(sheets))


def check_counts(reading: Reading, sheets: Sheets) -> None:
    """Note counts of what nobody records, in too short a time, or too many."""
    known = (*ACT_IDS, *(sheet.id for sheet in acts_of_residents(sheets)))
    seen = {act for sheet in sheets.many("source") for act in sheet.names("sees")}
    names: dict[str, None] = {}
    for sheet, key, node in counts_of(sheets):
        _, act, days = node.name.split()
        found = _fault(act, int(days), known, seen)
        if node.name not in names and len(names) == MAX_COUNTS:
            what = f"formulas ask for more than {MAX_COUNTS} different counts of records"
            found = ("LIM-counts", what, "count the same acts in the same number of days")
        names[node.name] = None
        if found:
            note_formula(
                reading, (*sheet.path, key), sheet.text(key), FormulaError(found[0], node.at, node.width, *found[1:])
            )


def _fault(act: str, days: int, known: tuple[str, ...], seen: set[str]) -> tuple[str, str, str] | None:
    """Code, message and fix of what is wrong with a count of an act in some days; None where nothing is."""
    if act not in known:
        return "SCH103", f"{quoted(act)} is not one of the acts of residents", meant(act, known, "acts")
    if act in GAUGES:
        return "SCH116", f"{quoted(act)} is a gauge, of which no record can be made", "count an act"
    if not LONGEST_STEP <= days <= MAX_DAYS:
        what = f"records are counted in {days} days"
        return "SCH358", what, f"count them in {LONGEST_STEP} to {MAX_DAYS:,} days"
    if act not in seen:
        return "SCH401", f"no source sees the act {quoted(act)} that is counted", "let a source see it, or take it out"
    return None

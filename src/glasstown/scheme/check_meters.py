"""Faults of meters: two of one quantity, and a reading that nothing asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.formula import FormulaError, parse_formula, variables_of
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.gauges import MOST_OF_A_GAUGE
from glasstown.vocab.variables import GAUGE, KNOWN, NUMBER, TRUTH, Variable

HOLDING_FORMULAS: Final = (
    ("subjects", "when"), ("rule", "when"), ("repair", "when"),
    ("consequence", "when"), ("state_rule", "when"), ("score", "value"),
    ("category", "value"), ("category", "needs"),
    ("inference", "about"), ("inference", "evidence"),
)  # fmt: skip
"""Keys that hold a formula, by table."""


def of_meters(sheets: Sheets) -> Iterable[Variable]:
    """Variables that the meters of a file make."""
    for sheet in sheets.many("meter"):
        name = sheet.text("gauge")
        if name:
            yield Variable(f"{GAUGE}{name}", NUMBER, 0, MOST_OF_A_GAUGE, "", "the quantity as it was last read")
            yield Variable(f"{KNOWN}{name}", TRUTH, 0, 1, "", "whether anything of it was read")


def asked_in(sheets: Sheets, tables: Iterable[tuple[str, str]] = HOLDING_FORMULAS) -> set[str]:
    """The variables that some formula of a file asks for."""
    found = set[str]()
    for table, key in tables:
        for sheet in sheets.many(table):
            try:
                found |= {node.name for node in variables_of(parse_formula(sheet.text(key) or "0"))}
            except FormulaError:
                continue
    return found


def check_meters(reading: Reading, sheets: Sheets) -> None:
    """Note a second meter of a quantity, and warn of one whose quantity nothing asks for."""
    first: dict[str, str] = {}
    asked = asked_in(sheets)
    counted = {sheet.text("quantity") for sheet in sheets.many("quantity_rule")}
    for sheet in sheets.many("meter"):
        name = sheet.text("gauge")
        if not name:
            continue
        if name in first:
            what = f"{quoted(name)} is read by the meters {quoted(first[name])} and {quoted(sheet.id)}"
            note(reading, "SCH364", what, "take one of them out, for a formula asks for the quantity", sheet, "gauge")
        first.setdefault(name, sheet.id)
        if sheet.id not in counted and not {f"{GAUGE}{name}", f"{KNOWN}{name}"} & asked:
            asks = f"no formula and no quantity_rule asks for {quoted(f'{GAUGE}{name}')}"
            fix = "ask for it in a formula or a quantity_rule, or take the meter out"
            note(reading, "SCH421", f"{asks}, which the meter {quoted(sheet.id)} reads", fix, sheet, "gauge")

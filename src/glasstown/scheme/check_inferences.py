"""Faults of inferences: what asks for itself or for what the scheme made of somebody, and what no formula asks for."""

from __future__ import annotations

from collections.abc import Iterable

from glasstown.scheme.check_meters import asked_in
from glasstown.scheme.check_records import note
from glasstown.scheme.formula import FormulaError, parse_formula
from glasstown.scheme.formula_meaning import names_in
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.variables import INFERRED, MARKERS, TRUTH, Variable


def of_inferences(sheets: Sheets) -> Iterable[Variable]:
    """Variables that the inferences of a file make."""
    for sheet in sheets.many("inference"):
        if sheet.id:
            yield Variable(f"{INFERRED}{sheet.id}", TRUTH, 0, 1, "", "what the scheme has concluded")


def _asked_by(text: str) -> tuple[str, ...]:
    """What a formula asks about; nothing where it is none, which is told elsewhere."""
    try:
        return tuple(names_in(parse_formula(text))) if text else ()
    except FormulaError:
        return ()


def check_inferences(reading: Reading, sheets: Sheets) -> None:
    """Refuse conclusions about an invented group, and from one; warn of an inference that no formula asks for."""
    for sheet in sheets.many("inference"):
        for key in ("about", "evidence"):
            if set(_asked_by(sheet.text(key))).intersection(MARKERS):
                what = f"inference {quoted(sheet.id)} is about an invented group"
                note(reading, "SCH366", what, "conclude something about a life, or take it out", sheet, key)
    asked = asked_in(sheets)
    for sheet in sheets.many("inference"):
        if sheet.id and f"{INFERRED}{sheet.id}" not in asked:
            what = f"no formula asks for {quoted(f'{INFERRED}{sheet.id}')}"
            note(reading, "SCH422", what, "ask for it in a formula, or take the inference out", sheet)

"""Numbers that formulas name, put into the formulas in their place, once all tables are read."""

from __future__ import annotations

import re
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.formula import FINEST, FormulaError
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.grammar import KEYS_OF
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import meant, quoted

NUMBER: Final = "number."
"""What the name of such a number begins with in a formula."""

_NAMED: Final = re.compile(r"(?<![\w.-])number\.([A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*)")


def put_numbers(reading: Reading, sheets: Sheets) -> None:
    """Put every named number where formulas ask for it; note names that nothing has, and numbers nobody asks for.

    A number takes as many letters as its name where it can, so that faults of the formula stand at their part.
    """
    known = {sheet.id: _written(sheet) for sheet in sheets.many("number") if sheet.figure("value") and sheet.id}
    asked = set[str]()
    for sheet in sheets.all:
        for key in KEYS_OF[sheet.table]:
            text = sheet.text(key.name) if key.type == "formula" else ""
            for found in _NAMED.finditer(text):
                name, width = found.group(1), len(found.group())
                asked.add(name)
                if name not in known and not _is_faulty(sheets, name):
                    what = f"there is no number {quoted(name)}"
                    error = FormulaError("SCH494", found.start(), width, what, meant(name, known, "numbers"))
                    note_formula(reading, (*sheet.path, key.name), text, error)
            if NUMBER in text:
                sheet.values[key.name] = _NAMED.sub(lambda found: _in_place(found, known), text)
    for sheet in sheets.many("number"):
        figure = sheet.figure("value")
        if figure is not None and figure.value % FINEST:
            what = f"number {quoted(sheet.id)} is finer than a thousandth"
            note(reading, "SCH495", what, "round it to the thousandth", sheet, "value")
        if sheet.id and sheet.id not in asked:
            what = f"no formula asks for {quoted(NUMBER + sheet.id)}"
            note(reading, "SCH496", what, "ask for it in a formula, or take it out", sheet)


def _is_faulty(sheets: Sheets, name: str) -> bool:
    """Whether a number of this name is there, and what it comes to could not be read."""
    return any(sheet.id == name for sheet in sheets.many("number"))


def _written(sheet: Sheet) -> str:
    figure = sheet.figure("value")
    text = f"{figure.value:f}" if figure else "0"
    return f"({text})" if text.startswith("-") else text


def _in_place(found: re.Match[str], known: dict[str, str]) -> str:
    return known.get(found.group(1), "0").ljust(len(found.group()))

"""Faults of conditions of grounds: nobody is ever listed first where only who is listed can be."""

from __future__ import annotations

from glasstown.scheme.check_formulas import parsed
from glasstown.scheme.formula import FormulaError, Node, variables_of
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.variables import LISTED


def check_listed(reading: Reading, sheets: Sheets) -> None:
    """Note grounds that take only those who already stand on a list to which nothing else leads."""
    grounds = [(sheet, parsed(sheet.text("when"))) for sheet in sheets.many("ground") if sheet.text("list")]
    led_to = {sheet.text("list") for sheet, _ in grounds}
    empty = set(led_to)
    before = len(empty) + 1
    while len(empty) < before:  # a list has somebody as soon as one of its grounds needs no list that is empty
        before = len(empty)
        empty -= {sheet.text("list") for sheet, root in grounds if root is None or _holds(root, empty) is not False}
    for sheet, root in grounds:
        if root is not None and sheet.text("list") in empty:
            _note(reading, sheet, root, empty)


def _holds(root: Node, empty: set[str]) -> bool | None:
    """Whether a condition holds of somebody where some lists are empty; None where that depends on other things."""
    if root.op == "variable":
        return False if root.name.startswith(LISTED) and root.name.removeprefix(LISTED) in empty else None
    parts = [_holds(part, empty) for part in root.parts]
    if root.op == "not":
        return None if parts[0] is None else not parts[0]
    if root.op == "and":
        return False if False in parts else None
    if root.op == "or":
        return False if set(parts) == {False} else True if True in parts else None
    return None


def _note(reading: Reading, sheet: Sheet, root: Node, empty: set[str]) -> None:
    asked = next(one for one in variables_of(root) if one.name.removeprefix(LISTED) in empty)
    other = asked.name.removeprefix(LISTED)
    leads = "this list itself" if other == sheet.text("list") else f"the list {quoted(other)}"
    what = f"ground {quoted(sheet.id)} takes only who already stands on {leads}, and nobody can be the first"
    fix = "add a ground that needs no listing, or take the condition out"
    note_formula(
        reading, (*sheet.path, "when"), sheet.text("when"), FormulaError("SCH325", asked.at, asked.width, what, fix)
    )

"""Faults of formulas: what they ask about, what they come to, and whether that can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from glasstown.scheme.faults import fault
from glasstown.scheme.formula import FormulaError, Node, parse_formula
from glasstown.scheme.formula_meaning import meaning_of, names_in
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.variables import GRADE, LIFE_VARIABLES, LISTED, MARKERS, NUMBER, SCORE, TRUTH, Variable

OF_THE_SCHEME: Final = "what the scheme itself has made of a resident"

_CONDITIONS: Final = (("rule", "when"), ("state_rule", "when"))
"""Keys that hold a condition."""


def check_formulas(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of a formula, at the part that has it, and warn where it asks for an invented group."""
    life = {one.name: one for one in LIFE_VARIABLES}
    made = {one.name: one for one in of_the_scheme(sheets)}
    for table, key in _CONDITIONS:
        for sheet in sheets.many(table):
            root = _parsed(sheet.text(key))
            if root is None:
                continue
            known = life | made
            if table == "state_rule":
                _refuse_itself(reading, sheet, key, root, made)
            _check_condition(reading, sheet, key, root, known)
            _warn_of_markers(reading, sheet, key, root)
    _check_points(reading, sheets)


def of_the_scheme(sheets: Sheets) -> Iterable[Variable]:
    """Variables that a file itself makes: its score, its grades, its lists."""
    score, grades = sheets.one("score"), sheets.many("grade")
    lowest, highest = (score.figure("lowest"), score.figure("highest")) if score else (None, None)
    if lowest is not None and highest is not None:
        low = int(lowest.value.to_integral_value("ROUND_FLOOR"))
        high = int(highest.value.to_integral_value("ROUND_CEILING"))
        yield Variable(SCORE, NUMBER, low, high, "points", "the score as it stands")
    if grades:
        yield Variable(GRADE, NUMBER, 0, len(grades), "grade", "the grade in force")
    for sheet in sheets.many("list"):
        yield Variable(f"{LISTED}{sheet.id}", TRUTH, 0, 1, "", "stands on the list")


def _parsed(text: str) -> Node | None:
    """A formula that is one; its faults of form were noted when it was read."""
    try:
        return parse_formula(text) if text else None
    except FormulaError:
        return None


def _check_condition(reading: Reading, sheet: Sheet, key: str, root: Node, known: Mapping[str, Variable]) -> None:
    found, faults = meaning_of(root, known)
    for one in faults:
        note_formula(reading, (*sheet.path, key), sheet.text(key), one)
    if not found.is_truth and not faults:
        what = f"{quoted(key)} of {sheet.table} {quoted(sheet.id)} is a number, not a condition"
        one = FormulaError("SCH353", root.at, root.width, what, "compare it with something, such as > 0")
        note_formula(reading, (*sheet.path, key), sheet.text(key), one)


def _refuse_itself(reading: Reading, sheet: Sheet, key: str, root: Node, made: Mapping[str, Variable]) -> None:
    for node in _variables(root):
        if node.name in made:
            what = f"{quoted(node.name)} is {OF_THE_SCHEME}, and these points would move it"
            one = FormulaError("SCH355", node.at, node.width, what, "ask about the resident's life")
            note_formula(reading, (*sheet.path, key), sheet.text(key), one)


def _warn_of_markers(reading: Reading, sheet: Sheet, key: str, root: Node) -> None:
    marked = [name for name in names_in(root) if name in MARKERS]
    if marked:
        what = f"{sheet.table} {quoted(sheet.id)} treats people by their invented group"
        fix = "tell in scheme.lead that the file is hypothetical, or take it out"
        reading.note("SCH411", what, fix, (*sheet.path, key))


def _variables(root: Node) -> list[Node]:
    found = [root] if root.op == "variable" else []
    for part in root.parts:
        found += _variables(part)
    return found


def _check_points(reading: Reading, sheets: Sheets) -> None:
    for sheet in sheets.many("state_rule"):
        points = sheet.figure("points")
        if points is not None and points.value == 0:
            what = f"state_rule {quoted(sheet.id)} gives no points"
            reading.note("SCH403", what, "give it points, or take it out", (*sheet.path, "points"))
    first = next(iter(sheets.many("state_rule")), None)
    if first is not None and sheets.one("score") is None and "score" not in reading.document.values:
        what = "there is a state_rule and no [score]"
        reading.faults.append(fault("SCH307", what, "add a [score], or take every state_rule out", first.span))

"""Warnings of what can reach nobody: conditions that never hold, ages that nobody has, a share of nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.formula import FormulaError, Node
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.formula_truth import never_holds
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.units import DAYS_IN_YEAR, MOST_DAYS
from glasstown.vocab.variables import Variable

OLDEST_AT_START: Final = 99
"""Completed years of the oldest resident that there can be on day 0."""

OLDEST: Final = OLDEST_AT_START + MOST_DAYS // DAYS_IN_YEAR
"""The same at the end of the longest run."""

_AGE: Final = "age"
_MIN_AGE: Final = "min_age_years"


def warn_of_never(reading: Reading, sheet: Sheet, key: str, root: Node, known: Mapping[str, Variable]) -> None:
    """Warn of each condition within a formula that can never hold."""
    lived = {**known, _AGE: replace(known[_AGE], high=OLDEST)} if _AGE in known else known
    text = sheet.text(key)
    for node in never_holds(root, lived):
        first, last = _whole(text, *_ends(node))
        message = f"{quoted(text[first:last])} can never hold"
        one = FormulaError("SCH428", first, last - first, message, _fix(node, lived))
        note_formula(reading, (*sheet.path, key), text, one)


def check_reach(reading: Reading, sheets: Sheets) -> None:
    """Warn of a share of nobody, and of least ages that nobody has on day 0."""
    for sheet in (*sheets.many("subjects"), *sheets.many("ground")):
        least = sheet.figure(_MIN_AGE)
        if least is not None and least.value > OLDEST_AT_START:
            message = f"nobody is {least.value} years old on day 0: the oldest there can be is {OLDEST_AT_START}"
            note(reading, "SCH429", message, f"lower it to {OLDEST_AT_START} or less", sheet, _MIN_AGE)
    subjects = sheets.one("subjects")
    coverage = subjects.figure("coverage") if subjects else None
    if subjects and coverage is not None and coverage.value == 0 and not sheets.many("organisation"):
        message = "coverage = 0 scores no resident, and the file reaches no organisation"
        fix = "say which share is scored, or name kinds of organisations"
        note(reading, "SCH429", message, fix, subjects, "coverage")


def _ends(node: Node) -> tuple[int, int]:
    """Where a part of a formula begins and ends, with everything inside it."""
    inner = [_ends(part) for part in node.parts]
    return min([node.at, *(low for low, _ in inner)]), max([node.at + node.width, *(high for _, high in inner)])


def _whole(text: str, first: int, last: int) -> tuple[int, int]:
    """The same part with the brackets around its ends."""
    while text.count("(", first, last) > text.count(")", first, last):
        last = text.index(")", last) + 1
    while text.count(")", first, last) > text.count("(", first, last):
        first = text.rindex("(", 0, first)
    return first, last


def _fix(node: Node, known: Mapping[str, Variable]) -> str:
    """The range of the one thing that is asked about; or the plain advice."""
    names = {part.name for part in _parts(node) if part.op == "variable"}
    one = known.get(next(iter(names))) if len(names) == 1 else None
    between = f": {one.name} is from {one.low:,} to {one.high:,}" if one else ""
    return f"change it, or take it out{between}"


def _parts(node: Node) -> list[Node]:
    return [node, *(found for part in node.parts for found in _parts(part))]

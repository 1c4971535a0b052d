"""Faults of formulas: what they ask about, what they come to, and whether that can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from glasstown.scheme.check_counts import check_counts
from glasstown.scheme.check_inferences import of_inferences
from glasstown.scheme.check_meters import of_meters
from glasstown.scheme.check_reach import warn_of_never
from glasstown.scheme.faults import fault
from glasstown.scheme.formula import COUNT, FormulaError, Node, parse_formula, variables_of
from glasstown.scheme.formula_meaning import meaning_of, names_in
from glasstown.scheme.formula_places import note_formula
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.gauges import GAUGE_IDS
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import (
    DAYS_CLEAN,
    DAYS_IN_GRADE,
    GAUGE,
    GRADE,
    KNOWN,
    LIFE_VARIABLES,
    LISTED,
    MARKERS,
    MOST_COUNTED,
    NUMBER,
    SCORE,
    SCORE_OF,
    TRUTH,
    Variable,
)

MOST_TIED: Final = 4096
"""Residents tied to one by one kind of ties: a district has no more."""

HANGS_ON_SCORE: Final = (SCORE, GRADE, DAYS_IN_GRADE.name)
"""What hangs on the score itself, so that what moves the score cannot ask for it."""

OF_THE_SCHEME: Final = "what the scheme itself has made of a resident"


@dataclass(frozen=True, slots=True)
class _Use:
    """A key that holds a formula: whether it must be a condition, and what it can ask about."""

    table: str
    key: str
    is_condition: bool
    counts: bool
    """Whether records can be counted: where a score is worked out anew."""
    moves_score: bool
    """Whether what the scheme made of somebody hangs on it, so that it cannot ask for that."""


INFERENCE: Final = "inference"
"""Table of what is concluded from lives and readings alone."""

WISH: Final = "wish"
"""Table of what voters wish for: that goes by group as well, and treats nobody by it."""

_USES: Final = (
    _Use("subjects", "when", is_condition=True, counts=False, moves_score=False),
    _Use("rule", "when", is_condition=True, counts=False, moves_score=False),
    _Use("repair", "when", is_condition=True, counts=False, moves_score=False),
    _Use("ground", "when", is_condition=True, counts=False, moves_score=False),
    _Use("consequence", "when", is_condition=True, counts=False, moves_score=False),
    _Use("state_rule", "when", is_condition=True, counts=False, moves_score=True),
    _Use("score", "value", is_condition=False, counts=True, moves_score=True),
    _Use("category", "value", is_condition=False, counts=True, moves_score=True),
    _Use("category", "needs", is_condition=True, counts=True, moves_score=True),
    _Use("vote", "eligible", is_condition=True, counts=True, moves_score=False),
    _Use(WISH, "when", is_condition=True, counts=True, moves_score=False),
    _Use(INFERENCE, "about", is_condition=True, counts=False, moves_score=True),
    _Use(INFERENCE, "evidence", is_condition=True, counts=False, moves_score=True),
)


def check_formulas(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of a formula, at the part that has it, and warn where it asks for an invented group."""
    life = {one.name: one for one in LIFE_VARIABLES}
    made = {one.name: one for one in of_the_scheme(sheets)}
    read = {one.name: one for one in of_meters(sheets)}
    concluded = {one.name: one for one in of_inferences(sheets)}
    for use in _USES:
        for sheet in sheets.many(use.table):
            root = parsed(sheet.text(use.key))
            if root is None:
                continue
            counts = {name: Variable(name, NUMBER, 0, MOST_COUNTED, "", "") for name in names_in(root) if " " in name}
            if use.moves_score:
                _refuse_itself(reading, sheet, use.key, root, made)
            if not use.counts:
                _refuse_counts(reading, sheet, use.key, root)
            own = {} if use.table == INFERENCE else made | concluded
            unread = _refuse_unread(reading, sheet, use.key, root, read)
            _check_formula(reading, sheet, use, root, life | counts | read | unread | own)
            if use.table != WISH:
                _warn_of_markers(reading, sheet, use.key, root)
    check_counts(reading, sheets)
    _check_points(reading, sheets)


def lists_asked_about(sheets: Sheets) -> frozenset[str]:
    """Lists about which some formula asks whether a resident stands on them."""
    texts = (sheet.text(use.key) for use in _USES for sheet in sheets.many(use.table))
    roots = (root for text in texts if (root := parsed(text)) is not None)
    return frozenset(name.removeprefix(LISTED) for root in roots for name in names_in(root) if name.startswith(LISTED))


def _refuse_counts(reading: Reading, sheet: Sheet, key: str, root: Node) -> None:
    for node in variables_of(root):
        if " " in node.name:
            what = f"{COUNT} is asked where a score is worked out anew, not by a {sheet.table}"
            fix = "write repeat = { … } for a rule, or take it out"
            one = FormulaError("SCH351", node.at, node.width, what, fix)
            note_formula(reading, (*sheet.path, key), sheet.text(key), one)


def _refuse_unread(
    reading: Reading, sheet: Sheet, key: str, root: Node, read: Mapping[str, Variable]
) -> dict[str, Variable]:
    """Note quantities that no meter reads; returns them, so that nothing else is said of them."""
    found: dict[str, Variable] = {}
    for node in variables_of(root):
        kind = next((one for one in (GAUGE, KNOWN) if node.name.startswith(one)), "")
        name = node.name.removeprefix(kind)
        if kind and name in GAUGE_IDS and node.name not in read:
            what, fix = f"no meter reads {quoted(name)}", f'add a [[meter]] with gauge = "{name}"'
            note_formula(
                reading, (*sheet.path, key), sheet.text(key), FormulaError("SCH365", node.at, node.width, what, fix)
            )
            found[node.name] = Variable(node.name, TRUTH if kind == KNOWN else NUMBER, 0, 1, "", "")
    return found


def of_the_scheme(sheets: Sheets) -> Iterable[Variable]:
    """Variables that a file itself makes: its score, its grades, its lists."""
    score, grades = sheets.one("score"), sheets.many("grade")
    lowest, highest = (score.figure("lowest"), score.figure("highest")) if score else (None, None)
    if lowest is not None and highest is not None:
        low = int(lowest.value.to_integral_value("ROUND_FLOOR"))
        high = int(highest.value.to_integral_value("ROUND_CEILING"))
        yield Variable(SCORE, NUMBER, low, high, "points", "the score as it stands")
        yield DAYS_CLEAN
        for tie in TIES:
            yield Variable(f"{tie}.number", NUMBER, 0, MOST_TIED, "residents", "those tied to one who are scored")
            yield Variable(f"{tie}.mean", NUMBER, low, high, "points", "mean of their scores")
            yield Variable(f"{tie}.lowest", NUMBER, low, high, "points", "the lowest of them")
    for one in sheets.many("score"):
        low, high = one.figure("lowest"), one.figure("highest")
        if one.id and one.text("of") in {"resident", ""} and low is not None and high is not None:
            ends = (int(low.value.to_integral_value("ROUND_FLOOR")), int(high.value.to_integral_value("ROUND_CEILING")))
            yield Variable(f"{SCORE_OF}{one.id}", NUMBER, *ends, "points", "that score, as the step began")
    if grades:
        yield Variable(GRADE, NUMBER, 0, len(grades), "grade", "the grade in force")
        yield DAYS_IN_GRADE
    for sheet in sheets.many("list"):
        yield Variable(f"{LISTED}{sheet.id}", TRUTH, 0, 1, "", "stands on the list")


def parsed(text: str) -> Node | None:
    """A formula that is one; its faults of form were noted when it was read."""
    try:
        return parse_formula(text) if text else None
    except FormulaError:
        return None


def _check_formula(reading: Reading, sheet: Sheet, use: _Use, root: Node, known: Mapping[str, Variable]) -> None:
    found, faults = meaning_of(root, known)
    key = use.key
    for one in faults:
        note_formula(reading, (*sheet.path, key), sheet.text(key), one)
    if use.is_condition and not found.is_truth and not faults:
        what = f"{quoted(key)} of {_called(sheet)} is a number, not a condition"
        one = FormulaError("SCH353", root.at, root.width, what, "compare it with something, such as > 0")
        note_formula(reading, (*sheet.path, key), sheet.text(key), one)
    if not faults:
        warn_of_never(reading, sheet, key, root, known)


def _called(sheet: Sheet) -> str:
    """A table, by its name where there are many."""
    return f"{sheet.table} {quoted(sheet.id)}" if sheet.id else f"[{sheet.table}]"


def _refuse_itself(reading: Reading, sheet: Sheet, key: str, root: Node, made: Mapping[str, Variable]) -> None:
    for node in variables_of(root):
        another = node.name.startswith((LISTED, SCORE_OF)) if sheet.table == "state_rule" else False
        own = node.name in made and (node.name in HANGS_ON_SCORE or node.name.startswith(SCORE_OF))
        if another or own:
            what = f"{quoted(node.name)} is {OF_THE_SCHEME}, and hangs on this"
            one = FormulaError("SCH355", node.at, node.width, what, "ask about the resident's life")
            note_formula(reading, (*sheet.path, key), sheet.text(key), one)


def _warn_of_markers(reading: Reading, sheet: Sheet, key: str, root: Node) -> None:
    marked = [name for name in names_in(root) if name in MARKERS]
    if marked:
        what = f"{_called(sheet)} treats people by their invented group"
        fix = "tell in scheme.lead that the file is hypothetical, or take it out"
        reading.note("SCH411", what, fix, (*sheet.path, key))


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

"""From sheets to scores, and what is of which score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from glasstown.scheme.build_index import build_index
from glasstown.scheme.build_ranks import build_rank
from glasstown.scheme.build_returns import build_returns
from glasstown.scheme.formula import Node, parse_formula
from glasstown.scheme.model import Rule
from glasstown.scheme.model_scores import Grade, Score
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets
from glasstown.vocab.organisations import SUBJECTS

OFFICIAL: Final = "official"
"""Whose score a score of officials is, and the fact that formulas ask for."""


def build_score(sheet: Sheet, sheets: Sheets) -> Score:
    """One score."""
    return Score(
        start=need(sheet, "start"),
        lowest=need(sheet, "lowest"),
        highest=need(sheet, "highest"),
        cap=sheet.text("cap"),
        stack=sheet.text("stack"),
        span=sheet.span,
        index=build_index(sheet, sheets),
        of=sheet.text("of"),
        id=sheet.id,
        title=sheet.text("title"),
        hidden=sheet.flag("hidden"),
        rank=build_rank(sheet),
        returns=build_returns(sheet),
    )


def in_order(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Scores by whose they are, those of residents first; of one kind they keep the order of the file."""
    numbers = {kind: number for number, kind in enumerate(SUBJECTS)}
    return tuple(sorted(sheets, key=lambda sheet: numbers.get(sheet.text("of"), 0)))


def of_its_score(rule: Rule, sheets: Sheets) -> Rule:
    """A rule that answers those alone whose score it moves: in one of officials, whoever holds office."""
    scores = sheets.many("score")
    own = next((sheet for sheet in scores if sheet.id == rule.score), scores[0] if scores else None)
    if own is None or own.text("of") != OFFICIAL:
        return rule
    only = parse_formula(OFFICIAL)
    return replace(rule, when=Node("and", 0, 0, (only, rule.when)) if rule.when else only)


def by_score(sheets: Sheets, grades: Iterable[Grade]) -> tuple[Grade, ...]:
    """Grades by the order of their scores; within a score they keep their order, from best to worst."""
    order = {sheet.id: slot for slot, sheet in enumerate(in_order(sheets.many("score")))}
    return tuple(sorted(grades, key=lambda grade: order.get(grade.score, 0)))


def with_edges(grades: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Grades to which overrides alone lead begin where the one above begins, which points reach first."""
    found: list[Grade] = []
    for grade in grades:
        above = found[-1].at_least if found else None
        found.append(replace(grade, at_least=above) if grade.by_override else grade)
    return tuple(found)

"""From sheets to scores, and what is of which score."""

from __future__ import annotations

from collections.abc import Iterable

from glasstown.scheme.build_index import build_index
from glasstown.scheme.build_ranks import build_rank
from glasstown.scheme.build_returns import build_returns
from glasstown.scheme.model_scores import Grade, Score
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets


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


def by_score(sheets: Sheets, grades: Iterable[Grade]) -> tuple[Grade, ...]:
    """Grades by the order of their scores; within a score they keep their order, from best to worst."""
    order = {sheet.id: slot for slot, sheet in enumerate(sheets.many("score"))}
    return tuple(sorted(grades, key=lambda grade: order.get(grade.score, 0)))

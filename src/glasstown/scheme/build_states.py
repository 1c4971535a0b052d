"""Formulas, and points that stand, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.formula import Node, parse_formula
from glasstown.scheme.model_states import StateRule
from glasstown.scheme.sheet import Sheet, need


def build_formula(sheet: Sheet, key: str) -> Node | None:
    """The formula of a key, where there is one."""
    text = sheet.text(key)
    return parse_formula(text) if text else None


def build_state_rule(sheet: Sheet) -> StateRule:
    """One rule of points that stand."""
    return StateRule(
        id=sheet.id,
        title=sheet.text("title"),
        when=parse_formula(sheet.text("when")),
        points=need(sheet, "points"),
        refresh_days=need(sheet, "refresh_days"),
        span=sheet.span,
        score=sheet.text("score"),
    )

"""Points for quantities, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.model_quantities import QuantityRule
from glasstown.scheme.sheet import Sheet, need


def build_quantity_rule(sheet: Sheet) -> QuantityRule:
    """One rule of points for a quantity."""
    return QuantityRule(
        id=sheet.id,
        title=sheet.text("title"),
        meter=sheet.text("quantity"),
        points=need(sheet, "points"),
        per=need(sheet, "per"),
        above=need(sheet, "above"),
        most=need(sheet, "at_most_points_per_month"),
        span=sheet.span,
        score=sheet.text("score"),
    )

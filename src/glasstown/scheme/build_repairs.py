"""Repairs, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.build_states import build_formula
from glasstown.scheme.model_repairs import Repair
from glasstown.scheme.sheet import Sheet, need


def build_repair(sheet: Sheet) -> Repair:
    """One repair."""
    return Repair(
        id=sheet.id,
        title=sheet.text("title"),
        act=sheet.text("act"),
        sources=sheet.names("sources"),
        points=sheet.figure("points"),
        rules=sheet.names("rules"),
        largest=sheet.figure("largest"),
        ground=sheet.text("ground"),
        after_days=need(sheet, "after_days"),
        within_days=sheet.figure("within_days"),
        most=need(sheet, "most"),
        per_days=sheet.figure("per_days"),
        when=build_formula(sheet, "when"),
        span=sheet.span,
    )

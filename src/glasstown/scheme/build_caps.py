"""Limits on points, and points that rise, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.model_caps import Cap, Escalation
from glasstown.scheme.sheet import Sheet, need


def build_cap(sheet: Sheet) -> Cap:
    """One limit."""
    return Cap(sheet.id, sheet.text("title"), sheet.names("rules"), need(sheet, "points"), need(sheet, "days"),
               sheet.span)  # fmt: skip


def build_escalation(rule: Sheet) -> Escalation | None:
    """How the points of a rule rise, where they do."""
    sheet = rule.inner("escalate")
    return Escalation(need(sheet, "factor"), need(sheet, "most")) if sheet else None

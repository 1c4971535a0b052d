"""Meters from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.model_meters import Meter
from glasstown.scheme.sheet import Sheet, need


def build_meter(sheet: Sheet) -> Meter:
    """One meter."""
    return Meter(
        id=sheet.id,
        title=sheet.text("title"),
        gauge=sheet.text("gauge"),
        share=need(sheet, "share"),
        error=need(sheet, "error"),
        missing=need(sheet, "missing"),
        span=sheet.span,
    )

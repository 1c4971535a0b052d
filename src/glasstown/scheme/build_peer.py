"""From sheets without faults to the stars of a scheme."""

from __future__ import annotations

from glasstown.scheme.model_peer import Encounters, Impression
from glasstown.scheme.sheet import Sheet, need


def build_encounters(sheet: Sheet) -> Encounters:
    """How often residents rate one another."""
    return Encounters(
        with_ties_per_day=need(sheet, "with_ties_per_day"),
        with_strangers_per_day=need(sheet, "with_strangers_per_day"),
        base=need(sheet, "base"),
        noise=need(sheet, "noise"),
        by_standing=need(sheet, "by_standing"),
        weight=sheet.text("weight"),
        memory=need(sheet, "memory"),
        span=sheet.span,
    )


def build_impression(sheet: Sheet) -> Impression:
    """One impression."""
    return Impression(
        id=sheet.id,
        act=sheet.text("act"),
        stars=need(sheet, "stars"),
        penalty=need(sheet, "penalty"),
        doubles=sheet.flag("doubles"),
        span=sheet.span,
    )

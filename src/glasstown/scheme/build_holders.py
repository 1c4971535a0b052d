"""From sheets without faults to holders and what they pass on."""

from __future__ import annotations

from glasstown.scheme.model_holders import Holder, Holding, Sharing
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets


def build_holding(sheets: Sheets) -> Holding:
    """All holders, and all they pass on, by name."""
    return Holding(
        tuple(sorted((_holder(sheet) for sheet in sheets.many("holder")), key=lambda one: one.id)),
        tuple(sorted((_sharing(sheet) for sheet in sheets.many("sharing")), key=lambda one: one.id)),
    )


def _holder(sheet: Sheet) -> Holder:
    return Holder(
        id=sheet.id,
        title=sheet.text("title"),
        keeps=sheet.names("keeps"),
        foreign=sheet.flag("foreign"),
        breach_per_year=need(sheet, "breach_per_year"),
        exposes=need(sheet, "exposes"),
        altered=need(sheet, "altered"),
        span=sheet.span,
    )


def _sharing(sheet: Sheet) -> Sharing:
    return Sharing(
        id=sheet.id,
        title=sheet.text("title"),
        source=sheet.text("from"),
        to=sheet.text("to"),
        what=sheet.text("what"),
        some=sheet.figure("share"),
        delay=need(sheet, "delay_days"),
        way=sheet.text("way"),
        abroad=need(sheet, "abroad"),
        span=sheet.span,
    )

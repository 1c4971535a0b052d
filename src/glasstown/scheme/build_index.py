"""Indices and classes from sheets without faults."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.build_states import build_formula
from glasstown.scheme.formula import parse_formula
from glasstown.scheme.model_index import Category, Index, Thin
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets
from glasstown.vocab.evidence import ASSUMPTION, Figure

EVERY_DAYS: Final = Decimal(30)
OFFSET_DAYS: Final = Decimal(5)
"""Once a month, on the sixth day: where a file does not say."""


def build_index(sheet: Sheet, sheets: Sheets) -> Index | None:
    """How a score is worked out; None where it comes about entry by entry."""
    kind = sheet.text("kind")
    if kind in {"points", "rank"}:
        return None
    thin = sheet.inner("thin")
    return Index(
        kind=kind,
        value=build_formula(sheet, "value"),
        every=sheet.figure("refresh_days") or _unsaid(EVERY_DAYS),
        offset=sheet.figure("refresh_offset") or _unsaid(OFFSET_DAYS),
        thin=Thin(need(thin, "least"), need(thin, "default")) if thin else None,
        categories=tuple(sorted((_category(one) for one in sheets.many("category")), key=lambda one: one.id)),
    )


def _unsaid(value: Decimal) -> Figure:
    return Figure(value, "assumed", value, value, (ASSUMPTION,))


def _category(sheet: Sheet) -> Category:
    return Category(
        id=sheet.id,
        title=sheet.text("title"),
        value=parse_formula(sheet.text("value")),
        weight=need(sheet, "weight"),
        needs=build_formula(sheet, "needs"),
        default=need(sheet, "default"),
        span=sheet.span,
    )

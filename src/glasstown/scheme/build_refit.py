"""An index that is fitted anew, from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.model_refit import Refit
from glasstown.scheme.sheet import need
from glasstown.scheme.tables import Sheets


def build_refit(sheets: Sheets) -> Refit | None:
    """How the weights of the index are fitted anew; None where they stay."""
    sheet = sheets.one("refit")
    if sheet is None:
        return None
    every = need(sheet, "every_days")
    every_category = tuple(one.id for one in sheets.many("category"))
    return Refit(
        acts=sheet.names("acts"),
        categories=tuple(sorted(sheet.names("categories") or every_category)),
        every=every,
        within=sheet.figure("within_days") or every,
        cut=need(sheet, "cut"),
        least=need(sheet, "least"),
        scope=sheet.text("scope"),
        span=sheet.span,
    )

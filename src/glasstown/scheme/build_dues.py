"""From a sheet without faults to what an act leaves owing."""

from __future__ import annotations

from glasstown.scheme.model_dues import Due
from glasstown.scheme.sheet import Sheet, need


def build_due(sheet: Sheet | None) -> Due | None:
    """What one act leaves owing, if anything."""
    if sheet is None:
        return None
    return Due(
        days=need(sheet, "days"),
        fails=sheet.text("fails"),
        chance=need(sheet, "chance"),
        paid=sheet.text("paid"),
        settled_by=sheet.names("settled_by"),
        out_of_work=need(sheet, "out_of_work"),
        in_need=need(sheet, "in_need"),
        earns_less=need(sheet, "earns_less"),
        short_of_money=need(sheet, "short_of_money"),
    )

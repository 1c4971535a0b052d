"""From sheets without faults to what a rule asks of sources that agree."""

from __future__ import annotations

from glasstown.scheme.model_agree import Agreement
from glasstown.scheme.sheet import Sheet, need


def build_agreement(rule: Sheet) -> Agreement | None:
    """What a rule asks of several sources, where it does."""
    sheet = rule.inner("agree")
    return Agreement(need(sheet, "count"), need(sheet, "within_days"), need(sheet, "trust")) if sheet else None

"""From sheets without faults to the politics of a scheme."""

from __future__ import annotations

from glasstown.scheme.grammar_politics import EVENTS
from glasstown.scheme.model_politics import Legitimacy, Trigger
from glasstown.scheme.sheet import Sheet, need


def build_legitimacy(sheet: Sheet) -> Legitimacy:
    """What a county thinks of the scheme."""
    return Legitimacy(
        scope=sheet.text("scope"),
        start=need(sheet, "start"),
        lowest=need(sheet, "lowest"),
        highest=need(sheet, "highest"),
        events=tuple(need(sheet, name) for name in EVENTS),
        drift_per_year=need(sheet, "drift_per_year"),
        span=sheet.span,
    )


def build_trigger(sheet: Sheet) -> Trigger:
    """One trigger."""
    return Trigger(
        id=sheet.id,
        title=sheet.text("title"),
        version=sheet.text("version"),
        legitimacy_below=sheet.figure("legitimacy_below"),
        protests_above=sheet.figure("protests_above"),
        for_days=need(sheet, "for_days"),
        span=sheet.span,
    )

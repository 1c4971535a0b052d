"""From sheets without faults to consequences."""

from __future__ import annotations

from glasstown.scheme.build_lists import build_decision
from glasstown.scheme.build_states import build_formula
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.sheet import Sheet
from glasstown.vocab.capacities import DEGREE_IDS
from glasstown.vocab.organisation_terms import ORGANISATION_DEGREE_IDS


def build_consequence(sheet: Sheet) -> Consequence:
    """One consequence of a grade or a list."""
    return Consequence(
        id=sheet.id,
        grade=sheet.text("grade"),
        on_list=sheet.text("list"),
        deny=sheet.names("deny"),
        favour=sheet.names("favour"),
        degree=_levels(sheet.inner("degree"), DEGREE_IDS),
        brings=sheet.names("brings"),
        through=sheet.text("through"),
        look_up=sheet.figure("look_up"),
        scope=sheet.text("scope"),
        notice=sheet.text("notice"),
        decision=build_decision(sheet),
        span=sheet.span,
        when=build_formula(sheet, "when"),
        recipient=sheet.text("recipient"),
        terms=_levels(sheet.inner("terms"), ORGANISATION_DEGREE_IDS),
    )


def _levels(sheet: Sheet | None, names: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    if sheet is None:
        return ()
    levels = ((name, sheet.values.get(name)) for name in names)
    return tuple((name, level) for name, level in levels if isinstance(level, int) and level != 0)

"""Votes from sheets without faults."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.build_states import build_formula
from glasstown.scheme.formula import parse_formula
from glasstown.scheme.model_votes import Vote, Wish
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets

OF_AGE: Final = "age >= 18"
"""Who can vote where the file does not say."""

MOST: Final = 1000
"""How often something counts where the file sets no limit."""


def build_votes(sheets: Sheets) -> tuple[Vote, ...]:
    """All votes of a file, by name: their order means nothing."""
    return tuple(sorted((_vote(sheet, sheets) for sheet in sheets.many("vote")), key=lambda one: one.id))


def _vote(sheet: Sheet, sheets: Sheets) -> Vote:
    wishes = (_wish(one, sheet.names("rules")) for one in sheets.many("wish") if one.text("vote") == sheet.id)
    options = (need(one, "share") for one in sheets.many("option") if one.text("vote") == sheet.id)
    return Vote(
        id=sheet.id,
        title=sheet.text("title"),
        rules=sheet.names("rules"),
        day=need(sheet, "day"),
        every=sheet.figure("every_days"),
        eligible=build_formula(sheet, "eligible") or parse_formula(OF_AGE),
        turnout=need(sheet, "turnout"),
        scope=sheet.text("scope"),
        method=sheet.text("method"),
        lowest=need(sheet, "lowest"),
        highest=need(sheet, "highest"),
        spread=need(sheet, "spread"),
        options=tuple(sorted(options, key=lambda one: one.value)),
        wishes=tuple(sorted(wishes, key=lambda one: one.id)),
        span=sheet.span,
    )


def _wish(sheet: Sheet, rules: tuple[str, ...]) -> Wish:
    most = sheet.figure("most")
    return Wish(
        id=sheet.id,
        title=sheet.text("title"),
        rules=sheet.names("rules") or rules,
        when=build_formula(sheet, "when"),
        of=sheet.text("of"),
        most=int(most.value) if most else MOST,
        add=need(sheet, "add"),
    )

"""Whose act is whose: of those that ship, and of those that a file declares."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.sheet import Sheet
from glasstown.scheme.tables import Sheets
from glasstown.vocab.organisation_acts import KIND_OF_ACT
from glasstown.vocab.organisations import KINDS

RESIDENT: Final = "resident"
"""Who does what no kind of organisation does."""


def acts_of_residents(sheets: Sheets) -> tuple[Sheet, ...]:
    """The acts that a file declares and residents do; those of whom nobody knows who does them are among these."""
    return tuple(sheet for sheet in sheets.many("act") if sheet.text("by") not in KINDS)


def acts_of_organisations(sheets: Sheets) -> tuple[Sheet, ...]:
    """The acts that a file declares and firms or governments do."""
    return tuple(sheet for sheet in sheets.many("act") if sheet.text("by") in KINDS)


def kinds_of_acts(sheets: Sheets) -> dict[str, str]:
    """Of each act of organisations by name, which kind does it: of those that ship, and of those of the file."""
    return {sheet.id: sheet.text("by") for sheet in acts_of_organisations(sheets) if sheet.id} | KIND_OF_ACT

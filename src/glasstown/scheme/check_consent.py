"""Faults of consent: right key by key, without meaning together."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

OF_CHOICE: Final = (
    "start", "join_per_year", "leave_per_year", "joins", "leaves", "pre_ticked", "back_days", "compelled",
)  # fmt: skip
"""Keys that say nothing where nobody can stay out."""


def check_consent(reading: Reading, sheets: Sheets) -> None:
    """Note consent that contradicts itself or the head of the file, and what is shown by nobody."""
    sheet, head = sheets.one("consent"), sheets.one("scheme")
    if sheet is not None:
        _check_kind(reading, sheet, head)
    asked = sheet is not None and "shares" in sheet.given
    shown = [one for one in sheets.many("consequence") if one.text("through") == "shown"]
    for one in shown if not asked else ():
        message = f"consequence {quoted(one.id)} works where residents show their score, and nobody is asked"
        note(reading, "SCH375", message, "say consent.shares = …, or another through", one, "through")
    if asked and sheet is not None and not shown:
        message = "shares says who shows their score, and nothing follows from showing it"
        note(reading, "SCH375", message, 'say through = "shown" of a consequence, or take shares out', sheet, "shares")


def _check_kind(reading: Reading, sheet: Sheet, head: Sheet | None) -> None:
    kind = sheet.text("kind")
    said = head.text("consent") if head else ""
    if kind and said not in {"", "unknown", kind}:
        message = f"consent.kind is {quoted(kind)}, and scheme.consent is {quoted(said)}"
        note(reading, "SCH373", message, "say the same in both", sheet, "kind")
    idle = [name for name in OF_CHOICE if name in sheet.given]
    if kind == "compulsory" and idle:
        message = f"nobody can stay out of what is compulsory, and {idle[0]} says who does"
        note(reading, "SCH374", message, f'say kind = "opt-in" or "opt-out", or take {idle[0]} out', sheet, idle[0])
    if kind == "opt-out" and "pre_ticked" in sheet.given:
        message = "pre_ticked says who joins without knowing, and nobody of an opt-out is asked first"
        note(reading, "SCH374", message, 'say kind = "opt-in", or take pre_ticked out', sheet, "pre_ticked")
    if "leaves" in sheet.given and "leave_per_year" not in sheet.given:
        message = "leaves says who leaves more readily, and nobody leaves"
        note(reading, "SCH376", message, "add leave_per_year = …, or take leaves out", sheet, "leaves")
    if "joins" in sheet.given and not {"join_per_year", "start"} & sheet.given:
        message = "joins says who joins more readily, and nobody joins"
        note(reading, "SCH376", message, "add join_per_year = … or start = …, or take joins out", sheet, "joins")

"""Faults of recipients: right key by key, without meaning together."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import meant, quoted


def check_recipients(reading: Reading, sheets: Sheets) -> None:
    """Note recipients that no consequence names, or that a file does not have."""
    known = tuple(sheet.id for sheet in sheets.many("recipient"))
    named = {sheet.text("recipient") for sheet in sheets.many("consequence")}
    for sheet in sheets.many("consequence"):
        name = sheet.text("recipient")
        if name and name not in known:
            message = f"consequence {quoted(sheet.id)} holds by what {quoted(name)} knows, which is no recipient"
            note(reading, "SCH378", message, meant(name, known, "recipients of this file"), sheet, "recipient")
    for sheet in sheets.many("recipient"):
        idle = [key for key in ("hears_days", "forgets") if key in sheet.given]
        if idle and sheet.id not in named:
            message = f"{idle[0]} says what {quoted(sheet.id)} hears, and nothing holds by what it knows"
            fix = f"say recipient = {quoted(sheet.id)} of a consequence, or take {idle[0]} out"
            note(reading, "SCH378", message, fix, sheet, idle[0])
    for sheet in sheets.many("appeal"):
        if "reaches" in sheet.given and not ("filed" in sheet.given and named - {""}):
            message = (
                "reaches says whether recipients hear of an upheld appeal, and there is nothing to tell or to uphold"
            )
            note(reading, "SCH378", message, "add filed and a recipient of a consequence, or take reaches out", sheet,
                 "reaches")  # fmt: skip

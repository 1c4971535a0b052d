"""Faults of stars: what cannot be a mean of 1 to 5, and impressions of nobody."""

from __future__ import annotations

from decimal import Decimal

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

MOST_STARS = Decimal(5)


def check_peer(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of stars."""
    table = sheets.one("encounters")
    if table is None:
        if "encounters" not in reading.document.values:
            for sheet in sheets.many("impression")[:1]:
                message = f"impression {quoted(sheet.id)} makes stars, and nobody gives any"
                note(reading, "SCH381", message, "add [encounters], or take it out", sheet)
        return
    _check_score(reading, sheets, table)
    standing = table.figure("by_standing")
    if standing and standing.value and not any(sheet.flag("published") for sheet in sheets.many("publicity")):
        message = "stars go by how raters and rated stand to each other, and nobody sees how anybody stands"
        note(
            reading,
            "SCH384",
            message,
            "add published = true to [publicity], or take by_standing out",
            table,
            "by_standing",
        )
    for moving in ("rule", "state_rule", "quantity_rule"):
        for sheet in sheets.many(moving)[:1]:
            message = f"{moving} {quoted(sheet.id)} moves points, and the score is a mean of stars"
            note(reading, "SCH380", message, "take it out, or take [encounters] out", sheet)
    seen: set[str] = set()
    for sheet in sheets.many("impression"):
        act = sheet.text("act")
        if act in seen:
            message = f"there are two impressions of {quoted(act)}"
            note(reading, "SCH382", message, "say in one of them what it makes of stars", sheet, "act")
        seen.add(act)


def _check_score(reading: Reading, sheets: Sheets, table: Sheet) -> None:
    score = next(iter(sheets.many("score")), None)
    if score is None:
        if "score" not in reading.document.values:
            note(reading, "SCH381", "stars are given, and there is no [score]", "add a [score]", table)
        return
    if score.text("kind") not in {"", "points"}:
        message = f"the score is of the kind {quoted(score.text('kind'))}, and a mean of stars"
        note(reading, "SCH380", message, "take kind out, or take [encounters] out", score, "kind")
    low, high = score.figure("lowest"), score.figure("highest")
    if low is not None and high is not None and (low.value < 0 or high.value > MOST_STARS):
        message = f"a mean of stars goes from {low.value} to {high.value}"
        note(reading, "SCH383", message, "let the score lie between 0 and 5", score, "highest")

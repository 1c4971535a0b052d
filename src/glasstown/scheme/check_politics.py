"""Faults of politics: shares out of order, triggers of nothing, versions that have no beginning or two."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted


def check_politics(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of legitimacy, triggers, and how versions begin."""
    table = sheets.one("legitimacy")
    if table is not None:
        _check_order(reading, table)
    triggers = sheets.many("trigger")
    for sheet in triggers:
        _check_trigger(reading, sheet, has_legitimacy=table is not None or "legitimacy" in reading.document.values)
    begun = {sheet.text("version") for sheet in triggers}
    for sheet in sheets.many("version"):
        _check_beginning(reading, sheet, triggered=sheet.id in begun)


def _check_order(reading: Reading, sheet: Sheet) -> None:
    low, start, high = (sheet.figure(key) for key in ("lowest", "start", "highest"))
    if low is None or start is None or high is None:
        return
    if not low.value <= start.value <= high.value:
        message = f"legitimacy starts at {start.value}, outside {low.value} to {high.value}"
        note(reading, "SCH360", message, "let start lie between lowest and highest", sheet, "start")
    elif start.value == 0:
        note(reading, "SCH360", "legitimacy starts at 0, of which nothing can be lost", "let it start above 0", sheet,
             "start")  # fmt: skip


def _check_trigger(reading: Reading, sheet: Sheet, *, has_legitimacy: bool) -> None:
    name = quoted(sheet.id)
    if not {"legitimacy_below", "protests_above"} & sheet.given:
        fix = "add legitimacy_below = … or protests_above = …"
        note(reading, "SCH361", f"trigger {name} waits for nothing", fix, sheet)
    if "legitimacy_below" in sheet.given and not has_legitimacy:
        message = f"trigger {name} asks for legitimacy, and there is no [legitimacy]"
        note(reading, "SCH361", message, "add [legitimacy], or let it wait for protests", sheet, "legitimacy_below")


def _check_beginning(reading: Reading, sheet: Sheet, *, triggered: bool) -> None:
    name, dated = quoted(sheet.id), "from_day" in sheet.given
    if dated and triggered:
        message = f"version {name} has a day, and a trigger begins it"
        note(reading, "SCH362", message, "take from_day out, or the trigger", sheet, "from_day")
    elif not dated and not triggered:
        note(reading, "SCH362", f"version {name} never begins", "add from_day = …, or a [[trigger]] for it", sheet)

"""Faults of points for quantities: no such meter, a meter that sees nothing, no points, no score."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.faults import fault
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted


def check_quantities(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of points for quantities, and warn of those that never move anything."""
    meters = {sheet.id: sheet for sheet in sheets.many("meter") if sheet.id}
    for sheet in sheets.many("quantity_rule"):
        name = sheet.text("quantity")
        if name and name not in meters:
            what = f"{quoted(name)} is not one of the meters of this file"
            reading.note_unknown("SCH367", what, name, tuple(meters), "meters of this file", (*sheet.path, "quantity"))
        elif name:
            _check_seen(reading, sheet, meters[name])
        _check_points(reading, sheet)
    first = next(iter(sheets.many("quantity_rule")), None)
    if first is not None and sheets.one("score") is None and "score" not in reading.document.values:
        what = "there is a quantity_rule and no [score]"
        reading.faults.append(fault("SCH307", what, "add a [score], or take every quantity_rule out", first.span))


def _check_seen(reading: Reading, sheet: Sheet, meter: Sheet) -> None:
    share = meter.figure("share")
    if share is not None and share.value == 0:
        what = f"the meter {quoted(meter.id)} sees nothing of its quantity, so {quoted(sheet.id)} moves no points"
        note(reading, "SCH403", what, "give the meter a share above 0, or take the rule out", sheet, "quantity")


def _check_points(reading: Reading, sheet: Sheet) -> None:
    for key in ("per", "above"):
        figure = sheet.figure(key)
        if figure is not None and (figure.value * 1000) % 1:
            what = f"{key} is {figure.value}, finer than a thousandth of a unit"
            note(reading, "SCH495", what, "round it to thousandths", sheet, key)
    for key in ("points", "at_most_points_per_month"):
        figure = sheet.figure(key)
        if figure is not None and figure.value == 0:
            what = f"quantity_rule {quoted(sheet.id)} gives no points"
            note(reading, "SCH403", what, "give it points, or take it out", sheet, key)

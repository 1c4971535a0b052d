"""Faults of acts that fall due: names that lead nowhere, and acts that would fall due of two others."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_residents
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import ACT_IDS, GAUGES

ENDS: Final = ("fails", "paid")
"""What can happen on the day on which something falls due."""


def check_dues(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of what acts leave owing."""
    own = {sheet.id: sheet for sheet in acts_of_residents(sheets)}
    known = tuple(name for name in (*ACT_IDS, *own) if name not in GAUGES)
    by: dict[str, str] = {}
    for sheet in acts_of_residents(sheets):
        due = sheet.inner("due")
        if due is None:
            continue
        for key in ENDS:
            _check_end(reading, due, key, known, own, by, sheet.id)
        for place, name in enumerate(due.names("settled_by")):
            if name not in known:
                path, message = (*due.path, "settled_by", place), f"{quoted(name)} is not one of the acts of residents"
                reading.note_unknown("SCH103", message, name, known, "acts", path)


def _check_end(
    reading: Reading, due: Sheet, key: str, known: tuple[str, ...], own: dict[str, Sheet], by: dict[str, str], act: str
) -> None:
    """Note where what happens on the day is no act, happens of its own accord, or falls due of two acts.

    Args:
        reading: the document, to which faults are added.
        due: what an act leaves owing.
        key: which end of it.
        known: acts that can happen.
        own: acts that the file declares.
        by: of which act each falls due, so far; added to.
        act: the act that leaves it owing.
    """
    name, path = due.text(key), (*due.path, key)
    if not name:
        return
    if name not in known:
        reading.note_unknown("SCH103", f"{quoted(name)} is not one of the acts of residents", name, known, "acts", path)
    elif name in own and {"rate", "after"} & own[name].given:
        message = f"{quoted(name)} has a rate, or follows another act, and falls due of {quoted(act)} as well"
        reading.note("SCH349", message, "take its rate or after out, or name an act of its own", path)
    elif name in by:
        message = f"{quoted(name)} falls due of {quoted(by[name])} already"
        reading.note("SCH348", message, "declare an act of its own for one of the two", path)
    else:
        by[name] = act


def acts_that_fall_due(sheets: Sheets) -> set[str]:
    """Names of all acts that happen when something falls due."""
    dues = (due for sheet in acts_of_residents(sheets) if (due := sheet.inner("due")) is not None)
    return {due.text(key) for due in dues for key in ENDS if due.text(key)}

"""Faults of what uses records: rules and grounds, the acts they are about and the sources they listen to."""

from __future__ import annotations

from collections.abc import Mapping

from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.words import quoted


def note(reading: Reading, code: str, message: str, fix: str, sheet: Sheet, key: str = "") -> None:
    """Note a fault of a table, at one of its keys where that is given."""
    path = (*sheet.path, key) if key and key in sheet.given else sheet.path
    reading.note(code, message, fix, path)


def acts_of(sheet: Sheet) -> tuple[str, ...]:
    """The acts whose records a rule or a ground uses."""
    one = sheet.text("act")
    return (one,) if one else (*sheet.names("acts"), *sheet.names("extend_acts"))


def acts_recorded(source: Sheet) -> set[str]:
    """The acts that a source may write down: those it sees, and the one it takes others for."""
    wrong = source.inner("wrong_act")
    return {*source.names("sees"), *([wrong.text("taken_for")] if wrong and wrong.text("taken_for") else [])}


def check_user(reading: Reading, sheet: Sheet, sees: Mapping[str, set[str]]) -> None:
    """Note where a rule or ground waits for records that nobody makes.

    Args:
        reading: the document, to which faults are added.
        sheet: the rule or ground.
        sees: the acts that each source sees.
    """
    _check_sources(reading, sheet, "sources", acts_of(sheet), sees)
    _check_sources(reading, sheet, "exit_seen_by", sheet.names("exit_acts"), sees)
    seen = set[str]().union(*sees.values())
    for key in ("act", "acts", "extend_acts"):
        names = (sheet.text(key),) if key == "act" else sheet.names(key)
        for act in names:
            if act and act not in seen:
                message = f"no source sees the act {quoted(act)} of {sheet.table} {quoted(sheet.id)}"
                note(reading, "SCH401", message, f"let a source see it, or take the {sheet.table} out", sheet, key)


def _check_sources(
    reading: Reading, sheet: Sheet, key: str, acts: tuple[str, ...], sees: Mapping[str, set[str]]
) -> None:
    for source in sheet.names(key):
        if acts and sees.get(source) and not sees[source].intersection(acts):
            listed = " or ".join(quoted(act) for act in acts)
            message = f"{sheet.table} {quoted(sheet.id)} uses source {quoted(source)}, which does not see {listed}"
            fix = f"add the act to what {quoted(source)} sees, or drop the source here"
            note(reading, "SCH310", message, fix, sheet, key)

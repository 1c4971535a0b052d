"""Faults of what a person can do about a scheme: right key by key, without meaning together."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_counts import counted_acts
from glasstown.scheme.check_records import note
from glasstown.scheme.grammar_process import APPEAL_KEYS
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_ON_PAPER: Final = ("exists", "decision_days", "suspensive")
"""Keys of the law that a reader could take for what runs."""

_OF_APPEALS: Final = tuple(key.name for key in APPEAL_KEYS)


def check_process(reading: Reading, sheets: Sheets) -> None:
    """Note appeals said in part, denied, or against nothing, and what nobody can hear of by being refused."""
    for sheet in sheets.many("appeal"):
        _check_appeal(reading, sheets, sheet)
    for sheet in sheets.many("publicity"):
        if "from_day" in sheet.given and not sheet.flag("published"):
            message = "from_day says since when something is public, and nothing is published"
            note(reading, "SCH416", message, "say published = true, or take from_day out", sheet, "from_day")
        _check_named(reading, sheets, sheet)
    for sheet in sheets.many("consequence"):
        if sheet.text("notice") == "on-refusal" and (not sheet.names("deny") or sheet.text("through") == "look-up"):
            what = "works through look-ups, of which nobody hears" if sheet.names("deny") else "denies nothing"
            message = f"{quoted(sheet.id)} is heard of by being refused, and {what}"
            note(reading, "SCH372", message, 'say notice = "none" or "given", or let it deny directly', sheet, "notice")


def _check_named(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    """Grades of which names are published: they are of this file, something is published, and look-ups find it."""
    if "grades" not in sheet.given:
        return
    known, named = tuple(grade.id for grade in sheets.many("grade") if grade.id), sheet.names("grades")
    for place, name in enumerate(named):
        if name not in known:
            path = (*sheet.path, "grades", place)
            message = f"{quoted(name)} is not one of the grades of this file"
            reading.note_unknown("SCH105", message, name, known, "grades of this file", path)
    if not sheet.flag("published"):
        message = "grades says of whom the grade is published, and nothing is"
        note(reading, "SCH447", message, "say published = true, or take grades out", sheet, "grades")
    for one in sheets.many("consequence"):
        grade = one.text("grade")
        if one.text("through") == "look-up" and grade in known and grade not in named:
            message = (
                f"consequence {quoted(one.id)} works through look-ups, and who is in {quoted(grade)} is not published"
            )
            fix = f"add {quoted(grade)} to publicity.grades, or let it work directly"
            note(reading, "SCH447", message, fix, one, "through")


def _warn_of_paper(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    """Warn where the law knows of appeals and nobody files one, unless the file tells so itself."""
    head = sheets.one("scheme")
    told = " ".join(head.names("not_modelled") if head else ()).lower()
    named = [name for name in _ON_PAPER if name in sheet.given and (name != "exists" or sheet.flag(name))]
    if named and "appeal" not in told:
        message = f"{named[0]} tells of appeals, and nothing says who files one: in the model nobody does"
        fix = "add filed = … and upheld = …, or tell in scheme.not_modelled that no appeal is filed"
        note(reading, "SCH427", message, fix, sheet, named[0])


def _check_appeal(reading: Reading, sheets: Sheets, sheet: Sheet) -> None:
    given = [name for name in _OF_APPEALS if name in sheet.given]
    if given and "filed" not in sheet.given:
        message = f"{given[0]} says what becomes of appeals, and nothing says who files one"
        note(reading, "SCH370", message, f"add filed = …, or take {given[0]} out", sheet, given[0])
    elif given and "upheld" not in sheet.given:
        message = "appeals are filed, and nothing says how many are upheld"
        note(reading, "SCH370", message, "add upheld = …, or take filed out", sheet, "filed")
    if "filed" not in sheet.given:
        if not given:
            _warn_of_paper(reading, sheets, sheet)
        return
    if "exists" in sheet.given and not sheet.flag("exists"):
        note(
            reading,
            "SCH371",
            "appeals are filed, and exists = false says that there are none",
            "say exists = true, or take filed out",
            sheet,
            "exists",
        )
    if not any(sheets.many(table) for table in ("rule", "ground", "override")) and not counted_acts(sheets):
        note(
            reading,
            "SCH415",
            "appeals are filed, and nothing takes points or lists anybody",
            "add a rule or a ground, or take filed out",
            sheet,
            "filed",
        )

"""Faults of holders: names of nobody, records that lie twice, and shares that say nothing."""

from __future__ import annotations

from glasstown.scheme.check_records import note
from glasstown.scheme.grammar_holders import SCORER
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_WHAT = ("holders of this file", "SCH430")


def check_holders(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of holders and of what they pass on."""
    holders, sources = sheets.many("holder"), {sheet.id for sheet in sheets.many("source")}
    known = (SCORER, *(sheet.id for sheet in holders))
    _check_kept(reading, holders, sources)
    foreign = {sheet.id for sheet in holders if sheet.flag("foreign")}
    for sheet in sheets.many("sharing"):
        _check_sharing(reading, sheet, known)
        if "abroad" in sheet.given and (sheet.text("way") != "compelled" or sheet.text("from") not in foreign):
            message = "only what a foreign holder is compelled to share is shared as far as it obeys"
            note(reading, "SCH435", message, 'say way = "compelled" and foreign = true of the holder, or take it out',
                 sheet, "abroad")  # fmt: skip
    for table in ("rule", "list"):
        for sheet in sheets.many(table):
            _check_known(reading, sheet, "holder", known)
    for sheet in sheets.many("consent"):
        back = sheet.figure("back_days")
        if holders and back and back.value:
            message = "what is kept until somebody joins comes to the scorer, and here records lie with others"
            note(reading, "SCH434", message, "leave back_days out", sheet, "back_days")
    for sheet in sheets.many("score")[:1]:
        if holders and sheet.text("stack") == "act":
            message = "of several records of one act the first would count, and who has it another one does not know"
            note(reading, "SCH433", message, 'write stack = "record"', sheet, "stack")


def _check_kept(reading: Reading, holders: tuple[Sheet, ...], sources: set[str]) -> None:
    kept: dict[str, str] = {}
    for sheet in holders:
        if sheet.id == SCORER:
            note(reading, "SCH431", f"{quoted(SCORER)} is the holder that every scheme has", "rename it", sheet, "id")
        for place, name in enumerate(sheet.names("keeps")):
            path = (*sheet.path, "keeps", place)
            if name not in sources:
                message = f"{quoted(name)} is not one of the sources of this file"
                reading.note_unknown("SCH104", message, name, sources, "sources of this file", path)
            elif name in kept:
                message = f"the records of {quoted(name)} lie with {quoted(kept[name])} already"
                reading.note("SCH431", message, "take it out of one of them", path)
            kept.setdefault(name, sheet.id)
        exposes, breach = sheet.figure("exposes"), sheet.figure("breach_per_year")
        if exposes and breach and (exposes.value > 0) != (breach.value > 0):
            message = f"what is stolen of {quoted(sheet.id)} and how much of it go together"
            note(reading, "SCH432", message, "give both breach_per_year and exposes, or neither", sheet)


def _check_sharing(reading: Reading, sheet: Sheet, known: tuple[str, ...]) -> None:
    for key in ("from", "to"):
        _check_known(reading, sheet, key, known)
    if sheet.text("from") == sheet.text("to") and sheet.text("to"):
        message = f"{quoted(sheet.text('to'))} needs nobody to be told what it has"
        note(reading, "SCH431", message, "name two holders", sheet, "to")
    if (sheet.text("what") == "some") != ("share" in sheet.given) and sheet.text("what"):
        message = "some is a share of the records; all and nothing are not"
        note(reading, "SCH432", message, 'write what = "some" and share = …, or leave share out', sheet, "share")


def _check_known(reading: Reading, sheet: Sheet, key: str, known: tuple[str, ...]) -> None:
    name = sheet.text(key)
    if name and name not in known:
        what, code = _WHAT
        message = f"{quoted(name)} is not one of the {what}"
        reading.note_unknown(code, message, name, known, what, (*sheet.path, key))

"""Faults of lists, of what follows from them, and of versions: right one by one, without meaning together."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.check_formulas import lists_asked_about
from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.capacities import CAPACITY_IDS, LOOKED_AT_IDS

_EXIT_CLOCK: Final = {"exit_delay_days", "exit_clock"}
_EXIT_KEYS: Final = ("exit_seen_by", "exit_delay_days", "exit_clock", "exit_decision")
_DROPS: Final = ("drop", "drop_rules", "drop_sources", "drop_lists", "drop_consequences", "drop_associations",
                 "drop_overrides", "drop_state_rules", "drop_quantity_rules")  # fmt: skip


def check_lists(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of lists, causes, look-ups and versions, and warnings."""
    repaired = {one.text("ground") for one in sheets.many("repair")}
    for sheet in sheets.many("ground"):
        _check_term(reading, sheet)
        _check_exit(reading, sheet, repaired=sheet.id in repaired)
    _check_cases(reading, sheets)
    for sheet in sheets.many("consequence"):
        _check_cause(reading, sheet)
        _check_look_up(reading, sheet)
        _check_who_looks(reading, sheet)
    for sheet in sheets.many("version"):
        if not any(key in sheet.given for key in _DROPS):
            message = f"version {quoted(sheet.id)} ends nothing"
            note(reading, "SCH315", message, 'say what ends, such as drop = ["grades"], or take it out', sheet)
    _check_one_look(reading, sheets)
    _check_use(reading, sheets)


def _check_term(reading: Reading, sheet: Sheet) -> None:
    longer = [key for key in ("extend_by_days", "extend_acts", "longest_days") if key in sheet.given]
    if longer and "term_days" not in sheet.given:
        message = f"ground {quoted(sheet.id)} is open-ended, and {longer[0]} makes its term longer"
        note(reading, "SCH313", message, "add term_days = …, or take it out", sheet, longer[0])
    elif ("extend_by_days" in sheet.given) != ("extend_acts" in sheet.given):
        missing = "extend_acts" if "extend_by_days" in sheet.given else "extend_by_days"
        message = f"ground {quoted(sheet.id)} says how its term becomes longer, and not {missing}"
        note(reading, "SCH313", message, f"add {missing} = …", sheet)
    term, longest = sheet.figure("term_days"), sheet.figure("longest_days")
    if term is not None and longest is not None and longest.value < term.value:
        message = f"ground {quoted(sheet.id)} lasts {term.value} days, and at the longest {longest.value}"
        note(reading, "SCH313", message, "let longest_days be no less than term_days", sheet, "longest_days")


def _check_exit(reading: Reading, sheet: Sheet, *, repaired: bool) -> None:
    given = [key for key in _EXIT_KEYS if key in sheet.given]
    if given and "exit_acts" not in sheet.given and not (repaired and set(given) <= _EXIT_CLOCK):
        message = f"ground {quoted(sheet.id)} has {given[0]} and no act that closes it"
        note(reading, "SCH316", message, "add exit_acts = […], or take it out", sheet, given[0])


def _check_cases(reading: Reading, sheets: Sheets) -> None:
    """Refuse a case that is one with a ground which no official decides, or decides with yet another."""
    decisions = {sheet.id: sheet.inner("decision") for sheet in sheets.many("ground")}
    for name, decision in decisions.items():
        other = decision.text("same_case_as") if decision else ""
        if decision is None or other not in decisions:
            continue
        its = decisions[other]
        if its is None or its.text("same_case_as"):
            why = "no official decides" if its is None else "is itself decided with another"
            message = f"ground {quoted(name)} is decided with {quoted(other)}, which {why}"
            fix = "name a ground with a decision of its own, or take it out"
            note(reading, "SCH320", message, fix, decision, "same_case_as")


def _check_cause(reading: Reading, sheet: Sheet) -> None:
    causes = [key for key in ("grade", "list") if key in sheet.given]
    if len(causes) == 1:
        return
    what = "a grade and a list" if causes else "no grade and no list"
    message = f"consequence {quoted(sheet.id)} names {what}"
    note(reading, "SCH312", message, "name one: the grade or the list that it follows from", sheet, "list")


def _check_look_up(reading: Reading, sheet: Sheet) -> None:
    looks = sheet.text("through") == "look-up"
    name = quoted(sheet.id)
    if looks and "look_up" not in sheet.given:
        fix = "add look_up = …, the probability that the other side looks"
        note(reading, "SCH314", f"consequence {name} works through look-ups and says no chance", fix, sheet, "through")
    elif not looks and "look_up" in sheet.given:
        fix = 'add through = "look-up", or take look_up out'
        note(reading, "SCH314", f"consequence {name} works by itself and gives a chance to look", fix, sheet, "look_up")
    elif looks and (sheet.names("favour") or sheet.inner("degree")):
        key = "favour" if sheet.names("favour") else "degree"
        message = f"consequence {name} works through look-ups, which can only deny"
        note(reading, "SCH314", message, "give what favours or makes worse a consequence of its own", sheet, key)


def _check_who_looks(reading: Reading, sheet: Sheet) -> None:
    """Refuse a look-up before what nobody looks anybody up for, such as a flight."""
    unlooked = [name for name in sheet.names("deny") if name in CAPACITY_IDS and name not in LOOKED_AT_IDS]
    if sheet.text("through") == "look-up" and unlooked:
        message = f"consequence {quoted(sheet.id)} denies {quoted(unlooked[0])} after a look-up, and nobody looks there"
        fix = (
            f'deny it with through = "direct" in a consequence of its own; looked up for are {", ".join(LOOKED_AT_IDS)}'
        )
        note(reading, "SCH319", message, fix, sheet, "deny")


def _check_one_look(reading: Reading, sheets: Sheets) -> None:
    chances: dict[str, tuple[Decimal, str]] = {}
    for sheet in sheets.many("consequence"):
        chance = sheet.figure("look_up")
        if chance is None or sheet.text("through") != "look-up":
            continue
        for name in sheet.names("deny"):
            before, other = chances.setdefault(name, (chance.value, sheet.id))
            if before != chance.value:
                message = f"{quoted(other)} and {quoted(sheet.id)} deny {quoted(name)} with different chances to look"
                note(reading, "SCH317", message, f"give both the same look_up, such as {before}", sheet, "look_up")
                break


def _check_use(reading: Reading, sheets: Sheets) -> None:
    filled = {sheet.text("list") for sheet in sheets.many("ground")}
    followed = {sheet.text("list") for sheet in (*sheets.many("consequence"), *sheets.many("override"))}
    asked = lists_asked_about(sheets)
    for sheet in sheets.many("list"):
        if sheet.id and sheet.id not in filled:
            message = f"no ground leads to the list {quoted(sheet.id)}"
            note(reading, "SCH404", message, "add a ground, or take the list out", sheet)
        if sheet.id and sheet.id not in followed | asked:
            message = f"nothing follows from the list {quoted(sheet.id)}"
            note(
                reading, "SCH405", message, "add a consequence or an override, or tell it in scheme.not_modelled", sheet
            )
    published = any(sheet.flag("published") for sheet in sheets.many("publicity"))
    for sheet in sheets.many("consequence"):
        if sheet.text("through") == "look-up" and not published:
            message = f"consequence {quoted(sheet.id)} works through look-ups, and nothing is published"
            note(reading, "SCH406", message, "add published = true to [publicity], or let it work directly", sheet)

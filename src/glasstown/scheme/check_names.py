"""Faults of names: said twice, pointing at nothing or at what has no records, or sharing one address of luck."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, cast

from glasstown.scheme.grammar import TABLES
from glasstown.scheme.places import Path
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import ACT_IDS, GAUGES
from glasstown.vocab.capacities import CAPACITY_IDS
from glasstown.vocab.evidence import ASSUMPTION
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisation_acts import ORGANISATION_ACT_IDS
from glasstown.vocab.organisation_terms import ORGANISATION_CAPACITY_IDS

TABLES_IN_LUCK: Final = ("source", "rule", "act", "ground", "consequence", "association", "override", "state_rule",
                         "quantity_rule", "meter", "inference", "holder", "sharing", "vote", "repair")  # fmt: skip
"""Tables whose names enter the address of luck, or digests."""

_INSTEAD: Final = {"volunteer-hours": "volunteer-day", "bills-on-time": "late-bill"}
"""The act that a record can be made of, for a gauge that has one."""

_DROPPED: Final = ("rule", "source", "list", "consequence", "association", "override", "state_rule", "quantity_rule")
"""Tables of which a version may end some by name."""

_NAMES_OF_ACTS: Final = {
    "source": ("sees",), "rule": ("act",), "repair": ("act",), "impression": ("act",), "override": ("acts",),
    "ground": ("acts", "extend_acts", "exit_acts"),
}  # fmt: skip
"""Keys that name acts, by table."""


def check_names(reading: Reading, sheets: Sheets, citations: Collection[str]) -> None:
    """Note every fault of names.

    Args:
        reading: the document, to which faults are added.
        sheets: its tables as read.
        citations: the source keys that the library holds.
    """
    for table in TABLES:
        if table.named:
            _check_ids(reading, sheets.many(table.name), table.name)
    known_acts = (*ACT_IDS, *ORGANISATION_ACT_IDS, *(sheet.id for sheet in sheets.many("act")))
    _check_acts(reading, sheets, known_acts)
    _check_gauges(reading, sheets)
    _check_rules(reading, sheets)
    _check_overrides(reading, sheets, known_acts)
    _check_grounds(reading, sheets, known_acts)
    _check_consequences(reading, sheets)
    _check_versions(reading, sheets)
    _check_triggers(reading, sheets)
    _check_citations(reading, sheets, citations)


def _check_ids(reading: Reading, sheets: tuple[Sheet, ...], table: str) -> None:
    seen: dict[str, Sheet] = {}
    digests: dict[int, str] = {}
    for sheet in sheets:
        name = sheet.id
        if not name:
            continue
        if name in seen:
            message = f"{table} {quoted(name)} stands twice; the first is in line {seen[name].span.line}"
            reading.note("SCH110", message, "give one of them another id", (*sheet.path, "id"))
            continue
        seen[name] = sheet
        other = digests.setdefault(name_digest(name), name)
        if table in TABLES_IN_LUCK and other != name:
            message = f"{table}s {quoted(other)} and {quoted(name)} would share one address of luck"
            reading.note("NAME-clash", message, "rename one of them", (*sheet.path, "id"))


def _check_acts(reading: Reading, sheets: Sheets, known: tuple[str, ...]) -> None:
    for sheet in sheets.many("act"):
        if sheet.id in (*ACT_IDS, *ORGANISATION_ACT_IDS):
            message = f"the act {quoted(sheet.id)} is one of the model's own"
            reading.note("SCH112", message, "give it another id, or take it out", (*sheet.path, "id"))
    for sheet in sheets.many("source"):
        _check_list(reading, sheet, "sees", known, "SCH103", "acts")
        wrong = sheet.inner("wrong_act")
        if wrong is not None:
            _check_list(reading, wrong, "acts", sheet.names("sees"), "SCH310", "acts that the source sees")
            _check_one(reading, wrong, "taken_for", known, "SCH103", "acts")
    for table in ("rule", "impression"):
        for sheet in sheets.many(table):
            _check_one(reading, sheet, "act", known, "SCH103", "acts")


def _check_gauges(reading: Reading, sheets: Sheets) -> None:
    """Refuse a quantity of a month where a scheme waits for records of an act."""
    for table, keys in _NAMES_OF_ACTS.items():
        for sheet, key in ((sheet, key) for sheet in sheets.many(table) for key in keys):
            for path, name in _named(reading, sheet, key):
                if name in GAUGES:
                    act = _INSTEAD.get(name)
                    fix = f"name the act {act}" if act else "take it out and tell it in scheme.not_modelled"
                    reading.note("SCH116", f"{quoted(name)} is a gauge, of which no record can be made", fix, path)


def _named(reading: Reading, sheet: Sheet, key: str) -> list[tuple[Path, str]]:
    """The names that a key holds, each with its place."""
    one, read, path = sheet.text(key), set(sheet.names(key)), (*sheet.path, key)
    listed = enumerate(_raw_list(reading, sheet, key)) if read else ()
    found: list[tuple[Path, str]] = [(path, one)] if one else []
    return found + [((*path, n), name) for n, name in listed if isinstance(name, str) and name in read]


def _check_rules(reading: Reading, sheets: Sheets) -> None:
    known = _ids(sheets, "source")
    for sheet in sheets.many("rule"):
        _check_list(reading, sheet, "sources", known, "SCH104", "sources of this file")
    for sheet in sheets.many("association"):
        _check_passed_on(reading, sheet, _ids(sheets, "rule"), _ids(sheets, "association"))


def _check_passed_on(reading: Reading, sheet: Sheet, rules: tuple[str, ...], associations: tuple[str, ...]) -> None:
    """What an association passes on: rules, and never what came through an association."""
    for path, name in _named(reading, sheet, "rules"):
        if name in associations and name not in rules:
            message = f"{quoted(name)} is an association, and its points are passed on to nobody"
            reading.note(
                "SCH119", message, "name rules, or leave the key out to pass on the points of all of them", path
            )
        else:
            _refuse_unknown(reading, path, name, rules, "SCH118", "rules of this file")


def _check_overrides(reading: Reading, sheets: Sheets, known_acts: tuple[str, ...]) -> None:
    for sheet in sheets.many("override"):
        for key in ("grade", "same_officer"):
            _check_one(reading, sheet, key, _ids(sheets, "grade"), "SCH105", "grades of this file")
        _check_one(reading, sheet, "list", _ids(sheets, "list"), "SCH114", "lists of this file")
        _check_list(reading, sheet, "acts", known_acts, "SCH103", "acts")
        _check_list(reading, sheet, "sources", _ids(sheets, "source"), "SCH104", "sources of this file")


def _check_grounds(reading: Reading, sheets: Sheets, known_acts: tuple[str, ...]) -> None:
    sources, lists = _ids(sheets, "source"), _ids(sheets, "list")
    for sheet in sheets.many("ground"):
        _check_one(reading, sheet, "list", lists, "SCH114", "lists of this file")
        for key in ("acts", "extend_acts", "exit_acts"):
            _check_list(reading, sheet, key, known_acts, "SCH103", "acts")
        for key in ("sources", "exit_seen_by"):
            _check_list(reading, sheet, key, sources, "SCH104", "sources of this file")
        decision = sheet.inner("decision")
        if decision is not None:
            _check_one(reading, decision, "same_case_as", _ids(sheets, "ground"), "SCH117", "grounds of this file")


def _check_versions(reading: Reading, sheets: Sheets) -> None:
    for sheet in sheets.many("version"):
        for table in _DROPPED:
            _check_list(reading, sheet, f"drop_{table}s", _ids(sheets, table), "SCH115", f"{table}s of this file")


def _check_triggers(reading: Reading, sheets: Sheets) -> None:
    for sheet in sheets.many("trigger"):
        _check_one(reading, sheet, "version", _ids(sheets, "version"), "SCH363", "versions of this file")


def _ids(sheets: Sheets, table: str) -> tuple[str, ...]:
    return tuple(sheet.id for sheet in sheets.many(table) if sheet.id)


def _check_consequences(reading: Reading, sheets: Sheets) -> None:
    grades, lists = _ids(sheets, "grade"), _ids(sheets, "list")
    for sheet in sheets.many("consequence"):
        _check_one(reading, sheet, "grade", grades, "SCH105", "grades of this file")
        _check_one(reading, sheet, "list", lists, "SCH114", "lists of this file")
        for key in ("deny", "favour"):
            known = (*CAPACITY_IDS, *ORGANISATION_CAPACITY_IDS, *_ids(sheets, "capacity"))
            _check_list(reading, sheet, key, known, "SCH106", "capacities")


def _check_citations(reading: Reading, sheets: Sheets, citations: Collection[str]) -> None:
    known = (*_ids(sheets, "reference"), *citations, ASSUMPTION)
    for path, name in reading.cited:
        _refuse_unknown(reading, path, name, known, "SCH108", "sources of facts")


def _check_one(reading: Reading, sheet: Sheet, key: str, known: tuple[str, ...], code: str, what: str) -> None:
    name = sheet.text(key)
    if name:
        _refuse_unknown(reading, (*sheet.path, key), name, known, code, what)


def _check_list(reading: Reading, sheet: Sheet, key: str, known: tuple[str, ...], code: str, what: str) -> None:
    for path, name in _named(reading, sheet, key):
        _refuse_unknown(reading, path, name, known, code, what)


def _raw_list(reading: Reading, sheet: Sheet, key: str) -> list[object]:
    """The list as written, so that positions are those of the text."""
    raw: object = reading.document.values
    for step in (*sheet.path, key):
        if isinstance(raw, dict):
            raw = cast("dict[str | int, object]", raw).get(step)
        elif isinstance(raw, list) and isinstance(step, int):
            raw = raw[step]
    return list(raw) if isinstance(raw, list) else []


def _refuse_unknown(reading: Reading, path: Path, name: str, known: tuple[str, ...], code: str, what: str) -> None:
    if name in known:
        return
    message = f"{quoted(name)} is not one of the {what}"
    reading.note_unknown(code, message, name, known, what, path)

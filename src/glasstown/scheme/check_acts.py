"""Faults of capacities, and of acts of residents, that a file declares: names that lead nowhere, and idle acts.

An act of firms or governments is none that a resident can be denied, follow or be brought to.
"""

from __future__ import annotations

from collections import defaultdict

from glasstown.scheme.check_dues import acts_that_fall_due
from glasstown.scheme.check_records import note
from glasstown.scheme.faults import fault
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_residents
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import ACT_IDS, GAUGES
from glasstown.vocab.capacities import CAPACITY_IDS
from glasstown.vocab.doing import ASSETS, ON_ASSETS
from glasstown.vocab.limits import MAX_FOLLOWERS


def check_acts(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of declared acts, capacities and of what consequences bring."""
    own = {sheet.id: sheet for sheet in acts_of_residents(sheets)}
    due = acts_that_fall_due(sheets)
    capacities = (*CAPACITY_IDS, *(sheet.id for sheet in sheets.many("capacity")))
    for sheet in acts_of_residents(sheets):
        _check_origin(reading, sheet, due)
        for key in ("needs", "lacks"):
            _refuse(reading, sheet, key, tuple(ASSETS), "SCH343", "assets")
        _refuse(reading, sheet, "capacity", capacities, "SCH106", "capacities")
        for key in ("effect", "denied", "harm"):
            check_doing(reading, sheet, key)
        if "denied" in sheet.given and not _can_be_denied(sheet, sheets):
            message = f"nobody can be denied the act {quoted(sheet.id)}, for it needs no capacity"
            note(reading, "SCH344", message, "add capacity = […], or take denied out", sheet, "denied")
        _check_parent(reading, sheet, own)
    _check_number(reading, own)
    for sheet in sheets.many("capacity"):
        _check_capacity(reading, sheet, (*ACT_IDS, *own))
    for sheet in sheets.many("consequence"):
        _check_brought(reading, sheet, own)


def _check_origin(reading: Reading, sheet: Sheet, due: set[str]) -> None:
    has_rate, follows = "rate" in sheet.given, "after" in sheet.given
    if has_rate == follows and (has_rate or sheet.id not in due):
        said = "has a rate and follows another" if has_rate else "has no rate, follows no other and never falls due"
        message = f"the act {quoted(sheet.id)} {said}"
        note(reading, "SCH340", message, "give it a rate, or after = { … }, and not both", sheet)
    if follows and {"needs", "lacks"} & sheet.given:
        message = f"the act {quoted(sheet.id)} follows from another at once, and asks for assets of its own"
        key = "needs" if "needs" in sheet.given else "lacks"
        note(reading, "SCH341", message, "let the act that it follows from ask for them", sheet, key)


def check_doing(reading: Reading, sheet: Sheet, key: str) -> None:
    """Note a change of a life that does not say which asset it is about, or says one that it is not about."""
    inner = sheet.inner(key)
    if inner is None or not inner.text("what"):
        return
    if (inner.text("what") in ON_ASSETS) != ("asset" in inner.given):
        needs = inner.text("what") in ON_ASSETS
        message = f"{quoted(inner.text('what'))} {'does not say which asset' if needs else 'is about no asset'}"
        fix = "add asset = …" if needs else "take asset out"
        note(reading, "SCH345", message, fix, inner, "what" if needs else "asset")


def _can_be_denied(sheet: Sheet, sheets: Sheets) -> bool:
    """Whether an act needs a capacity, of its own account or by a capacity of the file; the benefit of a doubt."""
    return "capacity" in sheet.given or any(sheet.id in one.names("acts") for one in sheets.many("capacity"))


def _check_parent(reading: Reading, sheet: Sheet, own: dict[str, Sheet]) -> None:
    after = sheet.inner("after")
    name = after.text("act") if after else ""
    if after is None or not name:
        return
    if name not in own and name not in ACT_IDS:
        message = f"{quoted(name)} is not one of the acts of residents"
        reading.note_unknown("SCH103", message, name, (*ACT_IDS, *own), "acts", (*after.path, "act"))
    elif name in GAUGES or name in _FOLLOWERS or (name in own and "rate" not in own[name].given):
        message = f"the act {quoted(sheet.id)} follows {quoted(name)}, which is never set out to"
        fix = "name an act that happens of its own accord; a follower has no followers"
        note(reading, "SCH342", message, fix, after, "act")


_FOLLOWERS = ("misconduct-on-flight", "misconduct-on-train")
"""Acts of the model that themselves follow from others."""


def _check_number(reading: Reading, own: dict[str, Sheet]) -> None:
    """At most so many acts may follow from one."""
    following: defaultdict[str, list[Sheet]] = defaultdict(list)
    for sheet in own.values():
        after = sheet.inner("after")
        if after is not None and after.text("act"):
            following[after.text("act")].append(sheet)
    for name, sheets in following.items():
        if len(sheets) > MAX_FOLLOWERS:
            message = f"{len(sheets)} acts follow from {quoted(name)}; at most {MAX_FOLLOWERS}"
            fix = f"take {len(sheets) - MAX_FOLLOWERS} out"
            reading.faults.append(fault("LIM-followers", message, fix, sheets[MAX_FOLLOWERS].span))


def _check_capacity(reading: Reading, sheet: Sheet, acts: tuple[str, ...]) -> None:
    if sheet.id in CAPACITY_IDS:
        message = f"the capacity {quoted(sheet.id)} is one of the model's own"
        reading.note("SCH346", message, "give it another id, or take it out", (*sheet.path, "id"))
    _refuse(reading, sheet, "acts", tuple(name for name in acts if name not in GAUGES), "SCH103", "acts of residents")


def _check_brought(reading: Reading, sheet: Sheet, own: dict[str, Sheet]) -> None:
    able = tuple(name for name, act in own.items() if "rate" in act.given)
    _refuse(reading, sheet, "brings", able, "SCH347", "acts of residents that this file declares with a rate")


def _refuse(reading: Reading, sheet: Sheet, key: str, known: tuple[str, ...], code: str, what: str) -> None:
    """Note each name of a list that is not known, at its place."""
    for place, name in enumerate(sheet.names(key)):
        if name not in known:
            message = f"{quoted(name)} is not one of the {what}"
            reading.note_unknown(code, message, name, known, what, (*sheet.path, key, place))

"""Faults of meaning: tables that are right one by one and cannot be true together."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.check_counts import counted_acts
from glasstown.scheme.check_records import acts_of, acts_recorded, check_user, note
from glasstown.scheme.check_together import check_together
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.watching import WATCH_KEYS

_ONE = Decimal(1)
_USERS: Final = ("rule", "override", "ground", "repair")
"""Tables that use records."""


def check_meaning(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of meaning, and warnings."""
    _check_head(reading, sheets)
    _check_consequences(reading, sheets)
    _check_sources(reading, sheets)
    _check_rules(reading, sheets)


def _check_head(reading: Reading, sheets: Sheets) -> None:
    head = sheets.one("scheme")
    if head is not None and head.flag("quoted") and head.text("evidence") not in {"as-told", ""}:
        message = f"scheme {quoted(head.id)} quotes what was told, and is {head.text('evidence')}"
        note(
            reading,
            "SCH318",
            message,
            'give each contested figure its band, or say evidence = "as-told"',
            head,
            "quoted",
        )


def _check_consequences(reading: Reading, sheets: Sheets) -> None:
    check_together(reading, sheets)
    for sheet in sheets.many("consequence"):
        both = [name for name in sheet.names("deny") if name in sheet.names("favour")]
        if both:
            message = f"consequence {quoted(sheet.id)} denies and favours {quoted(both[0])}"
            note(reading, "SCH308", message, "take it out of one of the lists", sheet, "favour")
        unread = {"deny", "favour", "degree", "terms", "brings"} & sheet.given - set(sheet.values)
        named = any(sheet.names(key) for key in ("deny", "favour", "brings"))
        if not (named or sheet.inner("degree") or sheet.inner("terms") or unread):
            message = f"consequence {quoted(sheet.id)} denies and favours nothing"
            fix = "add deny, favour, degree or brings, or tell it in scheme.not_modelled"
            note(reading, "SCH309", message, fix, sheet)


def _check_sources(reading: Reading, sheets: Sheets) -> None:
    users = tuple(one for table in _USERS for one in sheets.many(table))
    counted = counted_acts(sheets) | {act for sheet in sheets.many("refit") for act in sheet.names("acts")}
    anywhere = counted | {act for user in users if not user.names("sources") for act in acts_of(user)}
    used = {(act, name) for user in users for name in user.names("sources") for act in acts_of(user)}
    used |= {(act, name) for user in users for name in user.names("exit_seen_by") for act in user.names("exit_acts")}
    for sheet in sheets.many("source"):
        _check_watch(reading, sheet)
        feeds = any(act in anywhere or (act, sheet.id) in used for act in acts_recorded(sheet))
        if (users or counted) and not feeds and sheet.id:
            message = f"no rule and no ground uses a record of source {quoted(sheet.id)}"
            note(reading, "SCH402", message, "add a rule or a ground, or take the source out", sheet)


def _check_watch(reading: Reading, sheet: Sheet) -> None:
    detection, watch = sheet.figure("detection"), sheet.inner("watch")
    if detection is None or watch is None:
        return
    closest = detection.value
    for names in WATCH_KEYS:
        closest *= max(figure.value if name and (figure := watch.figure(name)) else _ONE for name in names)
    if closest > _ONE:
        message = (
            f"source {quoted(sheet.id)} would detect with probability {closest.normalize():f} where it watches most"
        )
        note(reading, "SCH311", message, "lower detection or the multipliers", sheet, "watch")


def _check_rules(reading: Reading, sheets: Sheets) -> None:
    sees = {sheet.id: acts_recorded(sheet) for sheet in sheets.many("source") if sheet.id}
    for sheet in (*sheets.many("rule"), *sheets.many("override"), *sheets.many("ground")):
        check_user(reading, sheet, sees)
    for sheet in sheets.many("rule"):
        points = sheet.points("points")
        if points is not None and points.range == (0, 0):
            message = f"rule {quoted(sheet.id)} gives no points"
            note(reading, "SCH403", message, "give it points, or take it out", sheet, "points")

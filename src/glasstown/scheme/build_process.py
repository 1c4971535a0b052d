"""From sheets without faults to what a person can do about a scheme."""

from __future__ import annotations

from glasstown.scheme.model_process import Appeal, Process, Recipient
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets


def build_process(sheets: Sheets) -> Process:
    """Build the frozen value. Only to be called where no fault was found."""
    appeal, publicity = sheets.one("appeal"), sheets.one("publicity")
    return Process(
        appeal=_appeal(appeal) if appeal and "filed" in appeal.given else None,
        recipients=tuple(
            Recipient(sheet.id, need(sheet, "hears_days"), sheet.flag("forgets")) for sheet in sheets.many("recipient")
        ),
        public_from=publicity.figure("from_day") if publicity else None,
        public_grades=publicity.names("grades") if publicity else (),
    )


def _appeal(sheet: Sheet) -> Appeal:
    return Appeal(
        filed=need(sheet, "filed"),
        filed_if_right=need(sheet, "filed_if_right"),
        upheld=need(sheet, "upheld"),
        upheld_if_right=need(sheet, "upheld_if_right"),
        slots=sheet.figure("slots_per_thousand_year"),
        days=need(sheet, "days"),
        suspends=sheet.flag("suspends"),
        first=sheet.text("first"),
        span=sheet.span,
        reaches=sheet.flag("reaches"),
    )

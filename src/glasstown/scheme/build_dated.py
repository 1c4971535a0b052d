"""From sheets without faults to when parts of a scheme run."""

from __future__ import annotations

import datetime as dt

from glasstown.scheme.grammar_dated import DATED
from glasstown.scheme.model_dated import Dated
from glasstown.scheme.sheet import Sheet
from glasstown.scheme.tables import Sheets

TIMES = ("from_day", "until_day", "from_date", "until_date")
"""Keys of when a part runs."""


def build_dated(sheets: Sheets) -> tuple[Dated, ...]:
    """Every table that says when it runs, by kind and then by name."""
    found = [sheet for table in DATED for sheet in sheets.many(table) if sheet.given.intersection(TIMES)]
    return tuple(
        Dated(
            sheet.table, sheet.id, sheet.figure("from_day"), sheet.figure("until_day"), date_of(sheet, "from_date"),
            date_of(sheet, "until_date"),
        )
        for sheet in sorted(found, key=lambda one: (DATED.index(one.table), one.id))
    )  # fmt: skip


def date_of(sheet: Sheet, key: str) -> dt.date | None:
    """A date, where there is one."""
    value = sheet.values.get(key)
    return value if isinstance(value, dt.date) else None

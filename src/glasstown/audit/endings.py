"""What a trigger ended in one county and not in another: the terms by which a resident's score is replayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from glasstown.audit.terms import Terms
from glasstown.ledger.model_names import OverrideRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.geography import RESIDENTS_IN_COUNTY


def terms_where(ledger: Ledger, terms: Terms) -> Callable[[int], Terms]:
    """The terms that hold for a resident, by number: those of the run, with what was begun in the county.

    Args:
        ledger: the run.
        terms: those of the whole run.
    """
    begun: dict[int, dict[int, int]] = {}
    for county, day, version in ledger.table("versions_begun").select("county", "day", "version").iter_rows():
        days = begun.setdefault(county, {})
        days[version] = min(day, days.get(version, day))
    there = {county: _with(ledger, terms, days) for county, days in begun.items()}
    return lambda resident: there.get(resident // RESIDENTS_IN_COUNTY, terms)


def _with(ledger: Ledger, terms: Terms, days: dict[int, int]) -> Terms:
    """Terms in which versions, by code, began on days."""
    rows = {row.code: row for row in ledger.manifest.names.versions}
    ends = [day for version, day in days.items() if rows[version].ends_grades]
    overrides = tuple(
        _ended(row, [day for version, day in days.items() if row.code in rows[version].overrides])
        for row in terms.overrides
    )
    others = tuple(_with(ledger, other, days) for other in terms.others)
    return replace(terms, others=others, grades_end_day=_first(terms.grades_end_day, ends), overrides=overrides)


def _ended(row: OverrideRow, days: list[int]) -> OverrideRow:
    return replace(row, end_day=_first(row.end_day, days))


def _first(day: int | None, days: list[int]) -> int | None:
    return min([*days, *([] if day is None else [day])], default=None)

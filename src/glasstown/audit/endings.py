"""What was begun or voted in one county and not in another: the terms by which a resident's score is replayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import polars as pl

from glasstown.audit.terms import OFFICIAL, Terms
from glasstown.ledger.model_names import OverrideRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Role
from glasstown.vocab.geography import RESIDENTS_IN_COUNTY

IN_OFFICE: Final = (int(Role.OFFICIAL), int(Role.POLICE))
"""Roles of those who hold office."""

TOWN = 65_535
"""In place of a county: all of the town."""

ALL, NOBODY = 255, 4_294_967_295
"""In `votes`: all groups together, and the share where nobody voted."""


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
    voted = _voted(ledger)
    terms = _by_vote(terms, voted.get(TOWN, []))
    there = {
        county: _with(
            ledger, _by_vote(terms, sorted(voted.get(TOWN, []) + voted.get(county, []))), begun.get(county, {})
        )
        for county in {*begun, *voted} - {TOWN}
    }
    if all(one.score.of != OFFICIAL for one in (terms, *terms.others)):
        return lambda resident: there.get(resident // RESIDENTS_IN_COUNTY, terms)
    in_office = set(ledger.table("people").filter(pl.col("role").is_in(IN_OFFICE))["resident"].to_list())
    elsewhere = {county: other.of_nobody_in_office() for county, other in there.items()}
    others = terms.of_nobody_in_office()

    def where(resident: int) -> Terms:
        county = resident // RESIDENTS_IN_COUNTY
        return there.get(county, terms) if resident in in_office else elsewhere.get(county, others)

    return where


def _voted(ledger: Ledger) -> dict[int, list[tuple[int, int, int, int]]]:
    """What was voted, by county: (first day, number of the vote, rule, thousandths of a point)."""
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    for county, *row, group, share in (
        ledger.table("votes")
        .select("county", "day", "vote", "rule", "points_milli", "group", "share_milli")
        .iter_rows()
    ):
        if group == ALL and share != NOBODY:
            found.setdefault(county, []).append((row[0], row[1], row[2], row[3]))
    return found


def _by_vote(terms: Terms, voted: list[tuple[int, int, int, int]]) -> Terms:
    """Terms with the points that were voted; of two votes of one day the one that comes last by number holds."""
    points: dict[int, dict[int, int]] = {}
    for day, _, rule, milli in voted:
        points.setdefault(rule, {})[day] = milli
    return replace(terms, voted=points, others=tuple(_by_vote(other, voted) for other in terms.others))


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

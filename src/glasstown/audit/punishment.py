"""Days of punishment as they were: on lists that punish and under what harms, by what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glasstown.audit.listings import Listed, days_listed, in_steps, punishing_lists
from glasstown.audit.organised import THROUGH, through_organisations
from glasstown.audit.spans import Spans, in_both, merge
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.ledger.reader import Ledger

HOME: Final = ("household", "children")
"""Scopes of what hits a household for what one of it did."""


@dataclass(frozen=True, slots=True)
class Punishment:
    """Days by resident; see the fields of `audit.books.Book` of the same names."""

    denied: Mapping[int, Spans]
    graded: Mapping[int, Spans]
    listed: Mapping[int, Spans]
    through: Mapping[int, Spans]
    asked_others: Mapping[int, Spans]
    """Days under what holds only while those whom the resident is tied to are as its condition asks."""
    shared: Mapping[int, Mapping[int, Spans]]
    """By resident and grade: days under what that grade of anybody brings to a household, or to its children."""
    others: Mapping[int, list[int]]
    """The others in the household of each kept resident; empty where nothing hits more than who earned it."""


def punished_days(ledger: Ledger) -> Punishment:
    """Read all days of punishment from the spells and the listings of a run."""
    names, step_days = ledger.manifest.names, ledger.manifest.step_days
    harming = {row.code: row for row in names.consequences if row.harms}
    listed, true = days_listed(ledger, true_only=False), days_listed(ledger, true_only=True)
    punishing = punishing_lists(names)
    members = _members(ledger) if any(row.scope in HOME for row in harming.values()) else {}
    reached = through_organisations(ledger)
    parts = ("denied", "graded", "listed", "through", "asked_others")
    found: dict[str, dict[int, list[tuple[int, int]]]] = {part: {} for part in parts}
    for part, spans in (("denied", listed), ("listed", true)):
        for (resident, code), days in spans.items():
            if code in punishing:
                found[part].setdefault(resident, []).extend(days)
    shared: dict[int, dict[int, list[tuple[int, int]]]] = {}
    spells = ledger.table("spells").select("resident", "consequence", "start_day", "end_day")
    for resident, code, start, end in spells.iter_rows():
        row = harming.get(code)
        if row is None or end <= start:
            continue
        for part in _parts_of(row):
            found[part].setdefault(resident, []).append((start, end))
        if row.scope in THROUGH:
            found["through"].setdefault(resident, []).extend(in_both(((start, end),), merge(reached(row, resident))))
            continue
        if row.grade and row.scope != "self":
            shared.setdefault(resident, {}).setdefault(row.grade, []).append((start, end))
        for part, days in _grounds_of(row, resident, members, true, step_days):
            found[part].setdefault(resident, []).extend(in_both(((start, end),), days))
    days_of = {part: {who: merge(spans) for who, spans in days.items()} for part, days in found.items()}
    of_grades = {who: {grade: merge(days) for grade, days in held.items()} for who, held in shared.items()}
    return Punishment(**days_of, shared=of_grades, others=members)


def _parts_of(row: ConsequenceRow) -> list[str]:
    """What the days of a harm are counted as, whatever brought it."""
    at_once = row.grade and row.scope == "self" and not row.waits
    return ["denied", *(["graded"] if at_once else []), *(["asked_others"] if row.asks_others else [])]


def _grounds_of(
    row: ConsequenceRow, resident: int, members: Mapping[int, list[int]], true: Listed, step_days: int
) -> list[tuple[str, Spans]]:
    """Days on which a true ground of the resident's own, or of others in the household, brings a consequence."""
    if row.list is None:
        return []
    found = [("listed", true.get((resident, row.list), ()))] if row.scope != "children" else []
    others = members.get(resident, []) if row.scope != "self" else []
    found += [("through", true.get((other, row.list), ())) for other in others]
    return [(part, in_steps(spans, step_days)) for part, spans in found]


def _members(ledger: Ledger) -> dict[int, list[int]]:
    """The others in the household of each kept resident."""
    homes: dict[int, list[int]] = {}
    rows = list(ledger.table("people").select("resident", "household").iter_rows())
    for resident, household in rows:
        homes.setdefault(household, []).append(resident)
    return {resident: [other for other in homes[household] if other != resident] for resident, household in rows}

"""What cases show beside rules and grades: ties, caps, dates, versions; and what none can show, with its test."""

from __future__ import annotations

from collections.abc import Iterator

from engine.case_model import Case, Expected
from engine.cases import Told
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import Dated
from glasstown.vocab.codes import Entry

THROUGH_OTHERS = ("officers", "officials")
"""Scopes of consequences that hit who answers for an organisation."""


def brought(one: Expected) -> frozenset[str]:
    """Consequences that are expected to hold anybody on a day."""
    return (one.under or frozenset()) | (one.child_under or frozenset()) | (one.officer_under or frozenset())


def asked_of_ways(scheme: Scheme) -> set[str]:
    """What cases have to show of ties, caps, dates and versions."""
    dates = {f"{when} its date:{one.id}" for one in _that_end(scheme) for when in ("before", "after")}
    ties = {f"association:{one.id}" for one in scheme.associations}
    caps = {f"cap:{one.id}" for one in scheme.caps}
    return dates | ties | caps | {f"version:{one.id}" for one in scheme.versions}


def shown_of_ways(case: Case, told: Told, last: int) -> set[str]:
    """What a case shows of them; `last` is the last day of which points are expected."""
    ties = case.scheme.associations
    found = {f"association:{ties[one.via - 1].id}" for one in told.moved
             if one.kind == Entry.ASSOCIATION and one.who == told.slot and one.day <= last}  # fmt: skip
    kept = {case.scheme.rules[one.rule].id for one in told.moved
            if one.kind == Entry.LIMIT and one.who == told.slot and one.day <= last}  # fmt: skip
    found |= {f"cap:{cap.id}" for cap in case.scheme.caps if kept & set(cap.rules)}
    for one in case.scheme.versions:
        day = case.begins.get(one.id, int(one.from_figure.value) if one.from_figure else None)
        if day is not None and any(expected.day > day for expected in case.expected):
            found.add(f"version:{one.id}")
    return found | set(_around_dates(case))


def _that_end(scheme: Scheme) -> list[Dated]:
    """Consequences that run up to a date."""
    return [one for one in scheme.dated if one.table == "consequence" and one.until_date]


def _around_dates(case: Case) -> Iterator[str]:
    """A consequence holds before its date; after it no more, though what brought it still stands."""
    by_name = {one.id: one for one in case.scheme.consequences}
    for dated in _that_end(case.scheme):
        end, row = dated.end_day(case.starts), by_name[dated.id]
        for one in case.expected:
            holds = one.officer_under if row.scope in THROUGH_OTHERS else one.under
            stands = row.on_list in (one.lists or ()) or (row.grade and row.grade == one.grade)
            if holds is not None and one.day < end and dated.id in holds:
                yield f"before its date:{dated.id}"
            if holds is not None and one.day >= end and stands and dated.id not in holds:
                yield f"after its date:{dated.id}"


ASKED = (
    "scores", "rules", "caps", "repairs", "associations", "impressions", "overrides", "state_rules",
    "quantity_rules", "inferences",
    "grades", "lists", "grounds", "versions", "dated", "consequences",
)  # fmt: skip
"""Parts of a scheme of which every one has to occur in a case, as far as it can happen at all."""

ELSEWHERE: tuple[tuple[str, str, str], ...] = (
    ("process", "who appeals, and whether that is upheld, is luck", "test_appeals.py"),
    ("process", "a record struck out of a score that is worked out anew, the same", "test_disputes.py"),
    ("votes", "a whole town votes, on what happened to it", "test_votes.py"),
    ("refit", "weights are fitted to the records of a whole town", "test_refit.py"),
    ("encounters", "who meets whom is luck; cases say who rates the resident", "test_peer.py"),
    ("holding", "which records a holder passes on is luck; cases say who has one", "test_holders.py"),
    ("triggers", "what many do begins a version; cases say on which day", "test_politics.py"),
    ("legitimacy", "what many think of a scheme", "test_politics.py"),
    ("meters", "what is read is luck; cases say what was read", "test_meters.py"),
    ("consents", "who joins and leaves is luck", "test_consent.py"),
    ("awareness", "who comes to know is luck; cases may say who knows on day 0", "test_refusals.py"),
    ("subjects", "whom a scheme covers, and from which age", "test_qualifying.py"),
    ("sources", "who is seen, from when, is luck; cases say what is recorded", "test_dated.py"),
    ("organisations", "what firms and governments do to residents", "test_organisations.py"),
    ("acts", "how often somebody does what a scheme declares is luck", "test_own_acts.py"),
    ("business", "the same of firms and governments", "test_own_business.py"),
    ("capacities", "the same of what it denies", "test_own_acts.py"),
    ("published", "who looks whom up is luck", "test_public_from.py"),
)
"""Parts of a scheme that no case shows, why not, and the test in `tests/engine` that shows it."""

SAYS_OF_ITSELF = (
    "id", "title", "title_zh", "place", "years", "status", "evidence", "gallery", "lead", "uncertain", "not_modelled",
    "consent", "society", "text", "legal", "settings", "references", "warnings", "places",
)  # fmt: skip
"""What only tells of a scheme, and moves nothing."""

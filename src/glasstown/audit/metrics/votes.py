"""Votes: what residents have made of the points of rules, and what that did to each invented group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.endings import ALL, NOBODY
from glasstown.audit.groups import group_slug, group_words
from glasstown.audit.punishment import punished_days
from glasstown.audit.spans import Spans, days_in_both
from glasstown.ledger.model_votes import VoteRow
from glasstown.vocab.codes import Entry, Group
from glasstown.vocab.units import DAYS_IN_YEAR

MILLI: Final = 1_000
FEWEST_DAYS: Final = 90
"""Days that have to lie on either side of a vote before what befell somebody in them is told as of a year."""

OF_FILE: Final = "times the points of the file"
A_YEAR: Final = "points a year, beside what became of the majority"
MINORITIES: Final = (Group.MINORITY_A, Group.MINORITY_B)

_COLUMNS: Final = (
    "group", "scored residents", "points a year by these rules, before", "after",
    "debits a year of 1,000, before", "after", "days punished of 1,000, before", "after",
)  # fmt: skip


class _Rates(NamedTuple):
    """Of one group in some days: points a year and resident, debits a year of 1,000, days punished of 1,000."""

    points: float
    debits: float
    punished: float


def points_voted(case: Case) -> tuple[Finding, ...]:
    """What each vote has made of the points of each rule, and what that did to both minorities; nothing without one."""
    ledger, rows = case.worlds.scheme, list[Finding]()
    votes = ledger.table("votes")
    denied = punished_days(ledger).denied if not votes.is_empty() else {}
    for one in ledger.manifest.names.votes:
        mine = votes.filter(pl.col("vote") == one.code)
        if not mine.is_empty():
            rows += [_outcome(case, one, mine), *_for_groups(case, one, _first_day(mine), denied)]
    return tuple(rows)


def _first_day(rows: pl.DataFrame) -> int:
    return int(rows["day"].sort()[0])


def _outcome(case: Case, vote: VoteRow, rows: pl.DataFrame) -> Finding:
    """What was voted, time after time; the mean over counties, and what each group would have set by itself."""
    names = {row.code: row.id for row in case.worlds.scheme.manifest.names.rules}
    cells = {(day, rule, group): _mean(part) for (day, rule, group), part in rows.group_by("day", "rule", "group")}
    times = sorted({(day, rule) for day, rule, _ in cells})
    groups = (ALL, *map(int, Group))
    table = FindingTable(
        ("holds from day", "rule", "voters", "share that holds", *(group_words(one) + " alone" for one in Group)),
        tuple(
            (day, names[rule], int(_of_all(rows, day, rule)["voters"].sum()),
             *(cells.get((day, rule, group)) for group in groups))
            for day, rule in times
        ),
    )  # fmt: skip
    last = max(day for day, _ in times)
    everybody = rows.filter((pl.col("day") == last) & (pl.col("group") == ALL))
    first_rule = everybody.filter(pl.col("rule") == everybody["rule"][0])
    voters, eligible = int(first_rule["voters"].sum()), int(first_rule["eligible"].sum())
    name = vote.title or vote.id
    said = ", ".join(f"{names[rule]} {_words(cells.get((last, rule, ALL)))}" for day, rule in times if day == last)
    text = f'"{name}": of {eligible:,} who could, {voters:,} voted. From day {last:,} on, {OF_FILE}: {said}.'
    shares = [share for day, rule in times if day == last if (share := cells.get((last, rule, ALL))) is not None]
    slug, title = f"voted.{vote.id}", f"Voted: {name}"
    if not shares:
        return undefined(slug, title, OF_FILE, voters, "nobody voted", counted=text, table=table)
    return found(slug, title, round(sum(shares) / len(shares), 3), OF_FILE, voters, text, table=table)


def _of_all(rows: pl.DataFrame, day: int, rule: int) -> pl.DataFrame:
    return rows.filter((pl.col("day") == day) & (pl.col("rule") == rule) & (pl.col("group") == ALL))


def _words(share: float | None) -> str:
    return "as before, for nobody voted" if share is None else f"{share:.2f}"


def _mean(rows: pl.DataFrame) -> float | None:
    """The share that was set, the mean over voters of all counties; None where nobody voted."""
    rows = rows.filter(pl.col("share_milli") != NOBODY)
    voters = int(rows["voters"].sum())
    return round(float((rows["share_milli"] * rows["voters"]).sum()) / voters / MILLI, 3) if voters else None


def _for_groups(case: Case, vote: VoteRow, day: int, denied: Mapping[int, Spans]) -> list[Finding]:
    """What the points that were voted did to each minority, beside the majority; undefined for fewer than 30 of either.

    So it is where fewer than `FEWEST_DAYS` days lie before the vote or after it: a day is no sample of a year.
    """
    ledger, horizon = case.worlds.scheme, case.worlds.scheme.manifest.horizon_days
    scored = case.people.filter("is_subject").select("resident", "group")
    entries = ledger.table("entries").filter(
        (pl.col("kind") == int(Entry.RULE)) & pl.col("rule").is_in(list(vote.rules))
    )
    entries = entries.join(scored, on="resident").select("resident", "day", "group", "delta_milli")
    windows = ((0, day), (day, horizon))
    members = {group: scored.filter(pl.col("group") == int(group))["resident"].to_list() for group in Group}
    rates = {group: [_rates(entries, group, members[group], denied, one) for one in windows] for group in Group}
    few = {group: too_few(len(found)) is not None for group, found in members.items()}
    rows = tuple(
        (group_words(group), len(members[group]), *_side_by_side(*rates[group], few=few[group])) for group in Group
    )
    table = FindingTable(_COLUMNS, rows)
    sizes, why_not = {one: len(found) for one, found in members.items()}, _few_days(windows)
    return [_moved(vote, group, rates, sizes, table, why_not) for group in MINORITIES]


def _few_days(windows: tuple[tuple[int, int], ...]) -> str | None:
    """Why what a vote changed is not told as of a year; None where enough days lie before it and after it."""
    before, after = (max(end - first, 0) for first, end in windows)
    if min(before, after) >= FEWEST_DAYS:
        return None
    return f"{before:,} days lie before the vote and {after:,} after it, and {FEWEST_DAYS} are asked for on either side"


def _rates(
    entries: pl.DataFrame, group: Group, members: list[int], denied: Mapping[int, Spans], window: tuple[int, int]
) -> _Rates | None:
    """What befell a group in some days; None where there are too few days or no members."""
    first, end = window
    if not members or end - first < FEWEST_DAYS:
        return None
    mine = entries.filter((pl.col("group") == int(group)) & pl.col("day").is_between(first, end, closed="left"))
    years = len(members) * (end - first) / DAYS_IN_YEAR
    punished = sum(days_in_both(denied.get(who, ()), (window,)) for who in members)
    return _Rates(
        points=int(mine["delta_milli"].sum()) / MILLI / years,
        debits=mine.filter(pl.col("delta_milli") < 0).height * 1_000 / years,
        punished=punished * 1_000 / (len(members) * (end - first)),
    )


def _side_by_side(before: _Rates | None, after: _Rates | None, *, few: bool) -> tuple[float | None, ...]:
    """Each rate before and after; none of few residents."""
    both = (before, after)
    places = range(len(_Rates._fields))
    return tuple(None if one is None or few else round(one[place], 3) for place in places for one in both)


def _moved(
    vote: VoteRow,
    group: Group,
    rates: Mapping[Group, list[_Rates | None]],
    sizes: Mapping[Group, int],
    table: FindingTable,
    few_days: str | None,
) -> Finding:
    """By how much what these rules move in a year has changed for a minority, less that of the majority."""
    slug, title = f"voted.{vote.id}.{group_slug(group)}", f"What was voted did to {group_words(group)}: {vote.id}"
    words = group_words(group)
    (before, after), (usual, usually) = rates[group], rates[Group.MAJORITY]
    reason = too_few(min(sizes[group], sizes[Group.MAJORITY])) or few_days
    if reason or before is None or after is None or usual is None or usually is None:
        counted = f"{sizes[group]:,} scored residents are of {words}."
        return undefined(slug, title, A_YEAR, sizes[group], reason or "", counted=counted, table=table)
    change = (after.points - before.points) - (usually.points - usual.points)
    text = (
        f"By the rules that were voted on, a resident of {words} got {before.points:+.2f} points a year before and "
        f"{after.points:+.2f} after; one of the majority {usual.points:+.2f} and {usually.points:+.2f}. Punished on "
        f"{before.punished:.1f} and {after.punished:.1f} of 1,000 days; the majority on {usual.punished:.1f} and "
        f"{usually.punished:.1f}. More than the vote may have changed between the two."
    )
    return found(slug, title, round(change, 3), A_YEAR, sizes[group], text, table=table)

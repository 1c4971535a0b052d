"""Act by act: how often each is done under the scheme, less how often without it.

Same people, same luck: what differs follows from the scheme, through bans, through favours, and through
what residents do otherwise because they know of it. A count is of the whole town; an act that one more
resident does and another leaves undone does not show. Acts that the scheme's file declares are done in both
worlds, but those that only a consequence brings. What firms and governments do is counted elsewhere.
What was denied, held back or found no place was not done.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.metrics.paired import no_pair, per_1000_years
from glasstown.ledger.reader import Ledger
from glasstown.vocab.organisation_acts import is_of_organisations

UNIT: Final = "acts per 1,000 person-years"
_SLUG, _TITLE, _KINDS = "acts-that-differ", "Acts done more or less often", "kinds of act"
_MOST_NAMED: Final = 5

Row = tuple[str, int, int]
"""An act, how often it is done with the scheme, and how often without it."""


def acts_in_both_worlds(case: Case) -> tuple[Finding, ...]:
    """How many kinds of act differ, with a table of all, and the difference of each."""
    worlds = case.worlds
    n = worlds.scheme.manifest.residents_lived
    names = {row.code: row.id for row in worlds.scheme.manifest.names.acts}
    reason = no_pair(case)
    if reason or worlds.baseline is None:
        slugs = ((f"acts.{name}", _act_title(name)) for name in names.values())
        return (
            undefined(_SLUG, _TITLE, _KINDS, n, str(reason)),
            *(undefined(slug, title, UNIT, n, str(reason)) for slug, title in slugs),
        )
    ours = _done(worlds.scheme)
    theirs = _done(worlds.baseline)
    rows = tuple(
        (name, ours.get(code, 0), theirs.get(code, 0)) for code, name in names.items() if not is_of_organisations(code)
    )
    findings = [_all(rows, n), *(_one(worlds.scheme, row, n) for row in rows)]
    apart = "firms and governments do it, and what they do is not counted act by act"
    findings += [
        undefined(f"acts.{name}", _act_title(name), UNIT, n, apart)
        for code, name in names.items()
        if is_of_organisations(code)
    ]
    return tuple(findings)


def _done(ledger: Ledger) -> dict[int, int]:
    """How often each act was done in the whole town."""
    return dict(ledger.table("act_counts").group_by("act").agg(pl.col("done").cast(pl.Int64).sum()).iter_rows())


def _act_title(name: str) -> str:
    return f"Act {name}, with the scheme less without it"


def _all(rows: tuple[Row, ...], n: int) -> Finding:
    """How many kinds of act differ, told with those that differ most."""
    table = FindingTable(
        ("act", "done with the scheme", "done without it", "difference"),
        tuple((name, ours, theirs, ours - theirs) for name, ours, theirs in rows),
    )
    differing = sorted((row for row in rows if row[1] != row[2]), key=lambda row: (-abs(row[1] - row[2]), row[0]))
    if not differing:
        text = f"All {len(rows)} kinds of act are done just as often as without the scheme."
    else:
        verb = "is" if len(differing) == 1 else "are"
        text = (
            f"{len(differing)} of {len(rows)} kinds of act {verb} done more or less often than without the scheme"
            f"{', most of all' if len(differing) > _MOST_NAMED else ''}: {_named(differing[:_MOST_NAMED])}."
        )
    return found(_SLUG, _TITLE, len(differing), _KINDS, n, text, table=table)


def _named(rows: Iterable[Row]) -> str:
    """Acts with how much more or less often they are done."""
    return ", ".join(f"{name} {ours - theirs:+,} ({theirs:,} without it)" for name, ours, theirs in rows)


def _one(ledger: Ledger, row: Row, n: int) -> Finding:
    """The difference of one act."""
    name, ours, theirs = row
    text = f"{name}: done {ours:,} times with the scheme, {theirs:,} times without it."
    if reason := too_few(n):
        return undefined(f"acts.{name}", _act_title(name), UNIT, n, reason, counted=text)
    value = round(per_1000_years(ledger, ours - theirs), 4)
    return found(f"acts.{name}", _act_title(name), value, UNIT, n, text)

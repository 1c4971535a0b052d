"""Days on lists: who stood on which list when, for how much of it there was a true ground, and which lists punish.

To stand on a list punishes where something that harms follows from it, for whomever, or where nothing at all follows
from it and it is published: then the shame is all of it. A list from which only good things follow, or only something
to do, or that nobody sees and nothing follows from, punishes nobody who stands on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

import polars as pl

from glasstown.audit.spans import Spans, merge
from glasstown.ledger.model_names import Names
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Truth

Listed: TypeAlias = dict[tuple[int, int], Spans]
"""Days by (resident, list code)."""


def punishing_lists(names: Names) -> frozenset[int]:
    """Codes of the lists on which to stand is a punishment.

    Args:
        names: those of the run, with its lists and consequences.
    """
    following = {row.code: [one for one in names.consequences if one.list == row.code] for row in names.lists}
    return frozenset(
        row.code
        for row in names.lists
        if any(one.harms for one in following[row.code]) or (row.published and not following[row.code])
    )


def days_listed(ledger: Ledger, *, true_only: bool, of: str = "resident") -> Listed:
    """The days on which residents stood on lists.

    A day is truly grounded when at least one ground that is open on it rests on a true record; it is wrongful
    when every open ground is untrue.

    Args:
        ledger: the run.
        true_only: count only grounds that rest on a true record of an act of the resident.
        of: "organisation" for the days of firms and governments.
    """
    on_list = {row.code: row.list for row in ledger.manifest.names.grounds}
    rows = ledger.table("listings" if of == "resident" else f"{of}_listings")
    if true_only:
        rows = rows.filter(pl.col("truth") == Truth.TRUE)
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for subject, ground, start, end in rows.select(of, "ground", "entry_day", "end_day").iter_rows():
        found.setdefault((subject, on_list[ground]), []).append((start, end))
    return {key: merge(spans) for key, spans in found.items()}


def days_told(
    ledger: Ledger, lists: Collection[int], *, true_only: bool, of: str = "resident"
) -> dict[int, dict[int, Spans]]:
    """Days by resident and list on which some lists are known to hold somebody.

    What holds from the day on which the keeper knew of it bites from the next step on, so that day itself is left out.

    Args:
        ledger: the run.
        lists: codes of the lists that are asked for.
        true_only, of: as for `days_listed`.
    """
    on_list = {row.code: row.list for row in ledger.manifest.names.grounds if row.list in lists}
    rows = ledger.table("listings" if of == "resident" else f"{of}_listings").filter(
        pl.col("ground").is_in(list(on_list))
    )
    if true_only:
        rows = rows.filter(pl.col("truth") == Truth.TRUE)
    found: dict[int, dict[int, list[tuple[int, int]]]] = {}
    begun = pl.max_horizontal(pl.col("entry_day").cast(pl.Int64), pl.col("known_day").cast(pl.Int64) + 1)
    for subject, ground, start, end in rows.select(of, "ground", begun, "end_day").iter_rows():
        found.setdefault(subject, {}).setdefault(on_list[ground], []).append((start, end))
    return {who: {code: merge(spans) for code, spans in held.items()} for who, held in found.items()}


def in_steps(spans: Iterable[tuple[int, int]], step_days: int) -> Spans:
    """The days on which a consequence of a list holds: the steps on whose first day somebody is listed."""
    return merge((-(-start // step_days) * step_days, -(-end // step_days) * step_days) for start, end in spans)

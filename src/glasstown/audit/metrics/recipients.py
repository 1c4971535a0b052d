"""Recipients: how many are under something at the end only because somebody keeps what has ended."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found
from glasstown.ledger.reader import Ledger


def recipients(case: Case) -> tuple[Finding, ...]:
    """One finding; nothing where nothing holds by what a recipient knows."""
    ledger = case.worlds.scheme
    passed = {row.code: row for row in ledger.manifest.names.consequences if row.recipient}
    if not passed:
        return ()
    held = ledger.table("spells").filter(pl.col("consequence").is_in(list(passed)))
    last = held.filter(pl.col("open") == 1).select("resident", "consequence").rows()
    graded, listed = _grades(ledger), _listed(ledger)
    kept: set[int] = set()
    for resident, code in last:
        row = passed[code]
        now = graded.get(resident, set()) if row.list is None else listed.get(resident, set())
        if row.scope == "self" and (row.grade if row.list is None else row.list) not in now:
            kept.add(resident)
    n, title = held["resident"].n_unique(), "Under what recipients keep, at the end, though it has ended"
    text = f"{title}: {len(kept):,} residents, of {n:,} whom something of the kind ever hit."
    return (found("recipients.kept", title, len(kept), "residents", n, text),)


def _grades(ledger: Ledger) -> dict[int, set[int]]:
    """Grades of each kept resident on the last day, by resident."""
    panel = ledger.table("panel").select("resident", "day", "grade")
    every = pl.concat([panel, ledger.table("scores_panel").select("resident", "day", "grade")])
    rows = every.filter(pl.col("day") == pl.col("day").max()).select("resident", "grade").rows()
    graded: dict[int, set[int]] = {}
    for resident, grade in rows:
        graded.setdefault(resident, set()).add(grade)
    return graded


def _listed(ledger: Ledger) -> dict[int, set[int]]:
    """Lists on which each kept resident stands on the last day."""
    lists = {row.code: row.list for row in ledger.manifest.names.grounds}
    rows = ledger.table("listings").filter(pl.col("end_day") >= ledger.manifest.horizon_days)
    found_on: dict[int, set[int]] = {}
    for resident, ground in rows.select("resident", "ground").iter_rows():
        found_on.setdefault(resident, set()).add(lists[ground])
    return found_on

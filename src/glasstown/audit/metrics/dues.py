"""What acts leave owing: how much came to be owed, what was made good, what failed, and of whom."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.ledger.model_dues import DueRow
from glasstown.ledger.reader import Ledger

UNIT: Final = "per cent of what fell due"
FIFTHS: Final = 5
OWED, SETTLED, PAID, FAILED = range(4)
COLUMNS: Final = (
    "fifth of income",
    "came to be owed",
    "made good before",
    "made good when due",
    "failed",
    "still owed",
)


def what_fell_due(case: Case) -> tuple[Finding, ...]:
    """One finding for each act of the scheme that leaves something owing."""
    return tuple(_finding(case, row) for row in case.worlds.scheme.manifest.names.dues)


def _finding(case: Case, row: DueRow) -> Finding:
    """Of what fell due, the share that failed; in all and by fifth of income."""
    slug, title = f"due.{row.id}", f"Failed when it fell due: {row.title or row.id}"
    rows = case.worlds.scheme.table("dues").filter(pl.col("act") == row.act)
    rows = rows.join(case.people.select("resident", "income_fifth"), on="resident", how="left")
    lines = tuple((one + 1, *_counts(rows.filter(pl.col("income_fifth") == one))) for one in range(FIFTHS))
    owed, settled, paid, failed, still = _counts(rows)
    text = (
        f"{row.title or row.id}: {owed:,} came to be owed, {settled:,} of them were made good before their day, "
        f"{paid + failed:,} fell due and {failed:,} of these failed; {still:,} are still owed. {_beside(case, row)}"
    )
    table, n = FindingTable(COLUMNS, lines), paid + failed
    if reason := too_few(rows["resident"].n_unique()):
        return undefined(slug, title, UNIT, n, reason, counted=text, table=table)
    if not n:
        return undefined(slug, title, UNIT, n, "nothing fell due", counted=text, table=table)
    return found(slug, title, round(100 * failed / n, 2), UNIT, n, text, table=table)


def _counts(rows: pl.DataFrame) -> tuple[int, int, int, int, int]:
    """Owed, made good before, made good when due, failed, still owed."""
    number = [rows.filter(pl.col("how") == how).height for how in (OWED, SETTLED, PAID, FAILED)]
    return number[0], number[1], number[2], number[3], number[0] - sum(number[1:])


def _beside(case: Case, row: DueRow) -> str:
    """What happened where it failed, and what the world without the scheme has of the kind."""
    worlds = case.worlds
    names = {one.code: one.id for one in worlds.scheme.manifest.names.acts}
    ours, name = _done(worlds.scheme, row.fails), names[row.fails]
    if not case.has_scheme:
        return f"{name} happened {ours:,} times in the whole town."
    if worlds.baseline is None or worlds.baseline.manifest.residents_lived != worlds.scheme.manifest.residents_lived:
        return f"{name} happened {ours:,} times in the whole town; the world without the scheme was not lived in full."
    theirs = _done(worlds.baseline, row.fails)
    owed, _, paid, failed, _ = _counts(worlds.baseline.table("dues").filter(pl.col("act") == row.act))
    return (
        f"{name} happened {ours:,} times in the whole town, {theirs:,} times in the world without the scheme; "
        f"there {owed:,} came to be owed, {paid + failed:,} fell due and {failed:,} of these failed."
    )


def _done(ledger: Ledger, act: int) -> int:
    """How often an act was done in the whole town."""
    return int(ledger.table("act_counts").filter(pl.col("act") == act)["done"].sum())

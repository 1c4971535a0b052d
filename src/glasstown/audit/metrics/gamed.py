"""Deeds that were written down on people's own word and never done: how many, of whom, and what they moved."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found
from glasstown.vocab.codes import Entry, Fate, Truth

UNIT: Final = "records"


def logged_falsely(case: Case) -> tuple[Finding, ...]:
    """One finding where anything was logged that was never done; none where no source takes people's own word."""
    ledger, false = case.worlds.scheme, int(Truth.LOGGED_FALSELY)
    looks = ledger.table("sightings").filter(pl.col("truth") == false)
    if not looks.height:
        return ()
    names = {row.code: row.id for row in ledger.manifest.names.sources}
    acts = {row.code: row.id for row in ledger.manifest.names.acts}
    by = looks.group_by("source", "act").agg(
        pl.len().alias("number"),
        (pl.col("fate") == int(Fate.RECORDED)).sum().alias("counted"),
        pl.col("on_resident").n_unique().alias("residents"),
    )
    lines = tuple((names[row[0]], acts[row[1]], *row[2:]) for row in by.sort("source", "act").iter_rows())
    moved = ledger.table("entries").filter((pl.col("truth") == false) & (pl.col("kind") == int(Entry.RULE)))
    points, people = int(moved["delta_milli"].cast(pl.Int64).sum()) / 1000, looks["on_resident"].n_unique()
    text = (
        f"{looks.height:,} deeds were written down that nobody did, on the word of {people:,} residents; "
        f"they brought {points:+,.1f} points in {moved.height:,} movements."
    )
    table = FindingTable(("source", "act", "written down", "counted", "residents"), lines)
    return (found("logged-falsely", "Deeds written down that were never done", looks.height, UNIT,
                  case.people.height, text, table=table),)  # fmt: skip

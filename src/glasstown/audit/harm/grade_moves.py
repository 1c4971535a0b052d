"""From which grade of the first score to which residents go from one quarter to the next."""

from __future__ import annotations

import numpy as np
import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Undefined, named, under
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.columns import PANEL_DAYS


def tally_moves(bundle: Bundle) -> Counts | Undefined:
    """Residents graded on two days of the panel a quarter apart, by both grades."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    names = {row.code: row.id for row in ledger.manifest.names.grades if row.score == 0}
    if not names:
        return Undefined("the first score has no grades")
    panel = ledger.table("panel").filter(pl.col("grade") > 0).select("resident", pl.col("day").cast(pl.Int64), "grade")
    later = panel.with_columns(pl.col("day") - PANEL_DAYS).rename({"grade": "then"})
    pairs = panel.join(later, on=["resident", "day"]).group_by("grade", "then").len()
    return {named(names[old], names[new]): number for old, new, number in pairs.sort("grade", "then").iter_rows()}


def matrix_of(counts: Counts, least: int) -> tuple[list[str], AnyArray]:
    """Grades from which at least so many were seen to begin a quarter, and the shares that went to each other.

    Returns:
        Grades, and P of shape (grades, grades); moves to other grades than these are left out, so that rows sum to 1.
    """
    rows = {name.split("/")[0] for name in counts}
    kept = sorted(row for row in rows if sum(under(counts, row).values()) >= least)
    p = np.array([[float(counts.get(named(a, b), 0)) for b in kept] for a in kept])
    sums = p.sum(axis=1, keepdims=True) if kept else p
    return kept, np.divide(p, sums, out=np.zeros_like(p), where=sums > 0)

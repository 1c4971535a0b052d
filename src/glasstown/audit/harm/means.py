"""What residents have to live on at the end of a run, as the ledger can tell it: by fifth, and by what is left.

The mean income per head of a resident's fifth at day 0, times the share of the income of day 0 that is left, in
sixty-fourths.
"""

from __future__ import annotations

import polars as pl

from glasstown.ledger.reader import Ledger

WHOLE = 64
"""Sixty-fourths of the income of day 0."""


def means_at_end(ledger: Ledger) -> pl.DataFrame:
    """`resident`, `level` and `yuan_year` on the last day of the panel, of those whose fifth has a mean."""
    people = ledger.table("people").select("resident", "income_fifth")
    panel = ledger.table("panel")
    last = panel.filter(pl.col("day") == pl.col("day").max()).select("resident", pl.col("income_share").cast(pl.Int64))
    levels = dict(enumerate(ledger.manifest.society.fifth_yuan_year))
    rows = last.join(people, on="resident").with_columns(
        level=pl.col("income_fifth").replace_strict(levels, default=0, return_dtype=pl.Int64)
    )
    return rows.filter(pl.col("level") > 0).with_columns(yuan_year=pl.col("level") * pl.col("income_share") / WHOLE)

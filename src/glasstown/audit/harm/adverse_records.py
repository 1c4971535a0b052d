"""Records that moved somebody for the worse: debits of rules, records that overrides count, and grounds of lists."""

from __future__ import annotations

import polars as pl

from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry


def debits(ledger: Ledger) -> pl.DataFrame:
    """Entries of a resident's own in which a rule took points, or an override counted a record."""
    own = pl.col("via") == 0
    took = (pl.col("kind") == int(Entry.RULE)) & (pl.col("delta_milli") < 0)
    return ledger.table("entries").filter(own & (took | (pl.col("kind") == int(Entry.OVERRIDE))))


def returned(ledger: Ledger) -> pl.DataFrame:
    """The first day on which a debit came back: when it expired, or an appeal took it away."""
    back = ledger.table("entries").filter(
        pl.col("kind").is_in([int(Entry.EXPIRY), int(Entry.APPEAL), int(Entry.LIFTED)])
    )
    return back.group_by("resident", "rule", "ref", "origin", "score").agg(pl.col("day").min().alias("back_day"))

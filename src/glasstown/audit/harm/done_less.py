"""How often each act was done in the world of a scheme and in its pair without it, in the whole town."""

from __future__ import annotations

import polars as pl

from glasstown.audit.harm.contract import Bundle, Undefined
from glasstown.ledger.model_names import ActRow
from glasstown.ledger.reader import Ledger

NO_PAIR = Undefined("the world without the scheme was not lived")


def done_by_act(ledger: Ledger) -> dict[int, int]:
    """Acts done in the whole town, by code."""
    rows = ledger.table("act_counts").group_by("act").agg(pl.col("done").cast(pl.Int64).sum())
    return {int(act): int(done) for act, done in rows.iter_rows()}


def fewer_by_act(bundle: Bundle) -> dict[int, int] | Undefined:
    """By act, how often it was done without the scheme less how often under it; below 0 where it was done more."""
    worlds = bundle.case.worlds
    if worlds.baseline is None:
        return NO_PAIR
    under, without = done_by_act(worlds.scheme), done_by_act(worlds.baseline)
    return {act: without.get(act, 0) - under.get(act, 0) for act in sorted(under.keys() | without.keys())}


def acts_of(ledger: Ledger) -> dict[int, ActRow]:
    """The acts of a run by code."""
    return {row.code: row for row in ledger.manifest.names.acts}

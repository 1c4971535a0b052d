"""Causes of listing: on which ground residents stood on lists, for how long, and whether the record was true."""

from __future__ import annotations

import polars as pl

from glasstown.report.losses import TRUTHS, Loss, Losses, law_of
from glasstown.report.summary import Summary

UNIT = "days on lists"


def keeps_lists(summary: Summary) -> bool:
    """Whether the scheme of a run keeps a list."""
    return bool(summary.worlds.scheme.manifest.names.grounds)


def listing_causes(summary: Summary, of: str = "") -> Losses:
    """Days on lists through each ground, of the kept residents or of organisations, the most first.

    Grounds that are open side by side count their days each, so the sum may be more than the days somebody was listed.
    """
    ledger = summary.worlds.scheme
    names = ledger.manifest.names
    days = (pl.col("end_day").cast(pl.Int64) - pl.col("entry_day").cast(pl.Int64)).clip(lower_bound=0).sum()
    sums = (
        ledger.table(f"{of}_listings" if of else "listings")
        .group_by("ground", "act", "truth")
        .agg(days, pl.len().alias("grounds"))
    )
    cells = {(ground, act, truth): (float(total), n) for ground, act, truth, total, n in sums.iter_rows()}
    grounds, acts = {row.code: row.id for row in names.grounds}, {row.code: row.id for row in names.acts}
    law = law_of(summary)
    rows: list[Loss] = []
    for ground, act in dict.fromkeys((ground, act) for ground, act, _ in sorted(cells)):
        found = [cells.get((ground, act, int(truth)), (0.0, 0)) for truth, _ in TRUTHS]
        name = acts.get(act, f"act {act}")
        times, points = sum(number for _, number in found), tuple(total for total, _ in found)
        rows.append(Loss(grounds[ground], name, law.get(name, "does not say"), points, times))
    ranked = tuple(sorted(rows, key=lambda row: (-row.total, row.rule)))
    kept = ledger.table("organisations").height if of else ledger.manifest.kept.residents
    return Losses(ranked, (), kept, UNIT)

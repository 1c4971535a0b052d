"""What was earned back: of the points that rules took, or of the listings on a ground, how much a repair ended."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, too_few, undefined
from glasstown.ledger.model_names import RepairRow
from glasstown.vocab.codes import Entry

OF_POINTS: Final = "per cent of the points that its rules took"
OF_LISTINGS: Final = "per cent of the listings on its ground"
BY_A_REPAIR: Final = 6
"""Exit of a listing that was repaired."""


def earned_back(case: Case) -> tuple[Finding, ...]:
    """One finding for each repair of the scheme."""
    rows = case.worlds.scheme.manifest.names.repairs
    return tuple(_of_points(case, row) if row.ground is None else _of_listings(case, row) for row in rows)


def _of_points(case: Case, row: RepairRow) -> Finding:
    """Points that came back by a repair, in per cent of what its rules took."""
    entries = case.worlds.scheme.table("entries")
    taking = (pl.col("kind") == int(Entry.RULE)) & (pl.col("delta_milli") < 0) & pl.col("rule").is_in(row.rules)
    debits, done = entries.filter(taking), entries.filter(_is_by(row))
    gave = done.filter(pl.col("delta_milli") > 0)
    taken, back = (abs(int(frame["delta_milli"].cast(pl.Int64).sum())) / 1000 for frame in (debits, gave))
    lost, helped = debits["resident"].n_unique(), gave["resident"].n_unique()
    text = (
        f"{row.title or row.id}: its rules took {taken:,.1f} points from {lost:,} residents; {done.height:,} records "
        f"could have given some back, {gave.height:,} of them did, to {helped:,} residents, and {back:,.1f} points in "
        "all. Points that came through others are given back as well, and are not among those taken."
    )
    share = round(100 * back / taken, 2) if taken else None
    return _told(row, share, OF_POINTS, lost, text, "its rules took nothing")


def _of_listings(case: Case, row: RepairRow) -> Finding:
    listings = case.worlds.scheme.table("listings").filter(pl.col("ground") == row.ground)
    ended = listings.filter(pl.col("exit") == BY_A_REPAIR)
    listed = listings["resident"].n_unique()
    text = (
        f"{row.title or row.id}: {listings.height:,} listings of {listed:,} residents stood on its ground, and it "
        f"ended {ended.height:,} of them before their time, of {ended['resident'].n_unique():,} residents."
    )
    share = round(100 * ended.height / listings.height, 2) if listings.height else None
    return _told(row, share, OF_LISTINGS, listed, text, "nobody was listed on its ground")


def _is_by(row: RepairRow) -> pl.Expr:
    return (pl.col("kind") == int(Entry.REPAIR)) & (pl.col("rule") == row.code)


def _told(row: RepairRow, share: float | None, unit: str, n: int, text: str, nothing: str) -> Finding:
    slug, title = f"repaired.{row.id}", f"Earned back: {row.title or row.id}"
    reason = nothing if share is None else too_few(n)
    if share is None or reason:
        return undefined(slug, title, unit, n, reason or nothing, counted=text)
    return found(slug, title, share, unit, n, text)

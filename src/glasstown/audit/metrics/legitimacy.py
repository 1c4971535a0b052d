"""Legitimacy: what counties thought of the scheme, how often people protested, and what began because of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found
from glasstown.vocab.units import DAYS_IN_YEAR

NANO: Final = 1e9
COUNTED: Final = ("learned", "debited", "debited_wrongly", "speech_debited", "punished", "rewarded", "protests")


def counties_opinion(case: Case) -> tuple[Finding, ...]:
    """The share behind the scheme at the end, and each version that a trigger began; nothing without politics."""
    rows = case.worlds.scheme.table("counties")
    if rows.is_empty():
        return ()
    return (_share(rows), *_begun(case, rows["county"].n_unique()))


def _share(rows: pl.DataFrame) -> Finding:
    """Legitimacy after the last step, the mean over residents, with a table by year."""
    weight = pl.col("residents")
    steps = (
        rows.group_by("step", "day")
        .agg(
            ((pl.col("legitimacy_nano") * weight).sum() / weight.sum() / NANO).alias("share"),
            (pl.col("legitimacy_nano").min() / NANO).alias("lowest"),
            weight.sum(),
            *(pl.col(name).sum() for name in COUNTED),
        )
        .sort("step")
    )
    years = steps.group_by(year=pl.col("day") // DAYS_IN_YEAR + 1, maintain_order=True)
    by_year = years.agg(pl.col("share").last(), *(pl.col(name).sum() for name in COUNTED)).sort("year")
    first, last = steps.row(0, named=True), steps.row(-1, named=True)
    where = f"; in the county where it is lowest, {last['lowest']:.3f}" if rows["county"].n_unique() > 1 else ""
    text = (
        f"The share that stands behind the scheme is {last['share']:.3f} at the end, {first['share']:.3f} after the "
        f"first step{where}. There were {int(rows['protests'].sum()):,} protests, of whatever aim."
    )
    columns = ("year", "share at its end", *(name.replace("_", " ") for name in COUNTED))
    table = FindingTable(columns, tuple((row[0], round(row[1], 4), *row[2:]) for row in by_year.iter_rows()))
    share, residents = round(last["share"], 4), int(last["residents"])
    return found("legitimacy", "Share behind the scheme", share, "share", residents, text, table=table)


def _begun(case: Case, counties: int) -> Iterator[Finding]:
    """In how many counties each version was begun by a trigger, and when."""
    ledger = case.worlds.scheme
    begun = ledger.table("versions_begun")
    for row in ledger.manifest.names.versions:
        if not row.triggered:
            continue
        mine = begun.filter(pl.col("version") == row.code).group_by("county").agg(pl.col("day").min())
        where = max(counties, mine.height)
        text = f'The version "{row.id}", which waits for a trigger, did not begin.'
        if mine.height:
            days = mine["day"].sort()
            when = f"on day {days[0]:,}" if mine.height == 1 else f"between day {days[0]:,} and day {days[-1]:,}"
            text = f'The version "{row.id}", which waits for a trigger, began {when}, in {mine.height:,} of {where:,} '
            text += f"{'county' if where == 1 else 'counties'}."
        yield found(f"begun.{row.id}", f"Begun by a trigger: {row.id}", mine.height, "counties", where, text)

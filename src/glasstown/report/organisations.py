"""What the scheme did to firms and governments: where they stand, and which records took what from them."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.contract import Finding
from glasstown.audit.metrics.firms_graded import LOWEST
from glasstown.report.causes import LISTING, LOSS
from glasstown.report.contract import Section, TableView
from glasstown.report.listing_causes import listing_causes
from glasstown.report.losses import apart_table, loss_table, losses
from glasstown.report.summary import Summary

TITLE: Final = "Firms and governments"
_OF: Final = "organisation"
_TEXT: Final = (
    "In the model. Firms and governments are invented, as residents are. A record about one can be of what it did, "
    "of what nobody did, or of what another did."
)


def graded(summary: Summary) -> tuple[Finding, ...]:
    """Where firms and governments stand on each score, and what was carried to them."""
    return (*summary.under("organisations-by-grade."), *summary.under("carried."))


def covers_nobody(summary: Summary) -> bool:
    """Whether no resident is a subject of the scheme that ran and none was punished through anybody."""
    manifest, punished = summary.worlds.scheme.manifest, summary.finding("punished")
    if manifest.scheme is None or punished is None or punished.value:
        return False
    rate = summary.finding("punished-rate")
    return rate is not None and rate.n == 0 and not summary.worlds.scheme.table("organisations").is_empty()


def organisations_section(summary: Summary) -> tuple[Section, ...]:
    """The section of firms and governments; none where a run has no score and no list of theirs.

    What the headline tells already is not told twice.
    """
    found = graded(summary)
    if not found and summary.worlds.scheme.table("organisation_listings").is_empty():
        return ()
    told = () if covers_nobody(summary) else found
    tables = [
        TableView(one.title.replace(LOWEST, "By grade"), one.table.columns, one.table.rows)
        for one in found
        if one.table is not None
    ]
    taken, listed = losses(summary, _OF), listing_causes(summary, _OF)
    if taken.rows:
        tables += [loss_table(taken, ("rule", "act", "entries"), f"{LOSS}, in points"), apart_table(taken)]
    if listed.rows:
        tables.append(loss_table(listed, ("ground", "act", "times opened"), f"{LISTING}, in days on lists"))
    tables.append(_held(summary))
    return (
        Section(
            "organisations",
            TITLE,
            (_TEXT,),
            points=tuple(one.text for one in told if one.value is not None),
            tables=tuple(table for table in tables if table.rows),
            is_brief=True,
        ),
    )


def _held(summary: Summary) -> TableView:
    """Consequences that were in force for firms and governments, and for how long."""
    ledger = summary.worlds.scheme
    names = {row.code: row.id for row in ledger.manifest.names.consequences}
    days = pl.col("end_day").cast(pl.Int64) - pl.col("start_day").cast(pl.Int64)
    rows = (
        ledger.table("organisation_spells")
        .group_by("consequence")
        .agg(pl.col(_OF).n_unique().alias("who"), days.clip(lower_bound=0).sum().alias("days"))
        .sort("days", "consequence", descending=(True, False))
    )
    told = tuple((names[code], who, held) for code, who, held in rows.iter_rows())
    return TableView("Consequences in force", ("consequence", "organisations", "days in all"), told)

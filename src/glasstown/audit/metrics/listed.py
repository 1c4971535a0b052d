"""Listed: how many stood on each list, for how long, and on untrue grounds alone."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found
from glasstown.audit.listings import days_listed
from glasstown.audit.spans import days_in, days_in_both


def listed(case: Case) -> tuple[Finding, ...]:
    """Residents, listings and days of each list; nothing where the scheme keeps none."""
    ledger = case.worlds.scheme
    names = ledger.manifest.names
    days, true = days_listed(ledger, true_only=False), days_listed(ledger, true_only=True)
    findings: list[Finding] = []
    for row in names.lists:
        mine = {who: spans for (who, code), spans in days.items() if code == row.code}
        total = sum(days_in(spans) for spans in mine.values())
        good = sum(days_in_both(spans, true.get((who, row.code), ())) for who, spans in mine.items())
        wronged = sum((who, row.code) not in true for who in mine)
        grounds = [ground.code for ground in names.grounds if ground.list == row.code]
        listings = ledger.table("listings").filter(pl.col("ground").is_in(grounds)).height
        findings += [
            found(
                f"listed.{row.id}",
                f"Listed: {row.id}",
                len(mine),
                "residents",
                case.subjects,
                f'{len(mine):,} of {case.subjects:,} subjects stood on the list "{row.id}", through {listings:,} '
                f"grounds that opened, for {total:,} days in all.",
            ),
            found(
                f"listed-wrongly.{row.id}",
                f"Listed on untrue grounds alone: {row.id}",
                wronged,
                "residents",
                len(mine),
                f'{wronged:,} of the {len(mine):,} on the list "{row.id}" had no true ground at any time; '
                f"{total - good:,} of the {total:,} days were without one.",
            ),
        ]
    return tuple(findings)

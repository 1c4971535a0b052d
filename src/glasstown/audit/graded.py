"""Days on which residents were graded at all, of those who came to have no grade: they left the scheme, or it ended."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from glasstown.audit.spans import Spans, in_both, merge
from glasstown.ledger.reader import Ledger


def days_graded(ledger: Ledger) -> Mapping[int, Spans]:
    """Rising spans of days with a grade, of each kept resident who ever lost one or got a second first one.

    All scores of a scheme are kept of the same people, so those of the first that has grades tell.
    """
    grades = ledger.manifest.names.grades
    if not grades:
        return {}
    rows = ledger.table("grades").filter(pl.col("score") == grades[0].score).sort("resident", "day")
    gone = rows.filter(pl.col("to_grade") == 0).select("resident").unique()
    horizon, found = ledger.manifest.horizon_days, dict[int, list[tuple[int, int]]]()
    began: dict[int, int] = {}
    columns = ("resident", "day", "from_grade", "to_grade")
    for resident, day, before, after in rows.join(gone, on="resident", how="semi").select(columns).iter_rows():
        if before and resident not in found:
            began.setdefault(resident, 0)
        found.setdefault(resident, [])
        if before == 0:
            began[resident] = day
        if after == 0:
            found[resident].append((began.pop(resident), day))
    for resident, day in began.items():
        found[resident].append((day, horizon))
    return {resident: merge(spans) for resident, spans in found.items()}


def while_graded(days: Spans, resident: int, graded: Mapping[int, Spans]) -> Spans:
    """Of some days of a resident, those on which they had a grade."""
    return in_both(days, graded[resident]) if resident in graded else days

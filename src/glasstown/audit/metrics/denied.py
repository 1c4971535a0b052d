"""Denied: attempts that a consequence blocked, per 1,000 person-years and act.

Bans gate what somebody set out to do; they do not change how often it is tried. So a refused job offer
is counted here, and what follows from it (months out of work, late bills) in the paired differences.
What somebody held back, and what found no place, is no denial and is counted by itself. Of acts that are
too common to be drawn in full only the share that is drawn is counted, so the number is a floor.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.vocab.units import DAYS_IN_YEAR

UNIT: Final = "attempts per 1,000 person-years"
_SLUG, _TITLE = "denied-attempts", "Attempts denied"
_FLOOR: Final = "a floor, for of acts too common to be drawn in full only the drawn share is counted"


def denied_attempts(case: Case) -> tuple[Finding, ...]:
    """How many attempts were blocked in the whole town, with a table by act."""
    manifest = case.worlds.scheme.manifest
    n = manifest.residents_lived
    if not case.has_scheme:
        return (undefined(_SLUG, _TITLE, UNIT, n, "this is the world without a scheme"),)
    names = {row.code: row.id for row in manifest.names.acts}
    counts = (
        case.worlds.scheme.table("act_counts")
        .group_by("act")
        .agg(pl.col("done").sum(), pl.col("blocked").sum())
        .filter(pl.col("blocked") > 0)
        .sort("act")
    )
    rows = tuple((names[act], done, blocked) for act, done, blocked in counts.iter_rows())
    total = sum(blocked for _, _, blocked in rows)
    counted = f"{total:,} attempts were denied by a consequence"
    table = FindingTable(("act", "done", "denied"), rows)
    if reason := too_few(n):
        return (undefined(_SLUG, _TITLE, UNIT, n, reason, counted=f"{counted}.", table=table),)
    value = round(1000 * DAYS_IN_YEAR * total / (n * manifest.horizon_days), 3)
    text = f"{counted}: {value:,.1f} per 1,000 person-years"
    text += f" ({_FLOOR})." if total else "."
    return (found(_SLUG, _TITLE, value, UNIT, n, text, table=table),)

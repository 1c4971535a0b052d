"""Held back: lawful speech, belief or meeting that somebody would have done openly, had it cost no points.

Opinions stay as they are. So what is done and what is held back are together what is done without the
scheme; that the two do not differ is counted beside it and is 0 by design. What else follows from speech
that nobody hears is not in the model.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.metrics.paired import no_pair, per_1000_years
from glasstown.ledger.reader import Ledger

UNIT: Final = "acts per 1,000 person-years"
_SLUG, _TITLE = "held-back", "Lawful acts held back"
_OPINION, _OPINION_TITLE = "opinion-differs", "Acts that were neither voiced nor held back, or came on top"
_CHECK: Final = "a check, not an estimate: it has no interval"


def held_back_acts(case: Case) -> tuple[Finding, ...]:
    """How many acts were held back in the whole town, act by act, and whether opinion is what it was."""
    ledger = case.worlds.scheme
    n = ledger.manifest.residents_lived
    if not case.has_scheme:
        reason = "this is the world without a scheme"
        return (undefined(_SLUG, _TITLE, UNIT, n, reason), undefined(_OPINION, _OPINION_TITLE, "acts", n, reason))
    counts = _counts(ledger).filter(pl.col("held_back") > 0)
    return (_held_back(case, counts, n), _opinion(case, counts, n))


def _counts(ledger: Ledger) -> pl.DataFrame:
    """Acts done and held back in the whole town, by act."""
    totals = (pl.col(name).cast(pl.Int64).sum() for name in ("done", "held_back"))
    return ledger.table("act_counts").group_by("act").agg(*totals).sort("act")


def _held_back(case: Case, counts: pl.DataFrame, n: int) -> Finding:
    """Acts held back, with a table by act."""
    ledger = case.worlds.scheme
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    rows = tuple((names[act], done, held) for act, done, held in counts.iter_rows())
    total = sum(held for _, _, held in rows)
    table = FindingTable(("act", "done", "held back"), rows)
    said = ", ".join(name for name, _, _ in rows)
    counted = f"{total:,} lawful acts ({said}) were held back by residents who know that they cost points"
    nothing = "No lawful act was held back for fear of losing points."
    if reason := too_few(n):
        return undefined(_SLUG, _TITLE, UNIT, n, reason, counted=f"{counted}." if total else nothing, table=table)
    value = round(per_1000_years(ledger, total), 3)
    text = f"{counted}: {value:,.1f} per 1,000 person-years. Opinions stayed as they were." if total else nothing
    return found(_SLUG, _TITLE, value, UNIT, n, text, table=table)


def _opinion(case: Case, counts: pl.DataFrame, n: int) -> Finding:
    """Acts done and held back, less those done without the scheme: by design none."""
    reason = no_pair(case)
    if reason or case.worlds.baseline is None:
        return undefined(_OPINION, _OPINION_TITLE, "acts", n, str(reason))
    without = dict(_counts(case.worlds.baseline).select("act", "done").iter_rows())
    apart = sum(abs(done + held - without.get(act, 0)) for act, done, held in counts.iter_rows())
    text = (
        "Of these acts, done and held back together are as many as are done without the scheme."
        if not apart
        else f"Of these acts, done and held back together are {apart:,} more or fewer than without the scheme."
    )
    if counts.is_empty():
        text = "Nothing was held back, so no opinion went unheard for fear of the scheme."
    return found(_OPINION, _OPINION_TITLE, apart, "acts", n, text, interval_reason=_CHECK)

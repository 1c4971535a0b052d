"""Places: what many ask for and some get, such as a bed, a job, a place at a school.

An attempt that finds no place is neither done nor denied: it is made with and without a scheme. A scheme
moves places from one resident to another; whoever lost one so is counted here, with who got it instead.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.metrics.paired import no_pair, per_1000_years
from glasstown.ledger.reader import Ledger

UNIT: Final = "attempts per 1,000 person-years"
_SLUG, _TITLE = "no-place", "Attempts that found no place"
_LOST, _LOST_TITLE = "places-lost", "Places lost to somebody else, or to nobody, because of the scheme"


def places_asked_for(case: Case) -> tuple[Finding, ...]:
    """How often there was too little of what somebody asked for, and who lost a place through the scheme."""
    ledger = case.worlds.scheme
    return (_short(case, ledger.manifest.residents_lived), _lost(case))


def _short(case: Case, n: int) -> Finding:
    """Attempts without a place, beside those of the world without the scheme."""
    ledger, baseline = case.worlds.scheme, case.worlds.baseline
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    ours = _counts(ledger)
    theirs = _counts(baseline) if baseline is not None and no_pair(case) is None else None
    rows = tuple(
        (name, *ours.get(code, (0, 0)), *(theirs.get(code, (0, 0)) if theirs is not None else (None, None)))
        for code, name in names.items()
        if ours.get(code, (0, 0))[1] or (theirs or {}).get(code, (0, 0))[1]
    )
    total = sum(without for _, without in ours.values())
    table = FindingTable(("act", "done", "no place", "done without the scheme", "no place without it"), rows)
    counted = f"{total:,} attempts found no place"
    apart = f"; without the scheme {sum(row[1] for row in theirs.values()):,}." if theirs is not None else "."
    if reason := too_few(n):
        return undefined(_SLUG, _TITLE, UNIT, n, reason, counted=counted + apart, table=table)
    value = round(per_1000_years(ledger, total), 3)
    text = f"{counted}: {value:,.1f} per 1,000 person-years{apart}"
    return found(_SLUG, _TITLE, value, UNIT, n, text, table=table)


def _counts(ledger: Ledger) -> dict[int, tuple[int, int]]:
    """Attempts of the whole town that were accomplished, and that found no place, by act."""
    totals = (pl.col(name).cast(pl.Int64).sum() for name in ("done", "no_place"))
    counts = ledger.table("act_counts").group_by("act").agg(*totals).sort("act")
    return {act: (done, none) for act, done, none in counts.iter_rows()}


def _lost(case: Case) -> Finding:
    """Places that kept residents lost because of the scheme."""
    ledger = case.worlds.scheme
    n = ledger.manifest.kept.residents
    if not case.has_scheme:
        return undefined(_LOST, _LOST_TITLE, "places", n, "this is the world without a scheme")
    lost = ledger.table("places_given").filter(pl.col("won") == 0)
    taken = lost.filter(pl.col("other") != pl.col("resident")).height
    if lost.height:
        text = f"The scheme cost residents {lost.height:,} places; another resident got {taken:,} of them."
    else:
        text = "Nobody lost a place to another because of the scheme."
    return found(_LOST, _LOST_TITLE, lost.height, "places", n, text)

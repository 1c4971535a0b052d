"""How often each act was done in the world of a scheme and in its pair without it, in the whole town."""

from __future__ import annotations

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Part, Undefined, too_thin
from glasstown.audit.metrics.paired import no_pair
from glasstown.ledger.model_names import ActRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.units import DAYS_IN_YEAR


def pair_of(bundle: Bundle) -> Ledger | Undefined:
    """The world of the same people without the scheme, or why it cannot be held against this one."""
    reason, baseline = no_pair(bundle.case), bundle.case.worlds.baseline
    return Undefined(str(reason)) if reason or baseline is None else baseline


def done_by_act(ledger: Ledger) -> dict[int, int]:
    """Acts done in the whole town, by code."""
    rows = ledger.table("act_counts").group_by("act").agg(pl.col("done").cast(pl.Int64).sum())
    return {int(act): int(done) for act, done in rows.iter_rows()}


def acts_of(ledger: Ledger) -> dict[int, ActRow]:
    """The acts of a run by code."""
    return {row.code: row for row in ledger.manifest.names.acts}


def person_time(ledger: Ledger) -> Counts:
    """Residents of the whole town and the days that they lived."""
    m = ledger.manifest
    return {"residents": m.residents_lived, "person-days": m.residents_lived * m.horizon_days}


def per_thousand_years(label: str, number: float, counts: Counts) -> Part:
    """A number of anything for each 1,000 person-years of `counts`; undefined where fewer than 30 live there."""
    residents, days = counts["residents"], counts["person-days"]
    if reason := too_thin(residents):
        return Part(label, None, int(residents), reason)
    return Part(label, 1000 * DAYS_IN_YEAR * number / days, int(residents))

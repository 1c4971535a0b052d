"""Do the books balance? Start plus all entries is the score; the replay gives the days that were lived."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, undefined

_CHECK = "a check, not an estimate: it has no interval"


def books_balance(case: Case) -> tuple[Finding, ...]:
    """Two counts that must be 0."""
    return (_score_sums(case), _replay(case))


def _score_sums(case: Case) -> Finding:
    """Kept residents whose entries do not add up to their score at the end of the run."""
    slug, title, unit = "score-sums-wrong", "Scores that their entries do not add up to", "residents"
    ledger = case.worlds.scheme
    score = ledger.manifest.score
    if score is None:
        return undefined(slug, title, unit, 0, "this world has no score")
    moved = ledger.table("entries").group_by("resident").agg(pl.col("delta_milli").cast(pl.Int64).sum())
    panel = ledger.table("panel")
    last = panel.filter(pl.col("day") == pl.col("day").max()).join(moved, on="resident", how="left")
    expected = pl.col("delta_milli").fill_null(0) + score.start_milli
    wrong = last.filter(pl.col("score_milli").cast(pl.Int64) != expected).height
    lost = moved.join(last, on="resident", how="anti").height
    text = f"Start plus all entries gives the score of {last.height - wrong:,} of {last.height:,} residents."
    return found(slug, title, wrong + lost, unit, last.height, text, interval_reason=_CHECK)


def _replay(case: Case) -> Finding:
    """Punished residents for whom replaying all entries does not give the days of the ledger."""
    slug, title = "replay-differs", "Punished residents whose replay differs from the record"
    if not case.has_scheme:
        return undefined(slug, title, "residents", 0, "this is the world without a scheme")
    n = case.punished.height
    differs = n - int(case.punished["is_replayed"].sum())
    text = f"Replaying all entries gives the days denied of {n - differs:,} of {n:,} punished residents."
    return found(slug, title, differs, "residents", n, text, interval_reason=_CHECK)

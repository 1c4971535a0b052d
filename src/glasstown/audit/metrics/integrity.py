"""Do the books balance? Start plus all entries is the score; the replay gives the days that were lived."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, undefined
from glasstown.ledger.reader import Ledger

_CHECK = "a check, not an estimate: it has no interval"


def books_balance(case: Case) -> tuple[Finding, ...]:
    """Two counts that must be 0."""
    return (_score_sums(case), _replay(case))


def _score_sums(case: Case) -> Finding:
    """Kept residents whose entries do not add up to their score at the end of the run."""
    slug, title, unit = "score-sums-wrong", "Scores that their entries do not add up to", "residents"
    ledger = case.worlds.scheme
    scores = ledger.manifest.resident_scores
    if not scores:
        return undefined(slug, title, unit, 0, "this world has no score of residents")
    starts = pl.DataFrame({"score": range(len(scores)), "start": [score.start_milli for score in scores]})
    starts = starts.cast({"score": pl.UInt8, "start": pl.Int64})
    of = ("resident", "score")
    moved = ledger.table("entries").group_by(of).agg(pl.col("delta_milli").cast(pl.Int64).sum())
    last = _last_scores(ledger).join(starts, on="score").join(moved, on=of, how="left")
    expected = pl.col("delta_milli").fill_null(0) + pl.col("start")
    wrong = last.filter(pl.col("score_milli").cast(pl.Int64) != expected).height
    lost = moved.join(last, on=of, how="anti").height
    whose = "residents" if len(scores) == 1 else "residents and scores"
    text = f"Start plus all entries gives the score of {last.height - wrong:,} of {last.height:,} {whose}."
    return found(slug, title, wrong + lost, unit, last.height, text, interval_reason=_CHECK)


def _last_scores(ledger: Ledger) -> pl.DataFrame:
    """Every score of every kept resident at the end: resident, score, thousandths."""
    columns = ("resident", "day", "score", "score_milli")
    panel = ledger.table("panel").with_columns(score=pl.lit(0, pl.UInt8)).select(columns)
    every = pl.concat([panel, ledger.table("scores_panel").select(columns)])
    return every.filter(pl.col("day") == pl.col("day").max()).drop("day")


def _replay(case: Case) -> Finding:
    """Punished residents for whom replaying all entries does not give the days of the ledger."""
    slug, title = "replay-differs", "Punished residents whose replay differs from the record"
    if not case.has_scheme:
        return undefined(slug, title, "residents", 0, "this is the world without a scheme")
    n = case.punished.height
    differs = n - int(case.punished["is_replayed"].sum())
    text = f"Replaying all entries gives the days denied of {n - differs:,} of {n:,} punished residents."
    return found(slug, title, differs, "residents", n, text, interval_reason=_CHECK)

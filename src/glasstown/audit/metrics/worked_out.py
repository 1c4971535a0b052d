"""Scores that are worked out anew: how many rest on too little, and how many are not what is true."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, too_few, undefined

UNIT = "share of scored residents"


def scores_worked_out(case: Case) -> tuple[Finding, ...]:
    """Of an index or class: the shares of defaults, and of untrue scores, when it was last worked out."""
    score = case.worlds.scheme.manifest.resident_score
    if score is None or score.kind == "points":
        return ()
    last = case.worlds.scheme.table("refreshes").sort("resident", "day").group_by("resident").last()
    scored = case.people.filter("is_subject").select("resident").join(last, on="resident", how="left")
    untrue = scored.filter(pl.col("score_milli") != pl.col("true_milli")).height
    thin = scored.filter(pl.col("thin") == 1).height
    return (
        _share("index-thin", "With a default for a score, since too little is known", thin, scored.height),
        _share("index-untrue", "With another score than by true records alone", untrue, scored.height),
    )


def _share(slug: str, title: str, count: int, n: int) -> Finding:
    if reason := too_few(n) if n else "nobody is scored":
        return undefined(slug, title, UNIT, n, reason)
    text = f"{title}, when it was last worked out: {100 * count / n:.2f} % ({count:,} of {n:,} scored residents)."
    return found(slug, title, round(count / n, 6), UNIT, n, text)

"""Firms and governments by grade, score by score: who ended where, what was denied there, and what was carried.

What befell an organisation counts for the grade that it had on that day. Carried is a grade into which a firm fell in
a step in which nothing of its own score moved, no record was counted and no list changed: it was the other firm's.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.contract import Finding, FindingTable, found
from glasstown.audit.organised import scores_of_organisations
from glasstown.ledger.model_names import OverrideRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Outcome, Truth
from glasstown.vocab.organisations import KINDS

UNIT: Final = "organisations"
LOWEST: Final = "In the lowest grade"
COLUMNS: Final = (
    "grade", "at the end (organisations)", "ever in it (organisations)", "denied while in it (acts)",
    "contracts lost while in it", "done while in it that costs points (acts)", "recorded of these (acts)",
    "mean sales at the end (64ths of those of day 0)",
)  # fmt: skip
OF: Final = ("organisation", "score")


def firms_graded(ledger: Ledger) -> tuple[Finding, ...]:
    """Of each score of organisations that has grades, where they stood; and of firms, what was carried to them."""
    manifest = ledger.manifest
    codes = [code for code, score in enumerate(manifest.scores) if score.of in KINDS]
    graded = sorted({grade.score for grade in manifest.names.grades} & set(codes))
    if not graded:
        return ()
    panel = scores_of_organisations(ledger)
    last = panel.filter(pl.col("day") == pl.col("day").max())
    history = _history(ledger, last)
    carried = [row for row in manifest.names.overrides if row.same_officer]
    return (*(_by_grade(ledger, code, last, history) for code in graded), *(_carried(ledger, one) for one in carried))


def _history(ledger: Ledger, last: pl.DataFrame) -> pl.DataFrame:
    """(organisation, score, day, grade) of every grade from its first day on; that of day 0 first."""
    moves = ledger.table("organisation_grades").sort("day")
    first = moves.group_by(OF, maintain_order=True).first().select(*OF, grade="from_grade")
    unmoved = last.join(first, on=OF, how="anti").select(*OF, "grade")
    begun = pl.concat([first, unmoved]).with_columns(day=pl.lit(0, pl.Int64))
    later = moves.select(*OF, pl.col("day").cast(pl.Int64), grade="to_grade")
    return pl.concat([begun.select(*OF, "day", "grade"), later.select(*OF, "day", "grade")]).sort("day")


def _by_grade(ledger: Ledger, code: int, last: pl.DataFrame, history: pl.DataFrame) -> Finding:
    score = ledger.manifest.scores[code]
    mine, ends = (frame.filter(pl.col("score") == code) for frame in (history, last))
    denied = _while_in(mine, ledger.table("organisation_blocked").filter(pl.col("outcome") == int(Outcome.DENIED)))
    lost = _while_in(mine, ledger.table("organisation_places_given").filter(pl.col("won") == 0))
    done, recorded = (_while_in(mine, rows) for rows in _against(ledger, code))
    panel = ledger.table("organisation_panel")
    sales = panel.filter(pl.col("day") == panel["day"].max()).select("organisation", "sales_share")
    sold = dict(ends.join(sales, on="organisation").group_by("grade").agg(pl.col("sales_share").mean()).iter_rows())
    ever = dict(mine.group_by("grade").agg(pl.col("organisation").n_unique()).iter_rows())
    there = dict(ends.group_by("grade").len().iter_rows())
    grades = [grade for grade in ledger.manifest.names.grades if grade.score == code]
    rows = tuple(
        (grade.label or grade.id, there.get(grade.code, 0), ever.get(grade.code, 0), denied.get(grade.code, 0),
         lost.get(grade.code, 0), done.get(grade.code, 0), recorded.get(grade.code, 0),
         None if grade.code not in sold else round(sold[grade.code], 1))
        for grade in grades
    )  # fmt: skip
    name = score.title or score.id or "the score"
    said = ", ".join(f"{number:,} in {label}" for label, number, *_ in rows)
    lowest = sum(there.get(grade.code, 0) for grade in grades[-1:])
    whose = {"firm": "firms", "government": "governments"}[score.of]
    text = f"{name}: of {ends.height:,} {whose} at the end {said}."
    return found(f"organisations-by-grade.{score.id or 'score'}", f"{LOWEST}: {name}", lowest, UNIT,
                 ends.height, text, table=FindingTable(COLUMNS, rows))  # fmt: skip


def _against(ledger: Ledger, code: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(organisation, day) of acts for which a rule takes points of a score, and of those that some source recorded."""
    rules = ledger.manifest.names.rules
    acts = sorted({rule.act for rule in rules if rule.score == code and rule.points_low_milli < 0})
    done = ledger.table("organisation_acts").filter(
        pl.col("act").is_in(acts) & (pl.col("outcome") == int(Outcome.DONE))
    )
    seen = ledger.table("organisation_sightings").filter(
        pl.col("act").is_in(acts) & (pl.col("truth") == int(Truth.TRUE))
    )
    once = seen.unique(("origin", "step", "family", "ordinal", "child"))
    return done, once.select(organisation="origin", day="act_day")


def _while_in(history: pl.DataFrame, rows: pl.DataFrame) -> dict[int, int]:
    """Rows by the grade that the organisation had on their day."""
    if rows.is_empty():
        return {}
    asked = rows.select("organisation", pl.col("day").cast(pl.Int64)).sort("day")
    graded = history.select("organisation", "day", "grade")
    placed = asked.join_asof(graded, on="day", by="organisation", check_sortedness=False)  # both are sorted above
    return dict(placed.drop_nulls("grade").group_by("grade").len().iter_rows())


def _carried(ledger: Ledger, override: OverrideRow) -> Finding:
    """Firms that a grade of another firm of the same people brought down."""
    length = ledger.manifest.step_days
    step = (pl.col("day").cast(pl.Int64) // length).alias("step")
    moves = ledger.table("organisation_grades").filter(
        (pl.col("score") == override.score) & (pl.col("to_grade") == override.grade)
        & (pl.col("to_grade") > pl.col("from_grade")) & (pl.col("from_grade") > 0)
    )  # fmt: skip
    moves = moves.select("organisation", "day", step=(pl.col("day").cast(pl.Int64) - 1) // length)
    own = ledger.table("organisation_entries").filter(pl.col("score") == override.score).select("organisation", step)
    listed = ledger.table("organisation_listings").select(
        "organisation", step=pl.col("entry_day").cast(pl.Int64) // length
    )
    fell = moves.join(pl.concat([own, listed]), on=["organisation", "step"], how="anti")
    count, among = fell["organisation"].n_unique(), moves["organisation"].n_unique()
    names = {grade.code: grade.label or grade.id for grade in ledger.manifest.names.grades}
    text = (
        f"{count:,} of {among:,} firms that fell to {names[override.grade]} did so for what the other firm of the same "
        "people had earned, and not for anything of their own."
    )
    return found(f"carried.{override.id}", f"Firms held to {names[override.grade]} for another firm", count, UNIT,
                 among, text)  # fmt: skip

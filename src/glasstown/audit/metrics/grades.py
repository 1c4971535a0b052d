"""Grades over time: in which grades the residents stand, quarter by quarter."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.ledger.model_scores import GradeRow
from glasstown.vocab.columns import PANEL_DAYS

UNIT = "share of graded residents"


def grades_over_time(case: Case) -> tuple[Finding, ...]:
    """The share of each grade at the end, with a table of every quarter behind the first finding of each score."""
    manifest = case.worlds.scheme.manifest
    if not any(row.score < len(manifest.resident_scores) for row in manifest.names.grades):
        reason = "this world has no grades"
        return (undefined("grades-denied-share", "In a grade that denies something, at the end", UNIT, 0, reason),)
    return tuple(finding for code, _ in enumerate(manifest.resident_scores) for finding in _of_score(case, code))


def _of_score(case: Case, code: int) -> list[Finding]:
    """The findings of one score; none where it has no grades."""
    manifest = case.worlds.scheme.manifest
    grades = tuple(row for row in manifest.names.grades if row.score == code)
    if not grades:
        return []
    name = manifest.scores[code].id if code else ""
    counts = case.worlds.scheme.table("grade_counts").filter(pl.col("grade").is_in([row.code for row in grades]))
    end = dict(counts.filter(pl.col("day") == manifest.horizon_days).select("grade", "residents").iter_rows())
    n = sum(end.values())
    denying = {row.grade for row in manifest.names.consequences if row.harms and row.grade}
    denied = sum(number for grade, number in end.items() if grade in denying)
    title = f"In a grade {f'of score {name} ' if name else ''}that denies something, at the end"
    slug = "grades-denied-share" + (f".{name}" if name else "")
    findings = [replace(_share(slug, title, denied, n), table=_quarters(grades, counts))]
    findings.extend(
        _share(f"grade-end.{row.id}", f"In grade {row.id} at the end", end.get(row.code, 0), n) for row in grades
    )
    return findings


def _share(slug: str, title: str, count: int, n: int) -> Finding:
    """One share of the residents who are graded at the end of the run."""
    if reason := too_few(n) if n else "nobody is graded at the end":
        return undefined(slug, title, UNIT, n, reason)
    value = round(count / n, 6)
    text = f"{title}: {100 * value:.2f} % ({count:,} of {n:,} graded residents)."
    return found(slug, title, value, UNIT, n, text)


def _quarters(grades: tuple[GradeRow, ...], counts: pl.DataFrame) -> FindingTable:
    """Residents of each grade at the first step end of every quarter, and at the last on which anybody is graded."""
    days = counts.select("day").unique().sort("day")["day"].to_list()
    chosen = [day for before, day in zip([0, *days], days, strict=False) if day // PANEL_DAYS > before // PANEL_DAYS]
    chosen = sorted({*days[:1], *chosen, *days[-1:]})
    table = {(day, grade): number for day, grade, number in counts.select("day", "grade", "residents").iter_rows()}
    rows = tuple((day, *(table.get((day, row.code), 0) for row in grades)) for day in chosen)
    return FindingTable(("day", *(row.id for row in grades)), rows)

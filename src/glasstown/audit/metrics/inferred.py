"""What was concluded about residents: of how many wrongly, by invented group."""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.groups import group_words
from glasstown.vocab.codes import Group

UNIT = "share of scored residents"
COLUMNS = ("group", "rightly concluded", "wrongly concluded", "wrongly not concluded", "scored residents")


def wrongly_inferred(case: Case) -> tuple[Finding, ...]:
    """Of each inference of the scheme: who was taken for what they are not, or not taken for what they are, at last."""
    scheme, findings = case.worlds.scheme, list[Finding]()
    rows = scheme.table("inferences").sort("resident", "inference", "day")
    last = rows.group_by("resident", "inference", maintain_order=True).last()
    scored = case.people.filter("is_subject").select("resident", "group")
    for row in scheme.manifest.names.inferences:
        mine = last.filter(pl.col("inference") == row.code).select("resident", "inferred", "is_so")
        told = scored.join(mine, on="resident", how="left").with_columns(
            pl.col("inferred").fill_null(0), pl.col("is_so").fill_null(0)
        )
        findings.append(_finding(row.id, row.title or row.id, told))
    return tuple(findings)


def _finding(name: str, title: str, told: pl.DataFrame) -> Finding:
    """One inference: the share of wrong conclusions, with counts by group."""
    slug, n = f"inferred.{name}", told.height
    table = FindingTable(COLUMNS, tuple((group_words(one), *_counts(told, one)) for one in Group))
    _, yes, no, _ = _counts(told, None)
    counted = f'"{title}": {yes:,} of {n:,} scored residents were taken for it wrongly, {no:,} wrongly not, at last.'
    heading = f"Wrongly concluded or not: {title}"
    if reason := too_few(n):
        return undefined(slug, heading, UNIT, n, reason, counted=counted, table=table)
    return found(slug, heading, round((yes + no) / n, 6), UNIT, n, counted, table=table)


def _counts(told: pl.DataFrame, group: Group | None) -> tuple[int, int, int, int]:
    """Rightly yes, wrongly yes, wrongly no, and all, of one group or of everybody."""
    mine = told if group is None else told.filter(pl.col("group") == int(group))
    yes, so = mine["inferred"] == 1, mine["is_so"] == 1
    return int((yes & so).sum()), int((yes & ~so).sum()), int((~yes & so).sum()), mine.height

"""Who is scored, where not everybody is: by their own will, or while something is so of them."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. Residents join and leave by chances that the scheme file says; nobody weighs what it would bring "
    "them. Who is outside has no score and no grade, and is still seen by the same sources."
)


_QUALIFY = (
    "In the model. The scheme scores only those of whom something is so. It is asked at the end of each step; who "
    "comes back has the score that they left with."
)


def consent_section(summary: Summary) -> tuple[Section, ...]:
    """Who is in, who never knew, what was taken of those outside; who came and went as a condition says."""
    return (*_by_consent(summary), *_by_condition(summary))


def _by_condition(summary: Summary) -> tuple[Section, ...]:
    finding = summary.finding("qualifying")
    if finding is None:
        return ()
    table = finding.table
    tables = (TableView("Scored, by group", table.columns, table.rows),) if table else ()
    return (Section("qualifying", "Who qualifies", (_QUALIFY,), points=(finding.text,), tables=tables, is_brief=True),)


def _by_consent(summary: Summary) -> tuple[Section, ...]:
    finding = summary.finding("consent")
    if finding is None:
        return ()
    table = finding.table
    tables = (TableView("In and out, by group", table.columns, table.rows),) if table else ()
    points = (finding.text, *(more.text for more in summary.under("consent.")))
    return (Section("consent", "Who stays out", (_TEXT,), points=points, tables=tables, is_brief=True),)

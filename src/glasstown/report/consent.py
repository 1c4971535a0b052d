"""Who stays out of a scheme, and what that helps: one section, where people can."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. Residents join and leave by chances that the scheme file says; nobody weighs what it would bring "
    "them. Who is outside has no score and no grade, and is still seen by the same sources."
)


def consent_section(summary: Summary) -> tuple[Section, ...]:
    """Who is in, who never knew, and what was taken of those outside."""
    finding = summary.finding("consent")
    if finding is None:
        return ()
    table = finding.table
    tables = (TableView("In and out, by group", table.columns, table.rows),) if table else ()
    points = (finding.text, *(more.text for more in summary.under("consent.")))
    return (Section("consent", "Who stays out", (_TEXT,), points=points, tables=tables, is_brief=True),)

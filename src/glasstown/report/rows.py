"""Findings as the rows of a table."""

from __future__ import annotations

from glasstown.audit.contract import Finding
from glasstown.report.contract import TableView


def finding_table(title: str, findings: tuple[Finding, ...]) -> TableView:
    """Findings as rows: title, value, unit, and of how many; a note says why some have no value."""
    rows = tuple((finding.title, finding.value, finding.unit, finding.n) for finding in findings)
    return TableView(title, ("what", "value", "unit", "n"), rows, reasons(findings))


def reasons(findings: tuple[Finding, ...]) -> str:
    """Why some of these findings have no value."""
    said = dict.fromkeys(str(finding.reason) for finding in findings if finding.value is None)
    return f"A dash: {'; '.join(said)}." if said else ""

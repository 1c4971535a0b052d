"""What counties thought of the scheme, and what it began: one section, where the scheme has such a part."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. It is one number for all of a county, moved by what happens to its residents by weights that the "
    "scheme file says; nobody has an opinion of their own, and nobody's is measured."
)


def politics_section(summary: Summary) -> tuple[Section, ...]:
    """The share behind the scheme year by year, and the versions that triggers began."""
    finding = summary.finding("legitimacy")
    if finding is None or finding.table is None:
        return ()
    table = TableView("What moved it, by year", finding.table.columns, finding.table.rows)
    points = (finding.text, *(begun.text for begun in summary.under("begun.")))
    return (Section("politics", "What counties think of it", (_TEXT,), points=points, tables=(table,), is_brief=True),)

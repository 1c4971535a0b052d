"""What an index learned from its own records: one section, where its weights are fitted anew."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. A category weighs the more, the likelier a record was of those with a low value of it. The scheme "
    "knows records alone: what was done and never recorded, and what was recorded and never done, it learns as well. "
    "Beside it stands what it would have learned, had it known who did what."
)


def refit_section(summary: Summary) -> tuple[Section, ...]:
    """Weights fit by fit, and of each category what records said beside what was true."""
    outcome = summary.finding("refit")
    if outcome is None or outcome.table is None:
        return ()
    points = tuple(one.text for one in (outcome, *summary.under("refit.")))
    tables = (TableView("Weights, fit by fit", outcome.table.columns, outcome.table.rows),)
    return (Section("refit", "What the index learned", (_TEXT,), points=points, tables=tables, is_brief=True),)

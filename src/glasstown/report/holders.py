"""With whom records lie, who is told of them and how, and what is stolen."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. Records lie with holders; rules and lists know what their own holder has. Nobody in the model reads "
    "them, and being exposed changes no life."
)

_TITLES = {
    "holders.told": "Records told, by sharing",
    "holders.despite-refusal": "Told of residents who had not consented, by the way",
    "holders.exposed": "Files exposed, by holder",
}


def holders_section(summary: Summary) -> tuple[Section, ...]:
    """What holders told each other, kept, bought and lost; nothing where all records lie with the scorer."""
    found = tuple(summary.under("holders."))
    if not found:
        return ()
    tables = tuple(
        TableView(_TITLES[one.slug], one.table.columns, one.table.rows)
        for one in found
        if one.table and one.slug in _TITLES
    )
    points = tuple(one.text for one in found)
    return (Section("holders", "With whom records lie", (_TEXT,), points=points, tables=tables, is_brief=True),)

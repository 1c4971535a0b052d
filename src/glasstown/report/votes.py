"""What residents voted on the points of rules: one section, where the scheme has votes."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary

_TEXT = (
    "In the model. Residents say which share of a rule's points they find right, by what the scheme file says of "
    "roles, groups, income and of what has happened to them; it is no search for points that change anybody."
)


def votes_section(summary: Summary) -> tuple[Section, ...]:
    """What was voted, and what each group got by the rules in question before and after."""
    names = summary.worlds.scheme.manifest.names.votes
    points, tables = list[str](), list[TableView]()
    for vote in names:
        outcome = summary.finding(f"voted.{vote.id}")
        if outcome is None or outcome.table is None:
            continue
        moved = summary.under(f"voted.{vote.id}.")
        points += [outcome.text, *(one.text if one.reason is None else f"{one.text} {one.reason}" for one in moved)]
        tables.append(TableView(f"What was voted: {vote.title or vote.id}", outcome.table.columns, outcome.table.rows))
        tables += [
            TableView(f"By group: {vote.title or vote.id}", one.table.columns, one.table.rows)
            for one in moved[:1] if one.table is not None
        ]  # fmt: skip
    if not points:
        return ()
    title = "What residents voted"
    return (Section("votes", title, (_TEXT,), points=tuple(points), tables=tuple(tables), is_brief=True),)

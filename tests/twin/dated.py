"""When parts of the twin's scheme run: by day, or by the date with which the town starts."""

from __future__ import annotations

from datetime import date, timedelta

DAY_0 = date(2020, 1, 1)

TABLE_OF = {"rules": "rule", "sources": "source", "lists": "list", "consequences": "consequence", "grounds": "ground",
            "associations": "association", "overrides": "override", "state_rules": "state_rule",
            "quantity_rules": "quantity_rule"}  # fmt: skip


def in_time(scheme, kind, name, day):
    """Whether what a table says of its own time lets it run in a step that begins on a day."""
    today = DAY_0 + timedelta(days=day)
    for one in scheme.dated:
        if (one.table, one.id) != (TABLE_OF[kind], name):
            continue
        if (one.from_day and day < one.from_day.value) or (one.from_date and today < one.from_date):
            return False
        if (one.until_day and day >= one.until_day.value) or (one.until_date and today >= one.until_date):
            return False
    return True

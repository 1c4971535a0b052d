"""The form of one entry of the grammar: a table, or a key of a table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

RUNNING = "running"
"""Changed alone, the key changes the ledger."""

DECLARED = "declared"
"""Changed alone, the key changes a page or a diagnostic, never the ledger."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a scheme file.

    `many` tables are written `[[name]]` and each has an `id` where `named`; `required` ones must be there.
    One of many that stands `alone` may be written `[name]` as well.
    A table with a dot in its name is written inside another, as `name = { … }` or `[parent.name]`.
    """

    name: str
    text: str
    many: bool = False
    alone: bool = False
    named: bool = False
    required: bool = False
    evidence: bool = True


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one table: whether it runs, what it holds, and what it means.

    `type` is one of the readers of `scheme.values`; `low` and `high` bound a number; `default` holds
    where the file is silent and the key is not required.
    """

    table: str
    name: str
    kind: str
    type: str
    text: str
    unit: str = ""
    required: bool = False
    default: str | bool | Decimal | None = None
    choices: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    whole: bool = False


def mark_and_cite(table: str) -> tuple[Key, Key]:
    """The two keys that every table with evidence has."""
    return (
        Key(table, "mark", DECLARED, "mark", "how what this table says is known; figures without a mark take it"),
        Key(table, "cite", DECLARED, "cites", "keys of the sources that say so", unit="list of source keys"),
    )

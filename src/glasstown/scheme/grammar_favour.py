"""Grammar of favour: what an official's discretion spares those who are tied to officials."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.officials import TIES_TO_OFFICIALS

FAVOURED: Final = ("rule", "ground.decision", "consequence.decision")
"""Tables in which an official can be kinder to some."""

_TEXTS: Final = {
    "self": "who holds office",
    "household": "who lives with an official",
    "kin": "kin of an official",
    "colleague": "who works with an official",
    "neighbour": "who lives next door to an official",
    "friend": "friends of an official",
}

FAVOUR_TABLES: Final = (
    Table("rule.favour", "How far officials choose better points for those tied to one of their district; of several"
          " ties the strongest counts.", evidence=False),
    Table("ground.decision.favour", "How much oftener those tied to an official are let off.", evidence=False),
    Table("consequence.decision.favour", "How much oftener those tied to an official are let off, or given what others"
          " are refused.", evidence=False),
)  # fmt: skip
"""Tables of favour."""


def favour_key(table: str) -> Key:
    """The key of the table of favour within another."""
    return Key(table, "favour", RUNNING, "table", "kindness to those tied to an official; none where left out")


def _tie_keys(table: str) -> tuple[Key, ...]:
    what = (
        "part of the way from the points drawn to the best of the range, rounded down to whole steps"
        if table == "rule"
        else "part of the cases otherwise decided to their disadvantage that are decided for them"
    )
    return tuple(
        Key(f"{table}.favour", tie, RUNNING, "figure", f"for {_TEXTS[tie]}: {what}", "share, 0 to 1",
            low=Decimal(0), high=Decimal(1))
        for tie in TIES_TO_OFFICIALS
    )  # fmt: skip


FAVOUR_KEYS: Final = tuple(key for table in FAVOURED for key in (favour_key(table), *_tie_keys(table)))
"""Keys of favour."""

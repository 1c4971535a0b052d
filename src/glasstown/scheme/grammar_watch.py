"""Grammar of whom a source watches more closely: multipliers by group, area, public role and digital use."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.watching import WATCH_NAMES

WATCH_TABLES: Final = (
    Table(
        "source.watch",
        "How much more closely a source watches some residents: multipliers of its detection and its false records.",
        evidence=False,
    ),
)
"""The table of whom a source watches."""

_WHOM: Final = {
    "majority": "residents of the majority",
    "minority_a": "residents of minority A",
    "minority_b": "residents of minority B",
    "urban": "urban residents",
    "rural": "rural residents",
    "official": "officials",
    "lawyer": "lawyers",
    "journalist": "journalists",
    "petitioner": "petitioners",
    "doctor": "doctors",
    "teacher": "teachers",
    "entrepreneur": "owners of firms",
    "police": "the police",
    "offline": "residents who are offline",
    "online": "residents who are online, but not much",
    "online_much": "residents who are online much",
}

WATCH_KEYS: Final = tuple(
    Key(
        "source.watch",
        name,
        RUNNING,
        "figure",
        f"for {_WHOM[name]}",
        unit="times",
        default=Decimal(1),
        low=Decimal(0),
        high=Decimal(100),
    )
    for name in WATCH_NAMES
)
"""One key for each group, area, role and digital use; what a resident belongs to is multiplied."""

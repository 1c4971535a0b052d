"""Grammar of whom a source watches more closely: multipliers by group, area, public role and digital use."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.limits import MAX_DAYS
from glasstown.vocab.watching import WATCH_NAMES

WATCH_TABLES: Final = (
    Table(
        "source.watch",
        "How much more closely a source watches some residents: multipliers of its detection and its false records.",
        evidence=False,
    ),
    Table("source.wrong_act", "Acts of the right person that it writes down as another act.", evidence=False),
    Table("source.patrol", "How much harder it looks in neighbourhoods where it found something.", evidence=False),
)
"""The tables of whom a source watches."""

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

_CLOSER: Final = tuple(
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

_ASTRAY: Final = (
    Key("source", "wrong_act", RUNNING, "table", "acts that it writes down as another act of the same person"),
    Key("source.wrong_act", "acts", RUNNING, "names", "acts that it mistakes; all it sees where left out",
        unit="list of acts"),
    Key("source.wrong_act", "taken_for", RUNNING, "name", "the act that it writes down instead", required=True),
    Key("source.wrong_act", "chance", RUNNING, "figure", "how often it does", required=True,
        unit="probability per record of the right person", low=Decimal(0), high=Decimal(1)),
)  # fmt: skip

_PATROL: Final = (
    Key("source", "patrol", RUNNING, "table", "looks harder where it found something before"),
    Key("source.patrol", "gain", RUNNING, "figure", "how much more it detects, for each doubling of what it found in "
        "the neighbourhood, up to what can be seen", required=True, unit="times", low=Decimal(0), high=Decimal(10)),
    Key("source.patrol", "half_life_days", RUNNING, "figure", "time in which half of what it found is forgotten",
        unit="days", required=True, low=Decimal(1), high=MAX_DAYS),
    Key("source.patrol", "most", RUNNING, "figure", "doublings that count at most", unit="doublings",
        default=Decimal(7), low=Decimal(1), high=Decimal(7), whole=True),
)  # fmt: skip

WATCH_KEYS: Final = (*_CLOSER, *_ASTRAY, *_PATROL)
"""Keys of how a source looks at whom, what it mistakes, and where it looks harder."""

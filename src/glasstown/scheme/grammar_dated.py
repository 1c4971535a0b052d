"""Grammar of parts that run from one day to another: rates and schemes that change at a date."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key
from glasstown.vocab.limits import MAX_DAYS

DATED: Final = ("source", "rule", "association", "override", "state_rule", "quantity_rule", "list", "ground",
                "consequence")  # fmt: skip
"""Tables that may say from which day, and until which, they run."""

_FIRST: Final = "runs from the first step that begins on it or later; from day 0 where left out"
_LAST: Final = "runs no more from the first step that begins on it or later; to the end where left out"

DATED_KEYS: Final = tuple(
    key
    for table in DATED
    for key in (
        Key(table, "from_day", RUNNING, "figure", f"day, counted from day 0; the {table} {_FIRST}", "day",
            low=Decimal(0), high=MAX_DAYS, whole=True),
        Key(table, "until_day", RUNNING, "figure", f"day, counted from day 0; the {table} {_LAST}", "day",
            low=Decimal(1), high=MAX_DAYS, whole=True),
        Key(table, "from_date", RUNNING, "date", "likewise as a date; day 0 is the date with which a run starts"),
        Key(table, "until_date", RUNNING, "date", "likewise as a date"),
    )
)  # fmt: skip
"""Keys of when a part runs."""

"""Grammar of what a person can do about a scheme: who appeals, who decides, and what becomes of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key
from glasstown.vocab.limits import MAX_DAYS

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

ORDERS: Final = ("oldest", "keyed")
"""Which appeals are decided first: by the step of filing, or by the keyed draw alone."""


def _share(name: str, text: str, unit: str, *, default: Decimal | None = None) -> Key:
    return Key("appeal", name, RUNNING, "figure", text, unit, default=default, low=ZERO, high=ONE)


APPEAL_KEYS: Final = (
    _share("filed", "probability that who learns of an untrue record appeals against what it did; nobody does where "
           "left out", "probability per debit or listing"),
    _share("filed_if_right", "the same where the record is true", "probability per debit or listing", default=ZERO),
    _share("upheld", "probability that an appeal against an untrue record is upheld", "probability per appeal"),
    _share("upheld_if_right", "the same where the record is true", "probability per appeal", default=ZERO),
    Key("appeal", "slots_per_thousand_year", RUNNING, "figure",
        "appeals that can be decided in a district; the others wait; no limit where left out",
        "decisions per 1,000 residents and year", low=ZERO, high=Decimal(1_000_000)),
    Key("appeal", "days", RUNNING, "figure", "least time from an appeal to its decision", "days", default=ZERO,
        low=ZERO, high=MAX_DAYS, whole=True),
    Key("appeal", "suspends", RUNNING, "flag", "whether what denies or worsens waits while an appeal does",
        default=False),
    Key("appeal", "first", RUNNING, "choice", "which appeals are decided first", default="oldest", choices=ORDERS),
)  # fmt: skip
"""Running keys of `[appeal]`; the declared ones stand with the law."""

PUBLICITY_KEYS: Final = (
    Key("publicity", "from_day", RUNNING, "figure",
        "day, counted from day 0; look-ups find something from the first step that begins on it or later", "day",
        default=ZERO, low=ZERO, high=MAX_DAYS, whole=True),
    Key("publicity", "grades", RUNNING, "names", "grades of which it is published who has them; every score where left"
        " out", unit="list of grades"),
)  # fmt: skip
"""Since when something is public, and of whom."""

PROCESS_KEYS: Final = (*APPEAL_KEYS, *PUBLICITY_KEYS)
"""Keys of what a person can do about a scheme."""

"""Grammar of what falls due: an act that must be made good some time later, and what happens if it is not."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.limits import MAX_DAYS
from glasstown.vocab.units import LONGEST_STEP

DUE_TABLES: Final = (
    Table("act.due", "What the act leaves owing: it falls due some time later, and then fails or is made good.",
          evidence=False),
)  # fmt: skip
"""Tables of what falls due."""

_MOST_TIMES: Final = Decimal(100)


def _times(name: str, who: str) -> Key:
    return Key("act.due", name, RUNNING, "figure", f"so many times as likely it fails for who {who}", unit="times",
               default=Decimal(1), low=Decimal(0), high=_MOST_TIMES)  # fmt: skip


DUE_KEYS: Final = (
    Key("act", "due", RUNNING, "table", "what it leaves owing; nothing where left out"),
    Key("act.due", "days", RUNNING, "figure", "days after which it falls due; at least 31, as no step is longer",
        unit="days", required=True, low=Decimal(LONGEST_STEP), high=MAX_DAYS, whole=True),
    Key("act.due", "fails", RUNNING, "name", "the act that happens on that day where it is not made good",
        required=True),
    Key("act.due", "chance", RUNNING, "figure", "how likely that is for who has work and enough", unit="probability",
        required=True, low=Decimal(0), high=Decimal(1)),
    Key("act.due", "paid", RUNNING, "name", "the act that happens on that day where it is; none where left out"),
    Key("act.due", "settled_by", RUNNING, "names", "acts that make it good before it falls due", unit="list of acts"),
    _times("out_of_work", "is out of work"),
    _times("in_need", "lives in a household in need"),
    _times("earns_less", "earns less than three quarters of the income of day 0"),
    _times("short_of_money", "is short of money"),
)  # fmt: skip
"""Keys of what falls due."""

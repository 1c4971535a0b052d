"""Grammar of how much rules may move in a time, and of repeated acts that cost more."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS, MAX_POINTS

_ONE, _TEN = Decimal(1), Decimal(10)
_LEAST: Final = Decimal("0.001")

CAP_TABLES: Final = (
    Table("cap", "How many points some rules give, or take, at most in a time.", many=True, named=True),
    Table("rule.escalate", "Each further record within the time of `repeat` moves more than the one before.",
          evidence=False),
)  # fmt: skip
"""Tables of limits on points."""

CAP_KEYS: Final = (
    Key("cap", "id", DECLARED, "name", "name of the limit", required=True),
    Key("cap", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("cap", "rules", RUNNING, "names", "rules of which it limits the points together", unit="list of rules",
        required=True),
    Key("cap", "points", RUNNING, "figure", "points that they give at most in the time; below 0: that they take",
        "points", required=True, low=-MAX_POINTS, high=MAX_POINTS),
    Key("cap", "days", RUNNING, "figure", "time for which points that were given, or taken, count", "days",
        required=True, low=_ONE, high=MAX_DAYS, whole=True),
    *mark_and_cite("cap"),
    Key("rule", "escalate", RUNNING, "table", "how much more each further record moves; as much as the first"),
    Key("rule.escalate", "factor", RUNNING, "figure", "how many times as many points as the record before it", "times",
        required=True, low=_LEAST, high=_TEN),
    Key("rule.escalate", "most", RUNNING, "figure", "points that one record moves at most, either way", "points",
        default=MAX_POINTS, low=_LEAST, high=MAX_POINTS),
)  # fmt: skip
"""Keys of limits on points."""

"""Grammar of points that stand while something is so of a resident."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_POINTS

STATE_TABLES: Final = (
    Table("state_rule", "Points that stand while something is so of a resident, such as their schooling.", many=True,
          named=True),
)  # fmt: skip
"""Tables of points that stand."""

STATE_KEYS: Final = (
    Key("state_rule", "id", RUNNING, "name", "name of the rule, by which its entries are told", required=True),
    Key("state_rule", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("state_rule", "when", RUNNING, "formula", "what must be so of a resident", required=True),
    Key("state_rule", "score", RUNNING, "name", "the score that it moves; the only one where left out"),
    Key("state_rule", "points", RUNNING, "figure", "points that stand while it is so", "points", required=True,
        low=-MAX_POINTS, high=MAX_POINTS),
    Key("state_rule", "refresh_days", RUNNING, "figure", "time between two days on which it is looked at; the first is"
        " day 0", "days", default=Decimal(30), low=Decimal(1), high=Decimal(365), whole=True),
    *mark_and_cite("state_rule"),
)  # fmt: skip
"""Keys of points that stand."""

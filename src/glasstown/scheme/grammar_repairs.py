"""Grammar of repairs: acts by which somebody earns back what rules took, or gets off a list before its time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS, MAX_POINTS
from glasstown.vocab.units import LONGEST_STEP

_ZERO, _ONE, _HUNDRED = Decimal(0), Decimal(1), Decimal(100)
_LEAST: Final = Decimal("0.001")

REPAIR_TABLES: Final = (
    Table("repair", "What somebody can do to earn back points that rules took, or to get off a list.", many=True,
          named=True),
)  # fmt: skip
"""Tables of repairs."""

REPAIR_KEYS: Final = (
    Key("repair", "id", RUNNING, "name", "name of the repair, by which its entries are told", required=True),
    Key("repair", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("repair", "act", RUNNING, "name", "the act that repairs, such as a course", required=True),
    Key("repair", "sources", RUNNING, "names", "sources whose records of it count; any where left out",
        unit="list of sources"),
    Key("repair", "points", RUNNING, "figure", "points that one record gives back, and never more than is left of what"
        " the rules took", "points", low=_LEAST, high=MAX_POINTS),
    Key("repair", "rules", RUNNING, "names", "rules whose debits it lowers, the oldest first", unit="list of rules"),
    Key("repair", "largest", RUNNING, "figure", "points that a debit took at most, for it to be lowered; any where left"
        " out", "points", low=_LEAST, high=MAX_POINTS),
    Key("repair", "ground", RUNNING, "name", "the ground that it ends, in place of points"),
    Key("repair", "after_days", RUNNING, "figure", "least time from the debit, or the listing, to the record", "days",
        default=_ZERO, low=_ZERO, high=MAX_DAYS, whole=True),
    Key("repair", "within_days", RUNNING, "figure", "longest time from the debit, or the listing, to the record; as"
        " long as it counts where left out", "days", low=_ZERO, high=MAX_DAYS, whole=True),
    Key("repair", "most", RUNNING, "figure", "repairs of this kind at most in per_days", "repairs", default=_ONE,
        low=_ONE, high=_HUNDRED, whole=True),
    Key("repair", "per_days", RUNNING, "figure", "time for which a repair counts against most; as many as are done"
        " where left out", "days", low=Decimal(LONGEST_STEP), high=MAX_DAYS, whole=True),
    Key("repair", "when", RUNNING, "formula", "what must be so of a resident for a record to repair anything; always"),
    *mark_and_cite("repair"),
)  # fmt: skip
"""Keys of repairs."""

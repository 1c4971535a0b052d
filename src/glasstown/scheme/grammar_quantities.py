"""Grammar of points for a quantity that is read: so many points for so many of its units, once a month."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_POINTS

_LARGEST: Final = Decimal(2_000_000)
_SMALLEST: Final = Decimal("0.001")

QUANTITY_TABLES: Final = (
    Table("quantity_rule", "Points for a quantity that a meter reads, such as hours: once a month, by the reading.",
          many=True, named=True),
)  # fmt: skip
"""Tables of points for quantities."""

QUANTITY_KEYS: Final = (
    Key("quantity_rule", "id", RUNNING, "name", "name of the rule, by which its entries are told", required=True),
    Key("quantity_rule", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("quantity_rule", "quantity", RUNNING, "name", "the meter that reads the quantity", required=True),
    Key("quantity_rule", "score", RUNNING, "name", "the score that it moves; the only one where left out"),
    Key("quantity_rule", "points", RUNNING, "figure", "points for each `per` units read, and for parts of them in"
        " proportion; below 0 they are taken", "points", required=True, low=-MAX_POINTS, high=MAX_POINTS),
    Key("quantity_rule", "per", RUNNING, "figure", "how many units of the quantity the points are for",
        "units of the quantity", default=Decimal(1), low=_SMALLEST, high=_LARGEST),
    Key("quantity_rule", "above", RUNNING, "figure", "of each month's reading, only what lies above this counts",
        "units of the quantity", default=Decimal(0), low=Decimal(0), high=_LARGEST),
    Key("quantity_rule", "at_most_points_per_month", RUNNING, "figure", "most points that one month's reading gives,"
        " or takes", "points", default=MAX_POINTS, low=Decimal(0), high=MAX_POINTS),
    *mark_and_cite("quantity_rule"),
)  # fmt: skip
"""Keys of points for quantities."""

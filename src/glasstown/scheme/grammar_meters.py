"""Grammar of meters: which quantities of residents a scheme reads, and how well."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.gauges import GAUGE_IDS

_ZERO, _ONE = Decimal(0), Decimal(1)

METER_TABLES: Final = (
    Table("meter", "A quantity of residents that the scheme reads once a month, and how well.", many=True, named=True),
)
"""Tables of meters."""

METER_KEYS: Final = (
    Key("meter", "id", RUNNING, "name", "name of the meter, by which its luck is addressed", required=True),
    Key("meter", "title", DECLARED, "text", "who reads it, in plain words", default=""),
    Key("meter", "gauge", RUNNING, "choice", "the quantity that is read; formulas ask for gauge.ID of it",
        required=True, choices=GAUGE_IDS),
    Key("meter", "share", RUNNING, "figure", "part of the quantity that it sees", "share, 0 to 1", default=_ONE,
        low=_ZERO, high=_ONE),
    Key("meter", "error", RUNNING, "figure", "by how much a reading is off at most, as a part of what it sees; drawn"
        " evenly, anew each month", "share, 0 to 1", default=_ZERO, low=_ZERO, high=_ONE),
    Key("meter", "missing", RUNNING, "figure", "share of residents of whom it has nothing, once for all; known.ID says"
        " in a formula whether it has something", "share, 0 to 1", default=_ZERO, low=_ZERO, high=_ONE),
    *mark_and_cite("meter"),
)  # fmt: skip
"""Keys of meters."""

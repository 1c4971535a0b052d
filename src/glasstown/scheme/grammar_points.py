"""Grammar of what decides a grade beside points: records, or a list, that hold somebody down."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

ONE: Final = Decimal(1)

POINT_TABLES: Final = (
    Table("override", "Records, or a list, that hold a resident to a grade, whatever the score.", many=True,
          named=True),
)  # fmt: skip
"""Tables of what decides a grade beside points."""

POINT_KEYS: Final = (
    Key("override", "id", RUNNING, "name", "name of the override, by which its entries are told", required=True),
    Key("override", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("override", "grade", RUNNING, "name", "the best grade that is open to a resident while it holds",
        required=True),
    Key("override", "acts", RUNNING, "names", "acts whose records it counts", unit="list of acts"),
    Key("override", "sources", RUNNING, "names", "sources whose records it counts; any where left out",
        unit="list of sources"),
    Key("override", "count", RUNNING, "figure", "records from which on it holds", "records", default=ONE, low=ONE,
        high=Decimal(100), whole=True),
    Key("override", "within_days", RUNNING, "figure", "time for which a record counts; for good where left out",
        "days", low=ONE, high=MAX_DAYS, whole=True),
    Key("override", "list", RUNNING, "name", "the list on which it holds, in place of acts"),
    Key("override", "same_officer", RUNNING, "name", "in place of acts: the grade that holds a firm, one step later, "
        "where the other firm of its representative has earned it or a lower one, for no more than within_days"),
    Key("override", "younger_days", RUNNING, "figure", "in place of acts: the age up to which it holds a firm", "days",
        low=ONE, high=MAX_DAYS, whole=True),
    *mark_and_cite("override"),
)  # fmt: skip
"""Keys of overrides."""

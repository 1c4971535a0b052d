"""Grammar of numbers that formulas name: each with a mark, a band and a source of its own."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite

_MOST = Decimal(1_000_000)

NUMBER_TABLES: Final = (
    Table("number", "A number that formulas ask for as number.ID, so that it can say how it is known.",
          many=True, named=True),
)  # fmt: skip
"""Tables of numbers."""

NUMBER_KEYS: Final = (
    Key("number", "id", DECLARED, "name", "name of the number, by which formulas ask for it", required=True),
    Key("number", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("number", "value", RUNNING, "figure", "the number, to the thousandth", "as the formula uses it", low=-_MOST,
        high=_MOST, required=True),
    *mark_and_cite("number"),
)  # fmt: skip
"""Keys of numbers."""

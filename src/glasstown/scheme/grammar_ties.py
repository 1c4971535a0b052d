"""Grammar of association: whose points are felt by whom."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.tie_kinds import TIES

CARRIED: Final = ("losses", "gains", "both")
"""Which points are passed on: those a rule takes, those it gives, or all."""

TIE_TABLES: Final = (
    Table("association", "Points of one person that are also given to, or taken from, those tied to them.", many=True,
          named=True),
)  # fmt: skip
"""Tables of association."""

TIE_KEYS: Final = (
    Key("association", "id", RUNNING, "name", "name of the association, by which its entries are told", required=True),
    Key("association", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("association", "tie", RUNNING, "choice", "the kind of ties along which points are passed on", choices=TIES,
        required=True),
    Key("association", "carries", RUNNING, "choice", "which points are passed on", choices=CARRIED, required=True),
    Key("association", "share", RUNNING, "figure", "part of the points that each of those tied to a person gets; kept"
        " to the millionth", "share, 0 to 1", required=True, low=Decimal(0), high=Decimal(1)),
    Key("association", "rules", RUNNING, "names", "rules whose points are passed on; all where left out",
        unit="list of rules"),
    *mark_and_cite("association"),
)  # fmt: skip
"""Keys of association."""

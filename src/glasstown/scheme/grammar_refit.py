"""Grammar of an index that is fitted anew: its weights follow what its own records say of whoever was high or low."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.grammar_index import TOP_OF_CATEGORY
from glasstown.scheme.grammar_politics import SCOPES
from glasstown.scheme.key import RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS
from glasstown.vocab.units import LONGEST_STEP

_ONE = Decimal(1)
_MONTH = Decimal(LONGEST_STEP)

REFIT_TABLES: Final = (
    Table("refit", "On certain days the weights of an index are worked out anew, from its own records: the likelier a"
          " record of certain acts was of those with a low value of a category than of those with a high one, the more"
          " it weighs."),
)  # fmt: skip
"""Tables of indices that are fitted anew."""

REFIT_KEYS: Final = (
    Key("refit", "acts", RUNNING, "names", "acts of which a record is what the index is to foretell", required=True),
    Key("refit", "categories", RUNNING, "names", "the categories that share their weights anew; all where left out"),
    Key("refit", "every_days", RUNNING, "figure", "time from one fit to the next, and to the first", "days",
        required=True, low=_MONTH, high=MAX_DAYS, whole=True),
    Key("refit", "within_days", RUNNING, "figure", "days before a fit in which records count; values of categories are"
        " those of the day with which they begin. All days since the last fit where left out", "days", low=_MONTH,
        high=MAX_DAYS, whole=True),
    Key("refit", "cut", RUNNING, "figure", "the value from which on a category counts as high", "value",
        default=Decimal(5000), low=_ONE, high=TOP_OF_CATEGORY, whole=True),
    Key("refit", "least", RUNNING, "figure", "residents of whom there must be such a record; from fewer nothing is"
        " learned", "residents", default=Decimal(30), low=_ONE, high=Decimal(1_000_000), whole=True),
    Key("refit", "scope", RUNNING, "choice", "whose records are counted together, and for whom the weights hold",
        default="county", choices=SCOPES),
    *mark_and_cite("refit"),
)  # fmt: skip
"""Keys of indices that are fitted anew."""

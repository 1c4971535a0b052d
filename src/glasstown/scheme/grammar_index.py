"""Grammar of scores that are worked out anew on certain days: an index of weighted categories, or a formula."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_POINTS

KINDS: Final = ("points", "index", "class", "rank")
"""How a score comes about: entry by entry, from weighted categories, from one formula, or from another score."""

TOP_OF_CATEGORY: Final = Decimal(10_000)
"""The greatest value of a category."""

_ZERO, _ONE = Decimal(0), Decimal(1)

INDEX_TABLES: Final = (
    Table("score.thin", "What holds for somebody of whom too little is known.", evidence=False),
    Table("category", "A part of an index: a value, and what it weighs.", many=True, named=True),
)
"""Tables of indices."""

INDEX_KEYS: Final = (
    Key("score", "kind", RUNNING, "choice", "how the score comes about: entry by entry, from weighted categories,"
        " from the formula `value`, or as the rank by another score", default="points", choices=KINDS),
    Key("score", "value", RUNNING, "formula", "of a class: the score itself, in points"),
    Key("score", "refresh_days", RUNNING, "figure", "of an index, class or rank: time from one day on which it is"
        " worked out to the next", "days", low=_ONE, high=Decimal(365), whole=True),
    Key("score", "refresh_offset", RUNNING, "figure", "of an index, class or rank: the first such day", "days",
        low=_ZERO, high=Decimal(364), whole=True),
    Key("score", "thin", RUNNING, "table", "of an index: whose score is a default; nobody's where left out"),
    Key("score.thin", "least", RUNNING, "figure", "categories of which enough must be known", "categories",
        required=True, low=_ONE, high=Decimal(16), whole=True),
    Key("score.thin", "default", RUNNING, "figure", "the score of whoever has fewer", "points", required=True,
        low=-MAX_POINTS, high=MAX_POINTS),
    Key("category", "id", DECLARED, "name", "name of the category", required=True),
    Key("category", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("category", "value", RUNNING, "formula", "its value, cut to 0 to 10,000", required=True),
    Key("category", "weight", RUNNING, "figure", "what it weighs beside the others", "weight", default=_ONE,
        low=_ZERO, high=Decimal(1000)),
    Key("category", "needs", RUNNING, "formula", "what must be so for enough to be known; always where left out"),
    Key("category", "default", RUNNING, "figure", "its value where too little is known", "value",
        default=Decimal(5000), low=_ZERO, high=TOP_OF_CATEGORY, whole=True),
    *mark_and_cite("category"),
)  # fmt: skip
"""Keys of indices."""

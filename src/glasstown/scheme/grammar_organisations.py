"""Grammar of firms and governments: which live in the town, whose score it is, and what is done to them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.limits import BEST_LEVEL, WORST_LEVEL
from glasstown.vocab.organisation_terms import ORGANISATION_DEGREES
from glasstown.vocab.organisations import SUBJECTS

ORGANISATION_TABLES: Final = (
    Table("organisation", "Firms and governments, where the scheme reaches beyond residents.", evidence=False),
    Table(
        "consequence.terms",
        "What it makes worse (-3 to -1) or better (1 to 3) for firms and governments; of several the worst, else the "
        "best.",
        evidence=False,
    ),
)
"""Tables of organisations."""


def _term(name: str, text: str) -> Key:
    low, high = Decimal(WORST_LEVEL), Decimal(BEST_LEVEL)
    return Key("consequence.terms", name, RUNNING, "integer", text, unit="-3 to 3", low=low, high=high)


ORGANISATION_KEYS: Final = (
    Key("organisation", "kinds", RUNNING, "names", "which kinds live in the town: firm, government",
        unit="list of kinds", required=True),
    Key("score", "of", RUNNING, "choice", "whose score it is: each kind of subject can have several in one file",
        default="resident", choices=SUBJECTS),
    Key("source", "inspects", RUNNING, "flag",
        "whether it looks at firms and governments as often as their inspection level says"),
    Key("source", "sensors", RUNNING, "flag", "whether it sees only those firms that are measured all the time"),
    Key("consequence", "terms", RUNNING, "table", "what it makes better or worse for firms and governments"),
    *(_term(name, text) for name, _, text in ORGANISATION_DEGREES),
)  # fmt: skip
"""Keys of organisations, also those of tables that residents share with them."""

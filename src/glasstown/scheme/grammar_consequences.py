"""Grammar of consequences: from which grade or list, what they take, by whose hand, and whom they hit."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.grammar_lists import decision_keys
from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.capacities import DEGREES
from glasstown.vocab.contexts import CONTEXTS
from glasstown.vocab.limits import BEST_LEVEL, MAX_DAYS, WORST_LEVEL

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
FIVE: Final = Decimal(5)

SCOPES: Final = ("self", "household", "children", "firms", "officers", "officials")
"""Whom a consequence hits: who earned it, all of the household, or the household's children alone; for a firm also
the other firms of its representative, or the representative; for a government the officials of its district."""

WAYS: Final = ("direct", "look-up", "shown")
"""How a consequence works: by itself, only where the other side looks the person up, or only for who shows a score."""

CONSEQUENCE_TABLES: Final = (
    Table("consequence", "What a grade or a list does to a life.", many=True, named=True),
    Table(
        "consequence.degree",
        "What it makes worse (-3 to -1) or better (1 to 3) without denying it; of several the worst, else the best.",
        evidence=False,
    ),
    Table("consequence.decision", "An official decides on each case before it takes effect."),
)
"""Tables of consequences."""


def _degree(name: str, text: str) -> Key:
    low, high = Decimal(WORST_LEVEL), Decimal(BEST_LEVEL)
    return Key("consequence.degree", name, RUNNING, "integer", text, unit="-3 to 3", low=low, high=high)


_CONSEQUENCE: Final = (
    Key("consequence", "id", RUNNING, "name", "name of it, by which the luck of its cases is addressed", required=True),
    Key("consequence", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("consequence", "grade", RUNNING, "name", "the grade it follows from, if no list"),
    Key("consequence", "list", RUNNING, "name", "the list it follows from, if no grade"),
    Key("consequence", "deny", RUNNING, "names", "what it takes away", unit="list of capacities"),
    Key("consequence", "favour", RUNNING, "names", "what it gives precedence in", unit="list of capacities"),
    Key("consequence", "degree", RUNNING, "table", "what it makes better or worse without denying it"),
    Key(
        "consequence",
        "through",
        RUNNING,
        "choice",
        "whether it works by itself, only where employer, landlord, lender or date looks the person up, or only for "
        "residents who show their score (consent.shares)",
        default="direct",
        choices=WAYS,
    ),
    Key(
        "consequence",
        "look_up",
        RUNNING,
        "figure",
        "probability that the other side looks, of each attempt",
        unit="probability per attempt",
        low=ZERO,
        high=ONE,
    ),
    Key("consequence", "scope", RUNNING, "choice", "whom it hits", default="self", choices=SCOPES),
    Key(
        "consequence",
        "notice",
        RUNNING,
        "choice",
        "whether the resident is told when it begins, or hears by being refused, and so knows of the scheme",
        required=True,
        choices=("none", "given", "on-refusal"),
    ),
    Key(
        "consequence",
        "when",
        RUNNING,
        "formula",
        "what must be so at the end of a step of the resident from whose grade or list it follows, for it to hold from "
        "then on; always",
    ),
    Key("consequence", "decision", RUNNING, "table", "an official decides on each case; automatic where left out"),
    Key("consequence", "domain", DECLARED, "choice", "the part of life it reaches", choices=CONTEXTS),
    Key(
        "consequence",
        "severity",
        DECLARED,
        "integer",
        "how hard it hits, by our reading",
        unit="0 to 5",
        low=ZERO,
        high=FIVE,
    ),
    Key("consequence", "reversible", DECLARED, "flag", "whether what it took can be given back"),
    Key("consequence", "automatic", DECLARED, "flag", "whether the rules say it follows without a human decision"),
    Key(
        "consequence",
        "duration_days",
        DECLARED,
        "figure",
        "how long the rules say it lasts; open-ended where left out",
        unit="days",
        low=ZERO,
        high=MAX_DAYS,
    ),
    *mark_and_cite("consequence"),
)

CONSEQUENCE_KEYS: Final = (
    *_CONSEQUENCE,
    *(_degree(name, text) for name, _, text in DEGREES),
    *decision_keys("consequence.decision"),
)
"""Keys of consequences."""

"""Grammar of what only the review reads: explanations, tests of conduct, terms of records, claims of relatedness."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.grammar_rules import PROTECTED_CONDUCT
from glasstown.scheme.key import DECLARED, Key, Table, mark_and_cite
from glasstown.vocab.contexts import CONTEXTS
from glasstown.vocab.limits import MAX_DAYS

REVIEW_TABLES: Final = (
    Table("explanation", "What people are told of how the scheme works."),
    Table(
        "relatedness",
        "A claim that two parts of life have to do with each other here, with the reason. The review takes no claim for"
        " granted: it becomes a question for a person.",
        many=True,
        named=True,
        evidence=False,
    ),
)
"""Tables that only the review reads."""


def _flag(table: str, name: str, text: str) -> Key:
    return Key(table, name, DECLARED, "flag", text)


_GROUND: Final = (
    Key("ground", "context", DECLARED, "choice", "the part of life it belongs to", choices=CONTEXTS),
    Key("ground", "gravity", DECLARED, "integer", "how grave the act is, by our reading", unit="0 to 5",
        low=Decimal(0), high=Decimal(5)),
    Key("ground", "actor", DECLARED, "choice", "whose act it is", choices=("self", "kin", "contact", "group")),
    Key("ground", "protected_conduct", DECLARED, "choices", "rights it touches", unit="list",
        choices=PROTECTED_CONDUCT),
    _flag("ground", "breaches_law", "whether the act breaches a law outside the scheme"),
    _flag("ground", "also_punished_elsewhere", "whether another law punishes the act too"),
)  # fmt: skip

REVIEW_KEYS: Final = (
    _flag("explanation", "logic", "whether weights and procedure are told to everybody whom it judges"),
    _flag("explanation", "own_score", "whether people are told what made their own score or listing"),
    *mark_and_cite("explanation"),
    Key("relatedness", "id", DECLARED, "name", "name of the claim", required=True),
    Key("relatedness", "contexts", DECLARED, "choices", "the two parts of life", unit="list of two", required=True,
        choices=CONTEXTS),
    Key("relatedness", "reason", DECLARED, "text", "why they have to do with each other here", required=True),
    Key("rule", "test", DECLARED, "text", "what has to be shown before it bites: act, threshold, proof"),
    _flag("rule", "earlier_acts", "whether it answers acts done before it held"),
    _flag("rule", "free_path", "whether as many points can be had without money or unpaid time"),
    _flag("source", "continuous", "whether it watches all the time, or whoever is in a public place"),
    Key("source", "register_days", DECLARED, "figure", "how long the register from which it takes a record keeps it",
        unit="days", low=Decimal(0), high=MAX_DAYS),
    _flag("appeal", "rectifies", "whether a person can see and correct what is written of them"),
    *_GROUND,
)  # fmt: skip
"""Keys that only the review reads."""

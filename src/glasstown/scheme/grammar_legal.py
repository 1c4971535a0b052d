"""Grammar of what a scheme says about itself and the law, for the review and the pages; one key of it runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

LEGAL_TABLES: Final = (
    Table("operator", "Who runs the scheme."),
    Table("legal_basis", "On what law it stands."),
    Table("automation", "How much of it a machine decides."),
    Table("recipient", "Who is given scores, grades or records.", many=True, named=True),
    Table("appeal", "How a person can object."),
    Table("restoration", "How lost points come back."),
    Table("publicity", "What is published."),
    Table("security", "How the records are kept safe."),
    Table("log", "What is written down about its own working."),
    Table("impact_assessment", "Whether its effects were looked at beforehand."),
)
"""Tables of declared legal facts."""


def _flag(table: str, name: str, text: str) -> Key:
    return Key(table, name, DECLARED, "flag", text)


def _text(table: str, name: str, text: str) -> Key:
    return Key(table, name, DECLARED, "text", text)


def _texts(table: str, name: str, text: str) -> Key:
    return Key(table, name, DECLARED, "texts", text, unit="list of texts")


def _days(table: str, name: str, text: str) -> Key:
    return Key(table, name, DECLARED, "figure", text, unit="days", low=ZERO, high=MAX_DAYS)


def _choice(table: str, name: str, text: str, *choices: str) -> Key:
    return Key(table, name, DECLARED, "choice", text, choices=choices)


_BASIS: Final = (
    _choice(
        "operator",
        "kind",
        "what kind of body",
        "local-government",
        "national-government",
        "court",
        "firm",
        "association",
        "unknown",
    ),
    _texts("operator", "jurisdictions", "whose law applies"),
    *mark_and_cite("operator"),
    _choice(
        "legal_basis",
        "kind",
        "what it stands on",
        "statute",
        "regulation",
        "local-measure",
        "policy",
        "contract",
        "consent",
        "none",
        "unknown",
    ),
    _text("legal_basis", "title", "name of the law or measure"),
    Key("legal_basis", "public_on", DECLARED, "date", "day on which it was made public", unit="date"),
    *mark_and_cite("legal_basis"),
    _flag("automation", "ai", "whether a machine that learns or infers takes part"),
    _choice("automation", "decision", "who decides", "machine", "machine-then-human", "human", "unknown"),
    _text("automation", "human_step", "what a human does before the consequence"),
    _flag("automation", "override_power", "whether that human may decide otherwise"),
    *mark_and_cite("automation"),
    Key("recipient", "id", DECLARED, "name", "name of the recipient", required=True),
    _choice(
        "recipient", "relies", "how much its decisions rest on what it is given", "decisive", "partly", "not", "unknown"
    ),
    _flag("recipient", "onward", "whether it may pass it on"),
    *mark_and_cite("recipient"),
)

_REMEDY: Final = (
    _flag("appeal", "exists", "whether there is any"),
    _flag("appeal", "independent", "whether another body decides"),
    _flag("appeal", "reasons", "whether reasons are given"),
    _flag("appeal", "evidence_access", "whether the person sees the evidence"),
    _days("appeal", "decision_days", "time to a decision"),
    _flag("appeal", "suspensive", "whether the consequence waits"),
    _flag("appeal", "fee", "whether it costs money"),
    _flag("appeal", "redress", "whether wrong is made good"),
    _flag("appeal", "propagates", "whether recipients are told of a correction"),
    *mark_and_cite("appeal"),
    _texts("restoration", "steps", "what a person can do, or wait for"),
    *mark_and_cite("restoration"),
)

_OPENNESS: Final = (
    Key(
        "publicity",
        "published",
        RUNNING,
        "flag",
        "whether anybody can look up who is listed or graded; without it no look-up finds anything",
    ),
    _texts("publicity", "fields", "what is published about a person"),
    _days("publicity", "days", "how long it stays public"),
    _flag("publicity", "searchable", "whether it can be searched by name"),
    *mark_and_cite("publicity"),
    _flag("security", "access_control", "whether access is limited by task"),
    _flag("security", "encrypted", "whether records are encrypted"),
    _flag("security", "breach_notice", "whether people are told of a breach"),
    *mark_and_cite("security"),
    _choice("log", "kind", "what kind of log", "none", "plain", "tamper-evident", "unknown"),
    Key(
        "log",
        "audit_rate",
        DECLARED,
        "figure",
        "share of records that somebody checks",
        unit="share, 0 to 1",
        low=ZERO,
        high=ONE,
    ),
    *mark_and_cite("log"),
    _flag("impact_assessment", "done", "whether one was made"),
    _flag("impact_assessment", "public", "whether it was published"),
    Key("impact_assessment", "done_on", DECLARED, "date", "day on which it was made", unit="date"),
    *mark_and_cite("impact_assessment"),
)

LEGAL_KEYS: Final = (*_BASIS, *_REMEDY, *_OPENNESS)
"""Keys of declared legal facts."""

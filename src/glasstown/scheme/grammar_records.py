"""Grammar of the left end of the chain: acts that a file declares, and the sources that see acts."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.scheme.source_kinds import source_kinds
from glasstown.vocab.actors import ACTOR_IDS
from glasstown.vocab.contexts import CONTEXTS
from glasstown.vocab.limits import MAX_DAYS, MAX_EVENTS_PER_YEAR

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

RECORD_TABLES: Final = (
    Table(
        "act",
        "An act that the model does not ship and this file declares. It is done with the scheme and without it, unless"
        " a consequence brings it.",
        many=True,
        named=True,
    ),
    Table("source", "A keeper of records: what it sees, and how it errs.", many=True, named=True),
)
"""Tables of acts and records."""

_ACT: Final = (
    Key("act", "id", RUNNING, "name", "name of the act, by which its luck is addressed", required=True),
    Key("act", "title", DECLARED, "text", "what the act is, in plain words", required=True),
    Key(
        "act",
        "by",
        RUNNING,
        "choice",
        "who can commit it: residents of a kind, every firm, or every government",
        required=True,
        choices=ACTOR_IDS,
    ),
    Key(
        "act",
        "victim",
        DECLARED,
        "choice",
        "who suffers from it",
        required=True,
        choices=("nobody", "household", "neighbour", "another", "public", "authority"),
    ),
    Key(
        "act",
        "lawful",
        RUNNING,
        "flag",
        "whether the law outside the scheme allows it; of firms and governments it decides how far they heed points",
        required=True,
    ),
    Key(
        "act",
        "rate",
        RUNNING,
        "figure",
        "acts committed by each resident, firm or government who can commit it; none where it follows from another",
        unit="acts per eligible doer and year",
        low=ZERO,
        high=MAX_EVENTS_PER_YEAR,
    ),
    *mark_and_cite("act"),
)

_SOURCE: Final = (
    Key("source", "id", RUNNING, "name", "name of the source, by which its luck is addressed", required=True),
    Key(
        "source",
        "kind",
        RUNNING,
        "choice",
        "its kind in the catalogue of sources, which gives every key of it that the file leaves out",
        choices=tuple(source_kinds()),
    ),
    Key("source", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("source", "context", DECLARED, "choice", "the part of life it belongs to", required=True, choices=CONTEXTS),
    Key("source", "sees", RUNNING, "names", "acts it can see", unit="list of acts", required=True),
    Key(
        "source",
        "detection",
        RUNNING,
        "figure",
        "probability that it records an act it can see; of a frequent act no more than the share of it that is drawn",
        unit="probability per act",
        required=True,
        low=ZERO,
        high=ONE,
    ),
    Key(
        "source",
        "false_per_year",
        RUNNING,
        "figure",
        "records of acts that nobody committed, for each act it can see",
        unit="records per subject-year and act",
        required=True,
        low=ZERO,
        high=MAX_EVENTS_PER_YEAR,
    ),
    Key(
        "source",
        "wrong_person",
        RUNNING,
        "figure",
        "probability that a record is put to somebody else",
        unit="probability per detected act",
        required=True,
        low=ZERO,
        high=ONE,
    ),
    Key(
        "source",
        "match",
        RUNNING,
        "choice",
        "by what it takes a person for the right one, and so who may be taken for whom",
        required=True,
        choices=("id-code", "name", "description"),
    ),
    Key(
        "source",
        "delay_days",
        RUNNING,
        "figure",
        "median time from act to record",
        unit="days",
        required=True,
        low=ZERO,
        high=MAX_DAYS,
    ),
    Key(
        "source",
        "delay",
        RUNNING,
        "choice",
        "whether every record takes that time or the times are exponential",
        required=True,
        choices=("fixed", "exponential"),
    ),
    Key(
        "source",
        "watch",
        RUNNING,
        "table",
        "multipliers of detection and false records by group, area, role and digital use; 1 where left out",
    ),
    Key("source", "categories", DECLARED, "texts", "kinds of personal data it holds", unit="list of texts"),
    Key("source", "special", DECLARED, "flag", "whether it holds data on health, belief, origin, opinion or sex life"),
    Key("source", "inferred", DECLARED, "flag", "whether it guesses what it records"),
    Key("source", "origin", DECLARED, "text", "where its data come from"),
    Key(
        "source",
        "verified_by",
        DECLARED,
        "choice",
        "who has to find that the act happened",
        choices=("none", "neighbour", "sensor", "agency", "employer", "court", "unknown"),
    ),
    Key(
        "source",
        "id_match",
        DECLARED,
        "choice",
        "by what its own rules say a person is identified",
        choices=("none", "description", "name", "name+dob", "id-code", "unknown"),
    ),
    Key(
        "source",
        "retention_days",
        DECLARED,
        "figure",
        "how long it keeps a record",
        unit="days",
        low=ZERO,
        high=MAX_DAYS,
    ),
    *mark_and_cite("source"),
)


RECORD_KEYS: Final = (*_ACT, *_SOURCE)
"""Keys of acts and records."""

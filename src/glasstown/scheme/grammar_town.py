"""Grammar of the tables that describe the scheme as a whole: scheme, subjects, awareness, score."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_POINTS
from glasstown.vocab.societies import SOCIETIES, SOCIETY_FILES

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

GALLERY: Final = (
    ("city", "Cities and counties"),
    ("national", "The nation"),
    ("private", "Private scores"),
    ("corporate", "Firms"),
    ("comparator", "For comparison"),
    ("constructed", "Constructed"),
    ("fiction", "Fiction"),
)
"""Kinds under which the shipped schemes are listed, with the heading of each, in the order of the list."""

EVIDENCE: Final = (
    ("documented", "the scheme is documented, and three in twenty of its figures or more; the others are assumed"),
    ("documented-design", "what the scheme is like is documented; fewer than three in twenty of its figures are"),
    ("as-told", "as it was told, whether true or not"),
    ("fiction", "from a story"),
    ("constructed", "made up for this library"),
)
"""What kind of account a file can be, and what each word says of its figures."""

TOWN_TABLES: Final = (
    Table("scheme", "What the scheme is, and how it is known.", required=True, evidence=False),
    Table("subjects", "Who is scored.", required=True),
    Table("awareness", "Who knows that the scheme exists.", required=True),
    Table(
        "score",
        "The sum of points; the first of several is the one that pages lead with. Without it there are no rules and no "
        "grades, and the scheme can only keep lists.",
        many=True,
        alone=True,
        named=True,
    ),
    Table(
        "reference",
        "A source of facts that this file cites and the library does not hold.",
        many=True,
        named=True,
        evidence=False,
    ),
)
"""Tables of the scheme as a whole."""

_SCHEME: Final = (
    Key("scheme", "id", DECLARED, "name", "name of the scheme", required=True),
    Key("scheme", "title", DECLARED, "text", "title in English", required=True),
    Key(
        "scheme",
        "base",
        RUNNING,
        "name",
        "a shipped scheme that this file takes over; each of its tables changes the keys that it gives",
    ),
    Key(
        "scheme",
        "without",
        RUNNING,
        "texts",
        "what of the base is left out, such as rule:late-bill, version:* or appeal",
        unit="list of tables",
    ),
    Key(
        "scheme",
        "society",
        RUNNING,
        "choice",
        "the shipped society that it is lived in where a run asks for no other; china-2020 where left out",
        choices=(*SOCIETIES, *SOCIETY_FILES),
    ),
    Key("scheme", "taken_from", DECLARED, "name", "the scheme that a file took over, as its whole text tells it"),
    Key("scheme", "title_zh", DECLARED, "text", "title in Chinese", default=""),
    Key("scheme", "place", DECLARED, "text", "where it ran, no finer than a county as a whole", default=""),
    Key("scheme", "years", DECLARED, "text", "when it ran", default=""),
    Key("scheme", "status", DECLARED, "text", "what became of it", default=""),
    Key(
        "scheme",
        "evidence",
        DECLARED,
        "choice",
        "what kind of account this file is: `documented-design` where few of its figures are known",
        required=True,
        choices=tuple(word for word, _ in EVIDENCE),
    ),
    Key(
        "scheme",
        "consent",
        DECLARED,
        "choice",
        "whether people could refuse, as told; what the model makes of it says [consent]",
        required=True,
        choices=("compulsory", "opt-out", "opt-in", "unknown"),
    ),
    Key(
        "scheme",
        "gallery",
        DECLARED,
        "choice",
        "the kind under which it is listed",
        choices=tuple(kind for kind, _ in GALLERY),
    ),
    Key("scheme", "lead", DECLARED, "text", "what a reader must know first: the first line of its page", default=""),
    Key("scheme", "purposes", DECLARED, "texts", "what the scheme says it is for", unit="list of texts"),
    Key("scheme", "uncertain", DECLARED, "texts", "what the sources leave open or contradict", unit="list of texts"),
    Key(
        "scheme",
        "not_modelled",
        DECLARED,
        "texts",
        "what the sources tell and this file cannot run",
        unit="list of texts",
    ),
    Key(
        "scheme",
        "quoted",
        DECLARED,
        "flag",
        "whether contested figures are quoted as they were told, without a band; only in an as-told file",
    ),
    Key("scheme", "mark", DECLARED, "mark", "mark of every table that has none of its own"),
    Key("scheme", "cite", DECLARED, "cites", "sources of every table that names none", unit="list of source keys"),
)

_SUBJECTS: Final = (
    Key(
        "subjects",
        "min_age_years",
        RUNNING,
        "figure",
        "age from which a resident is scored",
        unit="completed years",
        required=True,
        low=ZERO,
        high=Decimal(110),
        whole=True,
    ),
    Key(
        "subjects",
        "coverage",
        RUNNING,
        "figure",
        "share of residents of that age who are scored",
        unit="share, 0 to 1",
        required=True,
        low=ZERO,
        high=ONE,
    ),
    Key(
        "subjects",
        "when",
        RUNNING,
        "formula",
        "what must be so of a resident on day 0, and at the end of each step, to be scored; always",
    ),
    *mark_and_cite("subjects"),
)

_AWARENESS: Final = (
    Key(
        "awareness",
        "start",
        RUNNING,
        "figure",
        "share of subjects who know of the scheme on day 0",
        unit="share, 0 to 1",
        required=True,
        low=ZERO,
        high=ONE,
    ),
    Key(
        "awareness",
        "learned_per_year",
        RUNNING,
        "figure",
        "share of those who do not know who learn of it within a year",
        unit="share, 0 to 1",
        required=True,
        low=ZERO,
        high=ONE,
    ),
    *mark_and_cite("awareness"),
)

_SCORE: Final = (
    Key("score", "id", DECLARED, "name", "the name by which rules and grades say that they are of this score"),
    Key("score", "title", DECLARED, "text", "what it is called, in plain words", default=""),
    Key(
        "score",
        "hidden",
        RUNNING,
        "flag",
        "whether nobody is told their score, so that nobody knows that a worse grade is near",
    ),
    Key(
        "score",
        "start",
        RUNNING,
        "figure",
        "points at the start",
        unit="points",
        required=True,
        low=-MAX_POINTS,
        high=MAX_POINTS,
    ),
    Key(
        "score",
        "lowest",
        RUNNING,
        "figure",
        "the least score",
        unit="points",
        required=True,
        low=-MAX_POINTS,
        high=MAX_POINTS,
    ),
    Key(
        "score",
        "highest",
        RUNNING,
        "figure",
        "the greatest score",
        unit="points",
        required=True,
        low=-MAX_POINTS,
        high=MAX_POINTS,
    ),
    Key(
        "score",
        "cap",
        RUNNING,
        "choice",
        "whether each entry is cut at the ends (what a bonus cannot add is gone) or only the score that is read",
        required=True,
        choices=("each-entry", "on-reading"),
    ),
    Key(
        "score",
        "stack",
        RUNNING,
        "choice",
        "whether several records of one act count once (act) or each (record)",
        required=True,
        choices=("act", "record"),
    ),
    *mark_and_cite("score"),
)

_REFERENCE: Final = (
    Key("reference", "id", DECLARED, "name", "the key by which figures cite it", required=True),
    Key("reference", "text", DECLARED, "text", "author, year, title, where it was published", required=True),
)

TOWN_KEYS: Final = (*_SCHEME, *_SUBJECTS, *_AWARENESS, *_SCORE, *_REFERENCE)
"""Keys of the scheme as a whole."""

"""Grammar of the right end of the chain: rules, grades, consequences, and the form of a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.contexts import CONTEXTS
from glasstown.vocab.limits import MAX_DAYS, MAX_POINTS

ZERO: Final = Decimal(0)
FIVE: Final = Decimal(5)

PROTECTED_CONDUCT: Final = (
    "speech",
    "opinion",
    "press",
    "complaint",
    "petition",
    "religion",
    "association",
    "assembly",
    "union",
    "family-life",
)
"""Conduct that rights protect and a rule may touch."""

RULE_TABLES: Final = (
    Table("rule", "What a record of an act does to the score.", many=True, named=True),
    Table("rule.repeat", "The rule bites only when records of the act repeat.", evidence=False),
    Table("grade", "A class of scores, best first.", many=True, named=True),
    Table("consequence", "What a grade does to a life.", many=True, named=True),
    Table("figure", "A number that says how it is known, in place of a bare number.", evidence=False),
)
"""Tables of rules and what follows."""

_RULE: Final = (
    Key(
        "rule",
        "id",
        RUNNING,
        "name",
        "name of the rule, by which the luck of its discretion is addressed",
        required=True,
    ),
    Key("rule", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("rule", "act", RUNNING, "name", "the act it is about", required=True),
    Key(
        "rule",
        "points",
        RUNNING,
        "points",
        "points for each record; two numbers where an official chooses between them",
        unit="points",
        required=True,
        low=-MAX_POINTS,
        high=MAX_POINTS,
    ),
    Key("rule", "sources", RUNNING, "names", "sources whose records count; any where left out", unit="list of sources"),
    Key(
        "rule",
        "expires_days",
        RUNNING,
        "figure",
        "time after which the points are given back; never where left out",
        unit="days",
        low=Decimal(1),
        high=MAX_DAYS,
        whole=True,
    ),
    Key("rule", "repeat", RUNNING, "table", "how many records in which time it takes; one where left out"),
    Key("rule", "context", DECLARED, "choice", "the part of life it belongs to", choices=CONTEXTS),
    Key(
        "rule",
        "gravity",
        DECLARED,
        "integer",
        "how grave the act is, by our reading",
        unit="0 to 5",
        low=ZERO,
        high=FIVE,
    ),
    Key("rule", "actor", DECLARED, "choice", "whose act it is", choices=("self", "kin", "contact", "group")),
    Key(
        "rule",
        "protected_conduct",
        DECLARED,
        "choices",
        "rights it touches",
        unit="list",
        choices=PROTECTED_CONDUCT,
    ),
    Key("rule", "breaches_law", DECLARED, "flag", "whether the act breaches a law outside the scheme"),
    Key("rule", "also_punished_elsewhere", DECLARED, "flag", "whether another law punishes the act too"),
    Key("rule", "published_on", DECLARED, "date", "day on which the rule was made public", unit="date"),
    Key("rule", "effective_on", DECLARED, "date", "day from which it holds", unit="date"),
    *mark_and_cite("rule"),
)

_REPEAT: Final = (
    Key(
        "rule.repeat",
        "count",
        RUNNING,
        "figure",
        "records of the act that match, the biting one included",
        unit="records",
        required=True,
        low=Decimal(2),
        high=Decimal(100),
        whole=True,
    ),
    Key(
        "rule.repeat",
        "within_days",
        RUNNING,
        "figure",
        "time in which they must fall",
        unit="days",
        required=True,
        low=Decimal(1),
        high=MAX_DAYS,
        whole=True,
    ),
)

_GRADE: Final = (
    Key("grade", "id", DECLARED, "name", "name of the grade", required=True),
    Key(
        "grade",
        "at_least",
        RUNNING,
        "figure",
        "the least score of the grade; the last grade of the file has none",
        unit="points",
        low=-MAX_POINTS,
        high=MAX_POINTS,
    ),
    Key("grade", "label", DECLARED, "text", "what it is called", default=""),
    Key("grade", "label_zh", DECLARED, "text", "what it is called in Chinese", default=""),
    *mark_and_cite("grade"),
)

_CONSEQUENCE: Final = (
    Key("consequence", "id", DECLARED, "name", "name of the consequence", required=True),
    Key("consequence", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("consequence", "grade", RUNNING, "name", "the grade it follows from", required=True),
    Key("consequence", "deny", RUNNING, "names", "what it takes away", unit="list of capacities"),
    Key("consequence", "favour", RUNNING, "names", "what it gives precedence in", unit="list of capacities"),
    Key(
        "consequence",
        "notice",
        RUNNING,
        "choice",
        "whether the resident is told, and so comes to know of the scheme",
        required=True,
        choices=("none", "given"),
    ),
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
    Key("consequence", "automatic", DECLARED, "flag", "whether it follows without a human decision"),
    Key("consequence", "scope", DECLARED, "choice", "whom it hits", choices=("self", "household", "children")),
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

_FIGURE: Final = (
    Key("figure", "value", RUNNING, "number", "the number the model uses", required=True),
    Key("figure", "band", DECLARED, "band", "least and greatest value that is credible", unit="as the value"),
    Key("figure", "mark", DECLARED, "mark", "how the number is known; the table's mark where left out"),
    Key("figure", "cite", DECLARED, "cites", "keys of the sources that say so", unit="list of source keys"),
)

RULE_KEYS: Final = (*_RULE, *_REPEAT, *_GRADE, *_CONSEQUENCE, *_FIGURE)
"""Keys of rules and what follows."""

"""Grammar of what records lead to: rules, grades, and the form of a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.grammar_lists import repeat_keys
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
)
"""Tables of rules and grades."""

FIGURE_TABLES: Final = (
    Table("figure", "A number that says how it is known, in place of a bare number.", evidence=False),
)
"""The form of a figure."""

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
    Key("rule", "score", RUNNING, "name", "the score that it moves; the only one where left out"),
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
    Key(
        "rule",
        "per_days",
        RUNNING,
        "figure",
        "time from a record that moved points in which further ones move none; each moves them where left out",
        unit="days",
        low=Decimal(1),
        high=MAX_DAYS,
        whole=True,
    ),
    Key("rule", "group", RUNNING, "name", "rules of one group take no more together than the largest of them alone"),
    Key(
        "rule",
        "group_days",
        RUNNING,
        "figure",
        "time for which what the group has taken counts",
        unit="days",
        low=Decimal(1),
        high=MAX_DAYS,
        whole=True,
    ),
    Key("rule", "when", RUNNING, "formula", "what must be so of a resident for the rule to answer a record; always"),
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
    Key("grade", "by_override", RUNNING, "flag", "whether overrides alone lead to it, and points never do"),
    Key("grade", "score", RUNNING, "name", "the score of which it is a class; the only one where left out"),
    Key("grade", "label", DECLARED, "text", "what it is called", default=""),
    Key("grade", "label_zh", DECLARED, "text", "what it is called in Chinese", default=""),
    *mark_and_cite("grade"),
)

_FIGURE: Final = (
    Key("figure", "value", RUNNING, "number", "the number the model uses", required=True),
    Key("figure", "band", DECLARED, "band", "least and greatest value that is credible", unit="as the value"),
    Key("figure", "mark", DECLARED, "mark", "how the number is known; the table's mark where left out"),
    Key("figure", "cite", DECLARED, "cites", "keys of the sources that say so", unit="list of source keys"),
)

RULE_KEYS: Final = (*_RULE, *repeat_keys("rule.repeat", Decimal(1)), *_GRADE)
"""Keys of rules and grades."""

FIGURE_KEYS: Final = _FIGURE
"""Keys of a figure that says how it is known."""

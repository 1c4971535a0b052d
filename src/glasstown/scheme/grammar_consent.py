"""Grammar of consent: who can stay out of a scheme, how they join and leave, and what it knows of them meanwhile."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

KINDS: Final = ("compulsory", "opt-in", "opt-out")
"""Whether nobody can stay out, whoever joins, or whoever does not leave."""

CONSENT_TABLES: Final = (
    Table("consent", "Who can refuse to be scored, who does, and what is known of those who do."),
    Table("consent.joins", "How much more readily some residents are in from the start, or join.", evidence=False),
    Table("consent.leaves", "How much more readily some residents leave.", evidence=False),
)
"""Tables of consent."""

OF_RESIDENTS: Final = ("minority_a", "minority_b", "young", "old")
"""Who may join or leave more readily than others."""

OF_TREATMENT: Final = ("punished", "favoured")
"""Who may leave more readily, for what the scheme does to them."""

_WHOM: Final = {
    "minority_a": "residents of minority A",
    "minority_b": "residents of minority B",
    "young": "residents under 35",
    "old": "residents of 60 and over",
    "punished": "residents on a list or under what denies or worsens something",
    "favoured": "residents under what only favours or betters something",
}


def _share(name: str, text: str, unit: str, default: Decimal | None = ZERO) -> Key:
    return Key("consent", name, RUNNING, "figure", text, unit, default=default, low=ZERO, high=ONE)


def _times(table: str, name: str) -> Key:
    return Key(table, name, RUNNING, "figure", f"for {_WHOM[name]}", "times", default=ONE, low=ZERO, high=Decimal(100))


CONSENT_KEYS: Final = (
    Key("consent", "kind", RUNNING, "choice", "whether nobody can stay out, or only who joins is in, or all are who do "
        "not leave; it decides for those who come of age as well", required=True, choices=KINDS),
    _share("start", "share of those it covers who are in on day 0; where left out nobody for opt-in, all for opt-out",
           "share, 0 to 1", default=None),
    _share("join_per_year", "share of those outside who join within a year", "share per year"),
    _share("leave_per_year", "share of those inside who know of the scheme and leave it within a year",
           "share per year"),
    Key("consent", "joins", RUNNING, "table", "who joins more readily than others"),
    Key("consent", "leaves", RUNNING, "table", "who leaves more readily than others"),
    _share("pre_ticked", "share of those who join, or are in from the start, without knowing it: a box was ticked for "
           "them", "share, 0 to 1"),
    Key("consent", "back_days", RUNNING, "figure", "records of so many days before somebody joins count from then on, "
        "as if they were noted on that day; none where it is 0", "days", default=ZERO, low=ZERO, high=MAX_DAYS,
        whole=True),
    _share("compelled", "probability that a record of somebody outside is taken and counts all the same",
           "probability per record"),
    _share("shares", 'share of residents who show their score where asked; who does not is under nothing that works '
           'through = "shown"', "share, 0 to 1", default=None),
    *mark_and_cite("consent"),
    *(_times("consent.joins", name) for name in OF_RESIDENTS),
    *(_times("consent.leaves", name) for name in (*OF_RESIDENTS, *OF_TREATMENT)),
)  # fmt: skip
"""Keys of consent."""

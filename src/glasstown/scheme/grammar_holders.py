"""Grammar of holders: with whom records lie, who is told of them, and what is exposed or altered there."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

SCORER: Final = "scorer"
"""The holder that every scheme has: with it lie records of sources that nobody else keeps."""

SHARES: Final = ("all", "some", "nothing")
"""How much of what it has a holder passes on."""

WAYS_OF_SHARING: Final = ("given", "sold", "compelled")
"""How records come from one holder to another."""

HOLDER_TABLES: Final = (
    Table("holder", "With whom records lie: rules and lists see only what their holder keeps or was told.", many=True,
          named=True),
    Table("sharing", "What one holder lets another know; where there is none between two, nothing.", many=True,
          named=True),
)  # fmt: skip
"""Tables of holders."""


def _chance(table: str, name: str, text: str, unit: str) -> Key:
    return Key(table, name, RUNNING, "figure", text, unit, default=Decimal(0), low=Decimal(0), high=Decimal(1))


HOLDER_KEYS: Final = (
    Key("holder", "id", RUNNING, "name", "name of it, by which its luck is addressed", required=True),
    Key("holder", "title", DECLARED, "text", "who it is, in plain words", default=""),
    Key("holder", "keeps", RUNNING, "names", "sources whose records lie with it", unit="list of sources"),
    Key("holder", "foreign", RUNNING, "flag", "whether it sits in another country, where what is compelled reaches it "
        "as far as abroad says"),
    _chance("holder", "breach_per_year", "probability that what it has is stolen", "probability per year"),
    _chance("holder", "exposes", "share of those it has files on who are exposed by that", "share, 0 to 1"),
    _chance("holder", "altered", "probability that an intruder or insider puts a record down to somebody of like name",
            "probability per record"),
    *mark_and_cite("holder"),
    Key("sharing", "id", RUNNING, "name", "name of it, by which its luck is addressed", required=True),
    Key("sharing", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("sharing", "from", RUNNING, "name", 'who passes on: a holder, or "scorer"', required=True),
    Key("sharing", "to", RUNNING, "name", 'who is told: a holder, or "scorer"', required=True),
    Key("sharing", "what", RUNNING, "choice", "how much is passed on", required=True, choices=SHARES),
    Key("sharing", "share", RUNNING, "figure", "how much some is", "probability per record", low=Decimal(0),
        high=Decimal(1)),
    Key("sharing", "delay_days", RUNNING, "figure", "time until the other one knows", "days", default=Decimal(0),
        low=Decimal(0), high=MAX_DAYS, whole=True),
    Key("sharing", "way", RUNNING, "choice", "how it comes about: given, of those who have not refused consent; sold, "
        "of everybody, who are told nothing of it; or compelled, of everybody, whether they consented or not",
        default="given", choices=WAYS_OF_SHARING),
    Key("sharing", "abroad", RUNNING, "figure", "how likely a foreign holder does what it is compelled to",
        "probability per record", default=Decimal(0), low=Decimal(0), high=Decimal(1)),
    *mark_and_cite("sharing"),
    Key("rule", "holder", RUNNING, "name", "whose rule it is: it answers what that holder has; the scorer's"),
    Key("list", "holder", RUNNING, "name", "whose list it is: its grounds know what that holder has; the scorer's"),
)  # fmt: skip
"""Keys of holders, also those of tables that may belong to one."""

"""Grammar of votes: residents set the points of rules, and what each of them wishes is said in the file."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.grammar_politics import SCOPES
from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

METHODS: Final = ("median", "borda")
"""How wishes become one share: the lower middle one, or the option with the most points of rank."""

LIVED: Final = ("once", "debited", "debited-wrongly", "rewarded", "harmed")
"""What a wish counts: nothing, or how often something has happened to the voter by the rule or its act."""

MOST_SHARE: Final = Decimal(10)
"""The largest share of the file's points that anybody can wish for."""

_ZERO, _ONE = Decimal(0), Decimal(1)

VOTE_TABLES: Final = (
    Table("vote", "On a day residents say which share of a rule's points is right; what they say holds from the next"
          " step on. Everybody begins at 1, the points of the file.", many=True, named=True),
    Table("wish", "What moves the wish of some residents, and how far.", many=True, named=True),
    Table("option", "A share that is offered in a vote by rank.", many=True, named=True),
)  # fmt: skip
"""Tables of votes."""

_SHARE: Final = "times the points of the file"


def _share(
    table: str, name: str, text: str, low: Decimal = _ZERO, *, required: bool = False, default: Decimal | None = None
) -> Key:
    return Key(
        table, name, RUNNING, "figure", text, _SHARE, low=low, high=MOST_SHARE, required=required, default=default
    )


VOTE_KEYS: Final = (
    Key("vote", "id", RUNNING, "name", "name of the vote, by which its luck is addressed", required=True),
    Key("vote", "title", DECLARED, "text", "what is asked, in plain words", default=""),
    Key("vote", "rules", RUNNING, "names", "the rules whose points are set, each by itself", required=True),
    Key("vote", "day", RUNNING, "figure", "day of the vote; what it sets holds from the next step on", "days",
        required=True, low=_ZERO, high=MAX_DAYS, whole=True),
    Key("vote", "every_days", RUNNING, "figure", "time from one such vote to the next; once where left out", "days",
        low=_ONE, high=MAX_DAYS, whole=True),
    Key("vote", "eligible", RUNNING, "formula", "the condition under which somebody can vote; whoever is of age 18 or"
        " over where left out"),
    Key("vote", "turnout", RUNNING, "figure", "chance that somebody who can vote does", "probability", default=_ONE,
        low=_ZERO, high=_ONE),
    Key("vote", "scope", RUNNING, "choice", "whose votes are counted together, and for whom they hold",
        default="county", choices=SCOPES),
    Key("vote", "method", RUNNING, "choice", "what holds: the median of all wishes, or of the options the one with"
        " most points when each voter ranks them by how near they are to the own wish", default="median",
        choices=METHODS),
    _share("vote", "lowest", "the least that anybody can wish for", default=_ZERO),
    _share("vote", "highest", "the most that anybody can wish for", default=Decimal(2)),
    _share("vote", "spread", "how far wishes lie apart for no reason that the model knows: evenly up to so much"
           " below and above, drawn once for each resident and rule", default=_ZERO),
    *mark_and_cite("vote"),
    Key("wish", "id", DECLARED, "name", "name of the wish", required=True),
    Key("wish", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("wish", "vote", RUNNING, "name", "the vote it is about", required=True),
    Key("wish", "rules", RUNNING, "names", "those of its rules that it is about; all where left out"),
    Key("wish", "when", RUNNING, "formula", "the condition under which somebody has it, such as income-fifth == 1;"
        " everybody where left out"),
    Key("wish", "of", RUNNING, "choice", "what it counts: once; how often the rule has taken points from the voter,"
        " by whatever record or by an untrue one, or given any; or how often its act has harmed the voter",
        default="once", choices=LIVED),
    Key("wish", "most", RUNNING, "figure", "how often that counts at most", "times", low=_ONE, high=Decimal(1000),
        whole=True),
    _share("wish", "add", "added to the wish, for each time", -MOST_SHARE, required=True),
    *mark_and_cite("wish"),
    Key("option", "id", DECLARED, "name", "name of the option", required=True),
    Key("option", "vote", RUNNING, "name", "the vote in which it is offered", required=True),
    _share("option", "share", "the share that it stands for", required=True),
    *mark_and_cite("option"),
)  # fmt: skip
"""Keys of votes."""

"""Grammar of stars: residents rate whomever they meet, and the score is the mean of what each was given."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite

WEIGHTS: Final = ("own", "none")
"""What the stars of a rater weigh: the rater's own score, or all alike."""

_ZERO, _MOST_A_DAY = Decimal(0), Decimal(15)

PEER_TABLES: Final = (
    Table("encounters", "How often subjects meet and rate one another from 1 to 5 stars. Then the score is the mean of"
          " what was given, and no rule moves it."),
    Table("impression", "What somebody does in a step, and what it makes of the stars given to them in that step.",
          many=True, named=True),
)  # fmt: skip
"""Tables of stars."""


def _a_day(name: str, text: str) -> Key:
    return Key("encounters", name, RUNNING, "figure", text, "encounters a day", default=_ZERO, low=_ZERO,
               high=_MOST_A_DAY)  # fmt: skip


PEER_KEYS: Final = (
    _a_day("with_ties_per_day", "encounters of one resident with friends and colleagues in turn"),
    _a_day("with_strangers_per_day", "encounters of one resident with strangers of the district"),
    Key("encounters", "base", RUNNING, "figure", "stars given to whom nothing is held against", "stars, 1 to 5",
        required=True, low=Decimal(1), high=Decimal(5)),
    Key("encounters", "noise", RUNNING, "figure", "how far one rating may lie from that, either way, before it is"
        " rounded to whole stars", "stars, 0 to 4", default=_ZERO, low=_ZERO, high=Decimal(4)),
    Key("encounters", "by_standing", RUNNING, "figure", "stars more for each star that the one who is rated stands"
        " above the rater, and less for each below", "stars, 0 to 4", default=_ZERO, low=_ZERO, high=Decimal(4)),
    Key("encounters", "weight", RUNNING, "choice", "what the stars of a rater weigh: the rater's own score, or all"
        " alike", default="own", choices=WEIGHTS),
    Key("encounters", "memory", RUNNING, "figure", "each rating takes the place of one in so many", "ratings",
        required=True, low=Decimal(8), high=Decimal(1024), whole=True),
    *mark_and_cite("encounters"),
    Key("impression", "id", DECLARED, "name", "name of the impression", required=True),
    Key("impression", "act", RUNNING, "name", "the act", required=True),
    Key("impression", "stars", RUNNING, "figure", "stars more or less for who did it in the step", "stars, -4 to 4",
        default=_ZERO, low=Decimal(-4), high=Decimal(4)),
    Key("impression", "penalty", RUNNING, "figure", "taken off the score for the next step, whatever was given",
        "stars, 0 to 5", default=_ZERO, low=_ZERO, high=Decimal(5)),
    Key("impression", "doubles", RUNNING, "flag", "whether ratings of the step weigh twice"),
    *mark_and_cite("impression"),
)  # fmt: skip
"""Keys of stars."""

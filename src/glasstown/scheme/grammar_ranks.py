"""Grammar of ranks: a score that says which share of others stands no higher by another score."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key

SCOPES: Final = ("district", "county", "nation")
"""Among whom somebody is ranked: those of the same district, of the same county of 64 districts, or of the town."""

RANK_KEYS: Final = (
    Key("score", "rank_of", RUNNING, "name", "of a rank: the score by which residents are ranked"),
    Key("score", "rank_scope", RUNNING, "choice", "of a rank: among whom; among those of the district where left out",
        choices=SCOPES),
    Key("grade", "top_share", RUNNING, "figure", "of a rank, in place of at_least: the share of those ranked, from the"
        " top, of whom this grade is the last; whoever stands level with the last of them is in it too", "share",
        low=Decimal("0.00001"), high=Decimal("0.99999")),
)  # fmt: skip
"""Keys of ranks."""

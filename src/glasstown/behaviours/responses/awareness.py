"""Awareness: residents learn of a scheme over time, and sooner when people around them know it.

Only about a ninth of those who lived under a pilot had heard of it (Kostka 2019,
doi:10.1177/1461444819826402, as reported by Trivium). How fast people learn is assumed; so is the part
that household members and neighbours play.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "awareness"

WORD_OF_MOUTH: Final[Figure] = assumed("0.02", "0", "0.1")
"""Events of learning per year for each household member or neighbour who knows."""

MOST_TIES_COUNTED: Final = 15
"""Aware ties beyond this number add nothing."""


def learning_events_per_year(by_oneself: Decimal, aware_ties: int) -> Decimal:
    """Rate of learning of the scheme for a resident with this many aware household members and neighbours."""
    return by_oneself + WORD_OF_MOUTH.value * min(aware_ties, MOST_TIES_COUNTED)

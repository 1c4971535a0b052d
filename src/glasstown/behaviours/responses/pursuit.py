"""Rewards pursued: who knows the scheme and has a reward in reach does more of what earns points.

A lottery ticket for giving blood brought 5.6 points more of 46 in a hundred (S50): 1.12 times as many. The factor is
assumed with a band down to nothing, for a reward here is a grade that favours something, and far rarer than a ticket.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "pursuit"

FACTOR: Final[Figure] = assumed("1.12", "1", "1.3")
"""Factor on the rate of lawful acts that earn points, for who is aware and has a reward in reach."""

REACH: Final[Figure] = assumed("0.3333", "0.1", "1")
"""Upper part of a grade in which a better one that favours something is in reach."""

"""Favour: who is given priority in something gets it more often. The factor is assumed."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "favour"

PRIORITY_FACTOR: Final[Figure] = assumed("1.5", "1.1", "3")
"""Factor on the rate of attempts that need the favoured capacity."""

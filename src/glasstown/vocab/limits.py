"""How much one scheme may hold. Every limit is met when a scheme is read, none at run time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

MAX_SOURCES: Final = 63
"""Sources in a scheme."""

MAX_SOURCES_PER_ACT: Final = 8
"""Sources that may see one act."""

MAX_RULES: Final = 1023
"""Rules in a scheme."""

MAX_GRADES: Final = 63
"""Grades of a score."""

MAX_CONSEQUENCES: Final = 64
"""Consequences in a scheme."""

MAX_POINTS: Final = Decimal(2_000_000)
"""The largest size of any number of points."""

MAX_EVENTS_PER_YEAR: Final = Decimal(50)
"""Acts or false records of one kind for one person in a year."""

MAX_DAYS: Final = Decimal(36_500)
"""The longest span in days that a scheme may name."""

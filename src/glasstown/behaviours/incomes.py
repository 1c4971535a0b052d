"""How far income moves: shocks, rises, posts of prestige, and what a private school is worth later.

Income is kept as a share of what a resident earned on day 0. The factors multiply it; the ends keep it
between a quarter and three times that. All are assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Effect
from glasstown.vocab.evidence import Figure

FACTORS: Final[tuple[tuple[Effect, Figure], ...]] = (
    (Effect.INCOME_DOWN, assumed("0.7", "0.5", "0.9")),
    (Effect.INCOME_UP, assumed("1.1", "1.03", "1.25")),
    (Effect.JOB_FOUND_PRESTIGE, assumed("1.3", "1.1", "1.6")),
)
"""What an effect does to the share; `INCOME_BACK` sets it to that of day 0."""

JOB_LOST: Final[Figure] = assumed("0.5", "0.3", "0.8")
"""What losing work leaves of a household's income per head; finding work brings it back."""

SCHOOL_PREMIUM: Final[Figure] = assumed("1.15", "1", "1.4")
"""Income of who spent the school years at a private school, against who did not, from the first job on."""

FIRST_JOB_AGE: Final = 18
"""Completed years at which a school begins to count as income."""

PRIVATE_AT_START: Final[Figure] = assumed("0.12", "0.05", "0.19")
"""Share of pupils at a private school at day 0; the published shares by level are 9 to 16 per cent."""

"""Chilling: who knows that a scheme takes points for lawful speech speaks less, and less still after a punishment.

Views of articles on terrorism fell by a fifth after June 2013 (Penney 2016, doi:10.15779/Z38SS13). The effect of a
score on speech has not been measured; what scoring does is assumed, within the band of the note. Opinions stay as
they are: what somebody would have said is kept beside what was said.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.behaviours.figures import assumed, behaviour
from glasstown.vocab.evidence import Figure

ID: Final = "chilling"

SPEECH: Final[Figure] = behaviour("chilling", "sensitive_post_rate_default")
"""Relative change of lawful speech that a scheme debits, for who knows it."""

PETITION: Final[Figure] = behaviour("chilling", "petition_rate_default")
"""The same of petitions."""

AFTER_PUNISHMENT: Final[tuple[Figure, ...]] = (
    assumed("1", "1", "1"), assumed("1.5", "1", "3"), assumed("2", "1", "4"),
)  # fmt: skip
"""How many times stronger it is by fear: not punished of late, in the last year, in the last 90 days."""

LEAST_FACTOR: Final = Decimal("0.05")
"""Nobody falls silent altogether."""


def rate_factor(act: str, fear: int) -> Decimal:
    """Factor on the rate of a lawful act of speech that costs points, for who knows the scheme."""
    effect = PETITION if act == "petition" else SPEECH
    return max(1 + effect.value * AFTER_PUNISHMENT[fear].value, LEAST_FACTOR)

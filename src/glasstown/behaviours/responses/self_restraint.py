"""Self-restraint of firms near a threshold: fewer forbidden acts, and also fewer lawful ones that cost points.

The seeds tell of it as the aim of corporate scores ("self-restraint of enterprises"); nobody has measured it, so the
figures are assumed. Firms know the scheme from its first day: they are told their rating. What lawful act does not
happen for that reason is kept as held back.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "self-restraint"

FORBIDDEN_LEFT: Final[Figure] = assumed("0.8", "0.5", "1")
"""What is left of the rate of a forbidden act that costs points, where the next grade down is near."""

LAWFUL_LEFT: Final[Figure] = assumed("0.85", "0.5", "1")
"""What is left of the rate of a lawful one."""

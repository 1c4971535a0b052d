"""What adults have on day 0, where children go to school, and who looks for work at eighteen."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed, event
from glasstown.vocab.codes import Asset, Standing
from glasstown.vocab.evidence import Figure

INITIAL_ASSETS: Final[tuple[tuple[Asset, Figure, Standing], ...]] = (
    (Asset.HOME, assumed("0.8", "0.6", "0.9"), Standing.REFERENCE),
    (Asset.INSURED, assumed("0.35", "0.2", "0.6"), Standing(0)),
    (Asset.PARTNER, assumed("0.158", "0.1", "0.25"), Standing(0)),
    (Asset.LOAN, assumed("0.05", "0.02", "0.15"), Standing.BORROWER),
    (Asset.VISA, assumed("0.1", "0.05", "0.2"), Standing(0)),
    (Asset.LICENCE, assumed("0.9", "0.6", "1"), Standing.ENTREPRENEUR),
    (Asset.PRESTIGE, assumed("0.04", "0.01", "0.1"), Standing(0)),
    (Asset.SICK, assumed("0.1", "0.02", "0.2"), Standing(0)),
    (Asset.DEBT, assumed("0.01", "0.005", "0.03"), Standing(0)),
    (Asset.ARREARS, assumed("0.04", "0.01", "0.1"), Standing(0)),
    (Asset.SHORT_OF_MONEY, assumed("0.04", "0.01", "0.1"), Standing(0)),
    (Asset.HEALTH_INSURED, assumed("0.95", "0.9", "0.98"), Standing(0)),
)
"""Share of residents of eighteen and older, with the standing named, who have each asset on day 0.

Near the balance of what is gained and lost in a year without a scheme, so that a town neither fills up nor empties.
Health insurance alone is not: without a scheme nobody loses it, and a few of those without it take it out each year.
"""

PRIVATE_SCHOOL: Final = event("private_school_compulsory")
"""Share of pupils who go to a private school on day 0."""

TOP_SCHOOL: Final = assumed("0.05", "0.01", "0.15")
"""Share of pupils who go to one of the best public schools on day 0."""

ENTERS_WORK: Final = assumed("0.55", "0.4", "0.7")
"""Share of those turning eighteen who look for work at once; the others study or stay at home."""

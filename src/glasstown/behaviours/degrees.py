"""What worse or better terms do without denying anything: dear loans, deposits, a slow line, the end of the queue.

A degree has levels from -3 (worst) to 3. For the hospital queue and for matches the level decides who is served
first. Else each level below 0 makes so many more attempts come to nothing, or cost something, and each level above 0
makes so many more of what was done bring something. No such chance is published: all are assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Asset, Degree, Effect
from glasstown.vocab.evidence import Figure

PER_LEVEL: Final[Figure] = assumed("0.2", "0.05", "0.33")
"""Chance, for each level, of what worse or better terms do, where no other is said."""

AT_AIRPORTS: Final[Figure] = assumed("0.02", "0", "0.1")
"""Chance, for each level, that the time lost or won at an airport tells on what somebody earns."""

LEVELS: Final = 3
"""Levels on either side of 0."""


@dataclass(frozen=True, slots=True)
class Term:
    """What the level of one degree does to one act.

    Attributes:
        act: the act.
        degree: whose level counts.
        side: -1 for levels below 0, 1 for levels above.
        effect: what an act that was done does besides; `Effect.NONE`: it comes to nothing instead.
        asset: which asset that gives or takes.
        per_level: how likely, for each level.
    """

    act: str
    degree: Degree
    side: int
    effect: Effect
    asset: Asset
    per_level: Figure


D, E, A = Degree, Effect, Asset
WORSE, BETTER = -1, 1

TERMS: Final[tuple[Term, ...]] = (
    Term("loan-repaid", D.LOAN_TERMS, WORSE, E.NONE, A(0), PER_LEVEL),
    Term("loan-application", D.LOAN_TERMS, BETTER, E.ASSET_LOST, A.LOAN, PER_LEVEL),
    Term("rental-application", D.DEPOSIT, WORSE, E.ASSET_GAINED, A.SHORT_OF_MONEY, PER_LEVEL),
    Term("rental-application", D.DEPOSIT, BETTER, E.ASSET_LOST, A.SHORT_OF_MONEY, PER_LEVEL),
    Term("online-job-search", D.INTERNET_SPEED, WORSE, E.NONE, A(0), PER_LEVEL),
    Term("site-visit", D.INTERNET_SPEED, BETTER, E.INCOME_BACK, A(0), PER_LEVEL),
    Term("air-trip", D.AIRPORT_LANE, WORSE, E.INCOME_DOWN, A(0), AT_AIRPORTS),
    Term("air-trip", D.AIRPORT_LANE, BETTER, E.INCOME_BACK, A(0), AT_AIRPORTS),
    Term("season-ticket", D.FARE, WORSE, E.ASSET_GAINED, A.SHORT_OF_MONEY, PER_LEVEL),
    Term("season-ticket", D.FARE, BETTER, E.ASSET_LOST, A.SHORT_OF_MONEY, PER_LEVEL),
)
"""What each degree does to the acts that it bears on, but for those that decide who is served first."""

"""Public and private classes: how a resident's state enters the rates of acts.

Public: nearness by each score (aware, in the lower part of a grade whose next one down hurts, and warned of late) x
a reward in reach (aware, and in the upper part of a grade of any score whose next one up favours something). Private:
aware x labour state x household strain x income x fear. Both are product indices of at most
256; the grade itself moves no rate.
"""

from __future__ import annotations

from typing import Final

NEARNESS: Final = 3
REACHES: Final = 2
WORK_STATES: Final = 3
STRAIN_LEVELS: Final = 3
INCOMES: Final = 3
FEARS: Final = 3
PRIVATE_CLASSES: Final = 2 * WORK_STATES * STRAIN_LEVELS * INCOMES * FEARS

FEAR_DAYS: Final = 90
STILL_FELT_DAYS: Final = 365
"""Days after a punishment in which it is felt in full, and in which it is felt at all."""


def public_classes(scores: int) -> int:
    """Number of public classes of a scheme with this many scores."""
    return int(NEARNESS**scores) * REACHES


def nearness_of(public: int, slot: int) -> int:
    """How near a public class is to the next grade of a score down: 0 not, 1 and freshly warned, 2 and half faded."""
    return int(public // REACHES // NEARNESS**slot % NEARNESS)


def pursues(public: int) -> bool:
    """Whether a public class is that of somebody who has a reward in reach."""
    return public % REACHES == 1


def knows(private: int) -> bool:
    """Whether a private class is that of somebody who knows the scheme."""
    return private >= PRIVATE_CLASSES // 2


def work_of(private: int) -> int:
    """The labour state of a private class."""
    return private // (STRAIN_LEVELS * INCOMES * FEARS) % WORK_STATES


def strain_of(private: int) -> int:
    """The household strain of a private class: 0 none, 1 somebody out of work or owing, 2 in need."""
    return private // (INCOMES * FEARS) % STRAIN_LEVELS


def income_of(private: int) -> int:
    """Income of a private class against that of day 0: 0 below three quarters, 2 above five quarters, else 1."""
    return private // FEARS % INCOMES


def fear_of(private: int) -> int:
    """Fear of a private class: 2 punished in the last 90 days, 1 in the last year, 0 not."""
    return private % FEARS

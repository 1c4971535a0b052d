"""The register of acts: number, name, family, and the leaf of luck each one owns.

Append only. An act owns the words of luck that start with its leaf (a string of binary digits), so
its reference rate is exactly `family rate / 2**len(leaf)`. A leaf once given away is never moved: a
new act takes a void leaf and nobody's luck changes. Leaves that start with "11" are void in every
family until an act needs one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Family:
    """One stream of candidate acts: its number, name and reference rate per resident-year."""

    number: int
    name: str
    rate_per_year: Decimal


@dataclass(frozen=True, slots=True)
class ActCode:
    """One registered act: its number, the name schemes use, its family and its leaf."""

    code: int
    id: str
    family: int
    leaf: str


FAMILIES: Final = (
    Family(0, "traffic", Decimal("0.5")),
    Family(1, "public-order", Decimal("0.125")),
    Family(2, "credit", Decimal("0.5")),
    Family(3, "voice", Decimal(1)),
    Family(4, "good-deeds", Decimal(1)),
    Family(5, "family-and-office", Decimal(1)),
    Family(6, "livelihood", Decimal(8)),
    Family(7, "movement", Decimal(8)),
)
"""Frozen: the reference rates belong to the address of luck."""

ACTS: Final = (
    ActCode(0, "red-light", 0, "00"),
    ActCode(1, "drunk-driving", 0, "0100"),
    ActCode(2, "domestic-violence", 1, "000"),
    ActCode(3, "civil-dispute", 1, "001"),
    ActCode(4, "office-disturbance", 1, "010000000"),
    ActCode(5, "late-bill", 2, "00"),
    ActCode(6, "loan-default", 2, "01000"),
    ActCode(7, "critical-post", 3, "0"),
    ActCode(8, "petition", 3, "1000000"),
    ActCode(9, "false-accusation-online", 3, "100001000"),
    ActCode(10, "defaming-message", 3, "10001000"),
    ActCode(11, "charity-gift", 4, "0"),
    ActCode(12, "elder-care", 4, "100"),
    ActCode(13, "help-for-the-poor", 4, "10100"),
    ActCode(14, "honour-award", 4, "1011000000"),
    ActCode(15, "investment-brought-in", 4, "1011001"),
    ActCode(16, "elder-neglect", 5, "000"),
    ActCode(17, "sect-membership", 5, "001000000"),
    ActCode(18, "unpermitted-birth", 5, "00101000"),
    ActCode(19, "bribe-taking", 5, "0100"),
    ActCode(20, "party-warning", 5, "0101000"),
    ActCode(21, "private-job-offer", 6, "00"),
    ActCode(22, "support-application", 6, "01"),
    ActCode(23, "need-relief", 6, "1000"),
    ActCode(24, "public-job-offer", 6, "1001"),
    ActCode(25, "job-loss", 6, "1010"),
    ActCode(26, "need-onset", 6, "1011"),
)
"""Every shipped act, in order of its number."""

MAX_SHIPPED_ACTS: Final = 128
"""Numbers from here up belong to acts that a file declares itself."""

MAX_DECLARED_ACTS: Final = 16
"""Acts that one scheme file may declare."""

ACT_IDS: Final = tuple(act.id for act in ACTS)
"""The names a scheme may use without declaring them."""

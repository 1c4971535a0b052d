"""The register of acts: number, name, family, and the leaf of luck each one owns.

Append only. An act owns the words of luck that start with its leaf (a string of binary digits), so
its reference rate is exactly `family rate / 2**len(leaf)`. A leaf that a release has given away is never
moved: a new act takes a void leaf and nobody's luck changes. A sixteenth of every family at least stays
void. Common acts own short leaves: the larger a rate is against its reference, the more candidates are
drawn in vain. The family "livelihood" holds acts open only in some states (out of work, in need, owing).
An act without a leaf has no process of its own: it is drawn on another act (a child), or read as a
quantity (a gauge).
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
    ActCode(27, "speeding", 0, "10"),
    ActCode(28, "illegal-parking", 0, "11"),
    ActCode(29, "accident", 0, "0101000"),
    ActCode(30, "theft", 1, "01001"),
    ActCode(31, "assault", 1, "11000"),
    ActCode(32, "petty-fraud", 1, "0100001"),
    ActCode(33, "drug-use", 1, "010001"),
    ActCode(34, "gambling", 1, "11001"),
    ActCode(35, "public-disorder", 1, "01000001"),
    ActCode(36, "unregistered-letting", 1, "1110010"),
    ActCode(37, "extortion", 1, "11101010"),
    ActCode(38, "other-public-order", 1, "11010"),
    ActCode(39, "litter-dropped", 1, "0101"),
    ActCode(40, "smoking-where-forbidden", 1, "1000"),
    ActCode(41, "noise", 1, "11011"),
    ActCode(42, "dog-off-the-lead", 1, "1001"),
    ActCode(43, "pushing-in-line", 1, "111000"),
    ActCode(44, "jaywalking", 1, "011"),
    ActCode(45, "fare-evasion", 1, "1010"),
    ActCode(46, "ticket-touting", 1, "1110011"),
    ActCode(47, "telecom-fraud", 1, "1110100"),
    ActCode(48, "game-cheating", 1, "1011"),
    ActCode(49, "late-loan-payment", 2, "011"),
    ActCode(50, "bill-paid-in-arrears", 6, "1100"),
    ActCode(51, "loan-application", 6, "11010"),
    ActCode(52, "loan-repaid", 6, "111010"),
    ActCode(53, "shortage-passes", 6, "11011"),
    ActCode(54, "consumer-dispute", 2, "0101"),
    ActCode(55, "contract-breach", 2, "100"),
    ActCode(56, "utility-theft", 2, "01001"),
    ActCode(57, "judgment-default", 2, "1100"),
    ActCode(58, "judgment-performed", 5, "011"),
    ActCode(59, "evasion-of-enforcement", 5, "0011"),
    ActCode(60, "asset-report-refused", 5, "100"),
    ActCode(61, "enforcement-obstructed", 5, "001001"),
    ActCode(62, "tax-evasion", 2, "111010"),
    ActCode(63, "tax-paid-late", 2, "101"),
    ActCode(64, "false-declaration", 2, "11010"),
    ActCode(65, "wage-theft", 2, "11011"),
    ActCode(66, "counterfeit-goods", 2, "11100"),
    ActCode(67, "food-fraud", 5, "0010001"),
    ActCode(68, "medical-fraud", 5, "001011"),
    ActCode(69, "pyramid-selling", 2, "111011"),
    ActCode(70, "private-message-critical", 3, "1001"),
    ActCode(71, "praise-post", 3, "1110"),
    ActCode(72, "worship", 3, "101"),
    ActCode(73, "association-meeting", 3, "110"),
    ActCode(74, "protest", 3, "1000001"),
    ActCode(75, "report-of-official", 3, "100011"),
    ActCode(76, "blood-donation", 4, "10101"),
    ActCode(77, "volunteer-day", 7, "0100"),
    ActCode(78, "litter-picked-up", 4, "1100"),
    ActCode(79, "rescue", 4, "10110000010"),
    ActCode(80, "office-abuse", 5, "01011"),
    ActCode(81, "neglect-of-duty", 5, "1110"),
    ActCode(82, "falsified-record", 5, "0010101"),
    ActCode(83, "income-shock", 7, "1110000"),
    ActCode(84, "income-recovery", 7, "10010"),
    ActCode(85, "wage-rise", 7, "1110001"),
    ActCode(86, "promotion-bid", 7, "101110"),
    ActCode(87, "prestige-job-bid", 7, "11100110"),
    ActCode(88, "online-job-search", 6, "11100"),
    ActCode(89, "private-school-application", 7, "101111"),
    ActCode(90, "property-purchase", 7, "11100111"),
    ActCode(91, "rental-application", 7, "110000"),
    ActCode(92, "partner-seeking", 5, "101"),
    ActCode(93, "marriage", 5, "110"),
    ActCode(94, "divorce", 5, "11110"),
    ActCode(95, "elder-visit", 7, "0101"),
    ActCode(96, "tie-lapse", 7, "110001"),
    ActCode(97, "friend-made", 7, "110010"),
    ActCode(98, "illness", 7, "0110"),
    ActCode(99, "hospital-visit", 7, "0111"),
    ActCode(100, "recovery-without-care", 7, "110011"),
    ActCode(101, "pay-lost-to-illness", 7, "110100"),
    ActCode(102, "medical-bill", 7, "110101"),
    ActCode(103, "insurance-purchase", 7, "110110"),
    ActCode(104, "air-trip", 7, "1000"),
    ActCode(105, "high-speed-rail-trip", 7, "00"),
    ActCode(106, "misconduct-on-flight", 7, ""),
    ActCode(107, "misconduct-on-train", 7, ""),
    ActCode(108, "visa-application", 7, "11101000"),
    ActCode(109, "trip-abroad", 7, "110111"),
    ActCode(110, "hotel-stay", 7, "10011"),
    ActCode(111, "restaurant-visit", 7, "10100"),
    ActCode(112, "restaurant-no-show", 7, "10101"),
    ActCode(113, "family-visit", 7, "10110"),
    ActCode(114, "licence-renewal", 7, "1110010"),
    ActCode(115, "volunteer-hours", 7, ""),
    ActCode(116, "gaming-hours", 7, ""),
    ActCode(117, "game-purchases", 7, ""),
    ActCode(118, "diaper-purchases", 7, ""),
    ActCode(119, "bills-on-time", 7, ""),
    ActCode(120, "soft-sleeper-trip", 7, "11101001"),
    ActCode(121, "better-room-stay", 7, "11101010"),
    ActCode(122, "top-school-application", 7, "11101011"),
    ActCode(123, "site-visit", 7, "11101100"),
    ActCode(124, "health-insurance-renewal", 7, "11101101"),
    ActCode(125, "season-ticket", 7, "11101110"),
    ActCode(126, "medical-bill-in-full", 6, "111011"),
    ActCode(127, "drive-for-work", 7, "11101111"),
)
"""Every shipped act, in order of its number."""

MAX_SHIPPED_ACTS: Final = 128
"""Numbers from here up belong to acts that a file declares itself."""

MAX_DECLARED_ACTS: Final = 16
"""Acts that one scheme file may declare."""

ACT_IDS: Final = tuple(act.id for act in ACTS)
"""The names a scheme may use without declaring them."""

GAUGES: Final = ("volunteer-hours", "gaming-hours", "game-purchases", "diaper-purchases", "bills-on-time")
"""Acts that are read as a quantity of a month: nobody does one on a day, so no record can be made of it."""

RECORDED_ACTS: Final = tuple(name for name in ACT_IDS if name not in GAUGES)
"""The names by which a scheme can wait for records."""

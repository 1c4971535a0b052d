"""What belongs to the address of luck is frozen: a copy of the registers, to which lines may only be added."""

from __future__ import annotations

from decimal import Decimal

from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.codes import Decision

FROZEN_FAMILIES = (
    (0, "traffic", "0.5"),
    (1, "public-order", "0.125"),
    (2, "credit", "0.5"),
    (3, "voice", "1"),
    (4, "good-deeds", "1"),
    (5, "family-and-office", "1"),
    (6, "livelihood", "8"),
    (7, "movement", "8"),
)

FROZEN_ACTS = (
    (0, "red-light", 0, "00"),
    (1, "drunk-driving", 0, "0100"),
    (2, "domestic-violence", 1, "000"),
    (3, "civil-dispute", 1, "001"),
    (4, "office-disturbance", 1, "010000000"),
    (5, "late-bill", 2, "00"),
    (6, "loan-default", 2, "01000"),
    (7, "critical-post", 3, "0"),
    (8, "petition", 3, "1000000"),
    (9, "false-accusation-online", 3, "100001000"),
    (10, "defaming-message", 3, "10001000"),
    (11, "charity-gift", 4, "0"),
    (12, "elder-care", 4, "100"),
    (13, "help-for-the-poor", 4, "10100"),
    (14, "honour-award", 4, "1011000000"),
    (15, "investment-brought-in", 4, "1011001"),
    (16, "elder-neglect", 5, "000"),
    (17, "sect-membership", 5, "001000000"),
    (18, "unpermitted-birth", 5, "00101000"),
    (19, "bribe-taking", 5, "0100"),
    (20, "party-warning", 5, "0101000"),
    (21, "private-job-offer", 6, "00"),
    (22, "support-application", 6, "01"),
    (23, "need-relief", 6, "1000"),
    (24, "public-job-offer", 6, "1001"),
    (25, "job-loss", 6, "1010"),
    (26, "need-onset", 6, "1011"),
    (27, "speeding", 0, "10"),
    (28, "illegal-parking", 0, "11"),
    (29, "accident", 0, "0101000"),
    (30, "theft", 1, "01001"),
    (31, "assault", 1, "11000"),
    (32, "petty-fraud", 1, "0100001"),
    (33, "drug-use", 1, "010001"),
    (34, "gambling", 1, "11001"),
    (35, "public-disorder", 1, "01000001"),
    (36, "unregistered-letting", 1, "1110010"),
    (37, "extortion", 1, "11101010"),
    (38, "other-public-order", 1, "11010"),
    (39, "litter-dropped", 1, "0101"),
    (40, "smoking-where-forbidden", 1, "1000"),
    (41, "noise", 1, "11011"),
    (42, "dog-off-the-lead", 1, "1001"),
    (43, "pushing-in-line", 1, "111000"),
    (44, "jaywalking", 1, "011"),
    (45, "fare-evasion", 1, "1010"),
    (46, "ticket-touting", 1, "1110011"),
    (47, "telecom-fraud", 1, "1110100"),
    (48, "game-cheating", 1, "1011"),
    (49, "late-loan-payment", 2, "011"),
    (50, "bill-paid-in-arrears", 6, "1100"),
    (51, "loan-application", 6, "11010"),
    (52, "loan-repaid", 6, "111010"),
    (53, "shortage-passes", 6, "11011"),
    (54, "consumer-dispute", 2, "0101"),
    (55, "contract-breach", 2, "100"),
    (56, "utility-theft", 2, "01001"),
    (57, "judgment-default", 2, "1100"),
    (58, "judgment-performed", 5, "011"),
    (59, "evasion-of-enforcement", 5, "0011"),
    (60, "asset-report-refused", 5, "100"),
    (61, "enforcement-obstructed", 5, "001001"),
    (62, "tax-evasion", 2, "111010"),
    (63, "tax-paid-late", 2, "101"),
    (64, "false-declaration", 2, "11010"),
    (65, "wage-theft", 2, "11011"),
    (66, "counterfeit-goods", 2, "11100"),
    (67, "food-fraud", 5, "0010001"),
    (68, "medical-fraud", 5, "001011"),
    (69, "pyramid-selling", 2, "111011"),
    (70, "private-message-critical", 3, "1001"),
    (71, "praise-post", 3, "1110"),
    (72, "worship", 3, "101"),
    (73, "association-meeting", 3, "110"),
    (74, "protest", 3, "1000001"),
    (75, "report-of-official", 3, "100011"),
    (76, "blood-donation", 4, "10101"),
    (77, "volunteer-day", 7, "0100"),
    (78, "litter-picked-up", 4, "1100"),
    (79, "rescue", 4, "10110000010"),
    (80, "office-abuse", 5, "01011"),
    (81, "neglect-of-duty", 5, "1110"),
    (82, "falsified-record", 5, "0010101"),
    (83, "income-shock", 7, "1110000"),
    (84, "income-recovery", 7, "10010"),
    (85, "wage-rise", 7, "1110001"),
    (86, "promotion-bid", 7, "101110"),
    (87, "prestige-job-bid", 7, "11100110"),
    (88, "online-job-search", 6, "11100"),
    (89, "private-school-application", 7, "101111"),
    (90, "property-purchase", 7, "11100111"),
    (91, "rental-application", 7, "110000"),
    (92, "partner-seeking", 5, "101"),
    (93, "marriage", 5, "110"),
    (94, "divorce", 5, "11110"),
    (95, "elder-visit", 7, "0101"),
    (96, "tie-lapse", 7, "110001"),
    (97, "friend-made", 7, "110010"),
    (98, "illness", 7, "0110"),
    (99, "hospital-visit", 7, "0111"),
    (100, "recovery-without-care", 7, "110011"),
    (101, "pay-lost-to-illness", 7, "110100"),
    (102, "medical-bill", 7, "110101"),
    (103, "insurance-purchase", 7, "110110"),
    (104, "air-trip", 7, "1000"),
    (105, "high-speed-rail-trip", 7, "00"),
    (106, "misconduct-on-flight", 7, ""),
    (107, "misconduct-on-train", 7, ""),
    (108, "visa-application", 7, "11101000"),
    (109, "trip-abroad", 7, "110111"),
    (110, "hotel-stay", 7, "10011"),
    (111, "restaurant-visit", 7, "10100"),
    (112, "restaurant-no-show", 7, "10101"),
    (113, "family-visit", 7, "10110"),
    (114, "licence-renewal", 7, "1110010"),
    (115, "volunteer-hours", 7, ""),
    (116, "gaming-hours", 7, ""),
    (117, "game-purchases", 7, ""),
    (118, "diaper-purchases", 7, ""),
    (119, "bills-on-time", 7, ""),
)

FROZEN_DECISIONS = (
    "ATTR HEIGHT CAND SIGHT CHILD DISCRETION OWN GAUGE APPEAL LIFE RATE TIE HOLDER VOTE DECIDE GHOST PAIRING"
)


def test_reference_rates_are_frozen():
    assert tuple((f.number, f.name, f.rate_per_year) for f in FAMILIES) == tuple(
        (number, name, Decimal(rate)) for number, name, rate in FROZEN_FAMILIES
    )


def test_acts_keep_their_number_name_family_and_leaf():
    registered = tuple((act.code, act.id, act.family, act.leaf) for act in ACTS)
    assert registered[: len(FROZEN_ACTS)] == FROZEN_ACTS, "leaves are part of the address of luck: append only"
    assert [act.code for act in ACTS] == list(range(len(ACTS)))


def test_decisions_keep_their_number():
    names = FROZEN_DECISIONS.split()
    assert [decision.name for decision in Decision][: len(names)] == names
    assert [int(decision) for decision in Decision] == list(range(len(Decision)))

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
    (28, "illegal-parking", 0, "011"),
    (29, "accident", 0, "0101000000"),
    (30, "theft", 1, "10010"),
    (31, "assault", 1, "01001"),
    (32, "petty-fraud", 1, "1010010"),
    (33, "drug-use", 1, "010001"),
    (34, "gambling", 1, "100110"),
    (35, "public-disorder", 1, "010000001"),
    (36, "unregistered-letting", 1, "1010101"),
    (37, "extortion", 1, "10101100000"),
    (38, "other-public-order", 1, "101000"),
    (39, "litter-dropped", 1, "0110"),
    (40, "smoking-where-forbidden", 1, "0111"),
    (41, "noise", 1, "100111"),
    (42, "dog-off-the-lead", 1, "0100001"),
    (43, "pushing-in-line", 1, "1010011"),
    (44, "jaywalking", 1, "0101"),
    (45, "fare-evasion", 1, "10000"),
    (46, "ticket-touting", 1, "01000001"),
    (47, "telecom-fraud", 1, "1010100"),
    (48, "game-cheating", 1, "10001"),
    (49, "late-loan-payment", 2, "011"),
    (50, "bill-paid-in-arrears", 7, "1010"),
    (51, "loan-application", 7, "00100"),
    (52, "loan-repaid", 7, "010010"),
    (53, "shortage-passes", 7, "00110"),
    (54, "consumer-dispute", 2, "101010"),
    (55, "contract-breach", 2, "01001"),
    (56, "utility-theft", 2, "10110011"),
    (57, "judgment-default", 2, "101011"),
    (58, "judgment-performed", 5, "100"),
    (59, "evasion-of-enforcement", 5, "0011"),
    (60, "asset-report-refused", 5, "011"),
    (61, "enforcement-obstructed", 5, "0010001"),
    (62, "tax-evasion", 2, "101101000"),
    (63, "tax-paid-late", 2, "100"),
    (64, "false-declaration", 2, "1011000"),
    (65, "wage-theft", 2, "0101"),
    (66, "counterfeit-goods", 2, "10100"),
    (67, "food-fraud", 5, "001000001"),
    (68, "medical-fraud", 5, "00101001"),
    (69, "pyramid-selling", 2, "10110010"),
    (70, "private-message-critical", 3, "1010"),
    (71, "praise-post", 3, "1001"),
    (72, "worship", 3, "10111"),
    (73, "association-meeting", 3, "10110"),
    (74, "protest", 3, "100001001"),
    (75, "report-of-official", 3, "100001010"),
    (76, "blood-donation", 4, "10101"),
    (77, "volunteer-day", 7, "00111"),
    (78, "litter-picked-up", 4, "10111"),
    (79, "rescue", 4, "10110000010"),
    (80, "office-abuse", 5, "0101001"),
    (81, "neglect-of-duty", 5, "1011"),
    (82, "falsified-record", 5, "0010101"),
    (83, "income-shock", 7, "01110100"),
    (84, "income-recovery", 7, "00011"),
    (85, "wage-rise", 7, "01110110"),
    (86, "promotion-bid", 7, "0111000"),
    (87, "prestige-job-bid", 7, "011101110"),
    (88, "online-job-search", 7, "00101"),
    (89, "private-school-application", 7, "0110111"),
    (90, "property-purchase", 7, "01110101"),
    (91, "rental-application", 7, "010110"),
    (92, "partner-seeking", 5, "001001"),
    (93, "marriage", 5, "1010"),
    (94, "divorce", 5, "00100001"),
    (95, "elder-visit", 7, "00001"),
    (96, "tie-lapse", 7, "0111001"),
    (97, "friend-made", 7, "0110100"),
    (98, "illness", 7, "00010"),
    (99, "hospital-visit", 7, "1011"),
    (100, "recovery-without-care", 7, "010101"),
    (101, "pay-lost-to-illness", 7, "010100"),
    (102, "medical-bill", 7, "010011"),
    (103, "insurance-purchase", 7, "0110101"),
    (104, "air-trip", 7, "00000"),
    (105, "high-speed-rail-trip", 7, "100"),
    (106, "misconduct-on-flight", 7, ""),
    (107, "misconduct-on-train", 7, ""),
    (108, "visa-application", 7, "011101111"),
    (109, "trip-abroad", 7, "011001"),
    (110, "hotel-stay", 7, "010001"),
    (111, "restaurant-visit", 7, "011000"),
    (112, "restaurant-no-show", 7, "010111"),
    (113, "family-visit", 7, "010000"),
    (114, "licence-renewal", 7, "0110110"),
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

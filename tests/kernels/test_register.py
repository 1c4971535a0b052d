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

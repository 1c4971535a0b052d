"""The names by which schemes call what they make better or worse without denying it."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Degree

DEGREES: Final = (
    ("loan-terms", Degree.LOAN_TERMS, "interest and conditions of a loan"),
    ("deposit", Degree.DEPOSIT, "the deposit asked for a rental"),
    ("hospital-queue", Degree.HOSPITAL_QUEUE, "the place in the queue of a hospital"),
    ("internet-speed", Degree.INTERNET_SPEED, "the speed of the internet at home"),
    ("dating-visibility", Degree.DATING_VISIBILITY, "how often a profile is shown to others who look for a partner"),
)
"""Every degree: name, number, meaning."""

DEGREE_IDS: Final = tuple(name for name, _, _ in DEGREES)
"""The names a consequence may use."""

DEGREE_NUMBERS: Final = {name: int(number) for name, number, _ in DEGREES}
"""From name to number."""

WORST_LEVEL: Final = -3
BEST_LEVEL: Final = 3
"""Levels go from the worst to the best; 0 is the level of anybody else."""

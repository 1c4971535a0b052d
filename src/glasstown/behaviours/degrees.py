"""What worse terms do without denying anything: dear loans, deposits, a slow line, a place at the end of the queue.

A degree has levels from -3 (worst) to 3. For the hospital queue and for matches the level decides who is served
first. For loans, deposits and the speed of the internet each level below 0 makes one more attempt in five come to
nothing, or costs money; levels above 0 change nothing there. No such chance is published: all are assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Degree
from glasstown.vocab.evidence import Figure

PER_LEVEL: Final[Figure] = assumed("0.2", "0.05", "0.33")
"""Chance, for each level below 0, that an attempt comes to nothing or that it costs what is put by."""

LOWEST_LEVEL: Final = -3

FAILS: Final[tuple[tuple[str, Degree], ...]] = (
    ("loan-repaid", Degree.LOAN_TERMS),
    ("online-job-search", Degree.INTERNET_SPEED),
)
"""Acts of which attempts come to nothing, and the degree that does it."""

COSTS: Final[tuple[tuple[str, Degree], ...]] = (("rental-application", Degree.DEPOSIT),)
"""Acts that leave their doer short of money, and the degree that does it."""

"""The names by which schemes call what they take away or favour."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Capacity, Degree

CAPACITIES: Final = (
    ("public-job", Capacity.PUBLIC_JOB, "being hired by a government or public body"),
    ("private-job", Capacity.PRIVATE_JOB, "being hired by a private employer"),
    ("government-support", Capacity.GOVERNMENT_SUPPORT, "being granted public support in need"),
    ("flight", Capacity.FLIGHT, "boarding a flight"),
    ("high-speed-rail", Capacity.HIGH_SPEED_RAIL, "travelling by high-speed train"),
    ("hotel", Capacity.HOTEL, "staying at a hotel"),
    ("restaurant", Capacity.RESTAURANT, "eating at a restaurant or club"),
    ("property", Capacity.PROPERTY, "buying a home"),
    ("private-school", Capacity.PRIVATE_SCHOOL, "sending a child to a private school"),
    ("prestige-job", Capacity.PRESTIGE_JOB, "being given a post of high prestige"),
    ("promotion", Capacity.PROMOTION, "being promoted"),
    ("loan", Capacity.LOAN, "being lent money"),
    ("rental", Capacity.RENTAL, "renting a home"),
    ("insurance", Capacity.INSURANCE, "buying private insurance"),
    ("hospital", Capacity.HOSPITAL, "being treated at a hospital"),
    ("internet", Capacity.INTERNET, "using the whole internet, for instance to look for work"),
    ("dating", Capacity.DATING, "using a dating service"),
    ("visa", Capacity.VISA, "being given a visa or passport"),
    ("licence", Capacity.LICENCE, "being given a trade licence"),
)
"""Every capacity: name, bit, meaning."""

CAPACITY_IDS: Final = tuple(name for name, _, _ in CAPACITIES)
"""The names a consequence may use."""

LOOKED_AT_IDS: Final = ("public-job", "private-job", "prestige-job", "promotion", "rental", "loan", "dating")
"""Those for which the other side (an employer, a landlord, a lender, a date) may look a person up first."""

CAPACITY_BITS: Final = {name: bit for name, bit, _ in CAPACITIES}
"""From name to bit."""

DEGREES: Final = (
    ("loan-terms", Degree.LOAN_TERMS, "what a loan costs"),
    ("deposit", Degree.DEPOSIT, "what is asked as a deposit for a home, a room or a car"),
    ("hospital-queue", Degree.HOSPITAL_QUEUE, "how soon one is treated at a hospital"),
    ("internet-speed", Degree.INTERNET_SPEED, "how fast the internet is at home"),
    ("dating-visibility", Degree.DATING_VISIBILITY, "how often a dating service shows one to others"),
)
"""Every degree, better or worse without being denied: name, code, meaning."""

DEGREES_THAT_SERVE: Final = ("hospital-queue", "dating-visibility")
"""Degrees of which levels above 0 do something: who is served first. Better terms than usual change no life yet."""

DEGREE_IDS: Final = tuple(name for name, _, _ in DEGREES)
"""The names a consequence may use."""

DEGREE_CODES: Final = {name: code for name, code, _ in DEGREES}
"""From name to code."""

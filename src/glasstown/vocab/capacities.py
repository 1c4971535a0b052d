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
    ("exit", Capacity.EXIT, "leaving the country"),
    ("soft-sleeper", Capacity.SOFT_SLEEPER, "travelling by night in a soft sleeper"),
    ("hotel-class", Capacity.HOTEL_CLASS, "taking a room of a better class at a hotel"),
    ("top-school", Capacity.TOP_SCHOOL, "sending a child to one of the best public schools"),
    ("health-insurance", Capacity.HEALTH_INSURANCE, "keeping or taking out public health insurance"),
    ("sites", Capacity.SITES, "opening some sites on the internet"),
    ("posting", Capacity.POSTING, "having posts stay online; they are deleted before anybody sees them"),
    ("driving", Capacity.DRIVING, "driving a car"),
)
"""Every capacity: name, bit, meaning."""

CAPACITY_IDS: Final = tuple(name for name, _, _ in CAPACITIES)
"""The names a consequence may use."""

LOOKED_AT_IDS: Final = ("public-job", "private-job", "prestige-job", "promotion", "rental", "loan", "dating")
"""Those for which the other side (an employer, a landlord, a lender, a date) may look a person up first."""

CAPACITY_BITS: Final = {name: bit for name, bit, _ in CAPACITIES}
"""From name to bit."""

FOR_CHILDREN_IDS: Final = ("private-school", "top-school")
"""Those of which grown-ups make use for the children of their household."""

USED_BY_CHILDREN_IDS: Final = ("flight", "high-speed-rail", "hospital")
"""Those of which children make use themselves."""

DEGREES: Final = (
    ("loan-terms", Degree.LOAN_TERMS, "what a loan costs"),
    ("deposit", Degree.DEPOSIT, "what is asked as a deposit for a home, a room or a car"),
    ("hospital-queue", Degree.HOSPITAL_QUEUE, "how soon one is treated at a hospital"),
    ("internet-speed", Degree.INTERNET_SPEED, "how fast the internet is at home"),
    ("dating-visibility", Degree.DATING_VISIBILITY, "how often a dating service shows one to others"),
    ("airport-lane", Degree.AIRPORT_LANE, "how long one waits at an airport"),
    ("fare", Degree.FARE, "what buses and trains of the town cost"),
)
"""Every degree, better or worse without being denied: name, code, meaning."""

USED_BY_CHILDREN_DEGREE_IDS: Final = ("hospital-queue",)
"""Degrees that tell on children themselves."""

DEGREE_IDS: Final = tuple(name for name, _, _ in DEGREES)
"""The names a consequence may use."""

DEGREE_CODES: Final = {name: code for name, code, _ in DEGREES}
"""From name to code."""

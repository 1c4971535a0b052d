"""Firms and governments: how they are numbered, what kinds there are, and what can be true of them.

Append only. A district has 64 places for organisations: two for each of 31 representatives, one that stays
empty, and the last one for its government. Their numbers lie above those of all residents, so that an address of
luck never meets that of a person, and below 2**31.
"""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import Final

FIRST_ORGANISATION: Final = 31 << 26
"""Number of the first place for an organisation; district d has the 64 from `FIRST_ORGANISATION + 64 * d` on."""

PLACES_OF_DISTRICT: Final = 64
"""Places for organisations in a district."""

REPRESENTATIVES: Final = 31
"""Residents of a district who run firms: the first employers by number. Each has place 2k, and perhaps 2k + 1."""

FIRMS: Final = 2 * REPRESENTATIVES
"""Places for firms; the one after them stays empty."""

GOVERNMENT: Final = PLACES_OF_DISTRICT - 1
"""Place of the government of the district."""

KINDS: Final = ("firm", "government")
"""Kinds of organisations."""

TIES_OF_KIND: Final = {"firm": ("neighbour", "employee", "customer"), "government": ("customer",)}
"""Through which ties an act that a file declares of a kind finds who suffers: nobody works for a government of the
model, and it has no neighbours."""

SUBJECTS: Final = ("resident", "official", *KINDS)
"""Whose score a score can be: that of every resident who is a subject, of those of them who hold office, or of
organisations of a kind. Scores are numbered in this order, and within it in that of a file."""

OF_RESIDENTS: Final = ("resident", "official")
"""Whose scores are those of residents."""


class Size(IntEnum):
    """Size of a firm."""

    MICRO = 0
    SMALL = 1
    MEDIUM = 2
    LARGE = 3


class Industry(IntEnum):
    """What a firm does."""

    TRADE = 0
    FOOD = 1
    MANUFACTURE = 2
    CONSTRUCTION = 3
    HEALTH = 4
    TRANSPORT = 5
    OTHER = 6


class Ownership(IntEnum):
    """Who owns a firm."""

    PRIVATE = 0
    STATE = 1
    FOREIGN = 2


class OrganisationFact(IntFlag):
    """Standing facts of an organisation, which decide what it can do. They do not change in a run."""

    FIRM = 1
    GOVERNMENT = 2
    FOOD = 4
    MANUFACTURER = 8
    EXPORTER = 16
    FOREIGN_CARRIER = 32
    SENSORS = 64
    STATE_OWNED = 128
    FOREIGN = 256
    CONNECTED = 512
    HAS_STAFF = 1024


class OrganisationAsset(IntFlag):
    """What an organisation has or carries."""

    CLOSED = 1
    LOAN = 2
    DEBT = 4
    ARREARS = 8


class OrganisationCapacity(IntFlag):
    """What a consequence can take from an organisation, or favour it in."""

    TENDER = 1
    FIRM_CREDIT = 2
    INVESTMENT = 4
    PERMIT = 8
    EXPORT = 16


class OrganisationDegree(IntEnum):
    """What a consequence makes better or worse for an organisation; 0 is as for any other."""

    CREDIT_TERMS = 0
    TAX_RATE = 1
    INSPECTION = 2
    PERMIT_WAIT = 3
    TENDER_RANK = 4

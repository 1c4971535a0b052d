"""Registered numbers of the model. Append only: a number that was given away is never reused."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class Decision(IntEnum):
    """Decision codes: the last word of every address of luck (see `kernels.philox`)."""

    ATTR = 0
    HEIGHT = 1
    CAND = 2
    SIGHT = 3
    CHILD = 4
    DISCRETION = 5
    OWN = 6
    GAUGE = 7
    APPEAL = 8
    LIFE = 9
    RATE = 10
    TIE = 11
    HOLDER = 12
    VOTE = 13
    DECIDE = 14
    GHOST = 15
    PAIRING = 16
    INFER = 17
    CONSENT = 18
    PREFERENCE = 19


OTHER_SUBJECT = 64
"""Added to the code of a decision whose subject is no resident: a district's pairing of strangers, a cell's ghosts."""


class Truth(IntEnum):
    """What a record is, seen from the act: the right end of every harm."""

    TRUE = 0
    FALSE = 1
    WRONG_PERSON = 2
    WRONG_ACT = 3
    LOGGED_FALSELY = 4
    EDITED = 5


class Fate(IntEnum):
    """What became of one look of a source at one act."""

    RECORDED = 0
    MISSED = 1
    LOST = 2
    DUPLICATE = 3
    AFTER_HORIZON = 4
    NOT_SHARED = 5


class Outcome(IntEnum):
    """What became of one act that somebody set out to do."""

    DONE = 0
    DENIED = 1
    LOOKED_UP = 2
    HELD_BACK = 3
    NO_PLACE = 4
    CAME_TO_NOTHING = 5


class Schooling(IntEnum):
    """Where a child of school age goes to school."""

    NONE = 0
    PUBLIC = 1
    PRIVATE = 2
    TOP = 3


class Entry(IntEnum):
    """Why a score moved."""

    RULE = 0
    CAP = 1
    EXPIRY = 2
    ASSOCIATION = 3
    OVERRIDE = 4
    DECAY = 5
    RESET = 6
    REFRESH = 7
    STATE = 8
    PEER = 12
    APPEAL = 13
    REPAIR = 14
    LIFTED = 17
    LIMIT = 18
    QUANTITY = 19


class Way(IntEnum):
    """How records come from one holder to another, by place in `scheme.grammar_holders.WAYS_OF_SHARING`."""

    GIVEN = 0
    SOLD = 1
    COMPELLED = 2


NO_SOURCE = 255
"""In place of a source, where no record is behind an entry."""


class Work(IntEnum):
    """Labour state of a resident."""

    OUTSIDE = 0
    OUT_OF_WORK = 1
    EMPLOYED = 2


class Sector(IntEnum):
    """Where a resident works, or last worked."""

    NONE = 0
    FARM = 1
    PRIVATE = 2
    PUBLIC = 3


class Group(IntEnum):
    """Invented groups. They exist to measure discrimination and stand for nobody real."""

    MAJORITY = 0
    MINORITY_A = 1
    MINORITY_B = 2


class Education(IntEnum):
    """Highest schooling completed."""

    NONE = 0
    PRIMARY = 1
    JUNIOR = 2
    SENIOR = 3
    COLLEGE = 4


class Role(IntEnum):
    """Public roles that schemes and acts ask for; most residents have none."""

    NONE = 0
    OFFICIAL = 1
    LAWYER = 2
    JOURNALIST = 3
    PETITIONER = 4
    DOCTOR = 5
    TEACHER = 6
    ENTREPRENEUR = 7
    POLICE = 8


class Standing(IntFlag):
    """Standing facts that decide who can commit an act. Static over a run."""

    DRIVER = 1
    BORROWER = 2
    ONLINE = 4
    HAS_ELDER = 8
    REFERENCE = 16
    OFFICIAL = 32
    TRUSTED_POST = 64
    ENTREPRENEUR = 128
    WOMAN_20_44 = 256
    PARENT = 512
    EMPLOYER = 1024
    ONLINE_BUYER = 2048
    VOLUNTEER = 4096
    BLOOD_DONOR_AGE = 8192


class Capacity(IntFlag):
    """What a consequence can take away or favour."""

    PUBLIC_JOB = 1
    PRIVATE_JOB = 2
    GOVERNMENT_SUPPORT = 4
    FLIGHT = 8
    HIGH_SPEED_RAIL = 16
    HOTEL = 32
    RESTAURANT = 64
    PROPERTY = 128
    PRIVATE_SCHOOL = 256
    PRESTIGE_JOB = 512
    PROMOTION = 1024
    LOAN = 2048
    RENTAL = 4096
    INSURANCE = 8192
    HOSPITAL = 1 << 14
    INTERNET = 1 << 15
    DATING = 1 << 16
    VISA = 1 << 17
    LICENCE = 1 << 18
    EXIT = 1 << 19
    SOFT_SLEEPER = 1 << 20
    HOTEL_CLASS = 1 << 21
    TOP_SCHOOL = 1 << 22
    HEALTH_INSURANCE = 1 << 23
    SITES = 1 << 24
    POSTING = 1 << 25
    DRIVING = 1 << 26


class Degree(IntEnum):
    """What a consequence makes better or worse without denying it: levels from -3 (worst) to 3, 0 as for anybody."""

    LOAN_TERMS = 0
    DEPOSIT = 1
    HOSPITAL_QUEUE = 2
    INTERNET_SPEED = 3
    DATING_VISIBILITY = 4
    AIRPORT_LANE = 5
    FARE = 6


class Asset(IntFlag):
    """What a resident has or carries; acts may need a bit set or unset."""

    HOME = 1
    INSURED = 2
    PARTNER = 4
    LOAN = 8
    VISA = 16
    LICENCE = 32
    PRESTIGE = 64
    SICK = 128
    DEBT = 256
    ARREARS = 512
    SHORT_OF_MONEY = 1024
    HEALTH_INSURED = 2048


class Effect(IntEnum):
    """What an accomplished act does to the life of the one who acts."""

    NONE = 0
    JOB_LOST = 1
    JOB_FOUND_PRIVATE = 2
    JOB_FOUND_PUBLIC = 3
    NEED_BEGINS = 4
    NEED_ENDS = 5
    ASSET_GAINED = 6
    ASSET_LOST = 7
    INCOME_DOWN = 8
    INCOME_UP = 9
    INCOME_BACK = 10
    JOB_FOUND_PRESTIGE = 11
    TIE_CUT = 12
    TIE_REVIVED = 13
    SCHOOL_PRIVATE = 14
    SCHOOL_PUBLIC = 15
    SCHOOL_TOP = 16


class Flag(IntFlag):
    """Bits of the per-resident byte `flags`: knows the scheme; is scored by it; lives in a household in need."""

    AWARE = 1
    COVERED = 2
    NEED = 4


AGE_BANDS = ((0, 13), (14, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 110))
"""Age bands of the tables, in completed years, both ends included."""

CELLS = len(AGE_BANDS) * 2 * 2
"""Age band x sex x urban; `cell = (band * 2 + sex) * 2 + urban`."""

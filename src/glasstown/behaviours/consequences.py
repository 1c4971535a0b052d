"""What each thing that a consequence takes away does to a life: the list of the paired tests, and a page.

A row names the act that needs the capacity, what changes when the act is denied or not, and the later
outcome in which it must show, with its sign, in a pair of worlds that differ in the denial alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.vocab.codes import Asset, Capacity, Degree, Effect

OUTCOMES: Final = ("act", "asset", "income", "ties", "school", "work", "need", "wait", "place",
                   "top-school")  # fmt: skip
"""Where an outcome shows: acts done, residents with an asset, mean income, ties kept, pupils at private schools,
days out of work, days in need, days until served, places won, pupils at the best public schools."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One later outcome of one denial.

    Attributes:
        capacity: what is denied.
        act: the act that needs it.
        when: "accomplished" if the denial prevents a change, "blocked" if being denied makes one.
        effect: the change.
        asset: which asset it gives or takes, where it does.
        shows_in: one of `OUTCOMES`.
        of: the act or asset counted, or "" where the outcome says it all.
        sign: 1 where the denial makes more of it, -1 where it makes less.
        then: the same in words.
    """

    capacity: Capacity
    act: str
    when: str
    effect: Effect
    asset: Asset
    shows_in: str
    of: str
    sign: int
    then: str


@dataclass(frozen=True, slots=True)
class DegreeOutcome:
    """One later outcome of something made worse, or better, without being denied; fields as in `Outcome`."""

    degree: Degree
    act: str
    shows_in: str
    of: str
    sign: int
    then: str


C, E, A = Capacity, Effect, Asset
DONE, DENIED = "accomplished", "blocked"

DENIALS: Final[tuple[Outcome, ...]] = (
    Outcome(C.PUBLIC_JOB, "public-job-offer", DONE, E.JOB_FOUND_PUBLIC, A(0), "work", "", 1,
            "longer out of work, so bills are paid late"),
    Outcome(C.PRIVATE_JOB, "private-job-offer", DONE, E.JOB_FOUND_PRIVATE, A(0), "work", "", 1,
            "longer out of work, so bills are paid late"),
    Outcome(C.GOVERNMENT_SUPPORT, "support-application", DONE, E.NEED_ENDS, A(0), "need", "", 1,
            "longer in need, so bills are paid late"),
    Outcome(C.FLIGHT, "air-trip", DENIED, E.INCOME_DOWN, A(0), "income", "", -1,
            "contracts are lost, so income falls and bills are paid late"),
    Outcome(C.HIGH_SPEED_RAIL, "high-speed-rail-trip", DENIED, E.TIE_CUT, A(0), "ties", "", -1,
            "friends are not seen, so friendships lapse"),
    Outcome(C.HOTEL, "hotel-stay", DENIED, E.INCOME_DOWN, A(0), "income", "", -1,
            "contracts are lost, so income falls and bills are paid late"),
    Outcome(C.RESTAURANT, "restaurant-visit", DENIED, E.TIE_CUT, A(0), "ties", "", -1,
            "friends are not met, so friendships lapse"),
    Outcome(C.PROPERTY, "property-purchase", DONE, E.ASSET_GAINED, A.HOME, "act", "rental-application", 1,
            "no home of one's own, so homes must be rented again and again"),
    Outcome(C.PRIVATE_SCHOOL, "private-school-application", DENIED, E.SCHOOL_PUBLIC, A(0), "school", "", -1,
            "the child goes to another school, and earns less later"),
    Outcome(C.PRESTIGE_JOB, "prestige-job-bid", DONE, E.JOB_FOUND_PRESTIGE, A.PRESTIGE, "income", "", -1,
            "the post goes to somebody else, and so does its income"),
    Outcome(C.PROMOTION, "promotion-bid", DONE, E.INCOME_UP, A(0), "income", "", -1,
            "somebody else is promoted, and earns more"),
    Outcome(C.LOAN, "loan-application", DONE, E.ASSET_GAINED, A.LOAN, "asset", "SHORT_OF_MONEY", 1,
            "a shortage of money lasts, so bills are paid late and loans fail"),
    Outcome(C.RENTAL, "rental-application", DENIED, E.ASSET_GAINED, A.SHORT_OF_MONEY, "asset", "SHORT_OF_MONEY", 1,
            "dearer rooms for a while, so money is short and bills are paid late"),
    Outcome(C.INSURANCE, "insurance-purchase", DONE, E.ASSET_GAINED, A.INSURED, "act", "medical-bill", 1,
            "nobody pays for an illness, so money is short"),
    Outcome(C.HOSPITAL, "hospital-visit", DONE, E.ASSET_LOST, A.SICK, "act", "pay-lost-to-illness", 1,
            "ill for longer, so pay is lost"),
    Outcome(C.INTERNET, "online-job-search", DONE, E.JOB_FOUND_PRIVATE, A(0), "work", "", 1,
            "longer out of work, so bills are paid late"),
    Outcome(C.DATING, "partner-seeking", DONE, E.ASSET_GAINED, A.PARTNER, "act", "marriage", -1,
            "fewer partners, so fewer marriages"),
    Outcome(C.VISA, "visa-application", DONE, E.ASSET_GAINED, A.VISA, "act", "trip-abroad", -1,
            "fewer journeys abroad"),
    Outcome(C.LICENCE, "licence-renewal", DENIED, E.INCOME_DOWN, A(0), "income", "", -1,
            "the trade shrinks, so income falls and bills are paid late"),
    Outcome(C.EXIT, "trip-abroad", DENIED, E.INCOME_DOWN, A(0), "income", "", -1,
            "contracts are lost, so income falls and bills are paid late"),
    Outcome(C.SOFT_SLEEPER, "soft-sleeper-trip", DENIED, E.TIE_CUT, A(0), "ties", "", -1,
            "friends are not seen, so friendships lapse"),
    Outcome(C.HOTEL_CLASS, "better-room-stay", DENIED, E.INCOME_DOWN, A(0), "income", "", -1,
            "contracts are lost, so income falls and bills are paid late"),
    Outcome(C.TOP_SCHOOL, "top-school-application", DONE, E.SCHOOL_TOP, A(0), "top-school", "", -1,
            "the place goes to somebody else's child, and so does what it earns later"),
    Outcome(C.HEALTH_INSURANCE, "health-insurance-renewal", DENIED, E.ASSET_LOST, A.HEALTH_INSURED, "act",
            "medical-bill-in-full", 1, "an illness is paid for in full, so money is short"),
    Outcome(C.SITES, "site-visit", DONE, E.INCOME_BACK, A(0), "income", "", -1,
            "income that fell comes back later"),
    Outcome(C.POSTING, "critical-post", DENIED, E.TIE_CUT, A(0), "ties", "", -1,
            "nobody reads what was written, so friendships lapse"),
    Outcome(C.DRIVING, "drive-for-work", DENIED, E.JOB_LOST, A(0), "work", "", 1,
            "work is lost that takes a car, so bills are paid late"),
)  # fmt: skip
"""One row for every capacity, in order of its bit."""

WORSENINGS: Final[tuple[DegreeOutcome, ...]] = (
    DegreeOutcome(Degree.LOAN_TERMS, "loan-repaid", "asset", "LOAN", 1,
                  "dearer loans are repaid later"),
    DegreeOutcome(Degree.DEPOSIT, "rental-application", "asset", "SHORT_OF_MONEY", 1,
                  "deposits eat up what is put by, so money is short"),
    DegreeOutcome(Degree.HOSPITAL_QUEUE, "hospital-visit", "wait", "hospital-queue", 1,
                  "others are treated first, so one is ill for longer"),
    DegreeOutcome(Degree.INTERNET_SPEED, "online-job-search", "work", "", 1,
                  "fewer offers are found online, so one is longer out of work"),
    DegreeOutcome(Degree.DATING_VISIBILITY, "partner-seeking", "place", "match", -1,
                  "others are matched first"),
    DegreeOutcome(Degree.AIRPORT_LANE, "air-trip", "income", "", -1,
                  "time lost at airports costs contracts"),
    DegreeOutcome(Degree.FARE, "season-ticket", "asset", "SHORT_OF_MONEY", 1,
                  "dearer tickets eat up what is put by, so money is short"),
)  # fmt: skip
"""One row for every degree made worse, in order of its code."""

BETTERMENTS: Final[tuple[DegreeOutcome, ...]] = (
    DegreeOutcome(Degree.LOAN_TERMS, "loan-application", "asset", "LOAN", -1,
                  "cheap loans are paid off at once"),
    DegreeOutcome(Degree.DEPOSIT, "rental-application", "asset", "SHORT_OF_MONEY", -1,
                  "no deposit is asked, so money is there"),
    DegreeOutcome(Degree.HOSPITAL_QUEUE, "hospital-visit", "wait", "hospital-queue", -1,
                  "treated before others, so one is ill for less long"),
    DegreeOutcome(Degree.INTERNET_SPEED, "site-visit", "income", "", 1,
                  "more is found online, so income that fell comes back sooner"),
    DegreeOutcome(Degree.DATING_VISIBILITY, "partner-seeking", "place", "match", 1,
                  "matched before others"),
    DegreeOutcome(Degree.AIRPORT_LANE, "air-trip", "income", "", 1,
                  "time won at airports brings contracts back"),
    DegreeOutcome(Degree.FARE, "season-ticket", "asset", "SHORT_OF_MONEY", -1,
                  "cheaper tickets leave money"),
)  # fmt: skip
"""One row for every degree made better, in order of its code."""

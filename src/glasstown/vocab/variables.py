"""What a formula of a scheme can ask about a resident: every variable, with its unit and its range.

Facts are those at the beginning of the step; the score is that at the moment of asking. A fact that holds or not counts
as 1 or 0 where a number is wanted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.vocab.units import MOST_DAYS

NUMBER: Final = "number"
TRUTH: Final = "yes or no"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its name, whether it is a number or a fact, the ends of its range, its unit, its meaning."""

    name: str
    kind: str
    low: int
    high: int
    unit: str
    text: str


def _number(name: str, low: int, high: int, unit: str, text: str) -> Variable:
    return Variable(name, NUMBER, low, high, unit, text)


def _fact(name: str, text: str) -> Variable:
    return Variable(name, TRUTH, 0, 1, "", text)


LIFE_VARIABLES: Final = (
    _number("age", 0, 127, "years", "completed years of age"),
    _fact("woman", "is a woman"),
    _fact("urban", "lives in a town"),
    _number("group", 0, 2, "code", "invented group: 0 majority, 1 minority A, 2 minority B"),
    _number("education", 0, 4, "level", "schooling completed: 0 none, 1 primary, 2 junior, 3 senior, 4 college"),
    _number("digital", 0, 2, "level", "0 offline, 1 online, 2 online much"),
    _fact("employed", "is at work"),
    _fact("out-of-work", "looks for work"),
    _fact("public-sector", "works for the public sector, or last did"),
    _fact("farming", "works on a farm, or last did"),
    _number("income-fifth", 1, 5, "fifth", "fifth of the nation by income per head on day 0, 1 the poorest"),
    _number("income", 16, 192, "1/64", "income as a share of that of day 0"),
    _number("household-size", 1, 64, "residents", "members of the household"),
    _fact("parent", "has a child of their own at home on day 0"),
    _fact("driver", "drives"),
    _fact("borrower", "borrows from banks"),
    _fact("online-buyer", "buys online"),
    _fact("official", "is an official"),
    _fact("lawyer", "is a lawyer"),
    _fact("journalist", "is a journalist"),
    _fact("petitioner", "is somebody who petitions"),
    _fact("teacher", "is a teacher"),
    _fact("doctor", "is a doctor"),
    _fact("police", "is with the police"),
    _fact("entrepreneur", "owns a firm, or trades on their own"),
    _fact("employer", "employs others"),
    _fact("home", "the household owns its home (kept by its reference person)"),
    _fact("insured", "has private insurance beside the public one"),
    _fact("partner", "has a partner and is not married"),
    _fact("loan", "owes a loan taken in a shortage of money"),
    _fact("visa", "may travel abroad"),
    _fact("licence", "holds a trade licence"),
    _fact("prestige", "holds a post of high prestige"),
    _fact("sick", "is so ill that a hospital is needed"),
    _fact("debt", "has not performed a judgment in force"),
    _fact("arrears", "has bills or instalments in arrears"),
    _fact("short-of-money", "is short of money"),
    _fact("in-need", "lives in a household in need"),
    _number("month", 1, 12, "month", "month of the calendar, 1 January; day 0 is the date with which a run starts"),
)
"""What is so of a life, whatever the scheme has written down."""

SCORE: Final = "score"
GRADE: Final = "grade"
LISTED: Final = "listed."
SCORE_OF: Final = "score."
"""What the scheme has made of somebody: the score as it stands (`score`); the grade in force, 1 the best
(`grade`); whether the resident stands on a list (`listed.ID`); another score of the resident as it stood when the step
began (`score.ID`)."""

DAYS_IN_GRADE: Final = Variable(
    "days-in-grade", NUMBER, 0, MOST_DAYS, "days",
    "days since the grade in force was given, 0 where none is; from day 0 for the first",
)  # fmt: skip
DAYS_CLEAN: Final = Variable(
    "days-clean", NUMBER, 0, MOST_DAYS, "days",
    "days since a rule last took points for a record of one's own, true or not; from day 0 where none did",
)  # fmt: skip
"""How long something of the scheme's has lasted. What an appeal strikes out has ended clean days all the same."""

MONTH: Final = "month"

GAUGE: Final = "gauge."
KNOWN: Final = "known."
"""What the meters of a scheme read: a quantity (`gauge.ID`), 0 where nothing was read; whether there is a reading
(`known.ID`)."""

INFERRED: Final = "inferred."
"""What the scheme has concluded (`inferred.ID`)."""

OF_TIES: Final = ("number", "mean", "lowest")
"""What is asked about those tied to somebody (`friend.mean`): how many of them are scored, the mean of their scores,
and the lowest, as they stood when the step began; the start of the score where there is nobody."""

NOBODY: Final = "nobody."
"""In place of a kind of ties: no file can ask about it, and nobody is ever there."""

MARKERS: Final = ("group",)
"""Variables that single out an invented group."""

MOST_COUNTED: Final = 1_000_000
"""A count of records that formulas can tell apart from more."""

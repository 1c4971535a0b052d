"""What formulas ask about residents: one row of thousandths a fact, worked out at the beginning of phase 7.

Only the facts that some formula of the scheme reads are worked out, and only in steps in which one is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np

from glasstown.kernels.postfix import THOUSAND
from glasstown.simulate.scores_around import NUMBER, look_at_scores, part_of_tie
from glasstown.simulate.slots import score_in
from glasstown.vocab.arrays import I64, U8, AnyArray
from glasstown.vocab.codes import Asset, Role, Sector, Standing, Work
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.variables import (
    DAYS_CLEAN,
    DAYS_IN_GRADE,
    GAUGE,
    GRADE,
    INFERRED,
    KNOWN,
    LISTED,
    MONTH,
    NOBODY,
    OF_TIES,
    SCORE_OF,
)

if TYPE_CHECKING:
    from glasstown.simulate.stretch import Stretch

OLDEST: Final = 127


class Known(NamedTuple):
    """What is known of residents beside their lives and never changes; all of length residents."""

    education: U8
    digital: U8
    role: U8
    household_size: U8


Reading: TypeAlias = Callable[["Stretch", int], AnyArray]
"""The fact of every resident of a stretch on a day, in whole units."""


def _age(stretch: Stretch, day: int) -> AnyArray:
    return np.clip((day - stretch.ages.birth_day.astype(np.int64)) // DAYS_IN_YEAR, 0, OLDEST)


def _in_need(stretch: Stretch, _: int) -> AnyArray:
    home = stretch.household
    return np.bincount(home, weights=stretch.life.need, minlength=stretch.size)[home] > 0


def _stands(bit: Standing) -> Reading:
    return lambda stretch, _: (stretch.people.standing & np.uint16(bit)) != 0


def _has(bit: Asset) -> Reading:
    return lambda stretch, _: (stretch.life.assets & np.uint16(bit)) != 0


def _is(role: Role) -> Reading:
    return lambda stretch, _: stretch.known.role == role


READINGS: Final[dict[str, Reading]] = {
    "age": _age,
    "woman": lambda stretch, _: stretch.ages.sex,
    "urban": lambda stretch, _: stretch.ages.urban,
    "group": lambda stretch, _: stretch.people.group,
    "education": lambda stretch, _: stretch.known.education,
    "digital": lambda stretch, _: stretch.known.digital,
    "employed": lambda stretch, _: stretch.life.work == Work.EMPLOYED,
    "out-of-work": lambda stretch, _: stretch.life.work == Work.OUT_OF_WORK,
    "public-sector": lambda stretch, _: stretch.life.sector == Sector.PUBLIC,
    "farming": lambda stretch, _: stretch.life.sector == Sector.FARM,
    "income-fifth": lambda stretch, _: stretch.fifth + 1,
    "income": lambda stretch, _: stretch.life.income,
    "household-size": lambda stretch, _: stretch.known.household_size,
    "parent": _stands(Standing.PARENT),
    "driver": _stands(Standing.DRIVER),
    "borrower": _stands(Standing.BORROWER),
    "online-buyer": _stands(Standing.ONLINE_BUYER),
    "official": _stands(Standing.OFFICIAL),
    "lawyer": _is(Role.LAWYER),
    "journalist": _is(Role.JOURNALIST),
    "petitioner": _is(Role.PETITIONER),
    "teacher": _is(Role.TEACHER),
    "doctor": _is(Role.DOCTOR),
    "police": _is(Role.POLICE),
    "entrepreneur": _stands(Standing.ENTREPRENEUR),
    "employer": _stands(Standing.EMPLOYER),
    "home": _has(Asset.HOME),
    "insured": _has(Asset.INSURED),
    "partner": _has(Asset.PARTNER),
    "loan": _has(Asset.LOAN),
    "visa": _has(Asset.VISA),
    "licence": _has(Asset.LICENCE),
    "prestige": _has(Asset.PRESTIGE),
    "sick": _has(Asset.SICK),
    "debt": _has(Asset.DEBT),
    "arrears": _has(Asset.ARREARS),
    "short-of-money": _has(Asset.SHORT_OF_MONEY),
    "in-need": _in_need,
    GRADE: lambda stretch, _: stretch.standing.grade,
    DAYS_IN_GRADE.name: lambda stretch, day: (day - stretch.lasting.graded_day) * (stretch.standing.grade > 0),
    DAYS_CLEAN.name: lambda stretch, day: day - stretch.lasting.debited_day,
}
"""How each fact is read, by the name of its variable."""


def facts_of(names: Sequence[tuple[str, int]], stretch: Stretch, day: int) -> I64:
    """Facts of all residents of a stretch.

    Args:
        names: name of each fact, and the number of the list, meter or inference that it is about.
        stretch: the stretch.
        day: first day of the step.

    Returns:
        (facts, residents) in thousandths; 0 or 1,000 of what holds or not.
    """
    facts = np.empty((len(names), stretch.size), np.int64)
    around: dict[str, I64] = {}
    for row, (name, number) in enumerate(names):
        facts[row] = _asked(name, number, stretch, day, around)
    given = [name.startswith((GAUGE, SCORE_OF, NOBODY)) or part_of_tie(name) is not None for name, _ in names]
    facts *= np.where(given, 1, THOUSAND).astype(np.int64)[:, None]
    return facts


def _asked(name: str, number: int, stretch: Stretch, day: int, around: dict[str, I64]) -> AnyArray | int:
    """One fact of everybody; `number` is that of the list, score, meter or inference, and of day 0 for the month."""
    if name == MONTH or " " in name:  # a count of records is written where it is asked for
        return date.fromordinal(number + day).month if name == MONTH else 0
    if name.startswith((LISTED, INFERRED)):
        bits = stretch.standing.lists if name.startswith(LISTED) else stretch.inferred.inferred
        return (bits >> np.uint16(number)) & np.uint16(1)
    if name.startswith((SCORE_OF, NOBODY)):
        of_score = name.startswith(SCORE_OF)
        return score_in(stretch, number) if of_score else _of_nobody(name.removeprefix(NOBODY), stretch)
    if part := part_of_tie(name):
        return _around(stretch, part[0], around)[part[1]]
    if name.startswith((KNOWN, GAUGE)):
        read = stretch.readings.read[number]
        return read >= 0 if name.startswith(KNOWN) else np.maximum(read, 0)
    return READINGS[name](stretch, day)


def _around(stretch: Stretch, tie: str, around: dict[str, I64]) -> I64:
    """What is asked about those tied to residents by one kind of ties; looked at once."""
    if tie not in around:
        around[tie] = np.empty((len(OF_TIES), stretch.size), np.int64)
        look_at_scores(stretch.circle, stretch.life.ties_cut, 1 + TIES.index(tie), stretch.subject,
                       stretch.scores.score, stretch.start_milli, around[tie])
    return around[tie]


def made_alone(names: Sequence[tuple[str, int]], stretch: Stretch, facts: I64) -> None:
    """Let nobody be tied to anybody. Changes the facts."""
    for row, (name, _) in enumerate(names):
        part = part_of_tie(name)
        if part:
            facts[row] = _of_nobody(OF_TIES[part[1]], stretch)


def _of_nobody(what: str, stretch: Stretch) -> int:
    """What is told where nobody is there, in thousandths: none of them, and the start of the score."""
    return 0 if what == OF_TIES[NUMBER] else stretch.start_milli


def made_true(names: Sequence[tuple[str, int]], stretch: Stretch, facts: I64) -> None:
    """Put what is true in the place of what was read or concluded; who is unknown stays so. Changes the facts."""
    for row, (name, number) in enumerate(names):
        if name.startswith(GAUGE):
            facts[row] = stretch.readings.truly[number]
        elif name == DAYS_CLEAN.name:
            gone = stretch.lasting.debited_day.astype(np.int64) - stretch.lasting.truly_debited_day
            facts[row] += gone * THOUSAND
        elif name.startswith(INFERRED):
            facts[row] = ((stretch.inferred.is_so >> np.uint16(number)) & np.uint16(1)).astype(np.int64) * THOUSAND

"""One stretch: up to fifteen neighbouring districts, their people, their state, and the agenda of what is due.

A stretch is the unit of work of one thread: large enough that the time between kernels does not count,
small enough that a slot fits 16 bits. How a town is cut into stretches changes no result, since nothing
reaches beyond a district within a step and everything is addressed by resident.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.kernels.rates import Classes, People
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.assess import Scores
from glasstown.simulate.life import COVERED, KNOWS_AT_START, draw_once, regrade
from glasstown.simulate.outlook import Ages, household_strain, subjects_of, turn
from glasstown.simulate.sightings import Ties
from glasstown.simulate.worlds import World
from glasstown.society.population import Population
from glasstown.vocab.arrays import I32, U8, U16, U32, U64, AnyArray
from glasstown.vocab.geography import DISTRICT, VOID

MOST_DISTRICTS: Final = 15
"""Districts in one stretch: their 61,440 slots stay below the mark of a void tie."""

FIRST_ROOM: Final = 1024
"""Rows that a new agenda has room for."""


@dataclass(slots=True)
class Stretch:
    """Residents `first` to `first + size - 1`. Static columns, then what changes; all of length size."""

    first: int
    size: int
    people: People
    ties: Ties
    birth_day: I32
    ages: Ages
    household: I32
    kept: U8
    traced: U8
    scores: Scores
    grade: U8
    grade_since: U16
    aware: U8
    covered: U8
    need: U8
    work: U8
    sector: U8
    subject: U8
    classes: Classes
    denied: U32
    strain: U8
    agenda: AnyArray
    used: int


STATE: Final = ("score", "open_sum", "grade", "grade_since", "aware", "covered", "need", "work", "sector")
"""Columns that a checkpoint keeps, beside the counts of repeats and the agenda."""


def cut(districts: Sequence[int], threads: int) -> list[tuple[int, int]]:
    """Cut the districts to be lived into stretches: (first district, number of districts), for the threads alike.

    Args:
        districts: numbers of districts, ascending; gaps end a stretch.
        threads: how many stretches are lived at once.
    """
    longest = min(MOST_DISTRICTS, -(-len(districts) // max(threads, 1)))
    pieces: list[tuple[int, int]] = []
    for district in districts:
        first, number = pieces[-1] if pieces else (-1, 0)
        if number and district == first + number and number < longest:
            pieces[-1] = (first, number + 1)
        else:
            pieces.append((district, 1))
    return pieces


def stretches_of(
    population: Population, world: World, keys: U64, kept: U8, traced: U8, pieces: Sequence[tuple[int, int]]
) -> Iterator[Stretch]:
    """Lay out stretches of a town on day 0.

    Args:
        population: the people.
        world: tables of the world they live in.
        keys: the luck key.
        kept: (residents,) 1 where the ledger keeps the resident's rows.
        traced: (residents,) 1 where the ledger keeps the resident's every act.
        pieces: (first district, number of districts) of each stretch.
    """
    for first, number in pieces:
        yield _stretch(population, world, keys, kept, traced, first * DISTRICT, number * DISTRICT)


def _stretch(p: Population, world: World, keys: U64, kept: U8, traced: U8, first: int, slots: int) -> Stretch:
    stop = min(first + slots, p.people)
    size = stop - first
    part = slice(first, stop)
    zeros = np.zeros(size, np.uint8)
    stretch = Stretch(
        first=first,
        size=size,
        people=_people(p, part, size),
        ties=Ties(_slots(p.lookalike[:, part]), _slots(p.namesake[:, part])),
        birth_day=p.birth_day[part].copy(),
        ages=Ages(p.birth_day[part].copy(), p.sex[part].copy(), p.urban[part].copy(), np.zeros(size, np.int32)),
        household=(p.household[part].astype(np.int64) - first).astype(np.int32),
        kept=kept[part].copy(),
        traced=traced[part].copy(),
        scores=Scores(
            np.full(size, world.start_milli, np.int32),
            np.full(size, world.start_milli, np.int64),
            np.zeros((world.tallies, size), np.int32),
        ),
        grade=zeros.copy(),
        grade_since=np.zeros(size, np.uint16),
        aware=zeros.copy(),
        covered=zeros.copy(),
        need=zeros.copy(),
        work=p.work[part].copy(),
        sector=p.sector[part].copy(),
        subject=zeros.copy(),
        classes=Classes(zeros.copy(), zeros.copy(), np.zeros(size, np.uint16)),
        denied=np.zeros(size, np.uint32),
        strain=zeros.copy(),
        agenda=empty_agenda(FIRST_ROOM),
        used=0,
    )
    if world.has_scheme:
        draw_once(first, COVERED, np.uint64(world.covered[0]), np.uint64(world.covered[1]), keys, stretch.covered)
    settle(stretch, world, 0)
    if world.has_scheme:
        _enrol(stretch, world, keys)
    return stretch


def _people(p: Population, part: slice, size: int) -> People:
    return People(
        cell=np.full(size, 255, np.uint8),
        group=p.group[part].copy(),
        standing=p.standing[part].copy(),
        traits=np.array(p.traits[:, part], order="C"),
        bound=np.zeros((8, size), np.uint8),
        watch=(p.group[part] * 2 + p.urban[part]).astype(np.uint8),
    )


def _slots(ties: U16) -> U16:
    """Slots within districts as slots within a stretch that begins with the first column."""
    base = np.arange(ties.shape[1], dtype=np.int64) // DISTRICT * DISTRICT
    return np.where(ties == VOID, VOID, ties + base).astype(np.uint16)


def settle(stretch: Stretch, world: World, day: int) -> None:
    """Work out everything that follows from a stretch's state on a day: ages, subjects, strain."""
    stretch.ages.turns[:] = 0
    turn(world.rates, stretch.people, stretch.ages, world.age_bands, stretch.covered, world.min_age_days, day,
         stretch.subject)
    subjects_of(stretch.birth_day, stretch.covered, world.min_age_days, day, stretch.subject)
    household_strain(stretch.household, stretch.work, stretch.need, stretch.strain)


def _enrol(stretch: Stretch, world: World, keys: U64) -> None:
    """Who knows of the scheme, and the first grades; who is told of a consequence knows on day 0."""
    know = np.zeros(stretch.size, np.uint8)
    draw_once(stretch.first, KNOWS_AT_START, np.uint64(world.aware_at_start[0]), np.uint64(world.aware_at_start[1]),
              keys, know)
    stretch.aware[:] = know & stretch.subject
    first_grades = np.zeros(stretch.size, np.uint8)
    regrade(world.ladder, stretch.subject, stretch.scores.score, stretch.grade, first_grades)
    stretch.grade[:] = first_grades
    stretch.aware |= world.ladder.notice[first_grades]

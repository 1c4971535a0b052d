"""One district: its people, its state, and the agenda of what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from glasstown.kernels.heights import Classes, People
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.assess import Scores
from glasstown.simulate.life import COVERED, KNOWS_AT_START, draw_once, regrade
from glasstown.simulate.outlook import age_cells, subjects_of
from glasstown.simulate.sightings import Ties
from glasstown.simulate.worlds import World
from glasstown.society.population import Population
from glasstown.vocab.arrays import I32, U8, U16, U64, AnyArray
from glasstown.vocab.geography import DISTRICT

FIRST_ROOM = 1024
"""Rows that a new agenda has room for."""


@dataclass(slots=True)
class District:
    """Residents `first` to `first + size - 1`. Static columns, then what changes; all of length size."""

    first: int
    size: int
    people: People
    ties: Ties
    birth_day: I32
    sex: U8
    urban: U8
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
    denied: U16
    strain: U8
    aware_ties: U8
    agenda: AnyArray
    used: int


STATE = ("score", "open_sum", "grade", "grade_since", "aware", "covered", "need", "work", "sector")
"""Columns that a checkpoint keeps, beside the counts of repeats and the agenda."""


def districts_of(population: Population, world: World, keys: U64, kept: U8, traced: U8) -> Iterator[District]:
    """Lay out every district of a town on day 0.

    Args:
        population: the people.
        world: tables of the world they live in.
        keys: the luck key.
        kept: (residents,) 1 where the ledger keeps the resident's rows.
        traced: (residents,) 1 where the ledger keeps the resident's every act.
    """
    for first in range(0, population.people, DISTRICT):
        yield _district(population, world, keys, kept, traced, first)


def _district(p: Population, world: World, keys: U64, kept: U8, traced: U8, first: int) -> District:
    stop = min(first + DISTRICT, p.people)
    size = stop - first
    part = slice(first, stop)
    zeros = np.zeros(size, np.uint8)
    people = People(
        cell=np.full(size, 255, np.uint8),
        group=p.group[part].copy(),
        standing=p.standing[part].copy(),
        traits=np.array(p.traits[:, part], order="C"),
        bound=np.zeros((8, size), np.uint8),
        watch=(p.group[part] * 2 + p.urban[part]).astype(np.uint8),
    )
    district = District(
        first=first,
        size=size,
        people=people,
        ties=Ties(np.array(p.lookalike[:, part], order="C"), np.array(p.namesake[:, part], order="C")),
        birth_day=p.birth_day[part].copy(),
        sex=p.sex[part].copy(),
        urban=p.urban[part].copy(),
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
        classes=Classes(zeros.copy(), zeros.copy()),
        denied=np.zeros(size, np.uint16),
        strain=zeros.copy(),
        aware_ties=zeros.copy(),
        agenda=empty_agenda(FIRST_ROOM),
        used=0,
    )
    refresh_cells(district, world, 0)
    if world.has_scheme:
        _enrol(district, world, keys)
    return district


def refresh_cells(district: District, world: World, day: int) -> None:
    """Bring cells up to a day; bounds follow where a birthday moved somebody."""
    age_cells(world.rates, district.people, district.birth_day, district.sex, district.urban, world.age_bands, day)


def _enrol(district: District, world: World, keys: U64) -> None:
    """Who is covered, who knows of the scheme, and the first grades; who is told of a consequence knows on day 0."""
    draw_once(district.first, COVERED, np.uint64(world.covered[0]), np.uint64(world.covered[1]), keys, district.covered)
    know = np.zeros(district.size, np.uint8)
    draw_once(district.first, KNOWS_AT_START, np.uint64(world.aware_at_start[0]), np.uint64(world.aware_at_start[1]),
              keys, know)
    subjects_of(district.birth_day, district.covered, world.min_age_days, 0, district.subject)
    district.aware[:] = know & district.subject
    first_grades = np.zeros(district.size, np.uint8)
    regrade(world.ladder, district.subject, district.scores.score, district.grade, first_grades)
    district.grade[:] = first_grades
    district.aware |= world.ladder.notice[first_grades]

"""The firms and governments beside one stretch of residents: their state, and how they stand on day 0.

They are a stretch of their own, with 64 places a district, whose numbers lie above those of all residents; so the
phases of a step work for them as they do for people. What joins the two are slots: whose firm it is, who works there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.kernels.bounds import FAMILIES, UNBOUND
from glasstown.kernels.rates import Classes, People
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.docket import empty_docket
from glasstown.simulate.due_tables import nothing_owed
from glasstown.simulate.effects import AS_BEFORE, Life
from glasstown.simulate.firms_held import carry_grades, hold_firms
from glasstown.simulate.first_day import FIRST_ROOM
from glasstown.simulate.follow import follow
from glasstown.simulate.growing import Ages
from glasstown.simulate.harms import Circle
from glasstown.simulate.impose import impose
from glasstown.simulate.inferences import nothing_inferred
from glasstown.simulate.lasting import since_day_0
from glasstown.simulate.life import regrade
from glasstown.simulate.meters import no_readings
from glasstown.simulate.officials import look_for_officials_of_firms
from glasstown.simulate.outlook import NEVER, Standing
from glasstown.simulate.patrol import nothing_found
from glasstown.simulate.scores import Scores
from glasstown.simulate.sightings import Ties
from glasstown.simulate.slots import grade_counts, grade_in, grades_of, score_in
from glasstown.simulate.standing_points import nothing_stands
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.variables import Known
from glasstown.simulate.working_out import nothing_worked_out
from glasstown.simulate.worlds import World
from glasstown.society.organisations import Organised
from glasstown.society.population import Population
from glasstown.vocab.arrays import I8, I32, I64, U8, U16, U64
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.organisations import (
    FIRST_ORGANISATION,
    GOVERNMENT,
    PLACES_OF_DISTRICT,
    SUBJECTS,
    OrganisationDegree,
    OrganisationFact,
)

NORMAL_WATCH: Final = 3
"""Watch class of an organisation without sensors whose inspection level is 0; the class is the level and 3."""

MEASURED: Final = 7
"""Classes further up stand those that have sensors."""

GOVERNMENTS: Final = 14
"""Watch class of all governments."""


@dataclass(slots=True)
class Organisations:
    """Firms and governments of some districts, and how they are joined to the residents of the same districts.

    Attributes:
        stretch: their state; its slots are places, 64 a district.
        facts: what is known of them, of the same places.
        partner: slot of the firm that each deals with, or `VOID`.
        representative: slot, among the residents, of who runs the firm, or `VOID`.
        staff: slots of the residents whom each firm employs at day 0, firm by firm.
        staff_ends: (places + 1,) where the staff of each begins, and ends.
        bound: (residents,) consequences that hit residents through an organisation from the next step on, bit by
            consequence; None where none can.
        newly: slots of the residents for whom that has just changed.
    """

    stretch: Stretch
    facts: Organised
    partner: U16
    representative: U16
    staff: I32
    staff_ends: I32
    bound: U64 | None = None
    newly: I64 | None = None


def organisations_of(
    organised: Organised, kinds: tuple[bool, ...], people: Population, residents: Stretch, world: World,
    scores_of: tuple[int, ...], keys: U64,
) -> Organisations:
    """Lay out the organisations of the districts of one stretch on day 0.

    Args:
        organised: organisations of the whole town.
        kinds: whether firms, and governments, live there.
        people: the people.
        residents: the stretch of residents.
        world: tables of organisations.
        scores_of: whose each score of organisations is, by place in `SUBJECTS`.
        keys: the luck key.
    """
    first = residents.first // DISTRICT * PLACES_OF_DISTRICT
    part = slice(first, first + -(-residents.size // DISTRICT) * PLACES_OF_DISTRICT)
    mine = Organised(*(getattr(organised, name)[..., part] for name in Organised.__slots__))
    lives = _living(mine, kinds)
    stretch = _stretch(mine, lives, people, residents, world)
    staff, ends = _staff(mine, residents, people)
    place = np.arange(stretch.size) // PLACES_OF_DISTRICT
    joined = Organisations(
        stretch, mine, _slots(mine.partner, place * PLACES_OF_DISTRICT),
        _slots(mine.representative, place * DISTRICT), staff, ends,
    )  # fmt: skip
    if world.has_scheme:
        look_for_officials_of_firms(residents, stretch, joined.representative, world)
        _enrol(joined, world, lives, scores_of, keys)
    return joined


def _living(mine: Organised, kinds: tuple[bool, ...]) -> U8:
    """1 for those that exist and are of a kind that lives in the town."""
    government = np.arange(mine.exists.size) % PLACES_OF_DISTRICT == GOVERNMENT
    firms, governments = kinds
    return mine.exists * np.where(government, governments, firms).astype(np.uint8)


def _slots(ties: U16, base: np.ndarray[tuple[int], np.dtype[np.int64]]) -> U16:
    """Slots or places within districts as those within a stretch."""
    return np.where(ties == VOID, VOID, ties + base).astype(np.uint16)


def _staff(mine: Organised, residents: Stretch, people: Population) -> tuple[I32, I32]:
    """The staff of each firm at day 0: all whom its representative employs work for the first of their firms."""
    size = mine.exists.size
    here = slice(residents.first, residents.first + residents.size)
    base = np.arange(residents.size, dtype=np.int64) // DISTRICT
    boss = people.employer[here].astype(np.int64) + base * DISTRICT
    owner = np.full(residents.size + DISTRICT, -1, np.int64)
    places = np.flatnonzero((mine.representative != VOID) & (np.arange(size) % 2 == 0))
    owner[mine.representative[places] + places // PLACES_OF_DISTRICT * DISTRICT] = places
    hired = np.flatnonzero(people.employer[here] != VOID)
    firm = owner[boss[hired]]
    hired, firm = hired[firm >= 0], firm[firm >= 0]
    order = np.argsort(firm, kind="stable")
    ends = np.searchsorted(firm[order], np.arange(size + 1))
    return hired[order].astype(np.int32), ends.astype(np.int32)


def _stretch(mine: Organised, lives: U8, people: Population, residents: Stretch, world: World) -> Stretch:
    size = mine.exists.size
    zeros, none = np.zeros(size, np.uint8), np.full((0, size), VOID, np.uint16)
    place = np.arange(size)
    facts = mine.facts * lives
    life, standing = _life(size, facts), _standing(size, world.starts.size - 1)
    lookalike = np.stack([_slots(row, place - place % PLACES_OF_DISTRICT) for row in mine.lookalike])
    # firms of one representative stand side by side, so that they are a household
    household = np.where(place % PLACES_OF_DISTRICT < GOVERNMENT - 1, place - place % 2, place).astype(np.int32)
    return Stretch(
        first=FIRST_ORGANISATION + residents.first // DISTRICT * PLACES_OF_DISTRICT,
        size=size,
        people=_as_people(mine, facts.astype(np.uint16), people, residents),
        ties=Ties(lookalike, lookalike),
        circle=Circle(household, none, none, none, none),
        ages=Ages(mine.founded_day.copy(), zeros.copy(), zeros.copy(), np.zeros(size, np.int32)),
        fifth=zeros.copy(),
        kept=lives.copy(),
        traced=lives.copy(),
        known=Known(zeros, zeros, zeros, zeros),
        scores=Scores(
            np.full(size, world.starts[0], np.int32),
            np.full(size, world.starts[0], np.int64),
            np.zeros((world.tallies, size), np.int32),
            np.repeat(world.starts[1:, None], size, axis=1).astype(np.int32),
            np.repeat(world.starts[1:, None], size, axis=1),
        ),
        held=nothing_stands(0, size),
        counted=np.zeros((0, size), np.int32),
        readings=no_readings(0, size),
        inferred=nothing_inferred(size),
        owed=nothing_owed(0, size),
        worked=nothing_worked_out(int(world.starts[0]), size),
        standing=standing,
        docket=empty_docket(size, world.consequences.digest.size, int((world.consequences.hears >= 0).sum())),
        lasting=since_day_0(size),
        covered=zeros.copy(),
        life=life,
        subject=zeros.copy(),
        moved=np.ones(size, np.uint8),
        classes=Classes(zeros.copy(), zeros.copy(), life.assets, standing.favoured),
        strain=zeros.copy(),
        grades=np.zeros(64, np.int64),
        carried=np.zeros((world.by_act.seats.micro.size, size // PLACES_OF_DISTRICT), np.int32),
        remembered=np.zeros((0, size), np.int64),
        found=nothing_found(0, size),
        agenda=empty_agenda(FIRST_ROOM),
        used=0,
        start_milli=int(world.starts[0]),
        period=0,
    )


def _as_people(mine: Organised, facts: U16, people: Population, residents: Stretch) -> People:
    """What rates and sources read of organisations: facts, and the traits of who represents them."""
    size, known = facts.size, mine.representative != VOID
    base = np.arange(size) // PLACES_OF_DISTRICT
    who = np.where(known, mine.representative + base * DISTRICT, 0) + residents.first
    return People(
        cell=np.zeros(size, np.uint8),
        group=np.where(known, people.group[who], 0).astype(np.uint8),
        standing=facts,
        traits=np.where(known, people.traits[:, who], 0).astype(np.int8),
        bound=np.zeros((FAMILIES, size), np.uint16),
        watch=_watch(facts, np.zeros(size, np.int8)),
        state=np.full(size, UNBOUND, np.uint64),
        mood=np.zeros(size, np.uint8),
    )


def _life(size: int, facts: U16) -> Life:
    """Nobody works, needs or learns here: what an organisation has are its assets and its sales."""
    zeros = np.zeros(size, np.uint8)
    return Life(
        work=zeros, sector=zeros.copy(), need=zeros.copy(), assets=np.zeros(size, np.uint16),
        income=np.where(facts != 0, AS_BEFORE, 0).astype(np.uint8), schooling=zeros.copy(),
        ties_cut=np.zeros(size, np.uint16), held=np.zeros(size, np.uint16), stale=np.ones(size, np.uint8),
    )  # fmt: skip


def _standing(size: int, further: int) -> Standing:
    never = np.full(size, NEVER, np.uint16)
    return Standing(
        grade=np.zeros(size, np.uint8), aware=np.zeros(size, np.uint8), lists=np.zeros(size, np.uint16),
        denied=np.zeros(size, np.uint64), looked_up=np.zeros(size, np.uint64), favoured=np.zeros(size, np.uint64),
        warned_day=never, punished_day=never.copy(), review=np.zeros(size, np.uint16),
        further=np.zeros((further, size), np.uint8),
    )  # fmt: skip


def _enrol(joined: Organisations, world: World, lives: U8, scores_of: tuple[int, ...], keys: U64) -> None:
    """Every organisation is a subject and knows the scheme from its first day; graded are those whose score it is."""
    stretch, standing = joined.stretch, joined.stretch.standing
    stretch.covered[:], stretch.subject[:], standing.aware[:] = lives, lives, lives
    standing.warned_day[lives != 0] = 0
    facts = [int(OrganisationFact[SUBJECTS[of].upper()]) for of in scores_of] or [0]
    stretch.ungraded = np.array([stretch.people.standing & fact == 0 for fact in facts], np.uint8)
    hold_firms(stretch, world, 0)
    for slot in range(world.starts.size):
        stretch.moved[:] = 1
        regrade(world.ladder, world.overrides, slot, stretch.graded(slot), stretch.moved, score_in(stretch, slot),
                stretch.scores.tally, standing.lists, grade_in(stretch, slot))
    carry_grades(stretch, world, 0)
    stretch.grades[:] = grade_counts(grades_of(stretch))
    everybody = np.arange(stretch.size, dtype=np.int64)
    changes = follow(world.consequences, stretch.docket, grades_of(stretch), standing.lists, everybody,
                     stretch.household, stretch.ages.birth_day, keys, stretch.first, step=0, day=0, end_day=0,
                     waits=np.zeros(stretch.size, np.uint8))
    impose(world.consequences, standing, stretch.life, changes, 0)


def inspect(stretch: Stretch) -> None:
    """Bring the watch class of organisations to the inspection level in force."""
    level: I8 = stretch.docket.level[int(OrganisationDegree.INSPECTION)]
    stretch.people.watch[:] = _watch(stretch.people.standing, level)


def _watch(facts: U16, level: I8) -> U8:
    sensors = facts & int(OrganisationFact.SENSORS) != 0
    watch = NORMAL_WATCH + MEASURED * sensors + level.astype(np.int64)
    return np.where(facts & int(OrganisationFact.GOVERNMENT), GOVERNMENTS, watch).astype(np.uint8)

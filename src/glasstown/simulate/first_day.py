"""Stretches of a town on day 0: columns of the people, and the state that everybody begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from glasstown.kernels.bounds import FAMILIES, UNBOUND
from glasstown.kernels.rates import Classes, People
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.docket import empty_docket
from glasstown.simulate.due_tables import nothing_owed
from glasstown.simulate.effects import AS_BEFORE, Life
from glasstown.simulate.enrol import enrol
from glasstown.simulate.growing import UNKNOWN, Ages, begin
from glasstown.simulate.harms import Circle, staff_of
from glasstown.simulate.inferences import nothing_inferred
from glasstown.simulate.lasting import since_day_0
from glasstown.simulate.meters import no_readings
from glasstown.simulate.outlook import NEVER, Standing
from glasstown.simulate.overrides import NONE, Overrides
from glasstown.simulate.patrol import nothing_found
from glasstown.simulate.peers import Peers
from glasstown.simulate.regrouped import regroup
from glasstown.simulate.scores import Scores
from glasstown.simulate.sightings import Ties
from glasstown.simulate.standing_points import nothing_stands
from glasstown.simulate.stretch import Stretch, refresh
from glasstown.simulate.variables import Known
from glasstown.simulate.working_out import nothing_worked_out
from glasstown.simulate.worlds import World
from glasstown.society.population import Population
from glasstown.vocab.arrays import I64, U8, U16, U64
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.watching import kind_numbers

LARGEST_HOUSEHOLD: Final = 64
"""Members of a household that formulas can tell apart from more."""

FIRST_ROOM: Final = 1024
"""Rows that a new agenda has room for."""


def stretches_of(
    population: Population, world: World, keys: U64, kept: U8, traced: U8, pieces: Sequence[tuple[int, int]],
    overrides: Overrides = NONE,
) -> Iterator[Stretch]:
    """Lay out stretches of a town on day 0.

    Args:
        population: the people.
        world: tables of the world they live in.
        keys: the luck key.
        kept: (residents,) 1 where the ledger keeps the resident's rows.
        traced: (residents,) 1 where the ledger keeps the resident's every act.
        pieces: (first district, number of districts) of each stretch.
        overrides: residents who are of another group from day 0 on.
    """
    for first, number in pieces:
        part = slice(first * DISTRICT, min((first + number) * DISTRICT, population.people))
        stretch = _stretch(population, world, kept, traced, part)
        regroup(stretch, overrides, world, 0)
        begin(world.start, stretch.ages, stretch.people.standing, stretch.life, stretch.first, keys)
        if world.has_scheme:
            enrol(stretch, world, keys)
        refresh(stretch)
        yield stretch


def _stretch(p: Population, world: World, kept: U8, traced: U8, part: slice) -> Stretch:
    size = part.stop - part.start
    zeros = np.zeros(size, np.uint8)
    life, standing = _life(p, part, size), _standing(size, world.starts.size - 1)
    return Stretch(
        first=part.start,
        size=size,
        people=_people(p, world, part, size),
        ties=Ties(_slots(p.lookalike[:, part]), _slots(p.namesake[:, part])),
        circle=_circle(p, part),
        ages=Ages(p.birth_day[part].copy(), p.sex[part].copy(), p.urban[part].copy(), np.zeros(size, np.int32)),
        fifth=p.income_fifth[part].copy(),
        kept=kept[part].copy(),
        traced=traced[part].copy(),
        known=_known(p, part),
        scores=Scores(
            np.full(size, world.starts[0], np.int32),
            np.full(size, world.starts[0], np.int64),
            np.zeros((world.tallies, size), np.int32),
            np.repeat(world.starts[1:, None], size, axis=1).astype(np.int32),
            np.repeat(world.starts[1:, None], size, axis=1),
        ),
        counted=np.zeros((2 * world.counts.act.size, size), np.int32),
        readings=no_readings(world.meters.gauge.size, size),
        inferred=nothing_inferred(size),
        owed=nothing_owed(world.by_act.dues.owing.size, size),
        worked=nothing_worked_out(int(world.starts[0]), size),
        held=nothing_stands(world.states.points.size, size),
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
        carried=np.zeros((world.by_act.seats.micro.size, -(-size // DISTRICT)), np.int32),
        remembered=remembered_at_first(world.peers, int(world.starts[0]), size),
        found=nothing_found(world.patrols.keep.size, size),
        agenda=empty_agenda(FIRST_ROOM),
        used=0,
        start_milli=int(world.starts[0]),
        period=0,
    )


def remembered_at_first(peers: Peers, start: int, size: int) -> I64:
    """As many ratings of the start as are remembered, by raters who weigh what the start is, or one star."""
    if not peers.memory:
        return np.zeros((2, 0), np.int64)
    weight = peers.memory * (start if peers.own else 1000)
    return np.repeat(np.array([[weight], [weight * start // 1000]], np.int64), size, axis=1)


def _people(p: Population, world: World, part: slice, size: int) -> People:
    return People(
        cell=np.full(size, UNKNOWN, np.uint8),
        group=p.group[part].copy(),
        standing=p.standing[part].copy(),
        traits=np.array(p.traits[:, part], order="C"),
        bound=np.zeros((FAMILIES, size), np.uint16),
        watch=world.watch_class[kind_numbers(p.group[part], p.urban[part], p.role[part], p.digital[part])],
        mood=np.zeros(size, np.uint8),
        state=np.full(size, UNBOUND, np.uint64),
    )


def _known(p: Population, part: slice) -> Known:
    """What is known of residents beside their lives; a household of more than 64 counts as 64."""
    home = p.household[part].astype(np.int64) - part.start
    sizes = np.bincount(home, minlength=home.size)[home]
    return Known(p.education[part].copy(), p.digital[part].copy(), p.role[part].copy(),
                 np.minimum(sizes, LARGEST_HOUSEHOLD).astype(np.uint8))


def _circle(p: Population, part: slice) -> Circle:
    """Whom residents know, as slots of the stretch."""
    household = (p.household[part].astype(np.int64) - part.start).astype(np.int32)
    employer = _slots(p.employer[None, part])[0]
    return Circle(household, _slots(p.kin[:, part]), _slots(p.colleague[:, part]), _slots(p.friend[:, part]),
                  staff_of(employer))


def _standing(size: int, further: int) -> Standing:
    return Standing(
        grade=np.zeros(size, np.uint8),
        aware=np.zeros(size, np.uint8),
        lists=np.zeros(size, np.uint16),
        denied=np.zeros(size, np.uint64),
        looked_up=np.zeros(size, np.uint64),
        favoured=np.zeros(size, np.uint64),
        warned_day=np.full(size, NEVER, np.uint16),
        punished_day=np.full(size, NEVER, np.uint16),
        review=np.zeros(size, np.uint16),
        further=np.zeros((further, size), np.uint8),
    )


def _life(p: Population, part: slice, size: int) -> Life:
    return Life(
        work=p.work[part].copy(),
        sector=p.sector[part].copy(),
        need=np.zeros(size, np.uint8),
        assets=np.zeros(size, np.uint16),
        income=np.full(size, AS_BEFORE, np.uint8),
        schooling=np.zeros(size, np.uint8),
        ties_cut=np.zeros(size, np.uint16),
        held=np.zeros(size, np.uint16),
        stale=np.ones(size, np.uint8),
    )


def _slots(ties: U16) -> U16:
    """Slots within districts as slots within a stretch that begins with the first column."""
    base = np.arange(ties.shape[1], dtype=np.int64) // DISTRICT * DISTRICT
    return np.where(ties == VOID, VOID, ties + base).astype(np.uint16)

"""Phases 1 to 4 of a step: what residents see of their lives, what they set out to do, what becomes of it."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.bounds import UNBOUND, bound_residents
from glasstown.kernels.heights import ACT, accept_candidates
from glasstown.kernels.streams import accept_declared
from glasstown.simulate.deeds import DEED, in_order, resolve
from glasstown.simulate.dropping import drop_friends
from glasstown.simulate.dues import due_now, owe
from glasstown.simulate.for_children import with_children
from glasstown.simulate.growing import UNKNOWN, turn
from glasstown.simulate.officials import look_for_officials
from glasstown.simulate.outlook import classes_of, household_strain
from glasstown.simulate.own_acts import are_open
from glasstown.simulate.places import EXCHANGE, give_places
from glasstown.simulate.room import FEWEST_ROWS
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import AnyArray

RESIDENTS_PER_ACT: Final = 2
"""There is room at first for one act of the step by every other resident."""


def look_around(stretch: Stretch, settings: Settings, span: Span) -> None:
    """Phases 1 and 2. Where a new period has begun, everybody's bounds are worked out anew."""
    world = settings.world
    if stretch.period != settings.period:
        stretch.people.cell[:] = UNKNOWN
        stretch.people.state[:] = UNBOUND
        stretch.ages.turns[:] = 0
        stretch.life.stale[:] = 1
        stretch.period = settings.period
    turn(world.start, stretch.people, stretch.ages, stretch.life, stretch.household, world.age_bands,
         stretch.covered, world.min_age_days, stretch.first, span.step, span.day, settings.luck, stretch.subject,
         stretch.moved)
    household_strain(stretch.household, stretch.life, stretch.strain)
    look_for_officials(stretch, world)
    chosen = np.empty(stretch.size + 1, np.int32)
    count = classes_of(world.ladder, stretch.standing, stretch.life, stretch.scores.score, stretch.scores.further,
                       stretch.strain, stretch.subject, world.consequences.punishing, span.day,
                       stretch.classes.public, stretch.classes.private, chosen)
    bound_residents(world.bounds, stretch.people, stretch.classes, chosen[:count])
    drop_friends(world.dropping, stretch.circle.friend, stretch.scores.score, stretch.standing.grade,
                 stretch.standing.aware, stretch.subject, stretch.first, span.step, settings.luck,
                 stretch.life.ties_cut)


def act(stretch: Stretch, settings: Settings, span: Span) -> tuple[AnyArray, AnyArray, AnyArray]:
    """Phases 3 and 4: who sets out to do what on which day, what is denied, who gets a place, what is owed or over."""
    world, days = settings.world, span.days()
    room = max(FEWEST_ROWS, stretch.size // RESIDENTS_PER_ACT)
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_candidates(world.rates, stretch.people, stretch.classes, stretch.first, span.step, days,
                                  settings.luck, settings.block, found)
        if count < room:
            break
        room *= 2
    found = found[:count]
    if world.declared.digest.size:
        own = _declared(stretch, settings, span)
        own = are_open(world.by_act.openings, stretch.life.assets, stretch.docket.in_force, own)
        found = np.concatenate((found, own))
    due, over = due_now(world.by_act.dues, stretch.life, stretch.strain, stretch.first, span.step, span.end,
                        settings.luck, stretch.owed)
    found = np.concatenate((found, due)) if due.size else found
    deeds = _resolved(stretch, settings, span, in_order(found, stretch.size))
    swaps = np.empty(2 * deeds.size + 1, dtype=EXCHANGE)
    used = give_places(world.by_act.seats, stretch.carried, stretch.first, stretch.size, span.step, span.length,
                       settings.luck, levels_of_places(stretch, world, span), stretch.ages.sex, deeds, swaps)
    if stretch.owed.size:
        over = np.concatenate((over, owe(world.by_act.dues, deeds, span.end, stretch.owed)))
    return deeds, swaps[:used], over


def _resolved(stretch: Stretch, settings: Settings, span: Span, ordered: AnyArray) -> AnyArray:
    """Deeds that were gated, with what followed from them."""
    world, standing = settings.world, stretch.standing
    denied = with_children(stretch, standing.denied, world.by_act.for_children, span.day)
    room = ordered.size + max(FEWEST_ROWS, ordered.size // 8)
    while True:
        deeds = np.empty(room, dtype=DEED)
        count = resolve(world.by_act.acts, world.by_act.terms, world.by_act.offspring, world.look_up,
                        stretch.people.standing, denied, standing.looked_up, stretch.docket.level,
                        world.watchers.declared, stretch.first, span.step, settings.luck, ordered, deeds)
        if count < room:
            return deeds[:count]
        room *= 2


def levels_of_places(stretch: Stretch, world: World, span: Span) -> AnyArray:
    """Level of each resident for each place: that of its degree, and one up where its capacity is favoured.

    A row of no residents where nothing moves anybody.
    """
    if not (world.consequences.degree.any() or world.consequences.favour.any()):
        return np.zeros((world.by_act.seats.micro.size, 0), np.int8)
    levels = np.zeros((world.by_act.seats.micro.size, stretch.size), np.int8)
    if world.consequences.degree.any():
        for place, degree in enumerate(world.by_act.place_degree):
            if degree >= 0:
                levels[place] += stretch.docket.level[degree]
    if world.consequences.favour.any():
        favoured = with_children(stretch, stretch.standing.favoured, world.by_act.for_children, span.day)
        for place, capacity in enumerate(world.by_act.place_capacity):
            if capacity:
                levels[place] += (favoured & np.uint64(capacity)) != 0
    return levels


def _declared(stretch: Stretch, settings: Settings, span: Span) -> AnyArray:
    """Acts that the scheme file declares itself."""
    world = settings.world
    room = FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_declared(world.rates, world.declared, stretch.people, stretch.classes, stretch.first,
                                span.step, span.days(), settings.luck, found)
        if count < room:
            return found[:count]
        room *= 2

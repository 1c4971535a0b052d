"""One step of one stretch, phase by phase in reading order (engine note, section 6).

Whatever it reads of others is their state at the start of the step; whatever crosses residents
arrives in the next step.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.bounds import UNBOUND, bound_residents
from glasstown.kernels.ghosts import FALSE_SIGHTING, draw_ghosts
from glasstown.kernels.heights import ACT, accept_candidates
from glasstown.kernels.streams import accept_declared
from glasstown.simulate.aftermath import settle_accounts
from glasstown.simulate.agenda import HARM, add_records, handling_order, take_due, with_room
from glasstown.simulate.assess import BY_ASSOCIATION, BY_RULE, ENTRY, assess, shortest_wait
from glasstown.simulate.deeds import DEED, in_order, looks_at_most, resolve
from glasstown.simulate.effects import apply_effects
from glasstown.simulate.gauges import MONTH_DAYS, READING, read_gauges
from glasstown.simulate.growing import UNKNOWN, turn
from glasstown.simulate.harms import find_victims, suffer
from glasstown.simulate.impose import favoured
from glasstown.simulate.keep_lists import decide_grounds, hold_against_grounds, leave_lists
from glasstown.simulate.life import learn
from glasstown.simulate.outlook import classes_of, household_strain
from glasstown.simulate.places import EXCHANGE, give_places
from glasstown.simulate.rows import StepRows
from glasstown.simulate.share_points import pass_on
from glasstown.simulate.sightings import LOOK, RECORDED, see_acts, see_ghosts
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.simulate.write import (
    write_acts,
    write_entries,
    write_gauges,
    write_harms,
    write_places,
    write_sightings,
    write_totals,
)
from glasstown.vocab.arrays import AnyArray

FEWEST_ROWS: Final = 256
"""Rows that a buffer has room for at first; it is doubled and filled again when it was too small."""

RESIDENTS_PER_ACT: Final = 2
"""There is room at first for one act of the step by every other resident."""


def live_step(stretch: Stretch, settings: Settings, span: Span) -> StepRows:
    """Live one step of one stretch; changes the stretch and returns what goes into the ledger."""
    rows = StepRows()
    later = settings.at(span.end) if span.end < span.horizon else settings.at(span.day)
    settings = settings.at(span.day)
    world = settings.world
    _look_around(stretch, settings, span)
    _read_gauges(rows, stretch, settings, span)
    deeds, swaps = _act(stretch, settings, span)
    write_acts(rows, stretch, settings, deeds, span)
    write_places(rows, stretch, swaps)
    looks = _be_seen(stretch, settings, span, deeds)
    write_sightings(rows, stretch, settings.names, looks, span)
    entries, records = _be_judged(rows, stretch, settings, span, looks, deeds)
    write_entries(rows, stretch, settings, entries, records)
    apply_effects(world.acts, world.costs, stretch.life, stretch.household, stretch.fifth, stretch.docket.level,
                  world.watchers.declared, stretch.first, span.step, settings.luck, deeds)
    _harm(rows, stretch, settings, span, deeds)
    household_strain(stretch.household, stretch.life, stretch.strain)
    if world.has_scheme:
        learn(stretch.first, span.step, span.end, world.learning, stretch.household, stretch.subject, settings.luck,
              stretch.standing, stretch.life)
        settle_accounts(rows, stretch, settings, later, span)
    write_totals(rows, stretch, span)
    return rows


def _look_around(stretch: Stretch, settings: Settings, span: Span) -> None:
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
    chosen = np.empty(stretch.size + 1, np.int32)
    count = classes_of(world.ladder, stretch.standing, stretch.life, stretch.scores.score, stretch.strain, span.day,
                       stretch.classes.public, stretch.classes.private, chosen)
    bound_residents(world.bounds, stretch.people, stretch.classes, chosen[:count])


def _read_gauges(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """Quantities of the month that begins in this step, of residents whose every act is kept."""
    if -(-span.day // MONTH_DAYS) * MONTH_DAYS >= span.end:
        return
    chosen = np.flatnonzero(stretch.traced).astype(np.int32)
    readings = np.empty(chosen.size * settings.gauges.act.size, dtype=READING)
    count = read_gauges(settings.gauges, stretch.people, stretch.classes, chosen, stretch.first, span.step,
                        settings.luck, readings)
    write_gauges(rows, stretch, readings[:count], span)


def _act(stretch: Stretch, settings: Settings, span: Span) -> tuple[AnyArray, AnyArray]:
    """Phases 3 and 4: who sets out to do what on which day, what is denied, and who gets a place."""
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
        found = np.concatenate((found, _declared(stretch, settings, span)))
    deeds = _resolved(stretch, settings, span, in_order(found, stretch.size))
    swaps = np.empty(2 * deeds.size + 1, dtype=EXCHANGE)
    used = give_places(world.seats, stretch.carried, stretch.first, stretch.size, span.step, span.length,
                       settings.luck, _levels(stretch, world), stretch.ages.sex, deeds, swaps)
    return deeds, swaps[:used]


def _resolved(stretch: Stretch, settings: Settings, span: Span, ordered: AnyArray) -> AnyArray:
    """Deeds that were gated, with what followed from them."""
    world, standing = settings.world, stretch.standing
    room = ordered.size + max(FEWEST_ROWS, ordered.size // 8)
    while True:
        deeds = np.empty(room, dtype=DEED)
        count = resolve(world.acts, world.offspring, world.look_up, stretch.people.standing, standing.denied,
                        standing.looked_up, stretch.docket.level, world.watchers.declared, stretch.first, span.step,
                        settings.luck, ordered, deeds)
        if count < room:
            return deeds[:count]
        room *= 2


def _levels(stretch: Stretch, world: World) -> AnyArray:
    """Level of each resident for each place: that of its degree, and one up where its capacity is favoured.

    A row of no residents where nothing moves anybody.
    """
    if not (world.consequences.degree.any() or world.consequences.favour.any()):
        return np.zeros((world.seats.micro.size, 0), np.int8)
    levels = np.zeros((world.seats.micro.size, stretch.size), np.int8)
    if world.consequences.degree.any():
        for place, degree in enumerate(world.place_degree):
            if degree >= 0:
                levels[place] += stretch.docket.level[degree]
    if world.consequences.favour.any():
        for place, capacity in enumerate(world.place_capacity):
            if capacity:
                levels[place] += favoured(world.consequences, stretch.docket.in_force, capacity)
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


def _be_seen(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> AnyArray:
    """Phase 5: looks at what was done, and at what was not; by resident, true looks first."""
    world, days = settings.world, span.days()
    if not world.has_scheme:
        return np.empty(0, dtype=LOOK)
    ghosts = _ghosts(stretch, settings, span)
    looks = np.empty(int(looks_at_most(world.watchers.seen_count, deeds)) + ghosts.size + 1, dtype=LOOK)
    number = see_acts(world.watchers, stretch.people, stretch.ties, stretch.first, span.step, days, settings.luck,
                      deeds, looks)
    looks = looks[: see_ghosts(world.watchers.delay, ghosts, ghosts.size, days, looks, number)]
    return looks[np.argsort(looks["origin"], kind="stable")]


def _ghosts(stretch: Stretch, settings: Settings, span: Span) -> AnyArray:
    """False sightings of the step."""
    room = FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=FALSE_SIGHTING)
        count = draw_ghosts(settings.world.ghosts, stretch.people.watch, stretch.first, span.step, span.days(),
                            settings.luck, found)
        if count < room:
            return found[:count]
        room *= 2


def _be_judged(
    rows: StepRows, stretch: Stretch, settings: Settings, span: Span, looks: AnyArray, deeds: AnyArray
) -> tuple[AnyArray, int]:
    """Phases 6 and 7: records reach the agenda; harm and records that are due change lives and scores.

    Where a rule's points or counts may end within the step that made them, the step is worked off in
    spells of days so short that nothing can fall due in the spell that makes it. Returns entries and the
    records that were counted.
    """
    agenda = with_room(stretch.agenda, stretch.used, looks.size)
    used = add_records(agenda, stretch.used, stretch.first, span.step, looks, looks.size, RECORDED)
    stretch.agenda, stretch.used = agenda, int(used)
    leave_lists(stretch, settings, span, deeds)
    world = settings.world
    spell = shortest_wait(world.rules, world.overrides, world.grounds.within, longest=span.length)
    pieces: list[AnyArray] = []
    records = 0
    for day in range(span.day, span.end, spell):
        hits, stretch.used = take_due(stretch.agenda, stretch.used, min(day + spell, span.end))
        hits = hits[handling_order(hits, settings.names.source)]
        harm = hits["kind"] == HARM
        if harm.any():
            suffer(world.harms, stretch.life, stretch.household, hits[harm])
            write_harms(rows, stretch, hits[harm])
            hits = hits[~harm]
        if hits.size:
            stretch.moved[hits["who"]] = 1
            entries, reached = _work_off(stretch, settings, span, hits)
            pieces.append(entries)
            records += reached
            hold_against_grounds(stretch, settings, span, hits)
    decide_grounds(stretch, settings, span)
    entries = np.concatenate(pieces) if pieces else np.empty(0, dtype=ENTRY)
    _share_points(stretch, settings, span, entries)
    _remember(stretch, entries, span)
    return entries[np.argsort(entries["who"], kind="stable")], records


def _work_off(stretch: Stretch, settings: Settings, span: Span, hits: AnyArray) -> tuple[AnyArray, int]:
    """Handle what is due; returns entries and the number of records that reached a subject."""
    rules, overrides = settings.world.rules, settings.world.overrides
    most = hits.size * (int(rules.number.max(initial=0)) * 4 + int(overrides.number.max(initial=0)) + 2)
    stretch.agenda = with_room(stretch.agenda, stretch.used, most)
    entries = np.empty(most, dtype=ENTRY)
    written, used, records = assess(rules, overrides, stretch.scores, stretch.subject, hits, span.horizon,
                                    settings.luck, entries, stretch.agenda, stretch.used)
    stretch.used = int(used)
    return entries[:written], int(records)


def _share_points(stretch: Stretch, settings: Settings, span: Span, entries: AnyArray) -> None:
    """Those tied to whom a rule gave or took points get their share of them in the next step."""
    answering = settings.world.answering
    if not answering.tie.size or not entries.size or span.end >= span.horizon:
        return
    while True:
        used = pass_on(answering, stretch.circle, stretch.life.ties_cut, stretch.first, span.end, entries,
                       stretch.agenda, stretch.used)
        if used >= 0:
            stretch.used = int(used)
            return
        stretch.agenda = with_room(stretch.agenda, stretch.used, stretch.agenda.size - stretch.used + FEWEST_ROWS)


def _remember(stretch: Stretch, entries: AnyArray, span: Span) -> None:
    """Whose score moved is looked at anew; who lost points has been warned."""
    who = entries["who"]
    stretch.moved[who] = 1
    stretch.life.stale[who] = 1
    counted = (entries["kind"] == BY_RULE) | (entries["kind"] == BY_ASSOCIATION)
    debits = counted & (entries["delta"] < 0)
    stretch.standing.warned_day[who[debits]] = span.end


def _harm(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> None:
    """What deeds do to others goes on the agenda of the next step."""
    world = settings.world
    stretch.agenda = with_room(stretch.agenda, stretch.used, deeds.size)
    used, void = find_victims(world.harms, stretch.circle, world.watchers.declared, stretch.first, span.step,
                              span.days(), settings.luck, deeds, stretch.agenda, stretch.used)
    stretch.used = int(used)
    rows.totals["harms_void"] = int(void)

"""One step of one stretch, phase by phase in reading order (engine note, section 6).

Whatever it reads of others is their state at the start of the step; whatever crosses residents
arrives in the next step.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.ghosts import FALSE_SIGHTING, draw_ghosts
from glasstown.kernels.heights import ACT, accept_candidates
from glasstown.kernels.streams import accept_declared
from glasstown.simulate.agenda import add_records, handling_order, take_due, with_room
from glasstown.simulate.assess import ENTRY, assess, shortest_wait
from glasstown.simulate.deeds import gate, in_order
from glasstown.simulate.life import apply_effects, learn, regrade
from glasstown.simulate.outlook import classes_of, household_strain, turn
from glasstown.simulate.rows import StepRows
from glasstown.simulate.sightings import LOOK, RECORDED, see_acts, see_ghosts
from glasstown.simulate.span import Acts, Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.worlds import World
from glasstown.simulate.write import write_acts, write_entries, write_grades, write_sightings, write_totals
from glasstown.vocab.arrays import AnyArray

FEWEST_ROWS: Final = 256
"""Rows that a buffer has room for at first; it is doubled and filled again when it was too small."""

RESIDENTS_PER_ACT: Final = 2
"""There is room at first for one act of the step by every other resident."""


def live_step(stretch: Stretch, settings: Settings, span: Span) -> StepRows:
    """Live one step of one stretch; changes the stretch and returns what goes into the ledger."""
    rows = StepRows()
    world = settings.world
    _look_around(stretch, world, span.day)
    acts = _act(stretch, settings, span)
    write_acts(rows, stretch, settings, acts, span)
    if world.has_scheme:
        looks = _be_seen(stretch, settings, span, acts)
        write_sightings(rows, stretch, settings.names, looks, span)
        entries, records = _be_judged(stretch, settings, span, looks)
        write_entries(rows, stretch, settings.names, entries, records)
    apply_effects(world.acts.effect, acts.rows, acts.blocked, stretch.work, stretch.sector, stretch.need)
    household_strain(stretch.household, stretch.work, stretch.need, stretch.strain)
    if world.has_scheme:
        learn(stretch.first, span.step, world.learning, stretch.household, stretch.subject, settings.luck,
              stretch.aware)
        _change_grades(rows, stretch, settings, span)
    write_totals(rows, stretch, span)
    return rows


def _look_around(stretch: Stretch, world: World, day: int) -> None:
    """Phases 1 and 2. The strain of households stands since the end of the last step."""
    turn(world.rates, stretch.people, stretch.ages, world.age_bands, stretch.covered, world.min_age_days, day,
         stretch.subject)
    classes_of(world.ladder, stretch.scores.score, stretch.grade, stretch.aware, stretch.work, stretch.strain,
               stretch.classes.public, stretch.classes.private, stretch.denied)


def _act(stretch: Stretch, settings: Settings, span: Span) -> Acts:
    """Phases 3 and 4: who does what on which day, and what a consequence blocks."""
    world, days = settings.world, span.days()
    room = max(FEWEST_ROWS, stretch.size // RESIDENTS_PER_ACT)
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_candidates(world.rates, stretch.people, stretch.classes, stretch.first, span.step, days,
                                  settings.luck, settings.block, found)
        if count < room:
            break
        room *= 2
    rows = found[:count]
    if world.declared.digest.size:
        rows = np.concatenate((rows, _declared(stretch, settings, span)))
    rows = in_order(rows, stretch.size)
    blocked = np.empty(rows.size, np.uint8)
    looks = int(gate(world.acts.capacity, world.watchers.seen_count, stretch.denied, rows, blocked))
    return Acts(rows, blocked, looks)


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


def _be_seen(stretch: Stretch, settings: Settings, span: Span, acts: Acts) -> AnyArray:
    """Phase 5: looks at what was done, and at what was not; by resident, true looks first."""
    world, days = settings.world, span.days()
    ghosts = _ghosts(stretch, settings, span)
    looks = np.empty(acts.looks + ghosts.size + 1, dtype=LOOK)
    number = see_acts(world.watchers, stretch.people, stretch.ties, stretch.first, span.step, days, settings.luck,
                      acts.rows, acts.blocked, looks)
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


def _be_judged(stretch: Stretch, settings: Settings, span: Span, looks: AnyArray) -> tuple[AnyArray, int]:
    """Phases 6 and 7: records reach the agenda; what is due moves scores. Returns entries and records counted.

    Where a rule's points or counts may end within the step that made them, the step is worked off in
    spells of days so short that nothing can fall due in the spell that makes it.
    """
    agenda = with_room(stretch.agenda, stretch.used, looks.size)
    used = add_records(agenda, stretch.used, stretch.first, span.step, looks, looks.size, RECORDED)
    stretch.agenda, stretch.used = agenda, int(used)
    spell = shortest_wait(settings.world.rules, longest=span.length)
    pieces: list[AnyArray] = []
    records = 0
    for day in range(span.day, span.end, spell):
        entries, reached = _work_off(stretch, settings, span, min(day + spell, span.end))
        pieces.append(entries)
        records += reached
    entries = np.concatenate(pieces)
    return entries[np.argsort(entries["who"], kind="stable")], records


def _work_off(stretch: Stretch, settings: Settings, span: Span, end_day: int) -> tuple[AnyArray, int]:
    """Handle everything due before a day; returns entries and the number of records that reached a subject."""
    rules = settings.world.rules
    hits, stretch.used = take_due(stretch.agenda, stretch.used, end_day)
    hits = hits[handling_order(hits, settings.names.source)]
    most = hits.size * (int(rules.number.max(initial=0)) * 2 + 2)
    stretch.agenda = with_room(stretch.agenda, stretch.used, most)
    entries = np.empty(most, dtype=ENTRY)
    written, used, records = assess(rules, stretch.scores, stretch.subject, hits, span.horizon, settings.luck,
                                    entries, stretch.agenda, stretch.used)
    stretch.used = int(used)
    return entries[:written], int(records)


def _change_grades(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """What scores earn now holds from the next step on; whoever is told of a consequence knows the scheme."""
    ladder = settings.world.ladder
    new = np.empty(stretch.size, np.uint8)
    if not regrade(ladder, stretch.subject, stretch.scores.score, stretch.grade, new):
        return
    changed = np.flatnonzero(new != stretch.grade)
    write_grades(rows, stretch, settings, changed, new, span)
    stretch.grade[changed] = new[changed]
    stretch.grade_since[changed] = span.end
    stretch.aware[changed] |= ladder.notice[new[changed]]

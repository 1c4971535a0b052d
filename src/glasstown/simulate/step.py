"""One step of one district, phase by phase in reading order (engine note, section 6).

Whatever it reads of others is their state at the start of the step; whatever crosses residents
arrives in the next step.
"""

from __future__ import annotations

import numpy as np

from glasstown.behaviours.responses.awareness import MOST_TIES_COUNTED
from glasstown.kernels.heights import ACT, accept_candidates
from glasstown.kernels.streams import FALSE_SIGHTING, accept_declared, draw_ghosts
from glasstown.simulate.agenda import add_records, handling_order, split_due, with_room
from glasstown.simulate.assess import ENTRY, assess, shortest_wait
from glasstown.simulate.district import District, refresh_cells
from glasstown.simulate.life import apply_effects, learn, regrade
from glasstown.simulate.outlook import aware_ties, classes_of, household_strain, subjects_of
from glasstown.simulate.rows import StepRows
from glasstown.simulate.sightings import LOOK, RECORDED, see_acts, see_ghosts
from glasstown.simulate.span import Acts, Settings, Span
from glasstown.simulate.worlds import World
from glasstown.simulate.write import digest_acts, write_acts, write_entries, write_grades, write_sightings, write_totals
from glasstown.vocab.arrays import AnyArray

LOOKS_PER_ACT = 8

FEWEST_ROWS = 256
"""Rows that a buffer has room for at first; it is doubled and filled again when it was too small."""

ROWS_PER_RESIDENT = 2
"""Acts of a step that there is room for at first."""


def live_step(district: District, settings: Settings, span: Span) -> StepRows:
    """Live one step of one district; changes the district and returns what goes into the ledger."""
    rows = StepRows()
    world = settings.world
    _look_around(district, world, span.day)
    acts = _act(district, settings, span)
    write_acts(rows, district, acts, span)
    digest_acts(rows, district, settings.names, acts, world.acts.capacity, span)
    if world.has_scheme:
        looks = _be_seen(district, settings, span, acts)
        write_sightings(rows, district, settings.names, looks, span)
        entries, records = _be_judged(district, settings, span, looks)
        write_entries(rows, district, settings.names, entries, records)
    apply_effects(world.acts.effect, acts.rows[~acts.blocked], district.work, district.sector, district.need)
    if world.has_scheme:
        learn(district.first, span.step, world.learning, district.aware_ties, district.subject, settings.luck,
              district.aware)
        _change_grades(rows, district, settings, span)
    write_totals(rows, district, world, span)
    return rows


def _look_around(district: District, world: World, day: int) -> None:
    """Phases 1 and 2."""
    refresh_cells(district, world, day)
    household_strain(district.household, district.work, district.need, district.strain)
    if world.has_scheme:
        aware_ties(district.household, district.aware, MOST_TIES_COUNTED, district.aware_ties)
        subjects_of(district.birth_day, district.covered, world.min_age_days, day, district.subject)
    classes_of(world.ladder, district.scores.score, district.grade, district.aware, district.work, district.strain,
               district.classes.public, district.classes.private, district.denied)


def _act(district: District, settings: Settings, span: Span) -> Acts:
    """Phases 3 and 4: who does what on which day, and what a consequence blocks."""
    world, days = settings.world, span.days()
    room = max(FEWEST_ROWS, ROWS_PER_RESIDENT * district.size)
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_candidates(world.rates, district.people, district.classes, district.first, span.step, days,
                                  settings.luck, settings.block, found)
        if count < room:
            break
        room *= 2
    rows = found[:count]
    if world.declared.digest.size:
        rows = np.concatenate((rows, _declared(district, settings, span)))
    rows = rows[np.lexsort((rows["ordinal"], rows["family"], rows["day"], rows["slot"]))]
    blocked = (district.denied[rows["slot"]] & world.acts.capacity[rows["act"]]) != 0
    return Acts(rows, blocked)


def _declared(district: District, settings: Settings, span: Span) -> AnyArray:
    """Acts that the scheme file declares itself."""
    world = settings.world
    room = FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_declared(world.rates, world.declared, district.people, district.classes, district.first,
                                span.step, span.days(), settings.luck, found)
        if count < room:
            return found[:count]
        room *= 2


def _be_seen(district: District, settings: Settings, span: Span, acts: Acts) -> AnyArray:
    """Phase 5: looks at what was done, and at what was not."""
    world, days = settings.world, span.days()
    done = acts.rows[~acts.blocked]
    ghosts = _ghosts(district, settings, span)
    looks = np.zeros(LOOKS_PER_ACT * done.size + ghosts.size + 1, dtype=LOOK)
    number = see_acts(world.watchers, district.people, district.ties, district.first, span.step, days, settings.luck,
                      done, looks)
    return looks[:see_ghosts(world.watchers.delay, ghosts, ghosts.size, days, looks, number)]


def _ghosts(district: District, settings: Settings, span: Span) -> AnyArray:
    """False sightings of the step."""
    room = FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=FALSE_SIGHTING)
        count = draw_ghosts(settings.world.ghosts, district.people, district.first, span.step, span.days(),
                            settings.luck, found)
        if count < room:
            return found[:count]
        room *= 2


def _be_judged(district: District, settings: Settings, span: Span, looks: AnyArray) -> tuple[AnyArray, int]:
    """Phases 6 and 7: records reach the agenda; what is due moves scores. Returns entries and records counted.

    Where a rule's points or counts may end within the step that made them, the step is worked off in
    spells of days so short that nothing can fall due in the spell that makes it.
    """
    agenda = with_room(district.agenda, district.used, looks.size)
    used = add_records(agenda, district.used, district.first, span.step, looks, looks.size, RECORDED)
    district.agenda, district.used = agenda, int(used)
    spell = shortest_wait(settings.world.rules, longest=span.length)
    pieces: list[AnyArray] = []
    records = 0
    for day in range(span.day, span.end, spell):
        entries, reached = _work_off(district, settings, span, min(day + spell, span.end))
        pieces.append(entries)
        records += reached
    return np.concatenate(pieces), records


def _work_off(district: District, settings: Settings, span: Span, end_day: int) -> tuple[AnyArray, int]:
    """Handle everything due before a day; returns entries and the number of records that reached a subject."""
    rules = settings.world.rules
    hits, stay = split_due(district.agenda, district.used, end_day)
    hits = hits[handling_order(hits, settings.names.source)]
    most = hits.size * (int(rules.number.max(initial=0)) * 2 + 2)
    district.agenda = with_room(stay, stay.size, most)
    entries = np.zeros(most, dtype=ENTRY)
    written, used, records = assess(rules, district.scores, district.subject, hits, span.horizon, settings.luck,
                                    entries, district.agenda, stay.size)
    district.used = int(used)
    return entries[:written], int(records)


def _change_grades(rows: StepRows, district: District, settings: Settings, span: Span) -> None:
    """What scores earn now holds from the next step on; whoever is told of a consequence knows the scheme."""
    ladder = settings.world.ladder
    new = np.empty(district.size, np.uint8)
    if not regrade(ladder, district.subject, district.scores.score, district.grade, new):
        return
    changed = np.flatnonzero(new != district.grade)
    write_grades(rows, district, settings, changed, new, span)
    district.grade[changed] = new[changed]
    district.grade_since[changed] = span.end
    district.aware[changed] |= ladder.notice[new[changed]]

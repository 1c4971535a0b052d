"""One step of one district, phase by phase in reading order (engine note, section 6).

Whatever it reads of others is their state at the start of the step; whatever crosses residents
arrives in the next step.
"""

from __future__ import annotations

import numpy as np

from glasstown.behaviours.responses.awareness import MOST_TIES_COUNTED
from glasstown.kernels.heights import Candidates, accept_candidates
from glasstown.kernels.streams import FalseSightings, accept_declared, draw_ghosts
from glasstown.simulate.agenda import add_records, rows_of, sort_hits, take_due, with_room
from glasstown.simulate.assess import Entries, assess, empty_entries
from glasstown.simulate.district import District, refresh_cells
from glasstown.simulate.life import apply_effects, learn, regrade
from glasstown.simulate.outlook import aware_ties, classes_of, household_strain, subjects_of
from glasstown.simulate.rows import StepRows
from glasstown.simulate.sightings import RECORDED, Sightings, see_acts, see_ghosts
from glasstown.simulate.write import digest_acts, write_acts, write_entries, write_grades, write_sightings, write_totals
from glasstown.simulate.span import Acts, Settings, Span
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I32, U8, U16

LOOKS_PER_ACT = 8


def live_step(district: District, settings: Settings, span: Span) -> StepRows:
    """Live one step of one district; changes the district and returns what goes into the ledger."""
    rows = StepRows()
    world = settings.world
    _look_around(district, world, span.day)
    acts = _act(district, settings, span)
    write_acts(rows, district, acts, span)
    digest_acts(rows, district, settings.names, acts, world.acts.capacity, span)
    if world.has_scheme:
        seen, number = _be_seen(district, settings, span, acts)
        write_sightings(rows, district, settings.names, seen, number, span)
        entries, written, records = _be_judged(district, settings, span, seen, number)
        write_entries(rows, district, settings.names, entries, written, records)
    apply_effects(world.acts, acts.slot, acts.act, acts.blocked, acts.slot.size, district.work, district.sector,
                  district.need)
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
    room = max(256, 2 * district.size)
    while True:
        found = Candidates(np.empty(room, np.int32), np.empty(room, np.uint8), np.empty(room, np.uint8),
                           np.empty(room, np.uint8), np.empty(room, np.uint16))
        count = accept_candidates(world.rates, district.people, district.classes, district.first, span.step, days,
                                  settings.luck, settings.block, found)
        if count < room:
            break
        room *= 2
    pieces = [(found.slot[:count], found.family[:count], found.ordinal[:count], found.act[:count], found.day[:count])]
    if world.declared.digest.size:
        pieces.append(_declared(district, settings, span))
    slot, family, ordinal, act, day = (np.concatenate(columns) for columns in zip(*pieces, strict=True))
    key = ((slot.astype(np.int64) << 16 | day) << 14) | (family.astype(np.int64) << 6) | ordinal
    order = np.argsort(key, kind="stable")
    slot, family, ordinal, act, day = slot[order], family[order], ordinal[order], act[order], day[order]
    blocked = (district.denied[slot] & world.acts.capacity[act]) != 0
    return Acts(slot, family, ordinal, act, day, blocked.astype(np.uint8))


def _declared(district: District, settings: Settings, span: Span) -> tuple[I32, U8, U8, U8, U16]:
    world = settings.world
    room = 1024
    while True:
        slot, act = np.empty(room, np.int32), np.empty(room, np.uint8)
        ordinal, day = np.empty(room, np.uint8), np.empty(room, np.uint16)
        count = accept_declared(world.rates, world.declared, district.people, district.classes, district.first,
                                span.step, span.days(), settings.luck, slot, act, ordinal, day)
        if count < room:
            break
        room *= 2
    family = (act[:count] - np.uint8(128 - 8)).astype(np.uint8)
    return slot[:count], family, ordinal[:count], act[:count], day[:count]


def _be_seen(district: District, settings: Settings, span: Span, acts: Acts) -> tuple[Sightings, int]:
    """Phase 5: sightings of what was done, and of what was not."""
    world, days = settings.world, span.days()
    done = np.flatnonzero(acts.blocked == 0)
    ghosts, invented = _ghosts(district, settings, span)
    room = LOOKS_PER_ACT * done.size + invented + 1
    seen = Sightings(
        np.zeros(room, np.int32), np.zeros(room, np.uint8), np.zeros(room, np.uint8), np.zeros(room, np.uint8),
        np.zeros(room, np.uint8), np.zeros(room, np.uint8), np.zeros(room, np.int32), np.zeros(room, np.int32),
        np.zeros(room, np.int32), np.zeros(room, np.uint8),
    )
    number = see_acts(world.watchers, district.people, district.ties, district.first, span.step, days, settings.luck,
                      acts.slot[done], acts.family[done], acts.ordinal[done], acts.act[done], acts.day[done],
                      done.size, seen)
    return seen, see_ghosts(world.watchers, ghosts, invented, days, seen, number)


def _ghosts(district: District, settings: Settings, span: Span) -> tuple[FalseSightings, int]:
    room = 256
    while True:
        found = FalseSightings(np.empty(room, np.int32), np.empty(room, np.uint8), np.empty(room, np.uint8),
                               np.empty(room, np.uint8), np.empty(room, np.uint16), np.empty(room, np.uint8))
        count = draw_ghosts(settings.world.ghosts, district.people, district.first, span.step, span.days(),
                            settings.luck, found)
        if count < room:
            return found, count
        room *= 2


def _be_judged(district: District, settings: Settings, span: Span, seen: Sightings,
               number: int) -> tuple[Entries, int, int]:
    """Phases 6 and 7: records reach the agenda; what is due moves scores."""
    rules = settings.world.rules
    district.agenda = with_room(district.agenda, district.used, number)
    district.used = add_records(district.agenda, district.used, district.first, span.step, number, seen.origin,
                                seen.family, seen.ordinal, seen.act, seen.source, seen.truth, seen.on, seen.due_day,
                                seen.fate, RECORDED)
    positions = np.empty(district.used, dtype=np.int64)
    due, stay = take_due(district.agenda, district.used, span.end, positions)
    hits = rows_of(district.agenda, positions[:due])
    hits = rows_of(hits, sort_hits(hits, settings.names.source))
    left = np.ones(district.used, dtype=bool)
    left[positions[:due]] = False
    kept = rows_of(district.agenda, np.flatnonzero(left))
    most = int(rules.count.max(initial=0)) * 2 + 2
    district.agenda = with_room(kept, stay, due * most)
    entries = empty_entries(due * most)
    written, district.used, records = assess(rules, district.scores, district.subject, hits, due, span.horizon,
                                             settings.luck, entries, district.agenda, stay)
    return entries, written, records


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

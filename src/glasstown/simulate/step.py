"""One step of one stretch, phase by phase in reading order (engine note, section 6).

Whatever it reads of others is their state at the start of the step; whatever crosses residents
arrives in the next step.
"""

from __future__ import annotations

import numpy as np

from glasstown.kernels.postfix import MOST_ON_STACK
from glasstown.simulate.acting import act, look_around
from glasstown.simulate.aftermath import settle_accounts
from glasstown.simulate.agenda import with_room
from glasstown.simulate.ballots import begin_counting, remember_debits, vote
from glasstown.simulate.being_seen import be_seen
from glasstown.simulate.consent import join_and_leave
from glasstown.simulate.due_rows import write_dues
from glasstown.simulate.effects import apply_effects
from glasstown.simulate.favours import write_favours
from glasstown.simulate.fitting import fit
from glasstown.simulate.gauges import MONTH_DAYS, READING, Quantities, read_gauges
from glasstown.simulate.harms import find_victims
from glasstown.simulate.inferring import CHANGED, conclude
from glasstown.simulate.judging import be_judged
from glasstown.simulate.life import learn
from glasstown.simulate.meters import as_logged, read_meters
from glasstown.simulate.opinion import stood, take_note
from glasstown.simulate.outlook import household_strain
from glasstown.simulate.overrides import cut_ties
from glasstown.simulate.qualifying import come_and_go
from glasstown.simulate.rating import in_order_of_residents, rate_one_another
from glasstown.simulate.refusals import learn_by_refusal
from glasstown.simulate.regrouped import regroup
from glasstown.simulate.rows import StepRows
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.variables import facts_of, made_true
from glasstown.simulate.write import write_entries, write_inferences, write_totals
from glasstown.simulate.write_lives import write_acts, write_gauges, write_places, write_sightings
from glasstown.vocab.arrays import AnyArray


def live_step(stretch: Stretch, settings: Settings, span: Span) -> StepRows:
    """Live one step of one stretch; changes the stretch and returns what goes into the ledger."""
    rows = StepRows()
    later = settings.at(span.end) if span.end < span.horizon else settings.at(span.day)
    settings = settings.at(span.day)
    world = settings.world
    cut_ties(stretch, settings.overrides, span)
    regroup(stretch, settings.overrides, world, span.day)
    look_around(stretch, settings, span)
    begin_counting(settings.votes, stretch)
    before = stood(stretch, settings) if settings.politics else None
    _read_gauges(rows, stretch, settings, span)
    deeds, swaps, owed = act(stretch, settings, span)
    write_acts(rows, stretch, settings, deeds, span)
    write_dues(rows, stretch, world.by_act.dues, owed)
    write_places(rows, stretch, swaps)
    looks = be_seen(stretch, settings, span, deeds)
    write_sightings(rows, stretch, settings.names, looks, span)
    entries, records = be_judged(rows, stretch, settings, span, looks, deeds)
    rated = rate_one_another(stretch, settings, span, deeds)
    entries = in_order_of_residents(entries, rated)
    write_entries(rows, stretch, settings, entries, records)
    apply_effects(world.by_act.acts, world.by_act.terms, world.by_act.costs, stretch.life, stretch.household,
                  stretch.fifth, stretch.docket.level, world.watchers.declared, stretch.first, span.step,
                  settings.luck, deeds)
    _harm(rows, stretch, settings, span, deeds)
    household_strain(stretch.household, stretch.life, stretch.strain)
    if world.has_scheme:
        learn(stretch.first, span.step, span.end, world.learning, stretch.household, stretch.subject, settings.luck,
              stretch.standing, stretch.life)
        learn_by_refusal(stretch, settings, span, deeds)
        come_and_go(rows, stretch, settings, span)
        join_and_leave(rows, stretch, settings, span)
        settle_accounts(rows, stretch, settings, later, span)
    write_favours(rows, stretch, settings, span, entries)
    if before:
        take_note(rows, stretch, settings, before, entries)
    remember_debits(settings.votes, stretch, entries)
    vote(rows, stretch, settings, span)
    fit(rows, stretch, settings, span, deeds)
    write_totals(rows, stretch, span)
    return rows


def _read_gauges(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """Quantities of the month that begins in this step: what the scheme reads of them, and rows of kept lives."""
    if -(-span.day // MONTH_DAYS) * MONTH_DAYS >= span.end:
        return
    chosen = np.flatnonzero(stretch.traced).astype(np.int32)
    readings = np.empty(chosen.size * settings.gauges.act.size, dtype=READING)
    on, meters = Quantities(stretch.fifth), settings.world.meters
    if settings.world.has_scheme and meters.gauge.size:
        read_meters(settings.gauges, meters, on, stretch.people, stretch.classes, stretch.subject, stretch.first,
                    span.step, settings.luck, stretch.readings)
    _infer(rows, stretch, settings, span)
    count = read_gauges(settings.gauges, on, stretch.people, stretch.classes, chosen, stretch.first, span.step,
                        settings.luck, readings)
    as_logged(settings.gauges, meters, stretch.readings, stretch.subject, readings[:count])
    write_gauges(rows, stretch, readings[:count], span)


def _infer(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """What the scheme concludes from what it has read, beside what is so."""
    world = settings.world
    table = world.inferences
    if not (world.has_scheme and table.about.size):
        return
    facts = facts_of(world.facts, stretch, span.day)
    true = facts.copy()
    made_true(world.facts, stretch, true)
    changed = np.empty(stretch.size * table.about.size, dtype=CHANGED)
    asked = Asked(*world.formulas, facts, np.empty(MOST_ON_STACK, np.int64), stretch.docket.tied)
    count = conclude(asked, true, table, stretch.subject, stretch.first, span.day, settings.luck, stretch.inferred,
                     changed)
    write_inferences(rows, stretch, table.digest, changed[:count], span)


def _harm(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> None:
    """What deeds do to others goes on the agenda of the next step."""
    world = settings.world
    stretch.agenda = with_room(stretch.agenda, stretch.used, deeds.size)
    used, void = find_victims(world.by_act.harms, stretch.circle, world.watchers.declared, stretch.first, span.step,
                              span.days(), settings.luck, deeds, stretch.agenda, stretch.used)
    stretch.used = int(used)
    rows.totals["harms_void"] = int(void)

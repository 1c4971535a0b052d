"""Phases 6 and 7 of a step: records reach the agenda; harm and records that are due change lives and scores."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.postfix import MOST_ON_STACK
from glasstown.simulate.agenda import HARM, handling_order, take_due, with_room
from glasstown.simulate.appeals import hear_appeals
from glasstown.simulate.assess import BY_ASSOCIATION, BY_RULE, assess, shortest_wait
from glasstown.simulate.ballots import remember_harm
from glasstown.simulate.consent import sort_records
from glasstown.simulate.counting import FORGOTTEN, count_records, disputable, facts_counted, forget_records
from glasstown.simulate.earn_back import earn_back
from glasstown.simulate.fitting import remember_records
from glasstown.simulate.harms import suffer
from glasstown.simulate.keep_lists import decide_grounds, hold_against_grounds, leave_lists
from glasstown.simulate.lasting import note_debits
from glasstown.simulate.quantity_points import is_read, points_for_quantities
from glasstown.simulate.ranks import take_ranks
from glasstown.simulate.repairs import set_aside
from glasstown.simulate.returns import scores_that_go_back
from glasstown.simulate.room import FEWEST_ROWS
from glasstown.simulate.rows import StepRows
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.scores import ENTRY
from glasstown.simulate.scores_around import asks_about_ties
from glasstown.simulate.share_points import pass_on
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.standing_points import Told, due_between, points_that_stand
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.telling import tell
from glasstown.simulate.variables import facts_of, made_alone, made_true
from glasstown.simulate.working_out import BY_REFRESH, is_worked_out, worked_out
from glasstown.simulate.worlds import World
from glasstown.simulate.write import write_refreshes, write_standings
from glasstown.simulate.write_lives import write_harms
from glasstown.vocab.arrays import I64, AnyArray


def be_judged(
    rows: StepRows, stretch: Stretch, settings: Settings, span: Span, looks: AnyArray, deeds: AnyArray
) -> tuple[AnyArray, int]:
    """Phases 6 and 7: records reach the agenda; harm and records that are due change lives and scores.

    Where a rule's points or counts may end within the step that made them, the step is worked off in
    spells of days so short that nothing can fall due in the spell that makes it. Returns entries and the
    records that were counted.
    """
    tell(rows, stretch, settings, span, looks)
    leave_lists(stretch, settings, span, deeds)
    world, before = settings.world, stretch.docket.opened.size
    spell = shortest_wait(world.rules, world.overrides, world.grounds.within, longest=span.length)
    asked, score = _ask(stretch, world, span), stretch.scores.score
    score = score.copy() if (world.grounds.when >= 0).any() else score
    pieces: list[AnyArray] = []
    repairing: list[AnyArray] = []
    counted: list[AnyArray] = []
    records = 0
    for day in range(span.day, span.end, spell):
        hits, stretch.used = take_due(stretch.agenda, stretch.used, min(day + spell, span.end))
        hits = hits[handling_order(hits, settings.names.source)]
        harm = hits["kind"] == HARM
        if harm.any():
            suffer(world.by_act.harms, stretch.life, stretch.household, hits[harm])
            write_harms(rows, stretch, hits[harm])
            remember_harm(settings.votes, stretch, hits[harm])
            hits = hits[~harm]
        hits = sort_records(rows, stretch, settings, span, hits)
        counted.append(disputable(world.counts, stretch.subject, hits))
        remember_records(settings.fits, stretch, hits)
        hits = _count_records(stretch, world, hits, span)
        aside, hits = set_aside(world.repairs, hits, stretch.subject)
        repairing.append(aside)
        if hits.size:
            stretch.moved[hits["who"]] = 1
            entries, reached = _work_off(stretch, settings, span, hits, asked)
            pieces.append(entries)
            records += reached
            hold_against_grounds(stretch, settings, span, hits, asked, score)
    decide_grounds(stretch, settings, span)
    pieces += _stand_and_read(rows, stretch, settings, span, asked)
    if is_worked_out(world.indexing, span.day, span.end):
        pieces.append(_work_out(rows, stretch, settings, asked, span))
    pieces += take_ranks(stretch, world.rules, span.end - 1)
    entries = np.concatenate(pieces) if pieces else np.empty(0, dtype=ENTRY)
    _share_points(stretch, settings, span, entries)
    entries = np.concatenate((entries, hear_appeals(rows, stretch, settings, span, deeds, entries, before, counted)))
    entries = np.concatenate((entries, earn_back(stretch, settings, span, asked, repairing, entries)))
    entries = np.concatenate((entries, *scores_that_go_back(stretch, settings, span)))
    _remember(stretch, entries, span)
    return entries[np.argsort(entries["who"], kind="stable")], records


def _ask(stretch: Stretch, world: World, span: Span) -> Asked:
    """Conditions, and what they ask about at the beginning of the step; nothing where none can be asked in it."""
    due = (world.formulas.of_rule >= 0).any() or (world.grounds.when >= 0).any() or (world.repairs.when >= 0).any()
    due = due or due_between(world.states.every, span.day, span.end).any()
    due = due or is_worked_out(world.indexing, span.day, span.end)
    facts = facts_of(world.facts if due else (), stretch, span.day)
    return Asked(*world.formulas, facts, np.empty(MOST_ON_STACK, np.int64), stretch.docket.tied)


def _count_records(stretch: Stretch, world: World, hits: AnyArray, span: Span) -> AnyArray:
    """Let formulas count what is due, and forget what is too old; returns what is left to handle."""
    if not world.counts.act.size:
        return hits
    gone = hits["kind"] == FORGOTTEN
    forget_records(world.counts, stretch.counted, hits[gone])
    later = count_records(world.counts, stretch.counted, stretch.subject, hits, span.horizon)
    stretch.agenda = with_room(stretch.agenda, stretch.used, later.size)
    stretch.agenda[stretch.used : stretch.used + later.size] = later
    stretch.used += later.size
    return hits[~gone]


def _stand_and_read(
    rows: StepRows, stretch: Stretch, settings: Settings, span: Span, asked: Asked
) -> list[AnyArray]:
    """Points of what residents are, and of what was read of them where a month begins."""
    found: list[AnyArray] = []
    world = settings.world
    if due_between(world.states.every, span.day, span.end).any():
        told = Told(asked, *_truly(stretch, world, asked, asked.facts.copy()))
        entries, stood = points_that_stand(told, world.states, world.rules, stretch.scores, stretch.held,
                                           stretch.subject, stretch.first, span.day, span.end)
        write_standings(rows, stretch, settings.names.state_rule, stood, span)
        found.append(entries)
    if world.quantities.meter.size and is_read(span.day, span.end):
        found.append(
            points_for_quantities(world.quantities, stretch.readings, world.rules, stretch.scores, stretch.subject,
                                  stretch.first, span.end - 1)
        )
    return found


def _work_out(rows: StepRows, stretch: Stretch, settings: Settings, asked: Asked, span: Span) -> AnyArray:
    """Work out the score of everybody anew; returns the entries."""
    world = settings.world
    facts, true = facts_counted(world.counts.rows, stretch.counted, asked.facts)
    so, own = _truly(stretch, world, asked, true)
    entries, found = worked_out(asked._replace(facts=facts), so, own, world.indexing, world.rules, stretch.scores,
                                stretch.worked, stretch.subject, stretch.first, span.end - 1)
    write_refreshes(rows, stretch, found, span, of_ties=asks_about_ties(world.facts))
    return entries


def _truly(stretch: Stretch, world: World, asked: Asked, true: I64) -> tuple[Asked, Asked]:
    """What conditions would ask about by what is true, and that without ties. Changes `true`, the facts read."""
    made_true(world.facts, stretch, true)
    alone = true
    if asks_about_ties(world.facts):
        alone = true.copy()
        made_alone(world.facts, stretch, alone)
    return asked._replace(facts=true), asked._replace(facts=alone)


def _work_off(stretch: Stretch, settings: Settings, span: Span, hits: AnyArray, asked: Asked) -> tuple[AnyArray, int]:
    """Handle what is due; returns entries and the number of records that reached a subject."""
    rules, overrides = settings.world.rules, settings.world.overrides
    most = hits.size * (int(rules.number.max(initial=0)) * 6 + int(overrides.number.max(initial=0)) + 2)
    stretch.agenda = with_room(stretch.agenda, stretch.used, most)
    entries = np.empty(most, dtype=ENTRY)
    ungraded = np.zeros((0, 0), np.uint8) if stretch.ungraded is None else stretch.ungraded
    written, used, records = assess(rules, overrides, asked, stretch.scores, stretch.subject, ungraded, hits,
                                    span.horizon, settings.luck, entries, stretch.agenda, stretch.used)
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
    note_debits(stretch.lasting, entries)
    who = entries["who"]
    stretch.moved[who] = 1
    stretch.life.stale[who] = 1
    counted = np.isin(entries["kind"], (BY_RULE, BY_ASSOCIATION, BY_REFRESH))
    by_others = (entries["kind"] == BY_REFRESH) & (entries["score"] != 0)  # a rank: nobody was warned of anything
    debits = counted & (entries["delta"] < 0) & ~by_others & (entries["unsaid"] == 0)
    stretch.standing.warned_day[who[debits]] = span.end

"""The end of a step: grades, lists, and what follows from them on the next day; what a version ends."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.agenda import HARM
from glasstown.simulate.appeals import awaiting, file_told, forget_what_ended
from glasstown.simulate.firms_held import carry_grades, hold_firms
from glasstown.simulate.follow import Changes, ended, follow, hold_off
from glasstown.simulate.impose import impose
from glasstown.simulate.keep_lists import close_lists
from glasstown.simulate.lasting import note_grades
from glasstown.simulate.life import regrade
from glasstown.simulate.only_while import still_so
from glasstown.simulate.rows import StepRows
from glasstown.simulate.slots import grade_in, grades_of, score_in
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import write_grades, write_listings, write_spells
from glasstown.vocab.arrays import I64, U8, U64


def settle_accounts(rows: StepRows, stretch: Stretch, now: Settings, then: Settings, span: Span) -> None:
    """What scores and records have earned holds from the next step on; whoever is told knows the scheme.

    Args:
        rows: what goes into the ledger.
        stretch: the stretch, changed in place.
        now: what held in the step.
        then: what holds from the next one on.
        span: the step.
    """
    turning = then is not now
    if turning:
        _turn(stretch, then)
    listed = stretch.standing.lists.copy()
    gone = close_lists(stretch, then, span.end)
    forget_what_ended(stretch, then, span.end)
    write_listings(rows, stretch, then.names, gone)
    changed = np.flatnonzero(listed != stretch.standing.lists)
    stretch.moved[changed] = 1
    hold_firms(stretch, then.world, span.end)
    regraded = _change_grades(rows, stretch, then, span)
    carry_grades(stretch, then.world, span.end)
    stretch.life.stale[changed] = 1
    through, newly = _through_organisations(stretch)
    changed = np.union1d(changed, newly)
    touched = np.arange(stretch.size) if turning else np.union1d(np.union1d(changed, regraded), rows.heard)
    table, docket = then.world.consequences, stretch.docket
    if not (touched.size or docket.cases.size or int(table.children) or int(table.conditional | table.passed)):
        return
    changes = follow(table, docket, grades_of(stretch), stretch.standing.lists, touched, stretch.household,
                     stretch.ages.birth_day, then.luck, stretch.first, span.step + 1, span.day, span.end,
                     awaiting(stretch, then), through, still_so(then.world, stretch, span.end))
    impose(table, stretch.standing, stretch.life, changes, span.end)
    over = ended(docket, changes) + _appeal(stretch, then, changes, span.end)
    write_spells(rows, stretch, table, over, span.end, still_open=span.end >= span.horizon)


def _appeal(stretch: Stretch, then: Settings, changes: Changes, day: int) -> list[tuple[I64, int, I64]]:
    """Those who are told appeal; where that suspends, what was to begin waits. Returns what has ended."""
    filed, table = file_told(stretch, then, changes, day), then.world.consequences
    if not filed.size or not then.world.appeals.suspends:
        return []
    held = hold_off(table, stretch.docket, filed, stretch.household, stretch.ages.birth_day, day)
    impose(table, stretch.standing, stretch.life, held, day)
    return ended(stretch.docket, held)


def _through_organisations(stretch: Stretch) -> tuple[U64 | None, I64]:
    """What hits residents from the next step on for what an organisation did, and for whom that changed."""
    joined = stretch.organisations
    if joined is None or joined.bound is None or joined.newly is None:
        return None, np.zeros(0, np.int64)
    return joined.bound, joined.newly


def _change_grades(rows: StepRows, stretch: Stretch, then: Settings, span: Span) -> I64:
    """Give everybody the grades that their scores and records earn now; returns who has another one."""
    world, found = then.world, np.zeros(0, np.int64)
    slots = world.starts.size
    moved = stretch.moved.copy() if slots > 1 else stretch.moved
    for slot in range(slots):
        stretch.moved[:] = moved
        held = grade_in(stretch, slot)
        new = held.copy()
        if not regrade(world.ladder, world.overrides, slot, stretch.graded(slot), stretch.moved,
                       score_in(stretch, slot), stretch.scores.tally, stretch.standing.lists, new):
            continue
        changed = np.flatnonzero(new != held)
        write_grades(rows, stretch, slot, changed, new, span)
        if slot == 0:
            note_grades(stretch.lasting, changed, span.end)
        stretch.grades += _counted(new[changed], slot) - _counted(held[changed], slot)
        held[changed] = new[changed]
        stretch.life.stale[changed] = 1
        found = np.union1d(found, changed)
    return found


def _counted(grades: U8, slot: int) -> I64:
    """(64,) residents by grade; those without one are counted by the first score."""
    counts = np.bincount(grades, minlength=64).astype(np.int64)
    counts[0] *= slot == 0
    return counts


def _turn(stretch: Stretch, then: Settings) -> None:
    """A version begins: everybody is looked at anew, and where the scheme has ended nothing of it is left to come."""
    stretch.moved[:] = 1
    stretch.life.stale[:] = 1
    if then.world.has_scheme:
        return
    stretch.covered[:] = 0
    stretch.docket.may[:] = 0
    stretch.subject[:] = 0
    stretch.scores.tally[:] = 0
    stretch.counted[:] = 0
    agenda = stretch.agenda[: stretch.used]
    stretch.agenda = agenda[agenda["kind"] == HARM].copy()
    stretch.used = stretch.agenda.size
    stretch.docket.cases = stretch.docket.cases[:0]
    stretch.docket.objections = stretch.docket.objections[:0]
    stretch.docket.debited = stretch.docket.debited[:0]

"""What follows from grades and lists from the next step on: who is hit by which consequence, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.charges import Consequences
from glasstown.simulate.decisions import (
    APPLIED,
    BY_FAVOUR,
    CASE,
    CONSEQUENCE,
    LET_OFF,
    OTHERWISE,
    decided,
    file_consequences,
)
from glasstown.simulate.docket import NOT_IN_FORCE, Docket
from glasstown.simulate.recipients import tell_recipients
from glasstown.vocab.arrays import I32, I64, U8, U16, U64, AnyArray, Whole
from glasstown.vocab.units import DAYS_IN_YEAR

OF_AGE: Final = 18 * DAYS_IN_YEAR
ONE: Final = np.uint64(1)


@dataclass(frozen=True, slots=True)
class Changes:
    """Residents whose consequences changed (slots, ascending), with the words before and after."""

    who: I64
    before: U64
    after: U64


def causes(table: Consequences, grade: U8, lists: U16) -> U64:
    """Words of the consequences that grades (a row a score) and lists bring by themselves."""
    words: U64 = np.bitwise_or.reduce(table.by_grade[np.minimum(grade, table.by_grade.size - 1)], axis=0)
    for number, word in enumerate(table.by_list):
        on_it = (lists >> np.uint16(number)) & np.uint16(1)
        words = words | np.where(on_it != 0, word, np.uint64(0))
    return words


def _causes(
    table: Consequences, grade: U8, lists: U16, who: I64, through: U64 | None, may: U64 | None
) -> U64:
    """What grades and lists bring to some residents, and what comes to them through an organisation."""
    own = causes(table, grade[:, who], lists[who])
    own = own if may is None else own & may[who]
    return own if through is None else own | through[who]


def _may_hold(table: Consequences, shows: U8, still: U64 | None) -> U64 | None:
    """(residents,) words of what can hold, of a score that is shown or not and by its condition; None for anything."""
    if not table.shown:
        return still
    shown = np.where(shows != 0, ~np.uint64(0), ~table.shown)
    return shown if still is None else still & shown


def follow(
    table: Consequences, docket: Docket, grade: U8, lists: U16, touched: I64, household: I32, birth_day: I32,
    keys: U64, first: int, step: int, day: int, end_day: int, waits: U8, through: U64 | None = None,
    still: U64 | None = None,
) -> Changes:
    """Bring consequences up to the first day after a step.

    Args:
        table: consequences as they are from that day on.
        docket: what is held against residents, changed in place.
        grade, lists: of all residents, as they are from that day on; grades by score, (slots, residents).
        touched: slots whose grade or lists changed, ascending.
        household: slot of the household's first member, by slot.
        birth_day: days of birth.
        keys: luck key.
        first: number of the first resident.
        step: number of the step that begins then.
        day, end_day: first day of the step that ends, and of the one that begins.
        waits: (residents,) 1 where an appeal is pending that holds off what harms.
        through: (residents,) words of what hits them for what an organisation did; None for nobody.
        still: (residents,) words of what may hold by its condition; None where nothing has one.
    """
    if still is not None:
        held = (causes(table, grade, lists) | docket.earned) & table.conditional
        touched = np.union1d(touched, np.flatnonzero(held))
    may = _may_hold(table, docket.shows, still)
    touched = _review(table, docket, grade, lists, touched, keys, first, step, day, end_day, through, may)
    growing = table.children & np.uint64((1 << 64) - 1)
    if growing:
        touched = np.union1d(touched, np.flatnonzero(docket.in_force & growing))
    due = _causes(table, grade, lists, touched, through, may)
    held = due & ~table.officer
    if table.officer:
        held = held | (due & _applied(docket.cases, lists.size)[touched])
    docket.by_scheme[touched] = np.where(waits[touched] != 0, held & ~table.harms, held)
    touched = tell_recipients(table, docket, touched, end_day)
    return _put_in_force(table, docket, touched, household, birth_day, end_day)


def hold_off(
    table: Consequences, docket: Docket, who: I64, household: I32, birth_day: I32, day: int
) -> Changes:
    """Let what harms wait, of residents (slots, ascending) who have appealed; returns what changed."""
    docket.by_scheme[who] &= ~table.harms
    docket.earned[who] &= ~(table.harms & ~table.passed)
    return _put_in_force(table, docket, who, household, birth_day, day)


def _put_in_force(
    table: Consequences, docket: Docket, touched: I64, household: I32, birth_day: I32, end_day: int
) -> Changes:
    """Put in force what residents have earned, on them and on those of their household."""
    if not (table.household | table.children):
        return _set(table, docket, touched, docket.earned[touched] & table.own, end_day)
    member = np.zeros(docket.earned.size, np.uint8)
    now = docket.in_force.copy()
    spread(household, birth_day, docket.earned, table.own, table.household, table.children, end_day, touched, now,
           member)
    hit = np.flatnonzero(member)
    return _set(table, docket, hit, now[hit], end_day)


def _review(
    table: Consequences, docket: Docket, grade: U8, lists: U16, touched: I64, keys: U64, first: int, step: int,
    day: int, end_day: int, through: U64 | None, may: U64 | None,
) -> I64:
    """File, drop and decide cases; returns the slots touched, with those of cases that were decided."""
    if not table.officer and not docket.cases.size:
        return touched
    cases = docket.cases
    whose = cases["who"].astype(np.int64)
    due = _causes(table, grade, lists, whose, through, may) & table.officer
    stays = (cases["kind"] != CONSEQUENCE) | ((due >> cases["what"].astype(np.uint64)) & ONE != 0)
    cases = cases[stays]
    filed = np.zeros(lists.size, np.uint64)
    about = cases[cases["kind"] == CONSEQUENCE]
    np.bitwise_or.at(filed, about["who"].astype(np.int64), ONE << about["what"].astype(np.uint64))
    new = _causes(table, grade, lists, touched, through, may) & table.officer & ~filed[touched]
    who, what = _pairs(touched, new, table.digest.size)
    fresh = np.zeros(who.size, dtype=CASE)
    file_consequences(table.officers, first, step, end_day, who, what, keys, docket.tied, fresh)
    cases = np.concatenate((cases, fresh))
    chosen = decided(cases, CONSEQUENCE, end_day + 1, table.limits, lists.size, day, end_day)
    otherwise = cases["otherwise"][chosen]
    cases["state"][chosen] = np.where(otherwise & OTHERWISE != 0, LET_OFF, APPLIED)
    docket.favours.append(cases[chosen[otherwise & BY_FAVOUR != 0]])
    docket.cases = cases
    return np.union1d(touched, cases["who"][chosen].astype(np.int64))


def _pairs(who: I64, words: U64, number: int) -> tuple[I64, I64]:
    """Slots and consequences, one pair for each bit that is set."""
    pieces = [(who[((words >> np.uint64(c)) & ONE) != 0], c) for c in range(number)]
    whom = [piece for piece, _ in pieces]
    what = [np.full(piece.size, c, np.int64) for piece, c in pieces]
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *whom]), np.concatenate([none, *what])


def _applied(cases: AnyArray, size: int) -> U64:
    words = np.zeros(size, np.uint64)
    rows = cases[(cases["kind"] == CONSEQUENCE) & (cases["state"] == APPLIED)]
    np.bitwise_or.at(words, rows["who"].astype(np.int64), ONE << rows["what"].astype(np.uint64))
    return words


@kernel
def spread(household: I32, birth_day: I32, held: U64, own: np.uint64, of_household: np.uint64, of_children: np.uint64,
           day: Whole, touched: I64, now: U64, member: U8) -> None:
    """Write what hits every member of the households of some residents.

    Args:
        household: slot of the household's first member, by slot.
        birth_day: days of birth.
        held: consequences each has earned.
        own, of_household, of_children: words by scope.
        day: the day on which ages are looked at.
        touched: slots, ascending.
        now: words, overwritten for members.
        member: 1 where a word was written.
    """
    for t in range(touched.size):
        start = np.int64(household[touched[t]])
        if member[touched[t]] != 0:
            continue
        stop = start
        everybody = np.uint64(0)
        while stop < household.size and np.int64(household[stop]) == start:
            everybody |= held[stop]
            stop += 1
        for j in range(start, stop):
            word = (held[j] & own) | (everybody & of_household)
            if day - np.int64(birth_day[j]) < OF_AGE:
                word |= everybody & of_children
            now[j] = word
            member[j] = 1


def _set(table: Consequences, docket: Docket, who: I64, words: U64, day: int) -> Changes:
    """Put words in force from a day on; returns those that changed."""
    before = docket.in_force[who]
    changed = words != before
    who, before, after = who[changed], before[changed], words[changed]
    docket.in_force[who] = after
    for c in range(table.digest.size):
        began = who[((after & ~before) >> np.uint64(c)) & ONE != 0]
        docket.since[c, began] = day
    _levels(table, docket, who, after)
    return Changes(who, before, after)


def _levels(table: Consequences, docket: Docket, who: I64, words: U64) -> None:
    """The level of each degree: of several the worst, else the best."""
    worst, best = (np.zeros((table.degree.shape[1], who.size), np.int8) for _ in range(2))
    for c in np.flatnonzero(table.degree.any(axis=1)):
        holds = ((words >> np.uint64(c)) & ONE) != 0
        for degree, level in enumerate(table.degree[c]):
            extreme = worst if level < 0 else best
            pick = np.minimum if level < 0 else np.maximum
            extreme[degree, holds] = pick(extreme[degree, holds], level)
    docket.level[:, who] = np.where(worst < 0, worst, best)


def ended(docket: Docket, changes: Changes) -> list[tuple[I64, int, I64]]:
    """(slots, consequence, first days) of what ended with some changes; its days are forgotten here."""
    found: list[tuple[I64, int, I64]] = []
    for c in range(docket.since.shape[0]):
        who = changes.who[((changes.before & ~changes.after) >> np.uint64(c)) & ONE != 0]
        if who.size:
            found.append((who, c, docket.since[c, who].astype(np.int64)))
            docket.since[c, who] = NOT_IN_FORCE
    return found


def bits_of(values: U64, chosen: AnyArray, words: U64) -> U64:
    """OR of the capacities of some consequences, for each word."""
    bits = np.zeros(words.size, np.uint64)
    for c in np.flatnonzero(chosen & (values != 0)):
        bits |= np.where(((words >> np.uint64(c)) & ONE) != 0, values[c], np.uint64(0))
    return bits

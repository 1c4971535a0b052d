"""Who suffers from what was done: the victim at the other end of a tie, in the next step.

Ties are those of the society (household, kin, colleague, neighbour, friend, employee) or, for a customer,
the stranger of the step. A tie that is void, or leads to nobody present, is counted and harms nobody.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.strangers import stranger
from glasstown.simulate.act_facts import Harms
from glasstown.simulate.agenda import HARM, ref_of
from glasstown.simulate.deeds import DONE, child_words
from glasstown.simulate.effects import CHANGE, Life, change_lives
from glasstown.simulate.outlook import RING
from glasstown.vocab.arrays import I32, I64, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID

HOUSEHOLD, KIN, COLLEAGUE, NEIGHBOUR, FRIEND, EMPLOYEE, CUSTOMER = range(1, 8)
TIE_CODES: Final = {
    "": 0, "household": HOUSEHOLD, "kin": KIN, "colleague": COLLEAGUE, "neighbour": NEIGHBOUR, "friend": FRIEND,
    "employee": EMPLOYEE, "customer": CUSTOMER,
}
"""Numbers of the kinds of ties through which an act finds its victim."""


MOST_STAFF: Final = 8
"""Employees of one employer whom an act of the employer may reach."""


class Circle(NamedTuple):
    """Whom residents know: (ties, residents) slots, `VOID` for nobody; household: slot of the first member."""

    household: I32
    kin: U16
    colleague: U16
    friend: U16
    employee: U16


@kernel
def _chosen(word: np.uint64, number: Whole) -> Whole:
    return np.int64((word * np.uint64(number)) >> np.uint64(32))


@inner
def _member(household: I32, i: Whole, word: np.uint64) -> Whole:
    """Another member of the household, or -1 where somebody lives alone."""
    first = np.int64(household[i])
    stop = first
    while stop < household.size and np.int64(household[stop]) == first:
        stop += 1
    others = stop - first - 1
    if others == 0:
        return np.int64(-1)
    j = first + _chosen(word, others)
    return j + 1 if j >= i else j


@inner
def _neighbour(household: I32, i: Whole, word: np.uint64) -> Whole:
    """One of the eight neighbours in the ring, or -1 where that is one's own household or nobody."""
    pick = _chosen(word, np.int64(2 * RING))
    offset = pick - RING if pick < RING else pick - RING + 1
    base = i - i % NEIGHBOURHOOD
    j = base + (i - base + NEIGHBOURHOOD + offset) % NEIGHBOURHOOD
    if j >= household.size or household[j] == household[i]:
        return np.int64(-1)
    return j


@kernel
def _of(ties: U16, i: Whole, word: np.uint64) -> Whole:
    number = np.int64(ties.shape[0])
    if number == 0:
        return np.int64(-1)
    j = np.int64(ties[_chosen(word, number), i])
    return np.int64(-1) if j == VOID else j


@inner
def victim_of(circle: Circle, tie: Whole, first: Whole, i: Whole, step: Whole, word: np.uint64, keys: U64) -> Whole:
    """The slot of who suffers through one kind of tie, or -1 for nobody."""
    if tie == HOUSEHOLD:
        return _member(circle.household, i, word)
    if tie == NEIGHBOUR:
        return _neighbour(circle.household, i, word)
    if tie == CUSTOMER:
        within = i % DISTRICT
        j = i - within + np.int64(stranger(within, (first + i) // DISTRICT, step, keys))
        return np.int64(-1) if j >= circle.household.size else j
    ties = circle.employee
    if tie == KIN:
        ties = circle.kin
    elif tie == COLLEAGUE:
        ties = circle.colleague
    elif tie == FRIEND:
        ties = circle.friend
    return _of(ties, i, word)


def staff_of(employer: U16) -> U16:
    """(8, residents) slots of the first staff of each employer by number, `VOID` where there are fewer."""
    staff = np.full((MOST_STAFF, employer.size), VOID, np.uint16)
    hired = np.flatnonzero(employer != VOID)
    hired = hired[np.argsort(employer[hired], kind="stable")]
    boss = employer[hired]
    place = np.arange(hired.size) - np.searchsorted(boss, boss)
    near = place < MOST_STAFF
    staff[place[near], boss[near]] = hired[near]
    return staff


@kernel
def find_victims(harms: Harms, circle: Circle, declared: U32, first: Whole, step: Whole, days: I64, keys: U64,
                 deeds: AnyArray, agenda: AnyArray, used: Whole) -> tuple[Whole, Whole]:
    """Put the harm of every deed on the agenda of the next step.

    Args:
        harms: which acts have victims.
        circle: whom residents know.
        declared: name digests of declared acts.
        first: number of the first resident.
        step: number of the step.
        days: (first day of the step, nominal length, horizon).
        keys: luck key.
        deeds: the deeds, in order.
        agenda: rows, with room for one a deed.
        used: rows in use.

    Returns:
        (rows in use, deeds whose victim would have been nobody).
    """
    void = np.int64(0)
    due = days[0] + days[1]
    for d in range(deeds.size):
        deed = deeds[d]
        act = np.int64(deed["act"])
        if harms.tie[act] == 0 or np.int64(deed["outcome"]) != DONE:
            continue
        pick, chance, _, _ = child_words(first, step, deed, np.int64(harms.name[0]), declared, keys)
        if chance >= harms.chance[act]:
            continue
        j = victim_of(circle, np.int64(harms.tie[act]), first, np.int64(deed["slot"]), step, pick, keys)
        if j < 0:
            void += 1
            continue
        if due >= days[2]:
            continue
        row = agenda[used]
        row["due"] = due
        row["who"] = j
        row["rule"] = 0
        row["kind"] = HARM
        row["act"] = act
        row["source"] = 0
        row["truth"] = 0
        row["via"] = 0
        row["way"] = 0
        row["ref"] = ref_of(step, np.int64(deed["family"]), np.int64(deed["ordinal"]), np.int64(0),
                            np.int64(deed["child"]))
        row["origin"] = first + np.int64(deed["slot"])
        row["amount"] = 0
        used += 1
    return used, void


def suffer(harms: Harms, life: Life, household: I32, hits: AnyArray) -> None:
    """Let the harm that is due change the lives of its victims, in the order given."""
    changes = np.empty(hits.size, CHANGE)
    changes["slot"] = hits["who"]
    changes["effect"], changes["asset"] = harms.effect[hits["act"]], harms.asset[hits["act"]]
    change_lives(life, household, changes, hits.size)

"""Association: what a rule does to one person's score is done in part to those tied to them, one step later."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import SHARED
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.caps import let_through
from glasstown.simulate.harms import Circle
from glasstown.simulate.outlook import RING
from glasstown.simulate.rulebook import Answering
from glasstown.vocab.arrays import I32, U16, AnyArray, Whole, YesNo
from glasstown.vocab.geography import NEIGHBOURHOOD, VOID

HOUSEHOLD, KIN, COLLEAGUE, NEIGHBOUR, FRIEND = range(1, 6)
"""Kinds of ties, as `compiled.model.AssociationTables` numbers them."""

MILLION: Final = 1_000_000


@inner
def part_of(points: Whole, micro: Whole) -> Whole:
    """So many millionths of some points, to the nearest thousandth; halves go away from 0."""
    size = (abs(points) * micro + MILLION // 2) // MILLION
    return -size if points < 0 else size


GONE: Final = 257
"""Bits of the first friendship: it has lapsed, or the friend has dropped the resident."""


@inner
def _stands(friend: U16, ties_cut: U16, i: Whole, k: Whole) -> YesNo:
    """Whether the k-th friendship of somebody stands on both sides; the k-th of one is the k-th of the other."""
    j = np.int64(friend[k, i])
    return ((np.int64(ties_cut[i]) | np.int64(ties_cut[j])) >> k) & GONE == 0


@inner
def _through(ties: U16, ties_cut: U16, can_lapse: Whole, i: Whole, reached: I32) -> Whole:
    """Who is at the other end of one kind of ties, each once; ties that lapse are asked for where they can."""
    count = np.int64(0)
    for k in range(ties.shape[0]):
        j = np.int64(ties[k, i])
        if j == VOID or (can_lapse != 0 and not _stands(ties, ties_cut, i, np.int64(k))):
            continue
        known = False
        for c in range(count):
            known |= reached[c] == j
        if not known:
            reached[count] = j
            count += 1
    return count


@inner
def _at_home(household: I32, i: Whole, reached: I32) -> Whole:
    count = np.int64(0)
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i] and count < reached.size:
        if j != i:
            reached[count] = j
            count += 1
        j += 1
    return count


@inner
def _next_door(household: I32, i: Whole, reached: I32) -> Whole:
    """The eight neighbours of the ring, but for absent ones and those of the same household."""
    count = np.int64(0)
    base = i - i % NEIGHBOURHOOD
    for offset in range(-RING, RING + 1):
        j = base + (i - base + NEIGHBOURHOOD + offset) % NEIGHBOURHOOD
        if offset != 0 and j < household.size and household[j] != household[i]:
            reached[count] = j
            count += 1
    return count


@inner
def tied_to(circle: Circle, ties_cut: U16, tie: Whole, i: Whole, reached: I32) -> Whole:
    """Write the slots of those tied to one person by one kind of tie; returns how many."""
    if tie == HOUSEHOLD:
        return _at_home(circle.household, i, reached)
    if tie == NEIGHBOUR:
        return _next_door(circle.household, i, reached)
    if tie == KIN:
        return _through(circle.kin, ties_cut, np.int64(0), i, reached)
    if tie == COLLEAGUE:
        return _through(circle.colleague, ties_cut, np.int64(0), i, reached)
    return _through(circle.friend, ties_cut, np.int64(1), i, reached)


@inner
def _share(row: AnyArray, entry: AnyArray, due: Whole, who: Whole, via: Whole, amount: Whole, origin: Whole) -> None:
    row["due"] = due
    row["who"] = who
    row["rule"] = entry["rule"]
    row["kind"] = SHARED
    row["act"] = entry["act"]
    row["source"] = entry["source"]
    row["truth"] = entry["truth"]
    row["via"] = via
    row["way"] = 0
    row["ref"] = entry["ref"]
    row["origin"] = origin
    row["amount"] = amount


@kernel
def pass_on(answering: Answering, circle: Circle, ties_cut: U16, first: Whole, due: Whole, entries: AnyArray,
            agenda: AnyArray, used: Whole) -> Whole:
    """Put on the agenda what those tied to somebody get of the points that rules gave or took.

    Args:
        answering: the associations of this world.
        circle: whom residents know, within their district.
        ties_cut: bit k where the k-th friendship has lapsed.
        first: number of the first resident.
        due: day on which the shares arrive.
        entries: movements of scores of the step; only those that rules made are passed on, and never twice.
        agenda: rows.
        used: rows in use.

    Returns:
        Rows in use, or -1 where the agenda has too little room: then it is to be done again with more.
    """
    reached = np.empty(max(circle.household.size, 1), np.int32)
    for e in range(entries.size):
        entry = entries[e]
        if np.int64(entry["kind"]) != BY_RULE:
            continue
        points, rule = let_through(entries, np.int64(e), np.int64(entries.size)), np.int64(entry["rule"])
        if points == 0:
            continue
        for a in range(answering.tie.size):
            carried = answering.losses[a] if points < 0 else answering.gains[a]
            amount = part_of(points, np.int64(answering.micro[a]))
            if carried == 0 or answering.rules[a, rule] == 0 or amount == 0:
                continue
            i = np.int64(entry["who"])
            number = tied_to(circle, ties_cut, np.int64(answering.tie[a]), i, reached)
            if used + number > agenda.size:
                return np.int64(-1)
            for c in range(number):
                _share(agenda[used], entry, due, np.int64(reached[c]), np.int64(a) + 1, amount, first + i)
                used += 1
    return used

"""Places: what many ask for and some get. What one resident gains, a numbered other loses.

Each district has its own places: seats come up at a steady rate, unfilled ones wait. Who asks is served by
level (what a scheme makes better or worse), then by a keyed priority. Beside it stands who would have been
served had nobody been denied, preferred or put back: the k-th who is served only in the one is named beside
the k-th who is served only in the other.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.act_facts import Seats
from glasstown.simulate.deeds import DENIED, DONE, LOOKED_UP
from glasstown.vocab.arrays import I8, I32, I64, U8, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision, Outcome
from glasstown.vocab.geography import DISTRICT

DECIDE: Final = int(Decision.DECIDE)
NO_PLACE: Final = int(Outcome.NO_PLACE)
MATCH: Final = 6
MOST_CARRIED: Final = 64
"""Unfilled seats of one district that wait at most."""

SHARE: Final = 365 * 1_000_000
"""What rates of seats are counted in: a millionth of a seat per resident-year, and days."""

EXCHANGE: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("place", np.uint8), ("won", np.uint8), ("other", np.int32),
])
"""One resident whom levels or denials gave or cost a place, and the slot of who lost or won it instead (-1 nobody)."""


@inner
def _asking(asks_for: U8, deeds: AnyArray, asked: I64) -> Whole:
    """Rows of the deeds that ask for any place; how many."""
    count = np.int64(0)
    for d in range(deeds.size):
        asked[count] = d
        count += 1 if asks_for[np.int64(deeds[d]["act"])] != 0 else 0
    return count


@inner
def _applicants(asks_for: U8, place: Whole, first: Whole, step: Whole, keys: U64, deeds: AnyArray, asked: I64,
                begin: Whole, stop: Whole, level: I8, rows: I64, real: I64, neutral: I64) -> Whole:
    """Who asks for one place in one district, with two sort keys: as they are served, and as they would be.

    A resident's second attempt of a step finds no place. Returns the number of applicants.
    """
    count = np.int64(0)
    last = np.int64(-1)
    for a in range(begin, stop):
        d = asked[a]
        deed = deeds[d]
        outcome, slot = np.int64(deed["outcome"]), np.int64(deed["slot"])
        if np.int64(asks_for[np.int64(deed["act"])]) != place or outcome not in (DONE, DENIED, LOOKED_UP):
            continue
        if slot == last:
            if outcome == DONE:
                deed["outcome"] = NO_PLACE
            continue
        last = slot
        word, _, _, _ = philox4x32(np.uint64(first + slot), np.uint64(place), np.uint64(step << 16),
                                   np.uint64(DECIDE << 24), keys[0], keys[1])
        priority = (np.int64(word) << 12) | (slot % DISTRICT)
        rows[count] = d
        neutral[count] = priority
        real[count] = priority + ((4 - (np.int64(level[slot]) if level.size else np.int64(0))) << 48)
        if outcome != DONE:
            real[count] = np.int64(1) << 60
        count += 1
    return count


@inner
def _served(keys: I64, count: Whole, seats: Whole, lowest: Whole, chosen: U8) -> Whole:
    """Mark the first `seats` by key whose key lies below `lowest`; returns how many were served."""
    served = np.int64(0)
    for a in range(count):
        rank = np.int64(0)
        for b in range(count):
            rank += 1 if keys[b] < keys[a] else 0
        chosen[a] = 1 if rank < seats and keys[a] < lowest else 0
        served += np.int64(chosen[a])
    return served


@inner
def _matched(keys: I64, count: Whole, lowest: Whole, rows: I64, deeds: AnyArray, sex: U8, chosen: U8) -> None:
    """Mark those who find a partner: men and women in their order, as many as both are."""
    men = np.int64(0)
    women = np.int64(0)
    for a in range(count):
        if keys[a] < lowest:
            if sex[np.int64(deeds[rows[a]]["slot"])] == 0:
                men += 1
            else:
                women += 1
    pairs = min(men, women)
    for a in range(count):
        mine = sex[np.int64(deeds[rows[a]]["slot"])]
        rank = np.int64(0)
        for b in range(count):
            if sex[np.int64(deeds[rows[b]]["slot"])] == mine and keys[b] < keys[a]:
                rank += 1
        chosen[a] = 1 if rank < pairs and keys[a] < lowest else 0


@inner
def _insert(line: I64, count: Whole, keys: I64, one: Whole) -> Whole:
    """Put one applicant in line by key; returns the new length. Lines are short, and sorts take long to compile."""
    place = count
    while place > 0 and keys[one] < keys[line[place - 1]]:
        line[place] = line[place - 1]
        place -= 1
    line[place] = one
    return count + 1


@inner
def _swap(count: Whole, rows: I64, neutral: I64, real_won: U8, neutral_won: U8, place: Whole, deeds: AnyArray,
          swaps: AnyArray, used: Whole) -> Whole:
    """Write down who won a place only as things are, and who only as they would have been, k-th beside k-th."""
    winners = np.empty(count, np.int64)
    losers = np.empty(count, np.int64)
    gained = np.int64(0)
    lost = np.int64(0)
    for a in range(count):
        if real_won[a] != 0 and neutral_won[a] == 0:
            gained = _insert(winners, gained, neutral, np.int64(a))
        if real_won[a] == 0 and neutral_won[a] != 0:
            lost = _insert(losers, lost, neutral, np.int64(a))
    for side in range(2):
        mine, others = (winners, losers) if side == 0 else (losers, winners)
        number, most = (gained, lost) if side == 0 else (lost, gained)
        for k in range(number):
            swap = swaps[used]
            swap["slot"] = deeds[rows[mine[k]]]["slot"]
            swap["day"] = deeds[rows[mine[k]]]["day"]
            swap["place"] = place
            swap["won"] = 1 - side
            swap["other"] = deeds[rows[others[k]]]["slot"] if k < most else -1
            used += 1
    return used


@kernel
def give_places(seats: Seats, carried: I32, first: Whole, size: Whole, step: Whole, length: Whole, keys: U64,
                levels: I8, sex: U8, deeds: AnyArray, swaps: AnyArray) -> Whole:
    """Serve everybody who asks for a place in this step, district by district.

    Args:
        seats: which act asks for which place, and how many seats come up.
        carried: (places + 1, districts) seats that wait, changed in place.
        first: number of the first resident.
        size: residents of the stretch.
        step: number of the step.
        length: nominal length of a step in days.
        keys: luck key.
        levels: (places + 1, residents) level of each resident for each place; no residents where all stand alike.
        sex: (residents,) for matches.
        deeds: the deeds in order; outcomes are changed in place.
        swaps: buffer of `EXCHANGE` rows with room for two a deed.

    Returns:
        Rows of `swaps` written.
    """
    used = np.int64(0)
    begin = np.int64(0)
    asks_for, micro, asked = seats.place, seats.micro, np.empty(deeds.size + 1, np.int64)
    asking = _asking(asks_for, deeds, asked)
    rows = np.empty(deeds.size, np.int64)
    real = np.empty(deeds.size, np.int64)
    neutral = np.empty(deeds.size, np.int64)
    real_won = np.empty(deeds.size, np.uint8)
    neutral_won = np.empty(deeds.size, np.uint8)
    for district in range(carried.shape[1]):
        residents = min(size - district * DISTRICT, DISTRICT)
        stop = begin
        while stop < asking and np.int64(deeds[asked[stop]]["slot"]) < (district + 1) * DISTRICT:
            stop += 1
        for place in range(1, micro.size):
            rate = micro[place] * residents * length
            fresh = (rate * (step + 1)) // SHARE - (rate * step) // SHARE
            carried[place, district] = min(np.int64(carried[place, district]) + fresh, MOST_CARRIED)
            count = _applicants(asks_for, np.int64(place), first, step, keys, deeds, asked, begin, stop,
                                levels[place], rows, real, neutral)
            if count == 0:
                continue
            if place == MATCH:
                _matched(real, count, np.int64(1) << 60, rows, deeds, sex, real_won)
                _matched(neutral, count, np.int64(1) << 60, rows, deeds, sex, neutral_won)
            else:
                room = np.int64(carried[place, district])
                _served(neutral, count, room, np.int64(1) << 60, neutral_won)
                carried[place, district] -= _served(real, count, room, np.int64(1) << 60, real_won)
            for a in range(count):
                deed = deeds[rows[a]]
                if real_won[a] == 0 and np.int64(deed["outcome"]) == DONE:
                    deed["outcome"] = NO_PLACE
            used = _swap(count, rows, neutral, real_won, neutral_won, np.int64(place), deeds, swaps, used)
        begin = stop
    return used

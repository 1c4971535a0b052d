"""Phase 5: what the sources make of acts, and what they invent."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.heights import People
from glasstown.kernels.jit import kernel
from glasstown.kernels.strangers import stranger
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.streams import FalseSightings
from glasstown.simulate.worlds import Watchers
from glasstown.vocab.arrays import I32, I64, U8, U16, U64
from glasstown.vocab.codes import Decision, Fate, Truth
from glasstown.vocab.geography import DISTRICT, VOID

SIGHT = int(Decision.SIGHT)
TRUE = int(Truth.TRUE)
FALSE = int(Truth.FALSE)
WRONG_PERSON = int(Truth.WRONG_PERSON)
RECORDED = int(Fate.RECORDED)
LOST = int(Fate.LOST)
DUPLICATE = int(Fate.DUPLICATE)
AFTER_HORIZON = int(Fate.AFTER_HORIZON)
BY_ID_CODE = 0
BY_NAME = 1
FIRST_DECLARED = 128
GHOST_FAMILY = 31


class Ties(NamedTuple):
    """Who may be taken for whom: (4, residents) slots of lookalikes and of namesakes, `VOID` for nobody."""

    lookalike: U16
    namesake: U16


class Sightings(NamedTuple):
    """Looks that did not miss. `on` is the slot the record is about (the doer's where it was lost)."""

    origin: I32
    family: U8
    ordinal: U8
    act: U8
    source: U8
    truth: U8
    on: I32
    act_day: I32
    due_day: I32
    fate: U8


@kernel
def act_address(act: int, family: int, ordinal: int, declared: U64) -> np.uint64:
    """The second word of the address of everything that follows from one act.

    A shipped act is known by family and ordinal. A declared act is known by its name and ordinal, so
    that reordering a file moves nobody's luck.
    """
    if act >= FIRST_DECLARED and family != GHOST_FAMILY:
        digest = np.uint64(declared[act - FIRST_DECLARED])
        return np.uint64(1 << 31) | (digest << np.uint64(6)) | np.uint64(ordinal)
    return np.uint64((family << 8) | ordinal)


@kernel
def _below(word: np.uint64, high: np.uint64, low: np.uint64, c0: np.uint64, c1: np.uint64, c2: np.uint64,
           c3: np.uint64, keys: U64, lane: int) -> bool:
    if word != high:
        return word < high
    return low_word(c0, c1, c2, c3, keys[0], keys[1], lane) < low


@kernel
def _taken_for(watchers: Watchers, ties: Ties, source: int, slot: int, word: np.uint64, size: int,
               district: int, step: int, keys: U64) -> int:
    """The slot that a source takes somebody for, or -1 when the tie is void or the other one absent."""
    kind = int(watchers.match[source])
    if kind == BY_ID_CODE:
        other = stranger(slot, district, step, keys)
    elif kind == BY_NAME:
        other = int(ties.namesake[int(word & np.uint64(3)), slot])
    else:
        other = int(ties.lookalike[int(word & np.uint64(3)), slot])
    if other == VOID or other >= size:
        return -1
    return other


@kernel
def see_acts(watchers: Watchers, people: People, ties: Ties, first_resident: int, step: int, days: I64,
             keys: U64, slot: I32, family: U8, ordinal: U8, act: U8, day: U16, number: int, out: Sightings) -> int:
    """Let every source look at every accomplished act.

    Args:
        watchers: tables of the sources.
        people: static columns of the district.
        ties: lookalikes and namesakes.
        first_resident: number of the district's first resident.
        step: number of the step.
        days: (first day of the step, nominal length, horizon).
        keys: luck key.
        slot, family, ordinal, act, day: the acts, `number` of them.
        number: how many.
        out: buffers with room for eight looks an act.

    Returns:
        Number of looks that did not miss.
    """
    c2 = np.uint64(step << 16)
    next_step = days[0] + days[1]
    district = first_resident // DISTRICT
    count = 0
    for a in range(number):
        i = int(slot[a])
        row = int(act[a])
        begin = count
        c0 = np.uint64(first_resident + i)
        c1 = act_address(row, int(family[a]), int(ordinal[a]), watchers.declared)
        watch = int(people.watch[i])
        for k in range(int(watchers.seen_count[row])):
            s = int(watchers.seen_by[row, k])
            c3 = np.uint64((SIGHT << 24) | int(watchers.digest[s]))
            w0, w1, w2, _w3 = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
            if not _below(w0, watchers.detect_high[row, k, watch], watchers.detect_low[row, k, watch],
                          c0, c1, c2, c3, keys, 0):
                continue
            on, truth, fate = i, TRUE, RECORDED
            due = int(day[a]) + int(watchers.delay[s, int(w2 >> np.uint64(24))])
            if _below(w1, watchers.wrong_high[s], watchers.wrong_low[s], c0, c1, c2, c3, keys, 1):
                truth = WRONG_PERSON
                on = _taken_for(watchers, ties, s, i, w1, people.cell.size, district, step, keys)
                due = max(due, next_step)
            if on < 0:
                on, fate = i, LOST
            elif due >= days[2]:
                fate = AFTER_HORIZON
            out.origin[count] = i
            out.family[count] = family[a]
            out.ordinal[count] = ordinal[a]
            out.act[count] = row
            out.source[count] = s
            out.truth[count] = truth
            out.on[count] = on
            out.act_day[count] = int(day[a])
            out.due_day[count] = due
            out.fate[count] = fate
            count += 1
        if watchers.by_act != 0:
            _mark_duplicates(watchers, out, begin, count)
    return count


@kernel
def _mark_duplicates(watchers: Watchers, out: Sightings, begin: int, stop: int) -> None:
    """Of several records of one act about one person, only the first counts (least due day, then name)."""
    for a in range(begin, stop):
        for b in range(begin, stop):
            if a == b or out.fate[a] == LOST or out.fate[b] == LOST or out.on[a] != out.on[b]:
                continue
            sooner = out.due_day[b] < out.due_day[a]
            tie = out.due_day[b] == out.due_day[a]
            if sooner or (tie and watchers.digest[int(out.source[b])] < watchers.digest[int(out.source[a])]):
                out.fate[a] = DUPLICATE


@kernel
def see_ghosts(watchers: Watchers, ghosts: FalseSightings, number: int, days: I64, out: Sightings, count: int) -> int:
    """Turn false sightings into records about the accused; returns the new number of looks."""
    for g in range(number):
        s = int(ghosts.source[g])
        due = int(ghosts.day[g]) + int(watchers.delay[s, int(ghosts.delay[g])])
        out.origin[count] = ghosts.slot[g]
        out.family[count] = GHOST_FAMILY
        out.ordinal[count] = ghosts.ordinal[g]
        out.act[count] = ghosts.act[g]
        out.source[count] = s
        out.truth[count] = FALSE
        out.on[count] = ghosts.slot[g]
        out.act_day[count] = int(ghosts.day[g])
        out.due_day[count] = due
        out.fate[count] = AFTER_HORIZON if due >= days[2] else RECORDED
        count += 1
    return count

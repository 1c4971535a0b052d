"""Phase 5: what the sources make of acts, and what they invent."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import inlined, inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import People
from glasstown.kernels.strangers import stranger
from glasstown.simulate.watchers import Watchers
from glasstown.vocab.arrays import I64, U8, U16, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision, Fate, Outcome, Truth
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID

SIGHT: Final = np.int64(Decision.SIGHT)
TRUE: Final = np.int64(Truth.TRUE)
WRONG_ACT: Final = np.int64(Truth.WRONG_ACT)
ALL: Final = np.uint64(1 << 32)
FALSE: Final = np.int64(Truth.FALSE)
LOGGED_FALSELY: Final = np.int64(Truth.LOGGED_FALSELY)
WRONG_PERSON: Final = np.int64(Truth.WRONG_PERSON)
RECORDED: Final = np.int64(Fate.RECORDED)
LOST: Final = np.int64(Fate.LOST)
DUPLICATE: Final = np.int64(Fate.DUPLICATE)
DONE: Final = int(Outcome.DONE)
AFTER_HORIZON: Final = np.int64(Fate.AFTER_HORIZON)
BY_ID_CODE: Final = 0
BY_NAME: Final = 1
FIRST_DECLARED: Final = 128
GHOST_FAMILY: Final = np.int64(31)


class Ties(NamedTuple):
    """Who may be taken for whom: (4, residents) slots of lookalikes and of namesakes, `VOID` for nobody."""

    lookalike: U16
    namesake: U16


LOOK: Final = np.dtype([
    ("origin", np.int32),
    ("on", np.int32),
    ("act_day", np.int32),
    ("due_day", np.int32),
    ("family", np.uint8),
    ("ordinal", np.uint8),
    ("act", np.uint8),
    ("source", np.uint8),
    ("truth", np.uint8),
    ("fate", np.uint8),
    ("child", np.uint8),
])
"""One look that did not miss. `origin` and `on` are slots; `on` is whom the record is about, the doer where
it was lost."""


@inlined
def act_address(act: Whole, family: Whole, ordinal: Whole, child: Whole, declared: U32) -> np.uint64:
    """The second word of the address of everything that follows from one act.

    A shipped act is known by family, ordinal and which kind of child of it this is. A declared act is known
    by its name and ordinal, so that reordering a file moves nobody's luck.
    """
    if act >= FIRST_DECLARED and family != GHOST_FAMILY:
        digest = np.uint64(declared[act - FIRST_DECLARED])
        return np.uint64(1 << 31) | (digest << np.uint64(6)) | np.uint64(ordinal)
    return np.uint64((child << 16) | (family << 8) | ordinal)


@inlined
def _below(word: np.uint64, high: np.uint64, low: np.uint64, c0: np.uint64, c1: np.uint64, c2: np.uint64,
           c3: np.uint64, keys: U64, lane: Whole) -> YesNo:
    if word != high:
        return word < high
    return low_word(c0, c1, c2, c3, keys[0], keys[1], lane) < low


@inner
def _taken_for(kind: Whole, lookalike: U16, namesake: U16, slot: Whole, word: np.uint64, size: Whole,
               first_resident: Whole, step: Whole, keys: U64) -> Whole:
    """The slot that a source takes somebody for, or -1 when the tie is void or the other one absent."""
    if kind == BY_ID_CODE:
        within = slot % DISTRICT
        other = slot - within + np.int64(stranger(within, (first_resident + slot) // DISTRICT, step, keys))
    elif kind == BY_NAME:
        other = np.int64(namesake[np.int64(word & np.uint64(3)), slot])
    else:
        other = np.int64(lookalike[np.int64(word & np.uint64(3)), slot])
    if other == VOID or other >= size:
        return np.int64(-1)
    return other


@inlined
def _written_as(watchers: Watchers, source: Whole, act: Whole, w: Whole, word: np.uint64) -> Whole:
    """The act that a source writes down: by mistakes of its own from below, by those of the society from above."""
    if word < watchers.wrong_chance[source] and watchers.wrong_as[source, act] != act:
        return np.int64(watchers.wrong_as[source, act])
    if word >= ALL - watchers.misread_chance[act, w]:
        return np.int64(watchers.misread_as[act])
    return act


@inlined
def _write_look(look: AnyArray, deed: AnyArray, on: Whole, due: Whole, source: Whole, act: Whole, truth: Whole,
                horizon: Whole, start: Whole) -> None:
    """Write down one look; a record about somebody else is due after the step at the earliest."""
    fate = RECORDED
    if truth == WRONG_PERSON:
        due = max(due, start)
    if on < 0:
        fate = LOST
    elif due >= horizon:
        fate = AFTER_HORIZON
    look["origin"] = deed["slot"]
    look["on"] = deed["slot"] if on < 0 else on
    look["act_day"] = deed["day"]
    look["due_day"] = due
    look["family"] = deed["family"]
    look["ordinal"] = deed["ordinal"]
    look["act"] = act
    look["source"] = source
    look["truth"] = truth
    look["fate"] = fate
    look["child"] = deed["child"]


@kernel
def see_acts(watchers: Watchers, people: People, ties: Ties, first_resident: Whole, step: Whole, days: I64,
             keys: U64, acts: AnyArray, levels: U8, looks: AnyArray) -> Whole:
    """Let every source look at every accomplished act.

    Args:
        watchers: tables of the sources.
        people: static columns of the district.
        ties: lookalikes and namesakes.
        first_resident: number of the district's first resident.
        step: number of the step.
        days: (first day of the step, nominal length, horizon).
        keys: luck key.
        acts: deeds in order; nobody sees what did not happen.
        levels: (patrols, neighbourhoods) how much harder sources on patrol look.
        looks: buffer of `LOOK` rows with room for every look and one more.

    Returns:
        Number of looks that did not miss.
    """
    seen_count, seen_by, digest, match = watchers.seen_count, watchers.seen_by, watchers.digest, watchers.match
    detect_high, detect_low, delay = watchers.detect_high, watchers.detect_low, watchers.delay
    wrong_high, wrong_low, declared = watchers.wrong_high, watchers.wrong_low, watchers.declared
    watch, lookalike, namesake, size = people.watch, ties.lookalike, ties.namesake, np.int64(people.cell.size)
    patrol = watchers.patrol
    c2 = np.uint64(step << 16)
    count = np.int64(0)
    for a in range(acts.size):
        row, i = np.int64(acts[a]["act"]), np.int64(acts[a]["slot"])
        if acts[a]["outcome"] != DONE or seen_count[row] == 0:
            continue
        begin = count
        c0 = np.uint64(first_resident + i)
        c1 = act_address(row, np.int64(acts[a]["family"]), np.int64(acts[a]["ordinal"]), np.int64(acts[a]["child"]),
                         declared)
        w = np.int64(watch[i])
        for place in range(np.int64(seen_count[row])):
            s = np.int64(seen_by[row, place])
            c3 = np.uint64((SIGHT << 24) | np.int64(digest[s]))
            w0, w1, w2, w3 = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
            high, low = detect_high[row, place, w], detect_low[row, place, w]
            if patrol[s] > 0:
                p = np.int64(patrol[s]) - 1
                level = np.int64(levels[p, i // NEIGHBOURHOOD])
                high, low = watchers.harder_high[p, row, level, w], watchers.harder_low[p, row, level, w]
            if not _below(w0, high, low, c0, c1, c2, c3, keys, np.int64(0)):
                continue
            on, truth, written = i, TRUE, row
            due = np.int64(acts[a]["day"]) + np.int64(delay[s, np.int64(w2 >> np.uint64(24))])
            if _below(w1, wrong_high[s], wrong_low[s], c0, c1, c2, c3, keys, np.int64(1)):
                truth = WRONG_PERSON
                on = _taken_for(np.int64(match[s]), lookalike, namesake, i, w1, size, first_resident, step, keys)
            else:
                written = _written_as(watchers, s, row, w, w3)
                truth = TRUE if written == row else WRONG_ACT
            _write_look(looks[count], acts[a], on, due, s, written, truth, days[2], days[0] + days[1])
            count += 1
        if watchers.by_act != 0:
            mark_duplicates(digest, looks, begin, count)
    return count


@kernel
def mark_duplicates(digest: U32, looks: AnyArray, begin: Whole, stop: Whole) -> None:
    """Of several records of one act about one person, only the first counts (least due day, then name)."""
    for a in range(begin, stop):
        for b in range(begin, stop):
            one, other = looks[a], looks[b]
            if a == b or one["fate"] == LOST or other["fate"] == LOST or one["on"] != other["on"]:
                continue
            sooner = other["due_day"] < one["due_day"]
            tie = other["due_day"] == one["due_day"]
            if sooner or (tie and digest[np.int64(other["source"])] < digest[np.int64(one["source"])]):
                one["fate"] = DUPLICATE


@kernel
def see_ghosts(delay: U16, ghosts: AnyArray, number: Whole, days: I64, looks: AnyArray, count: Whole,
               truth: Whole) -> Whole:
    """Turn false sightings into records about the accused; returns the new number of looks."""
    for g in range(number):
        ghost = ghosts[g]
        due = np.int64(ghost["day"]) + np.int64(delay[np.int64(ghost["source"]), np.int64(ghost["delay"])])
        look = looks[count]
        look["origin"] = ghost["slot"]
        look["on"] = ghost["slot"]
        look["act_day"] = ghost["day"]
        look["due_day"] = due
        look["family"] = GHOST_FAMILY
        look["ordinal"] = ghost["ordinal"]
        look["act"] = ghost["act"]
        look["source"] = ghost["source"]
        look["truth"] = truth
        look["fate"] = AFTER_HORIZON if due >= days[2] else RECORDED
        look["child"] = 0
        count += 1
    return count

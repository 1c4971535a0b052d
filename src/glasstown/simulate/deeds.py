"""Phase 4: what was tried, in order; what a consequence denies; what follows from what was done."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.act_facts import ActFacts, Offspring, Terms
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import I8, I32, U8, U16, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision, Outcome

CHILD: Final = int(Decision.CHILD)
DONE, DENIED, LOOKED_UP = int(Outcome.DONE), int(Outcome.DENIED), int(Outcome.LOOKED_UP)
HELD_BACK, CAME_TO_NOTHING = int(Outcome.HELD_BACK), int(Outcome.CAME_TO_NOTHING)
CAPACITIES: Final = 48
FELL_DUE: Final = 7
"""`child` of an act that happens because something falls due: more kinds than may follow from an act."""

DEED: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("family", np.uint8), ("ordinal", np.uint8), ("act", np.uint8),
    ("child", np.uint8), ("outcome", np.uint8),
])
"""One act that somebody set out to do: who, when, its address (family, ordinal, child), what it is, what became of it.

`child` is 0 for an act with luck of its own, k for the k-th kind that may follow from it; or `FELL_DUE`."""


@inner
def _before(one: AnyArray, other: AnyArray) -> YesNo:
    """Whether one act of a resident comes before another: by day, family, ordinal."""
    key = (np.int64(one["day"]) << 16) | (np.int64(one["family"]) << 8) | np.int64(one["ordinal"])
    return key < (np.int64(other["day"]) << 16) | (np.int64(other["family"]) << 8) | np.int64(other["ordinal"])


@inner
def _copy(found: AnyArray, deed: AnyArray) -> None:
    deed["slot"] = found["slot"]
    deed["day"] = found["day"]
    deed["family"] = found["family"]
    deed["ordinal"] = found["ordinal"]
    deed["act"] = found["act"]
    held = np.int64(found["held"])
    deed["child"] = FELL_DUE if held == FELL_DUE else 0
    deed["outcome"] = DONE if held in (0, FELL_DUE) else HELD_BACK


@kernel
def _place(found: AnyArray, ends: I32, ordered: AnyArray) -> None:
    """Counting sort by slot, then by insertion within the few acts of one resident.

    Args:
        found: acts in any order.
        ends: (size + 1,) zeros; used for counting.
        ordered: receives the acts in order; its slots are -1 before.
    """
    for r in range(found.size):
        ends[np.int64(found[r]["slot"]) + 1] += 1
    for i in range(1, ends.size):
        ends[i] += ends[i - 1]
    # from here on ends[slot] is where the next act of the slot goes
    for r in range(found.size):
        slot = np.int64(found[r]["slot"])
        place = np.int64(ends[slot])
        ends[slot] += 1
        while place > 0 and np.int64(ordered[place - 1]["slot"]) == slot and _before(found[r], ordered[place - 1]):
            ordered[place] = ordered[place - 1]
            place -= 1
        _copy(found[r], ordered[place])


def in_order(found: AnyArray, size: int) -> AnyArray:
    """Acts as deeds, by resident, day and address.

    Args:
        found: rows of `heights.ACT`, in any order.
        size: residents of the stretch.
    """
    ordered = np.empty(found.size, dtype=DEED)
    if found.size:
        ordered["slot"] = -1
        _place(found, np.zeros(size + 1, np.int32), ordered)
    return ordered


@inner
def child_words(first: Whole, step: Whole, deed: AnyArray, name: Whole, declared: U32,
                keys: U64) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """The four words that decide what follows from one deed; `name` is 0, or the digest of what is asked."""
    c1 = act_address(np.int64(deed["act"]), np.int64(deed["family"]), np.int64(deed["ordinal"]),
                     np.int64(deed["child"]), declared)
    return philox4x32(np.uint64(first + np.int64(deed["slot"])), c1, np.uint64(step << 16),
                      np.uint64((CHILD << 24) | name), keys[0], keys[1])


@inner
def tells(terms: Terms, level: I8, row: Whole, first: Whole, step: Whole, deed: AnyArray, declared: U32,
          keys: U64) -> YesNo:
    """Whether one row of the terms of an act tells on a deed: by the level of its degree, and by luck."""
    away = np.int64(terms.side[row]) * np.int64(level[np.int64(terms.degree[row]), np.int64(deed["slot"])])
    if away <= 0:
        return False
    _, _, word, _ = child_words(first, step, deed, np.int64(terms.name[row]), declared, keys)
    return word < terms.chance[row, away]


@inner
def _gate(facts: ActFacts, terms: Terms, look_up: U64, denied: U64, looked_up: U64, level: I8, declared: U32,
          first: Whole, step: Whole, keys: U64, deed: AnyArray) -> None:
    """Deny one deed whose capacity a consequence takes away, for good or where the other side looks it up.

    On worse terms it may come to nothing.
    """
    act = np.int64(deed["act"])
    needed = np.int64(facts.capacity[act])
    slot = np.int64(deed["slot"])
    if np.int64(deed["outcome"]) != DONE:
        return
    if np.int64(denied[slot]) & needed != 0:
        deed["outcome"] = DENIED
        return
    seen = np.int64(looked_up[slot]) & needed
    if seen != 0:
        chance = np.uint64(0)
        for bit in range(CAPACITIES):
            if (seen >> bit) & 1 != 0:
                chance = max(chance, look_up[bit])
        _, _, _, word = child_words(first, step, deed, np.int64(0), declared, keys)
        if word < chance:
            deed["outcome"] = LOOKED_UP
            return
    begin = np.int64(terms.first[act])
    for row in range(begin, begin + np.int64(terms.fails[act])):
        if tells(terms, level, row, first, step, deed, declared, keys):
            deed["outcome"] = CAME_TO_NOTHING


@kernel
def resolve(facts: ActFacts, terms: Terms, offspring: Offspring, look_up: U64, standing: U16, denied: U64,
            looked_up: U64, level: I8, declared: U32, first: Whole, step: Whole, keys: U64, ordered: AnyArray,
            deeds: AnyArray) -> Whole:
    """Gate every act, and let acts follow from those that were done; a child stands right after its parent.

    Args:
        facts: what each act needs.
        terms: what lets attempts come to nothing.
        offspring: what may follow from each act.
        look_up: (48,) thresholds of a look-up, by bit of the capacity.
        standing: (residents,) standing bits.
        denied: (residents,) capacities denied outright.
        looked_up: (residents,) capacities denied to whom somebody looks up.
        level: (degrees, residents) levels from -3 to 3.
        declared: name digests of declared acts.
        first: number of the first resident.
        step: number of the step.
        keys: luck key.
        ordered: deeds in order.
        deeds: buffer that receives them and their children.

    Returns:
        Deeds written, or the buffer's length when it was too small.
    """
    capacity, fails, number, first_row = facts.capacity, terms.fails, offspring.number, offspring.first
    needed, digest, chance = offspring.needs, offspring.digest, offspring.chance
    count = np.int64(0)
    for a in range(ordered.size):
        act, slot, outcome = np.int64(ordered[a]["act"]), np.int64(ordered[a]["slot"]), np.int64(ordered[a]["outcome"])
        if count + 1 + np.int64(number[act]) >= deeds.size:
            return np.int64(deeds.size)
        parent = count
        deeds[parent] = ordered[a]
        count += 1
        taken = (denied[slot] | looked_up[slot]) & capacity[act]
        if taken != 0 or fails[act] != 0:  # asked here: a call with all these tables costs more than the act
            _gate(facts, terms, look_up, denied, looked_up, level, declared, first, step, keys, deeds[parent])
            outcome = np.int64(deeds[parent]["outcome"])
        if outcome != DONE or np.int64(deeds[parent]["child"]) == FELL_DUE:  # what falls due is followed by nothing
            continue
        for k in range(np.int64(number[act])):
            row = np.int64(first_row[act]) + k
            needs = needed[row]
            if standing[slot] & needs != needs:
                continue
            word, _, _, _ = child_words(first, step, deeds[parent], np.int64(digest[row]), declared, keys)
            if word < chance[row]:
                deeds[count] = deeds[parent]
                deeds[count]["act"] = offspring.act[row]
                deeds[count]["child"] = k + 1
                _gate(facts, terms, look_up, denied, looked_up, level, declared, first, step, keys, deeds[count])
                count += 1
    return count


@kernel
def looks_at_most(seen_count: U8, deeds: AnyArray) -> Whole:
    """How many looks sources can take at what was done."""
    looks = np.int64(0)
    for a in range(deeds.size):
        if np.int64(deeds[a]["outcome"]) == DONE:
            looks += np.int64(seen_count[np.int64(deeds[a]["act"])])
    return looks

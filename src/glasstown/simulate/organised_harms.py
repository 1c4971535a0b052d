"""Who suffers from what firms and governments do: residents of their districts, or other firms, in the next step.

One of the staff of day 0, all of it, any resident of the district, one of the representative's neighbourhood, the
firm one deals with, or any firm of the district. Where nobody is there, nobody suffers, and that is counted.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.act_facts import Harms
from glasstown.simulate.agenda import HARM, ROW, with_room
from glasstown.simulate.deeds import DONE, child_words
from glasstown.simulate.organised import Organisations
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.geography import DISTRICT, NEIGHBOURHOOD, VOID
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisations import FIRMS, PLACES_OF_DISTRICT

EMPLOYEE, STAFF, CUSTOMER, NEIGHBOUR, SUPPLIER, CREDITOR = range(1, 7)
"""Who suffers, in the order of `VICTIMS_OF_ORGANISATIONS`."""

VICTIM: Final = name_digest("victim")
NOBODY: Final = np.zeros(0, np.int64)


@kernel
def harmful(victim: U8, harms: Harms, declared: U32, first: Whole, step: Whole, keys: U64, deeds: AnyArray,
            chosen: I64, words: I64) -> Whole:
    """Find the deeds that harm somebody, with the word by which one of many is picked; returns how many.

    Args:
        victim: (acts,) who suffers.
        harms: how likely.
        declared: name digests of acts from 128 up.
        first: number of the first place.
        step: number of the step.
        keys: luck key.
        deeds: the deeds, in order.
        chosen: receives the rows of the deeds.
        words: receives the words.
    """
    count = np.int64(0)
    for d in range(deeds.size):
        act = np.int64(deeds[d]["act"])
        if victim[act] == 0 or np.int64(deeds[d]["outcome"]) != DONE:
            continue
        pick, chance, _, _ = child_words(first, step, deeds[d], np.int64(VICTIM), declared, keys)
        if chance < harms.chance[act]:
            chosen[count] = d
            words[count] = np.int64(pick)
            count += 1
    return count


def do_harm(
    residents: Stretch, joined: Organisations, mine: Settings, victim: U8, harms: Harms, span: Span, deeds: AnyArray
) -> int:
    """Put the harm of every deed on the agenda of whoever suffers, for the next step; returns how many hit nobody."""
    stretch = joined.stretch
    chosen, words = np.empty(deeds.size, np.int64), np.empty(deeds.size, np.int64)
    number = harmful(victim, harms, mine.world.watchers.declared, stretch.first, span.step, mine.luck, deeds, chosen,
                     words)
    void = 0
    for d, word in zip(chosen[:number].tolist(), words[:number].tolist(), strict=True):
        kind, slot = int(victim[deeds[d]["act"]]), int(deeds[d]["slot"])
        whose = stretch if kind in (SUPPLIER, CREDITOR) else residents
        hit = _of_organisations(joined, kind, slot, word) if whose is stretch else _of_residents(
            residents, joined, kind, slot, word)
        void += hit.size == 0
        if span.day + span.length < span.horizon:
            _put(whose, stretch.first, span, deeds[d], hit)
    return void


def _of_residents(residents: Stretch, joined: Organisations, kind: int, slot: int, word: int) -> I64:
    """Slots of the residents who suffer."""
    staff = joined.staff[joined.staff_ends[slot] : joined.staff_ends[slot + 1]].astype(np.int64)
    if kind == STAFF:
        return staff
    if kind == EMPLOYEE:
        return staff[[_pick(word, staff.size)]] if staff.size else NOBODY
    if kind == CUSTOMER:
        return _present(slot // PLACES_OF_DISTRICT * DISTRICT + _pick(word, DISTRICT), residents.size)
    who = int(joined.representative[slot])
    if who == VOID:
        return NOBODY
    return _present(who - who % NEIGHBOURHOOD + _pick(word, NEIGHBOURHOOD), residents.size)


def _of_organisations(joined: Organisations, kind: int, slot: int, word: int) -> I64:
    """Places of the firms that suffer."""
    other = int(joined.partner[slot])
    if kind == CREDITOR:
        other = slot - slot % PLACES_OF_DISTRICT + _pick(word, FIRMS)
    lives = other != VOID and joined.stretch.kept[other] != 0
    return np.array([other], np.int64) if lives else NOBODY


def _pick(word: int, number: int) -> int:
    return word * number >> 32


def _present(slot: int, size: int) -> I64:
    return np.array([slot], np.int64) if slot < size else NOBODY


def _put(whose: Stretch, first: int, span: Span, deed: AnyArray, hit: I64) -> None:
    """One row for each who suffers."""
    whose.agenda = with_room(whose.agenda, whose.used, hit.size)
    rows = np.zeros(hit.size, dtype=ROW)
    rows["due"], rows["who"], rows["kind"], rows["act"] = span.day + span.length, hit, HARM, deed["act"]
    rows["ref"] = span.step << 20 | int(deed["family"]) << 15 | int(deed["ordinal"]) << 9 | int(deed["child"])
    rows["origin"] = first + int(deed["slot"])
    whose.agenda[whose.used : whose.used + hit.size] = rows
    whose.used += hit.size

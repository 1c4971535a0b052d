"""Candidates: what luck and tables make of each point of the height process that could happen.

All candidates of a block are judged together, ordinal by ordinal, in small flat loops over few columns: words of
luck, name of the act, log-rate, what bars it, and whether its height lies under the rate.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People, Rates, table_index, trait_shift
from glasstown.vocab.arrays import I8, I16, I32, I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

CAND: Final = int(Decision.CAND)
VOID: Final = 255
ESCAPE: Final = 254
SHIFT: Final = np.uint64(32)
FULL: Final = 32


class Candidates(NamedTuple):
    """Candidates of one block that wait to be judged.

    `limit` is what a height must exceed for any world to care. `type_word`, `next_word` and `day_word` are luck. `act`
    and `log_rate` are what luck and tables say; `chosen` holds the places of those still in question.
    """

    slot: I32
    family: U8
    value: U32
    limit: U32
    type_word: U32
    next_word: U32
    day_word: U32
    act: U8
    log_rate: I32
    chosen: I32


@inner
def waiting_room(size: Whole) -> Candidates:
    """Room for the candidates of a block."""
    return Candidates(np.empty(size, np.int32), np.empty(size, np.uint8), np.empty(size, np.uint32),
                      np.empty(size, np.uint32), np.empty(size, np.uint32), np.empty(size, np.uint32),
                      np.empty(size, np.uint32), np.empty(size, np.uint8), np.empty(size, np.int32),
                      np.empty(size + 1, np.int32))


@inner
def draw_words(first: Whole, step: Whole, ordinal: Whole, keys: U64, slot: I32, family: U8, type_word: U32,
               next_word: U32, day_word: U32) -> None:
    """The words of luck of every waiting candidate."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    c3 = np.uint64(CAND << 24)
    for c in range(slot.size):
        c1 = np.uint64((np.int64(family[c]) << 8) | ordinal)
        c0 = np.uint64(first + np.int64(slot[c]))
        type_word[c], _, next_word[c], day_word[c] = philox4x32(c0, c1, c2, c3, k0, k1)


@kernel
def _name_acts(first: U8, second: U8, family: U8, type_word: U32, pending: Whole, act: U8) -> None:
    """Which act each candidate is, by the leaf that its word begins with."""
    for c in range(pending):
        f, word = np.int64(family[c]), np.int64(type_word[c])
        act[c] = first[f, word >> 20]
        if act[c] == ESCAPE:
            act[c] = second[f, word & 4095]


@inner
def _able(needs: U16, has: U16, lacks: U16, standing: U16, assets: U16, slot: I32, act: U8, pending: Whole,
          chosen: I32) -> Whole:
    """Places of the candidates that are no void, and whose resident has the standing and the assets for the act."""
    count = np.int64(0)
    for c in range(pending):
        i, a = np.int64(slot[c]), np.int64(act[c])
        row = a if a != VOID else 0
        stands = (standing[i] & needs[row]) == needs[row]
        owns = ((assets[i] & has[row]) == has[row]) & ((assets[i] & lacks[row]) == 0)
        chosen[count] = c
        count += 1 if (a != VOID) & stands & owns else 0
    return count


@inner
def _add_classes(base: I16, by_mood: I16, by_public: I16, by_private: I16, capacity: U64, favour: I16, cell: U8,
                 mood: U8, public: U8, private: U8, favoured: U64, slot: I32, act: U8, chosen: I32, number: Whole,
                 log_rate: I32) -> None:
    """What cell, classes and favours make of the log-rate of those chosen."""
    for p in range(number):
        c = np.int64(chosen[p])
        i, a = np.int64(slot[c]), np.int64(act[c])
        total = np.int64(base[a, np.int64(cell[i])]) + np.int64(by_mood[a, np.int64(mood[i])])
        total += np.int64(by_public[a, np.int64(public[i])]) + np.int64(by_private[a, np.int64(private[i])])
        log_rate[c] = total + (np.int64(favour[0]) if favoured[i] & capacity[a] != 0 else 0)


@inner
def _happening(height: U32, loading: I16, traits: I8, slot: I32, family: U8, value: U32, chosen: I32, number: Whole,
               log_rate: I32) -> Whole:
    """Add what traits do to the log-rate; keep the places of those whose height lies under their rate."""
    count = np.int64(0)
    for p in range(number):
        c = np.int64(chosen[p])
        f = np.int64(family[c])
        total = np.int64(log_rate[c]) + trait_shift(loading, f, traits, np.int64(slot[c]))
        log_rate[c] = total
        chosen[count] = c
        count += 1 if value[c] > height[f, table_index(total)] else 0
    return count


@inner
def _write_down(height: U32, hush: I16, private: U8, days: I64, ordinal: Whole, number: Whole, waiting: Candidates,
                found: AnyArray, count: Whole) -> Whole:
    """Write down those chosen whose day comes; what the hush rules out is held back. Returns the new number of rows."""
    slot, family, value, act = waiting.slot, waiting.family, waiting.value, waiting.act
    log_rate, day_word, chosen = waiting.log_rate, waiting.day_word, waiting.chosen
    for p in range(number):
        c = np.int64(chosen[p])
        f = np.int64(family[c])
        day = days[0] + ((np.int64(day_word[c]) * days[1]) >> FULL)
        if day >= days[2]:
            continue
        hushed = np.int64(log_rate[c]) + np.int64(hush[np.int64(act[c]), np.int64(private[np.int64(slot[c])])])
        row = found[count]
        row["slot"] = slot[c]
        row["day"] = day
        row["family"] = f
        row["ordinal"] = ordinal
        row["act"] = act[c]
        row["held"] = 1 if value[c] <= height[f, table_index(hushed)] else 0
        count += 1
    return count


@inner
def _go_on(pending: Whole, slot: I32, family: U8, value: U32, limit: U32, next_word: U32) -> Whole:
    """Keep the candidates whose next one, lower down, could still happen; returns how many."""
    kept = np.int64(0)
    for c in range(pending):
        lower = (np.uint64(value[c]) * np.uint64(next_word[c])) >> SHIFT
        slot[kept], family[kept], value[kept], limit[kept] = slot[c], family[c], lower, limit[c]
        kept += 1 if lower > np.uint64(limit[c]) else 0
    return kept


@kernel
def judge(rates: Rates, people: People, classes: Classes, ordinal: Whole, days: I64, pending: Whole,
           waiting: Candidates, found: AnyArray, count: Whole) -> tuple[Whole, Whole]:
    """Judge every waiting candidate; returns how many chains go on, and the new number of acts found."""
    slot, family, act, log_rate, chosen = waiting.slot, waiting.family, waiting.act, waiting.log_rate, waiting.chosen
    _name_acts(rates.first, rates.second, family, waiting.type_word, pending, act)
    number = _able(rates.needs, rates.needs_assets, rates.needs_lack, people.standing, classes.assets, slot, act,
                   pending, chosen)
    _add_classes(rates.base, rates.by_mood, rates.by_public, rates.by_private, rates.capacity, rates.favour,
                 people.cell, people.mood, classes.public, classes.private, classes.favoured, slot, act, chosen,
                 number, log_rate)
    number = _happening(rates.height, rates.loading, people.traits, slot, family, waiting.value, chosen, number,
                        log_rate)
    count = _write_down(rates.height, rates.hush, classes.private, days, ordinal, number, waiting, found, count)
    kept = _go_on(pending, slot, family, waiting.value, waiting.limit, waiting.next_word)
    return kept, count

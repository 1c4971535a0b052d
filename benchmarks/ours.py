"""The benchmark model on the package's kernel floor: Philox, ordered heights, integers only, blocks of 1,024.

The heights, bounds and candidates work as in `glasstown.kernels.heights`; types have trait loadings of their own here,
so what judges a candidate stands in this file. It is written in one file because Numba's cache does not notice an
edit of a kernel that another file calls. `c_twin.c` is the same line by line.
"""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

import numpy as np
from benchmarks.integers import EFFECT_BITS, RATE_ROW, ROOM, TIER_ROW, TRAIT_ROW, UNIT, State, Tables
from benchmarks.tables import BINS, CLOCK, FAMILIES, GROUPS, STEPS, TIERS, TOP_SCORE, Outcome

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import I8, I16, I32, I64, U8, U16, U32, U64, Whole

BLOCK: Final = 1024
CHUNK: Final = 65_536
"""People whom one thread takes at a time."""

HEIGHT: Final = np.uint64(1 << 24)
CAND: Final = np.uint64(2 << 24)
SHIFT: Final = np.uint64(32)
LIMITS: Final = 2048 + ROOM
TOP: Final = TOP_SCORE * UNIT
CENTRE: Final = 1000 * UNIT
EFFECT_MASK: Final = (1 << EFFECT_BITS) - 1
COPIES: Final = 4
"""Copies of every count, summed at the end."""

KEYS: Final = np.array([0x5EED, 0xBEEF], np.uint64)


class Waiting(NamedTuple):
    """Candidates of a block: who (slot, and family in the upper half), height, bound, words of luck, and a verdict.

    `kind` is the type and `threshold` the height that its rate asks for.
    """

    who: U32
    value: U32
    limit: U32
    w0: U32
    w1: U32
    w2: U32
    kind: U8
    threshold: U32


@kernel
def _heights(first: Whole, step: Whole, keys: U64, v0: U32, v1: U32, v2: U32, v3: U32) -> None:
    """The first heights of all four families."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    for j in range(v0.size):
        v0[j], v1[j], v2[j], v3[j] = philox4x32(np.uint64(first + j), np.uint64(0), c2, HEIGHT, k0, k1)


@kernel
def _survivors(value: U32, bound: U8, tier: U8, by_tier: U16, limit: U32, chosen: U32) -> Whole:
    """Places whose first height lies under the bound of one family."""
    count = np.uint64(0)
    for j in range(value.size):
        k = np.uint64(bound[j]) * np.uint64(8) + np.uint64(by_tier[np.uint64(tier[j])])
        chosen[count] = j
        count += np.uint64(value[j] > limit[k])
    return np.int64(count)


@kernel
def _enlist(
    family: Whole,
    found: Whole,
    values: U32,
    bound: U8,
    tier: U8,
    by_tier: U16,
    limits: U32,
    who: U32,
    value: U32,
    limit: U32,
) -> None:
    """Make candidates of the survivors of one family, whose places stand in `who`."""
    for c in range(found):
        j = np.uint64(who[c])
        k = np.uint64(bound[j]) * np.uint64(8) + np.uint64(by_tier[np.uint64(tier[j])])
        value[c] = values[j]
        limit[c] = limits[k]
        who[c] = j | np.uint64(family << 16)


@kernel
def _words(first: Whole, step: Whole, ordinal: Whole, keys: U64, who: U32, w0: U32, w1: U32, w2: U32) -> None:
    """The words of luck of every candidate: type, detection, next height."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    for c in range(who.size):
        c0 = np.uint64(first) + np.uint64(who[c] & 0xFFFF)
        c1 = (np.uint64(who[c] >> 16) << np.uint64(8)) | np.uint64(ordinal)
        w0[c], w1[c], w2[c], _ = philox4x32(c0, c1, c2, CAND, k0, k1)


@kernel
def _thresholds(
    types: U8, rate: I16, height: U32, traits: I8, tier: U8, who: U32, w0: U32, kind: U8, threshold: U32
) -> None:
    """Type of every candidate, and the height that its rate asks for."""
    for c in range(who.size):
        i, f = np.uint64(who[c] & 0xFFFF), np.uint64(who[c] >> 16)
        k = np.uint64(types[f * np.uint64(256) + np.uint64(w0[c] >> 24)])
        row, z = k * np.uint64(RATE_ROW), i * np.uint64(TRAIT_ROW)
        shift = np.int64(rate[row + np.uint64(8)]) * np.int64(traits[z])
        shift += np.int64(rate[row + np.uint64(9)]) * np.int64(traits[z + np.uint64(1)])
        shift += np.int64(rate[row + np.uint64(10)]) * np.int64(traits[z + np.uint64(2)])
        index = np.int64(rate[row + np.uint64(tier[i])]) + ((shift + 16) >> 5)
        kind[c] = k
        threshold[c] = height[f * np.uint64(2048) + np.uint64(index)]


@kernel
def _gains(seen: U32, effect: I32, who: U32, value: U32, threshold: U32, w1: U32, kind: U8, gain: I32) -> Whole:
    """Add up what is detected of the candidates that happen; returns how many happened."""
    happened = np.int64(0)
    for c in range(who.size):
        k = np.uint64(kind[c])
        happens = np.uint64(value[c] > threshold[c])
        is_seen = happens & np.uint64(w1[c] <= seen[k])
        gain[np.uint64(who[c] & 0xFFFF)] += effect[k * np.uint64(2) + is_seen]
        happened += np.int64(happens)
    return happened


@kernel
def _go_on(pending: Whole, who: U32, value: U32, limit: U32, w2: U32) -> Whole:
    """Keep the candidates whose next height still lies under their bound."""
    kept = np.uint64(0)
    for c in range(pending):
        lower = (np.uint64(value[c]) * np.uint64(w2[c])) >> SHIFT
        who[kept], value[kept], limit[kept] = who[c], lower, limit[c]
        kept += np.uint64(lower > np.uint64(limit[c]))
    return np.int64(kept)


@kernel
def _settle(gain: I32, score: I16, tier: U8, clock: U8, consequences: U16) -> None:
    """Scores, tiers with hysteresis, clocks and consequences."""
    for j in range(score.size):
        s = CENTRE + ((251 * (np.int32(score[j]) - CENTRE) + 128) >> 8) + (np.int32(gain[j]) >> EFFECT_BITS)
        s = min(max(s, 0), TOP)
        up = (s >= 9680) + (s >= 13680) + (s >= 15440) + (s >= 16560) + (s >= 16880)
        down = (s >= 9520) + (s >= 13520) + (s >= 15280) + (s >= 16400) + (s >= 16720)
        t = max(up, min(np.int32(tier[j]), down))
        left = CLOCK if gain[j] & EFFECT_MASK != 0 else max(np.int32(clock[j]), 1) - 1
        score[j] = s
        tier[j] = t
        clock[j] = left
        consequences[j] = (1 << t) | (0x8000 if left > 0 else 0)
        gain[j] = 0


@kernel
def _count(group: U8, score: I16, before: U8, tier: U8, histogram: I64, moves: I64) -> None:
    """Histogram of scores by group, and moves between tiers, in four copies in turn, so that none waits for another."""
    for j in range(score.size):
        copy = np.uint64(j & 3)
        bins = np.uint64(group[j]) * np.uint64(BINS) + np.uint64(score[j] >> 9)
        histogram[copy * np.uint64(GROUPS * BINS) + bins] += 1
        moves[copy * np.uint64(TIERS * TIERS) + np.uint64(before[j]) * np.uint64(TIERS) + np.uint64(tier[j])] += 1


@kernel
def _waiting_room() -> Waiting:
    room = FAMILIES * BLOCK + 1
    return Waiting(
        np.empty(room, np.uint32),
        np.empty(room, np.uint32),
        np.empty(room, np.uint32),
        np.empty(room, np.uint32),
        np.empty(room, np.uint32),
        np.empty(room, np.uint32),
        np.empty(room, np.uint8),
        np.empty(room, np.uint32),
    )


@kernel
def _live(
    first: Whole,
    stop: Whole,
    steps: Whole,
    keys: U64,
    tables: Tables,
    state: State,
    histogram: I64,
    moves: I64,
) -> Whole:
    """Live a range of people for some steps, block by block; returns the events."""
    types, height, limits, rate, by_tier, seen, effect = tables
    traits, bound, group, score, tier, clock, consequences = state
    v = np.empty((FAMILIES, BLOCK), np.uint32)
    who, value, limit, w0, w1, w2, kind, threshold = _waiting_room()
    gain, before = np.zeros(BLOCK, np.int32), np.empty(BLOCK, np.uint8)
    events = np.int64(0)
    for start in range(first, stop, BLOCK):
        end = min(start + BLOCK, stop)
        size = end - start
        levels, looks = tier[start:end], traits[start * TRAIT_ROW : end * TRAIT_ROW]
        for step in range(steps):
            _heights(start, step, keys, v[0, :size], v[1, :size], v[2, :size], v[3, :size])
            n = np.int64(0)
            for f in range(FAMILIES):
                part, row = limits[f * LIMITS : (f + 1) * LIMITS], by_tier[f * TIER_ROW : (f + 1) * TIER_ROW]
                found = _survivors(v[f, :size], bound[f, start:end], levels, row, part, who[n:])
                _enlist(f, found, v[f], bound[f, start:end], levels, row, part, who[n:], value[n:], limit[n:])
                n += found
            ordinal = np.int64(0)
            while n > 0:
                _words(start, step, ordinal, keys, who[:n], w0, w1, w2)
                _thresholds(types, rate, height, looks, levels, who[:n], w0, kind, threshold)
                events += _gains(seen, effect, who[:n], value, threshold, w1, kind, gain)
                n = _go_on(n, who, value, limit, w2)
                ordinal += 1
            before[:size] = levels
            _settle(gain[:size], score[start:end], levels, clock[start:end], consequences[start:end])
            _count(group[start:end], score[start:end], before[:size], levels, histogram, moves)
    return events


def run(tables: Tables, state: State, steps: int = STEPS, threads: int = 1) -> Outcome:
    """Live everybody; changes the state. Threads take chunks of 65,536 people; their counts are added up."""
    people = state.group.size

    def chunk(first: int) -> tuple[Whole, I64, I64]:
        histogram, moves = np.zeros(COPIES * GROUPS * BINS, np.int64), np.zeros(COPIES * TIERS * TIERS, np.int64)
        stop = min(first + CHUNK, people)
        return _live(first, stop, steps, KEYS, tables, state, histogram, moves), histogram, moves

    firsts = range(0, people, CHUNK)
    if threads == 1:
        parts = [chunk(first) for first in firsts]
    else:
        with ThreadPoolExecutor(threads) as pool:
            parts = list(pool.map(chunk, firsts))
    events, histograms, moves = zip(*parts, strict=True)
    return outcome_of(state, int(sum(events)), np.sum(histograms, axis=0), np.sum(moves, axis=0))


def outcome_of(state: State, events: int, histogram: I64, moves: I64) -> Outcome:
    """A state after its run as what every contender gives back."""
    return Outcome(
        state.score / UNIT,
        state.tier,
        state.clock,
        events,
        histogram.reshape(COPIES, GROUPS, BINS).sum(axis=0),
        moves.reshape(COPIES, TIERS, TIERS).sum(axis=0),
    )


def digest_of(state: State, outcome: Outcome) -> str:
    """Digest of every bit of a state and of what was counted."""
    digest = hashlib.blake2b(digest_size=16)
    for array in (*state, outcome.histogram, outcome.moves, np.array([outcome.events])):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()

"""Streams of their own: acts that a file declares, and false sightings.

Each is a Poisson process of heights keyed by a name (a 24-bit digest in the address), with 64-bit
heights since its rate may be very small. Adding, removing or reordering one moves no other's luck.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import multiply_high
from glasstown.kernels.heights import Classes, People, Rates
from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.vocab.arrays import I16, I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

OWN: Final = int(Decision.OWN)
GHOST: Final = int(Decision.GHOST)
LAST_ORDINAL: Final = 63
FIRST_DECLARED: Final = 128
ZERO: Final = 1024
TOP: Final = 2047
DECLARED_FAMILY: Final = 8
GHOST_FAMILY: Final = 31
ALL_ONES: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
SHIFT: Final = np.uint64(32)
FULL: Final = 32


class Declared(NamedTuple):
    """Declared acts: name digests (acts,) u32 and height tables (acts, 2048) u64."""

    digest: U32
    height: U64


class Ghosts(NamedTuple):
    """Sources that report what never happened, one row a stream of false sightings.

    `source`: (streams,) u8. `digest`: (streams,) u32, of the source's name. `act`: (streams,) i16, the
    alleged act, or -1 where a stream holds 256 equally likely ones. `place`: (streams,) u64, first ordinal of
    the stream in the address. `height`: (streams, watch classes) u64, threshold of the whole stream.
    `sees`: (sources, 256) u8, 1 where the source can allege a shipped act.
    """

    source: U8
    digest: U32
    act: I16
    place: U64
    height: U64
    sees: U8


FALSE_SIGHTING: Final = np.dtype([
    ("slot", np.int32), ("day", np.uint16), ("source", np.uint8), ("act", np.uint8), ("ordinal", np.uint8),
    ("delay", np.uint8),
])
"""One false sighting: slot of the accused, day, source, alleged act, ordinal, byte of the delay."""


@kernel
def _height(w0: np.uint64, w1: np.uint64) -> np.uint64:
    return (w0 << SHIFT) | w1


@kernel
def accept_declared(rates: Rates, declared: Declared, people: People, classes: Classes, first_resident: Whole,
                    step: Whole, days: I64, keys: U64, found: AnyArray) -> Whole:
    """Draw the acts that the scheme file declares itself; declared act d has act number 128 + d.

    Arguments as in `heights.accept_candidates`; family 8 + d. Returns the number found, or the buffer's
    length when it was too small.
    """
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    count = np.int64(0)
    for d in range(declared.digest.size):
        act = FIRST_DECLARED + d
        c3 = np.uint64((OWN << 24) | np.int64(declared.digest[d]))
        for i in range(people.cell.size):
            if (people.standing[i] & rates.needs[act]) != rates.needs[act]:
                continue
            total = np.int64(rates.base[act, np.int64(people.cell[i])])
            total += np.int64(rates.by_group[act, np.int64(people.group[i])])
            total += np.int64(rates.by_public[act, np.int64(classes.public[i])])
            total += np.int64(rates.by_private[act, np.int64(classes.private[i])])
            index = min(max(ZERO + total, 0), TOP)
            value = ALL_ONES
            ordinal = np.int64(0)
            while ordinal <= LAST_ORDINAL:
                w0, w1, w2, _w3 = philox4x32(np.uint64(first_resident + i), np.uint64(ordinal), c2, c3, k0, k1)
                value = _height(w0, w1) if ordinal == 0 else multiply_high(value, _height(w0, w1))
                if value <= declared.height[d, index]:
                    break
                day = days[0] + ((np.int64(w2) * days[1]) >> FULL)
                if day < days[2]:
                    if count >= found.size:
                        return count
                    row = found[count]
                    row["slot"] = i
                    row["day"] = day
                    row["family"] = DECLARED_FAMILY + d
                    row["ordinal"] = ordinal
                    row["act"] = act
                    count += 1
                ordinal += 1
    return count


@kernel
def _first_ghosts(first: Whole, step: Whole, place: np.uint64, digest: Whole, keys: U64, values: U64) -> None:
    """First 64-bit height of one stream for each resident: one flat loop, so that it vectorises."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    c3 = np.uint64((GHOST << 24) | digest)
    for j in range(values.size):
        w0, w1, _w2, _w3 = philox4x32(np.uint64(first + j), place, c2, c3, k0, k1)
        values[j] = (w0 << SHIFT) | w1


@kernel
def _ghosts_of(ghosts: Ghosts, g: Whole, first: Whole, i: Whole, threshold: np.uint64, step: Whole, days: I64,
               keys: U64, found: AnyArray, count: Whole) -> Whole:
    """The whole chain of one stream's false sightings of one resident."""
    value = ALL_ONES
    s = np.int64(ghosts.source[g])
    c2 = np.uint64(step << 16)
    c3 = np.uint64((GHOST << 24) | np.int64(ghosts.digest[g]))
    for ordinal in range(LAST_ORDINAL + 1):
        c1 = ghosts.place[g] + np.uint64(ordinal)
        w0, w1, w2, w3 = philox4x32(np.uint64(first + i), c1, c2, c3, keys[0], keys[1])
        value = _height(w0, w1) if ordinal == 0 else multiply_high(value, _height(w0, w1))
        if value <= threshold:
            break
        act = np.int64(ghosts.act[g])
        is_seen = act >= 0
        if act < 0:
            act = np.int64(w2 >> np.uint64(24))
            is_seen = ghosts.sees[s, act] != 0
        day = days[0] + ((np.int64(w3) * days[1]) >> FULL)
        if is_seen and day < days[2]:
            if count >= found.size:
                return count
            row = found[count]
            row["slot"] = i
            row["source"] = s
            row["act"] = act
            row["ordinal"] = ordinal
            row["day"] = day
            row["delay"] = np.int64((w2 >> np.uint64(16)) & np.uint64(255))
            count += 1
    return count


@kernel
def draw_ghosts(ghosts: Ghosts, people: People, first_resident: Whole, step: Whole, days: I64, keys: U64,
                found: AnyArray) -> Whole:
    """Draw the false sightings of a district in one step.

    Each source has one stream of candidates over 256 equally likely shipped acts; those it does not see
    fall away, so that widening or narrowing what it sees leaves the rest as it was. An act that a file
    declares has no number of its own, so each source that sees it has a stream by its name. Returns the
    number found, or the buffer's length when it was too small.
    """
    count = np.int64(0)
    values = np.empty(people.cell.size, dtype=np.uint64)
    for g in range(ghosts.source.size):
        _first_ghosts(first_resident, step, ghosts.place[g], np.int64(ghosts.digest[g]), keys, values)
        for i in range(values.size):
            threshold = ghosts.height[g, np.int64(people.watch[i])]
            if values[i] > threshold:
                count = _ghosts_of(ghosts, g, first_resident, i, threshold, step, days, keys, found, count)
    return count

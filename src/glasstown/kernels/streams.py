"""Streams of their own: acts that a file declares.

Each is a Poisson process of heights keyed by a name (a 24-bit digest in the address), with 64-bit
heights since its rate may be very small. Adding, removing or reordering one moves no other's luck.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import multiply_high
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People, Rates, table_index
from glasstown.vocab.arrays import I64, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

OWN: Final = int(Decision.OWN)
LAST_ORDINAL: Final = 63
FIRST_DECLARED: Final = 128
DECLARED_FAMILY: Final = 8
ALL_ONES: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
SHIFT: Final = np.uint64(32)
FULL: Final = 32


class Declared(NamedTuple):
    """Declared acts: name digests (acts,) u32 and height tables (acts, 2048) u64."""

    digest: U32
    height: U64


@inner
def first_words(first: Whole, place: np.uint64, step: Whole, decision: Whole, digest: Whole, keys: U64,
                words: U32) -> None:
    """The upper halves of the first heights of a stream for subjects `first`, `first + 1`, and so on."""
    k0, k1 = keys[0], keys[1]
    c2 = np.uint64(step << 16)
    c3 = np.uint64((decision << 24) | digest)
    for j in range(words.size):
        words[j], _, _, _ = philox4x32(np.uint64(first + j), place, c2, c3, k0, k1)


@inner
def _index(rates: Rates, people: People, classes: Classes, act: Whole, i: Whole) -> Whole:
    """Index into the height table of one declared act for one resident; 0 means never."""
    assets = classes.assets[i]
    stands = (people.standing[i] & rates.needs[act]) == rates.needs[act]
    owns = (assets & rates.needs_assets[act]) == rates.needs_assets[act] and (assets & rates.needs_lack[act]) == 0
    if not (stands and owns):
        return np.int64(0)
    total = np.int64(rates.base[act, np.int64(people.cell[i])])
    total += np.int64(rates.by_mood[act, np.int64(people.mood[i])])
    total += np.int64(rates.by_public[act, np.int64(classes.public[i])])
    return table_index(total + np.int64(rates.by_private[act, np.int64(classes.private[i])]))


@inner
def _acts_of(d: Whole, threshold: np.uint64, digest: Whole, first: Whole, slot: Whole, step: Whole, days: I64,
             keys: U64, found: AnyArray, count: Whole) -> Whole:
    """The whole chain of one declared act of one resident; returns the new number of rows."""
    c2 = np.uint64(step << 16)
    c3 = np.uint64((OWN << 24) | digest)
    value = ALL_ONES
    for ordinal in range(LAST_ORDINAL + 1):
        w0, w1, w2, _w3 = philox4x32(np.uint64(first + slot), np.uint64(ordinal), c2, c3, keys[0], keys[1])
        drawn = (w0 << SHIFT) | w1
        value = drawn if ordinal == 0 else multiply_high(value, drawn)
        if value <= threshold:
            break
        day = days[0] + ((np.int64(w2) * days[1]) >> FULL)
        if day < days[2]:
            if count >= found.size:
                return count
            row = found[count]
            row["slot"] = slot
            row["day"] = day
            row["family"] = DECLARED_FAMILY + d
            row["ordinal"] = ordinal
            row["act"] = FIRST_DECLARED + d
            row["held"] = 0
            count += 1
    return count


@kernel
def accept_declared(rates: Rates, declared: Declared, people: People, classes: Classes, first_resident: Whole,
                    step: Whole, days: I64, keys: U64, found: AnyArray) -> Whole:
    """Draw the acts that the scheme file declares itself; declared act d has act number 128 + d.

    Arguments as in `heights.accept_candidates`; family 8 + d; none is held back. Returns the number found, or the
    buffer's length when it was too small.
    """
    count = np.int64(0)
    words = np.empty(people.cell.size, dtype=np.uint32)
    for d in range(declared.digest.size):
        act = FIRST_DECLARED + d
        digest = np.int64(declared.digest[d])
        most = np.int64(rates.base[act].max()) + np.int64(rates.by_mood[act].max())
        most += np.int64(rates.by_public[act].max()) + np.int64(rates.by_private[act].max())
        upper = declared.height[d, table_index(most)] >> SHIFT
        first_words(first_resident, np.uint64(0), step, OWN, digest, keys, words)
        for i in range(words.size):
            if np.uint64(words[i]) >= upper:
                threshold = declared.height[d, _index(rates, people, classes, act, i)]
                count = _acts_of(d, threshold, digest, first_resident, i, step, days, keys, found, count)
    return count

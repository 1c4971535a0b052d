"""What firms and governments set out to do: a stream of heights of its own for each act, addressed by its name.

Adding, removing or reordering an act moves no other's luck, and a higher rate never removes one (see `heights`).
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import multiply_high
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People, table_index
from glasstown.vocab.arrays import I16, I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision

OWN: Final = int(Decision.OWN)
LAST_ORDINAL: Final = 63
FAMILY: Final = 8
"""Acts that are known by their names share one family."""

SHIFT: Final = np.uint64(32)
FULL: Final = 32


class Business(NamedTuple):
    """What organisations do, one row an act; log-rates in 1/128 octave.

    `code`: (acts,) u8 number. `digest`: (acts,) u32 of its name. `height`: (acts, 2048) u64. `loading`: (acts,) i16 for
    one standard deviation of the representative's rule-breaking. `by_public`: (acts, public classes) i16. `by_private`:
    (acts, private classes) i16. `hush`: (acts, public classes) i16, nought or less: what would have happened without
    it is found, and marked as held back. `needs`, `needs_assets`, `needs_lack`: (acts,) u16.
    """

    code: U8
    digest: U32
    height: U64
    loading: I16
    by_public: I16
    by_private: I16
    hush: I16
    needs: U16
    needs_assets: U16
    needs_lack: U16


@inner
def _acts_of(code: Whole, free: np.uint64, hushed: np.uint64, digest: Whole, first: Whole, slot: Whole, step: Whole,
             days: I64, keys: U64, found: AnyArray, count: Whole) -> Whole:
    """The whole chain of one act of one organisation; returns the new number of rows."""
    c2 = np.uint64(step << 16)
    c3 = np.uint64((OWN << 24) | digest)
    value = np.uint64(0)
    for ordinal in range(LAST_ORDINAL + 1):
        w0, w1, w2, _w3 = philox4x32(np.uint64(first + slot), np.uint64(ordinal), c2, c3, keys[0], keys[1])
        drawn = (w0 << SHIFT) | w1
        value = drawn if ordinal == 0 else multiply_high(value, drawn)
        if value <= free:
            break
        day = days[0] + ((np.int64(w2) * days[1]) >> FULL)
        if day < days[2]:
            if count >= found.size:
                return count
            row = found[count]
            row["slot"] = slot
            row["day"] = day
            row["family"] = FAMILY
            row["ordinal"] = ordinal
            row["act"] = code
            row["held"] = 1 if value <= hushed else 0
            count += 1
    return count


@kernel
def accept_business(business: Business, people: People, classes: Classes, first: Whole, step: Whole, days: I64,
                    keys: U64, found: AnyArray) -> Whole:
    """Draw what organisations do in one step, act by act.

    Args:
        business: the acts and their rates.
        people: facts (as `standing`) and traits of the representatives.
        classes: classes and assets at the start of the step.
        first: number of the first place.
        step: number of the step.
        days: (first day of the step, nominal length of a step, horizon), int64.
        keys: the luck key.
        found: buffer of `heights.ACT` rows.

    Returns:
        Number found; the buffer's length when it was too small or just full, and then the caller must redo.
    """
    count = np.int64(0)
    standing, trait, assets = people.standing, people.traits[0], classes.assets
    public, private = classes.public, classes.private
    for a in range(business.code.size):
        needs, has, lacks = business.needs[a], business.needs_assets[a], business.needs_lack[a]
        code, digest, loading = np.int64(business.code[a]), np.int64(business.digest[a]), np.int64(business.loading[a])
        for i in range(standing.size):
            if standing[i] & needs != needs or assets[i] & has != has or assets[i] & lacks != 0:
                continue
            shift = loading * np.int64(trait[i])
            shift = (shift + 16) >> 5 if shift >= 0 else -((16 - shift) >> 5)
            rate = shift + np.int64(business.by_public[a, np.int64(public[i])])
            rate += np.int64(business.by_private[a, np.int64(private[i])])
            free = business.height[a, table_index(rate)]
            hushed = business.height[a, table_index(rate + np.int64(business.hush[a, np.int64(public[i])]))]
            count = _acts_of(code, free, hushed, digest, first, np.int64(i), step, days, keys, found, count)
    return count

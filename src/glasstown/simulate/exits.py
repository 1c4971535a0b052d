"""Officials who look at exits: somebody has done what would close a ground, and it may be found not to do.

The luck is that of the act, so that everybody who saw it gets the same answer; another try is another act.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import inner
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.charges import Grounds
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision

DECIDE: Final = int(Decision.DECIDE)
EXIT: Final = 2
"""Sub-address of the draw for an exit."""


class ExitLuck(NamedTuple):
    """What the luck of exits is addressed by: declared acts by name, first resident, step, and the luck key."""

    declared: U32
    first: int
    step: int
    keys: U64


@inner
def exit_does(book: Grounds, ground: Whole, who: np.uint64, act: np.uint64, step: Whole, keys: U64) -> YesNo:
    """Whether the official of a ground finds that an exit does; the luck is that of the act, whoever saw it."""
    high, low = book.refuse_high[ground], book.refuse_low[ground]
    if high == np.uint64(0) and low == np.uint64(0):
        return True
    c2, c3 = np.uint64((step << 16) | EXIT), np.uint64((DECIDE << 24) | np.int64(book.digest[ground]))
    word, _, _, _ = philox4x32(who, act, c2, c3, keys[0], keys[1])
    if word != high:
        return word > high
    return low_word(who, act, c2, c3, keys[0], keys[1], np.int64(0)) >= low


@inner
def deed_does(book: Grounds, luck: ExitLuck, ground: Whole, deed: AnyArray) -> YesNo:
    """Whether what somebody did and reports is found to do."""
    c1 = act_address(np.int64(deed["act"]), np.int64(deed["family"]), np.int64(deed["ordinal"]),
                     np.int64(deed["child"]), luck.declared)
    return exit_does(book, ground, np.uint64(luck.first + np.int64(deed["slot"])), c1, luck.step, luck.keys)

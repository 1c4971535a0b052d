"""Discretion: the points that an official chooses within a range, kinder to those tied to officials.

The draw is the same whoever it is about; ties move its result toward the better end, never back.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.jit import inner
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.rulebook import Rulebook
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import U64, Whole
from glasstown.vocab.codes import Decision

DISCRETION: Final = np.int64(Decision.DISCRETION)
MILLION: Final = 1_000_000


@inner
def drawn_points(rules: Rulebook, rule: Whole, act: Whole, source: Whole, ref: Whole, origin: Whole,
                 keys: U64) -> Whole:
    """Points of one rule for one record, in thousandths; discretion is an addressed draw."""
    low, high, grain = np.int64(rules.low[rule]), np.int64(rules.high[rule]), np.int64(rules.grain[rule])
    if low == high:
        return low
    step = ref >> 20
    c1 = act_address(act, (ref >> 15) & 31, (ref >> 9) & 63, ref & 7, rules.declared)
    c2 = np.uint64((step << 16) | (np.int64(rules.source_digest[source]) & 0x7FFF))
    c3 = np.uint64((DISCRETION << 24) | np.int64(rules.digest[rule]))
    word, _, _, _ = philox4x32(np.uint64(origin), c1, c2, c3, keys[0], keys[1])
    choices = np.uint64((high - low) // grain + 1)  # below 2**32, so that the product fits 64 bits without a sign
    return low + grain * np.int64((word * choices) >> np.uint64(32))


@inner
def kinder(rules: Rulebook, rule: Whole, points: Whole, tied: Whole) -> Whole:
    """Points as somebody with some ties to officials gets them: so far toward the best, in whole steps."""
    micro = np.int64(rules.favour[rule, tied]) if tied < rules.favour.shape[1] else np.int64(0)
    grain = np.int64(rules.grain[rule])
    gap = np.int64(rules.high[rule]) - points
    return points + gap * micro // (MILLION * grain) * grain

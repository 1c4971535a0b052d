"""Meters: what a scheme reads of quantities, once a month, of everybody whom it scores.

A reading is what the meter sees of the true quantity, and is off by an error that is drawn evenly to either side, anew
each month. Of some residents a meter has nothing; who they are is drawn once. Both draws are addressed by the name of
the meter, so that nothing else moves them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.compiled.meters import PART_BITS, MeterTables
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.rates import Classes, People
from glasstown.simulate.gauges import GAUGE, ONCE, Gauges, Quantities, quantities_of
from glasstown.vocab.arrays import I32, I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.gauges import MOST_OF_A_GAUGE

MOST_MILLI: Final = MOST_OF_A_GAUGE * 1000
NOTHING_READ: Final = -1
"""A reading of a quantity of which nothing is known."""

OF_METERS: Final = 256
"""Added to the number of a gauge in the address of what a meter makes of it."""

WHOLE: Final = 1 << PART_BITS


class Meters(NamedTuple):
    """Meters of a world; see `compiled.meters.MeterTables`."""

    digest: U32
    gauge: I32
    share: I64
    error: I64
    missing: U64


class Readings(NamedTuple):
    """(meters, residents) of each quantity, in thousandths: `read`, -1 for nothing, and `truly`, as it was."""

    read: I32
    truly: I32


def meters_of(tables: MeterTables | None) -> Meters:
    """The meters of a world; none without a scheme."""
    if tables is None:
        none = np.zeros(0, np.int64)
        return Meters(none.astype(np.uint32), none.astype(np.int32), none, none, none.astype(np.uint64))
    return Meters(tables.digest, tables.gauge, tables.share, tables.error, tables.missing)


def no_readings(meters: int, size: int) -> Readings:
    """What is known before anything was read."""
    return Readings(np.full((meters, size), NOTHING_READ, np.int32), np.zeros((meters, size), np.int32))


@inner
def _reading(meters: Meters, m: Whole, act: Whole, milli: Whole, who: Whole, step: Whole, keys: U64) -> Whole:
    """What a meter reads of one quantity; -1 for nothing."""
    place, name = np.uint64(act + OF_METERS), np.uint64(GAUGE << 24) | np.uint64(meters.digest[m])
    w0, _, _, _ = philox4x32(np.uint64(who), place, np.uint64(ONCE), name, keys[0], keys[1])
    if w0 < meters.missing[m]:
        return np.int64(NOTHING_READ)
    w0, _, _, _ = philox4x32(np.uint64(who), place, np.uint64(step << 16), name, keys[0], keys[1])
    aside = 2 * np.int64(w0 >> np.uint64(16)) + 1 - WHOLE
    factor = max(WHOLE + ((aside * meters.error[m]) >> PART_BITS), np.int64(0))
    return min((((milli * meters.share[m]) >> PART_BITS) * factor) >> PART_BITS, np.int64(MOST_MILLI))


@kernel
def read_meters(gauges: Gauges, meters: Meters, quantities: Quantities, people: People, classes: Classes, subject: U8,
                first: Whole, step: Whole, keys: U64, readings: Readings) -> None:
    """Read every quantity that a scheme reads, of everybody whom it scores.

    Args:
        gauges: the quantities.
        meters: how they are read.
        quantities: what quantities hang on beside classes.
        people: static columns.
        classes: classes at the start of the step.
        subject: 1 for residents whom the scheme scores.
        first: number of the first resident.
        step: number of the step in which the month begins.
        keys: luck key.
        readings: changed in place.
    """
    everybody, found = np.arange(subject.size, dtype=np.int32), np.empty(subject.size, np.int64)
    for m in range(meters.gauge.size):
        g = np.int64(meters.gauge[m])
        if g >= 0:
            quantities_of(gauges, quantities, people, classes, g, everybody, first, step, keys, found)
        for i in range(subject.size):
            readings.read[m, i] = NOTHING_READ
            readings.truly[m, i] = 0
            if subject[i] == 0 or g < 0:
                continue
            milli = found[i]
            if milli < 0:
                continue
            milli = min(milli, np.int64(MOST_MILLI))
            readings.truly[m, i] = milli
            readings.read[m, i] = _reading(meters, np.int64(m), np.int64(gauges.act[g]), milli, first + i, step, keys)


def as_logged(gauges: Gauges, meters: Meters, readings: Readings, subject: U8, rows: AnyArray) -> None:
    """Let rows of quantities of a month say what the meters of the scheme have of them; changes the rows."""
    for m, g in enumerate(meters.gauge):
        of_meter = np.flatnonzero((rows["act"] == gauges.act[g]) & (subject[rows["slot"]] != 0)) if g >= 0 else []
        rows["logged_milli"][of_meter] = np.maximum(readings.read[m, rows["slot"][of_meter]], 0)

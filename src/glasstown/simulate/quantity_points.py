"""Points for quantities that are read: once a month what the meters of a scheme have read moves scores.

A rule gives points in proportion to the reading. As far as the true quantity would have brought them too they are
owed; what a reading adds by being too high is an entry of its own, which nothing true stands behind.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.compiled.quantities import QuantityTables
from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import empty_agenda
from glasstown.simulate.gauges import MONTH_DAYS
from glasstown.simulate.meters import Readings
from glasstown.simulate.rulebook import Rulebook
from glasstown.simulate.scores import ENTRY, Scores, move
from glasstown.vocab.arrays import I32, I64, U8, AnyArray, Whole
from glasstown.vocab.codes import NO_SOURCE, Entry, Truth

BY_QUANTITY: Final = np.int64(Entry.QUANTITY)
OWED: Final = np.int64(Truth.TRUE)
UNTRUE: Final = np.int64(Truth.FALSE)
MOST_ROWS: Final = 4
"""Entries of one rule for one resident in a month: what is owed, what is not, and a clamp of each."""


class QuantityRules(NamedTuple):
    """Points for quantities of a world; see `compiled.quantities.QuantityTables`."""

    meter: I32
    points: I64
    per: I64
    above: I64
    most: I64
    slot: U8


def quantity_rules_of(tables: QuantityTables | None) -> QuantityRules:
    """The rules of a world; none without a scheme."""
    if tables is None:
        none = np.zeros(0, np.int64)
        return QuantityRules(none.astype(np.int32), none, none, none, none, none.astype(np.uint8))
    return QuantityRules(tables.meter, tables.points, tables.per, tables.above, tables.most, tables.slot)


@inner
def _size_of(quantities: QuantityRules, q: Whole, milli: Whole) -> Whole:
    """Thousandths of a point that a quantity is worth, whatever their sign, to the nearest; halves go up."""
    beyond = max(milli - quantities.above[q], np.int64(0))
    size = (beyond * abs(quantities.points[q]) + quantities.per[q] // 2) // quantities.per[q]
    return min(size, quantities.most[q])


@kernel
def count_quantities(quantities: QuantityRules, readings: Readings, rules: Rulebook, scores: Scores, subject: U8,
                     first: Whole, day: Whole, rows: AnyArray, entries: AnyArray) -> Whole:
    """Let the readings of a month move the scores of everybody whom the scheme scores; returns the entries written.

    Args:
        quantities: the rules.
        readings: what was read, and how it truly was.
        rules: the rulebook, for the range of the score.
        scores: scores, changed in place.
        subject: 1 for residents whom the scheme scores.
        first: number of the first resident.
        day: day of the entries.
        rows: one row of the agenda, for what an entry says of whom it is about.
        entries: buffer with room for `MOST_ROWS` rows for every rule of every resident.
    """
    row, count = rows[0], np.int64(0)
    for i in range(subject.size):
        if subject[i] == 0:
            continue
        for q in range(quantities.meter.size):
            m = np.int64(quantities.meter[q])
            if m < 0 or readings.read[m, i] < 0:
                continue
            moved = _size_of(quantities, np.int64(q), np.int64(readings.read[m, i]))
            owed = min(moved, _size_of(quantities, np.int64(q), np.int64(readings.truly[m, i])))
            sign, slot = np.int64(1 if quantities.points[q] > 0 else -1), np.int64(quantities.slot[q])
            row["who"] = i
            row["due"] = day
            row["origin"] = first + i
            for truth, size in ((OWED, owed), (UNTRUE, moved - owed)):
                if size != 0:
                    row["truth"] = truth
                    count, _ = move(rules, scores, entries, count, row, BY_QUANTITY, np.int64(q), slot, sign * size)
    return count


def is_read(day: int, end: int) -> bool:
    """Whether a month begins, and meters read, in the days from `day` to before `end`."""
    return -(-day // MONTH_DAYS) * MONTH_DAYS < end


def points_for_quantities(
    quantities: QuantityRules,
    readings: Readings,
    rules: Rulebook,
    scores: Scores,
    subject: U8,
    first: int,
    day: int,
) -> AnyArray:
    """Entries of a month's readings, which changes scores; see `count_quantities`."""
    entries = np.empty(MOST_ROWS * quantities.meter.size * subject.size, dtype=ENTRY)
    rows = empty_agenda(1)
    rows["source"] = NO_SOURCE
    count = count_quantities(quantities, readings, rules, scores, subject, first, day, rows, entries)
    return entries[:count]

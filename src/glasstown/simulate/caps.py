"""Limits on points: how much of what a rule would move they let through, and what is written down of the rest."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner
from glasstown.vocab.arrays import I32, I64, U8, AnyArray, Whole
from glasstown.vocab.codes import Entry

BY_LIMIT: Final = np.int64(Entry.LIMIT)


class Caps(NamedTuple):
    """How much rules may move; see `compiled.model_caps.CapTables`."""

    tally: I32
    points: I64
    days: I32
    rises: U8
    rising: I64


@inner
def risen(caps: Caps, rule: Whole, points: Whole, further: Whole) -> Whole:
    """What a rule moves by the record that is so many after the first that counts."""
    if caps.rises[rule] == 0:
        return points
    return caps.rising[rule, min(further, np.int64(caps.rising.shape[1] - 1))]


@inner
def kept_out(caps: Caps, tally: I32, rule: Whole, i: Whole, points: Whole) -> Whole:
    """What of some points a limit keeps out, with their sign.

    Args:
        caps: the limits.
        tally: (tallies, residents) thousandths that the rules of each limit have moved.
        rule: number of the rule.
        i: slot of the resident.
        points: what it would move.
    """
    if caps.tally[rule] < 0:
        return np.int64(0)
    most = caps.points[rule]
    left = max(abs(most) - np.int64(tally[caps.tally[rule], i]), np.int64(0))
    if most > 0:
        return max(points - left, np.int64(0))
    return min(points + left, np.int64(0))


@inner
def tell_limit(entries: AnyArray, start: Whole, count: Whole, kept: Whole) -> Whole:
    """Put what a limit kept out behind the movement that it was kept out of, before its clamp; returns the entries.

    `start` is the movement as it was let through: from then on it has all points, and the limit takes some away.
    """
    if count == start + 2:
        entries[count] = entries[start + 1]
    entries[start + 1] = entries[start]
    entries[start + 1]["kind"] = BY_LIMIT
    entries[start + 1]["delta"] = -kept
    entries[start]["delta"] += kept
    entries[start]["after"] += kept
    return count + 1


@inner
def let_through(entries: AnyArray, e: Whole, count: Whole) -> Whole:
    """The points of a movement, without what a limit kept out of it."""
    points = np.int64(entries[e]["delta"])
    if e + 1 < count and np.int64(entries[e + 1]["kind"]) == BY_LIMIT:
        points += np.int64(entries[e + 1]["delta"])
    return points

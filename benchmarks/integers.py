"""The benchmark model in whole numbers: what our kernels and their twin in C read.

A log-rate is counted in 1/128 octave, a trait in 1/32 standard deviation, a score in sixteenths of a point. The
false records of a person are one more type, in the first family, that traits and tiers leave alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

import numpy as np
from benchmarks.tables import (
    FALSE_POINTS,
    FALSE_RATE,
    FAMILIES,
    START,
    START_TIER,
    TIER_EFFECT,
    TIERS,
    TRAITS,
    TYPES,
    Floats,
    Model,
    People,
)
from numpy.typing import NDArray

from glasstown.kernels.tables import LOG_SIZE, LOG_STEPS, LOG_ZERO, height_table
from glasstown.vocab.arrays import I8, I16, I32, U8, U16, U32

LEAVES: Final = 256
"""Equal parts of a word of luck that the types of a family share out among themselves."""

ROOM: Final = 256
"""Places below index 0 of the limits, for what a tier takes away from a low bound."""

TIER_ROW: Final = 8
RATE_ROW: Final = 16
TRAIT_ROW: Final = 3
EFFECT_BITS: Final = 8
UNIT: Final = 16
FALSE_TYPE: Final = TYPES


class Tables(NamedTuple):
    """Integer tables. All flat: `type`: (families x 256), `height`: (families x 2,048), `limit`: (families x 2,304).

    `rate`: (types x 16), log-rate by tier and, from place 8, loadings on the three traits, in 1/128 octave.
    `by_tier`: (families x 8), what a tier adds to a bound at most, plus `ROOM`. `seen`: highest word of luck at which
    a type is detected. `effect`: (types x 2), nought if it is not, else sixteenths of points times 256, plus 1 if it
    is severe: so that one sum holds both.
    """

    type: U8
    height: U32
    limit: U32
    rate: I16
    by_tier: U16
    seen: U32
    effect: I32


class State(NamedTuple):
    """Fourteen bytes a person: traits and bounds stay, the rest changes."""

    traits: I8
    bound: U8
    group: U8
    score: I16
    tier: U8
    clock: U8
    consequences: U16


def bytes_per_person(state: State) -> int:
    """What one person takes up in memory."""
    return sum(column.nbytes for column in state) // state.group.size


def tables_of(model: Model) -> Tables:
    """Round the model once to integers; ranges are checked here so that no kernel needs to."""
    family = np.append(np.arange(TYPES) % FAMILIES, 0)
    rates = np.append(model.rate, FALSE_RATE)
    totals = np.bincount(family, weights=rates)
    leaves = _leaves(rates / totals[family], family)
    residual = rates / (totals[family] * leaves / LEAVES)
    loading = np.vstack((_log_steps(np.exp(model.loading)), np.zeros((1, TRAITS), np.int64)))
    tier = np.outer(np.append(model.tier, 0), TIER_EFFECT)
    rate = LOG_ZERO + _log_steps(residual)[:, None] + np.rint(tier / np.log(2) * LOG_STEPS).astype(np.int64)
    reach = 3 * np.abs(loading).sum(axis=1) + 1
    if rate.min() <= reach.max() or (rate.max(axis=1) + reach).max() >= LOG_SIZE:
        raise ValueError("a rate of the benchmark model leaves the height table")
    heights = np.array([height_table(Decimal(repr(float(total)))) for total in totals])
    by_tier = np.zeros((FAMILIES, TIER_ROW), np.uint16)
    for f in range(FAMILIES):
        by_tier[f, :TIERS] = ROOM + (rate - rate[:, START_TIER, None])[family == f].max(axis=0)
    effect = (np.append(model.points, FALSE_POINTS) * UNIT << EFFECT_BITS) + np.append(model.severe, False)
    index = np.clip(np.arange(LOG_SIZE + ROOM) - ROOM, 0, LOG_SIZE - 1)
    return Tables(
        type=np.concatenate([np.repeat(np.flatnonzero(family == f), leaves[family == f]) for f in range(FAMILIES)])
        .astype(np.uint8),
        height=heights.ravel(),
        limit=heights[:, index].ravel(),
        rate=np.hstack((np.pad(rate, ((0, 0), (0, TIER_ROW - TIERS))), np.pad(loading, ((0, 0), (0, 5)))))
        .astype(np.int16)
        .ravel(),
        by_tier=by_tier.ravel(),
        seen=np.append((model.detection * 2.0**32).astype(np.uint64) - 1, 2**32 - 1).astype(np.uint32),
        effect=np.stack((np.zeros_like(effect), effect), axis=1).astype(np.int32).ravel(),
    )  # fmt: skip


def state_of(tables: Tables, people: People) -> State:
    """People on day 0, with the bound of each family: never under a rate, rounded up to 1/16 octave."""
    traits = np.rint(people.traits * 32).astype(np.int8)
    number = people.group.size
    rows = tables.rate.reshape(-1, RATE_ROW).astype(np.int64)
    loading, rate = rows[:, TIER_ROW:], rows[:, START_TIER]
    family = np.append(np.arange(TYPES) % FAMILIES, 0)
    bound = np.zeros((FAMILIES, number), np.uint8)
    for f in range(FAMILIES):
        top = np.full(number, -(2**31), np.int64)
        for k in np.flatnonzero(family == f):
            shift = sum(loading[k, t] * traits[:, t].astype(np.int64) for t in range(TRAITS))
            top = np.maximum(top, rate[k] + ((shift + 16) >> 5))
        bound[f] = (top + 7) >> 3
    return State(
        traits.ravel(),
        bound,
        people.group.copy(),
        np.full(number, START * UNIT, np.int16),
        np.full(number, START_TIER, np.uint8),
        np.zeros(number, np.uint8),
        np.zeros(number, np.uint16),
    )


def _leaves(share: Floats, family: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of 256 leaves each type owns: at least one, and 256 in every family (largest remainders)."""
    leaves = np.maximum(np.floor(share * LEAVES), 1).astype(np.int64)
    for f in range(FAMILIES):
        rows = np.flatnonzero(family == f)
        rest = share[rows] * LEAVES - leaves[rows]
        for row in rows[np.argsort(-rest, kind="stable")][: LEAVES - int(leaves[rows].sum())]:
            leaves[row] += 1
    return leaves


def _log_steps(ratio: Floats) -> NDArray[np.int64]:
    return np.rint(np.log2(ratio) * LOG_STEPS).astype(np.int64)

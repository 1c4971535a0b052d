"""Stars as whole numbers: thousandths of a star, thousandths of an encounter a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from glasstown.scheme.model import Scheme
from glasstown.vocab.arrays import I64, U8

ACT_ROWS = 144
"""As in `compiled.model`, which imports this."""


@dataclass(frozen=True, slots=True)
class PeerTables:
    """How residents rate one another.

    Attributes:
        ties, strangers: thousandths of an encounter a day.
        base, noise: thousandths of a star.
        standing: thousandths of a star for each star between the one rated and the rater.
        own: 1 where stars weigh what the rater's own score is.
        memory: ratings.
        stars, penalty: (acts,) i64 thousandths of a star.
        doubles: (acts,) u8.
    """

    ties: int
    strangers: int
    base: int
    noise: int
    standing: int
    own: int
    memory: int
    stars: I64
    penalty: I64
    doubles: U8

    @property
    def spoken_ill_of(self) -> tuple[int, ...]:
        """Numbers of the acts that cost stars."""
        return tuple(int(act) for act in np.flatnonzero((self.stars < 0) | (self.penalty > 0)))


def lower_peer(scheme: Scheme, codes: Mapping[str, int]) -> PeerTables | None:
    """The stars of a scheme; None where nobody gives any."""
    table = scheme.encounters
    if table is None:
        return None
    stars, penalty = np.zeros(ACT_ROWS, np.int64), np.zeros(ACT_ROWS, np.int64)
    doubles = np.zeros(ACT_ROWS, np.uint8)
    for one in scheme.impressions:
        stars[codes[one.act]], penalty[codes[one.act]] = milli_of(one.stars.value), milli_of(one.penalty.value)
        doubles[codes[one.act]] = one.doubles
    return PeerTables(
        milli_of(table.with_ties_per_day.value), milli_of(table.with_strangers_per_day.value),
        milli_of(table.base.value), milli_of(table.noise.value),
        milli_of(table.by_standing.value), int(table.weight == "own"), int(table.memory.value),
        stars, penalty, doubles,
    )  # fmt: skip


def milli_of(value: Decimal) -> int:
    """Thousandths, to the nearest."""
    return int((value * 1000).to_integral_value(ROUND_HALF_UP))

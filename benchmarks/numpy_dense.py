"""The benchmark model as plain NumPy: whole arrays, every type of every person drawn in every step."""

from __future__ import annotations

import numpy as np
from benchmarks.tables import (
    BIN,
    BINS,
    CLOCK,
    FALSE_POINTS,
    FALSE_RATE,
    GROUPS,
    HYSTERESIS,
    START,
    START_TIER,
    STEPS,
    THRESHOLDS,
    TIER_EFFECT,
    TIERS,
    TOP_SCORE,
    Floats,
    Ints,
    Model,
    Outcome,
    People,
)
from numpy.typing import NDArray


class Town:
    """Everybody's score, tier and clock, and what is counted in each step; shared by both NumPy contenders."""

    def __init__(self, people: People) -> None:
        """Everybody starts at 1,000 points in tier 3 without a clock."""
        self.people = people
        number = people.group.size
        self.score = np.full(number, float(START))
        self.tier = np.full(number, START_TIER, np.uint8)
        self.clock = np.zeros(number, np.uint8)
        self.consequences = np.zeros(number, np.uint16)
        self.histogram = np.zeros(GROUPS * BINS, np.int64)
        self.moves = np.zeros(TIERS * TIERS, np.int64)
        self.events = 0

    def judge(self, delta: Floats | Ints, severe: NDArray[np.bool_]) -> None:
        """Points, tiers with hysteresis, clocks and consequences of one step; then its aggregates."""
        self.score = np.clip(START + (251 / 256) * (self.score - START) + delta, 0, TOP_SCORE)
        thresholds = np.array(THRESHOLDS)
        up = np.searchsorted(thresholds + HYSTERESIS, self.score, side="right")
        down = np.searchsorted(thresholds - HYSTERESIS, self.score, side="right")
        before = self.tier
        self.tier = np.maximum(up, np.minimum(before, down)).astype(np.uint8)
        self.clock = np.where(severe, CLOCK, np.maximum(self.clock, 1) - 1).astype(np.uint8)
        self.consequences = (1 << self.tier.astype(np.uint16)) | np.where(self.clock > 0, 0x8000, 0).astype(np.uint16)
        bins = self.people.group * np.int64(BINS) + self.score.astype(np.int64) // BIN
        self.histogram += np.bincount(bins, minlength=GROUPS * BINS)
        self.moves += np.bincount(before * np.int64(TIERS) + self.tier, minlength=TIERS * TIERS)

    def outcome(self) -> Outcome:
        """What the town came to."""
        return Outcome(
            self.score,
            self.tier,
            self.clock,
            self.events,
            self.histogram.reshape(GROUPS, BINS),
            self.moves.reshape(TIERS, TIERS),
        )


def run(model: Model, people: People, steps: int = STEPS, seed: int = 1) -> Outcome:
    """Live everybody for some steps."""
    chance = np.random.default_rng(seed)
    town = Town(people)
    base = model.rate * np.exp(people.traits.astype(np.float64) @ model.loading.T)
    effect = np.exp(np.array(TIER_EFFECT)[:, None] * model.tier)
    for _ in range(steps):
        events = chance.poisson(base * effect[town.tier])
        seen = chance.binomial(events, model.detection)
        false = chance.poisson(FALSE_RATE, people.group.size)
        town.events += int(events.sum() + false.sum())
        town.judge(seen @ model.points + FALSE_POINTS * false, np.logical_or.reduce(seen[:, model.severe] > 0, axis=1))
    return town.outcome()

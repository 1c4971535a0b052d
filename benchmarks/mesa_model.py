"""The benchmark model in Mesa, one object a person; run by the Python of an environment that has it.

    python -m benchmarks.mesa_model PEOPLE STEPS

Prints one line of JSON: seconds of the run alone, Mesa's version, and the values it is accepted by.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import mesa
import numpy as np
from benchmarks.tables import (
    BIN,
    BINS,
    BLACKLISTED,
    CLOCK,
    FALSE_POINTS,
    FALSE_RATE,
    GROUPS,
    HYSTERESIS,
    START,
    START_TIER,
    THRESHOLDS,
    TIER_EFFECT,
    TIERS,
    TOP_SCORE,
    Model,
    Outcome,
    draw_model,
    draw_people,
)

UP = [threshold + HYSTERESIS for threshold in THRESHOLDS]
DOWN = [threshold - HYSTERESIS for threshold in THRESHOLDS]


def poisson(chance: random.Random, mean: float) -> int:
    """A Poisson number by Knuth's product of uniforms: quickest in plain Python for means about 1."""
    limit, product, number = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        number += 1
    return number


class Person(mesa.Agent):
    """One person: rates by tier as running sums, score, tier, clock, consequences."""

    def __init__(self, town: Town, rates: list[list[float]], group: int) -> None:
        """Start at 1,000 points in tier 3."""
        super().__init__(town)
        self.rates, self.group = rates, group
        self.score, self.tier, self.clock, self.consequences = float(START), START_TIER, 0, 0

    def step(self) -> None:
        """One month: superposition of the 24 types, detection, points, tier, clock."""
        town, chance = self.model, self.random
        sums, delta, severe = self.rates[self.tier], 0, False
        events = poisson(chance, sums[-1])
        for _ in range(events):
            kind = bisect_right(sums, chance.random() * sums[-1])
            if chance.random() < town.detection[kind]:
                delta += town.points[kind]
                severe = severe or town.severe[kind]
        false = poisson(chance, FALSE_RATE)
        town.events += events + false
        score = START + (251 / 256) * (self.score - START) + delta + FALSE_POINTS * false
        self.score = min(max(score, 0.0), float(TOP_SCORE))
        before = self.tier
        self.tier = max(bisect_right(UP, self.score), min(before, bisect_right(DOWN, self.score)))
        self.clock = CLOCK if severe else max(self.clock - 1, 0)
        self.consequences = 1 << self.tier | (BLACKLISTED if self.clock else 0)
        town.histogram[self.group][int(self.score) // BIN] += 1
        town.moves[before][self.tier] += 1


class Town(mesa.Model):
    """All people and the aggregates of every step."""

    def __init__(self, model: Model, number: int) -> None:
        """Draw the people and work out everybody's rates in each tier once."""
        super().__init__(seed=1)
        people = draw_people(number)
        self.detection, self.points, self.severe = (
            model.detection.tolist(),
            model.points.tolist(),
            model.severe.tolist(),
        )
        self.histogram = [[0] * BINS for _ in range(GROUPS)]
        self.moves = [[0] * TIERS for _ in range(TIERS)]
        self.events = 0
        base = model.rate * np.exp(people.traits.astype(np.float64) @ model.loading.T)
        effect = np.exp(np.array(TIER_EFFECT)[:, None] * model.tier)
        for row, group in zip(base, people.group.tolist(), strict=True):
            Person(self, [list(accumulate((row * factor).tolist())) for factor in effect], group)

    def step(self) -> None:
        """Everybody lives one month."""
        self.agents.do("step")


def outcome_of(town: Town) -> Outcome:
    """What the town came to."""
    people: list[Any] = list(town.agents)
    return Outcome(
        np.array([person.score for person in people]),
        np.array([person.tier for person in people], np.uint8),
        np.array([person.clock for person in people], np.uint8),
        town.events,
        np.array(town.histogram),
        np.array(town.moves),
    )


def main() -> None:
    """Live a town and print what it took."""
    number, steps = int(sys.argv[1]), int(sys.argv[2])
    town = Town(draw_model(), number)
    began, own = time.perf_counter(), time.process_time()
    for _ in range(steps):
        town.step()
    times = {"seconds": time.perf_counter() - began, "cpu_seconds": time.process_time() - own}
    print(json.dumps({**times, "version": mesa.__version__, "checks": outcome_of(town).checks(steps)}))


if __name__ == "__main__":
    main()

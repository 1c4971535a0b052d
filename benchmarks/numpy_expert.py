"""The benchmark model as an expert writes it in NumPy: superposition, and work on events instead of on types.

One count of events a person from the sum of the 24 rates, one type an event from the cumulative shares, one coin an
event for detection; statistically the same as drawing every type, at a fraction of the draws.
"""

from __future__ import annotations

import numpy as np
from benchmarks.numpy_dense import Town
from benchmarks.tables import FALSE_POINTS, FALSE_RATE, STEPS, TIER_EFFECT, Model, Outcome, People


def run(model: Model, people: People, steps: int = STEPS, seed: int = 1) -> Outcome:
    """Live everybody for some steps."""
    chance = np.random.default_rng(seed)
    town = Town(people)
    number = people.group.size
    base = (model.rate * np.exp(people.traits.astype(np.float64) @ model.loading.T)).astype(np.float32)
    effect = np.exp(np.array(TIER_EFFECT)[:, None] * model.tier).astype(np.float32)
    for _ in range(steps):
        totals = np.einsum("ik,ik->i", base, effect[town.tier])
        events = chance.poisson(totals)
        who = np.repeat(np.arange(number), events)
        shares = np.cumsum(base[who] * effect[town.tier[who]], axis=1)
        kind = (shares < chance.random(who.size, dtype=np.float32)[:, None] * shares[:, -1:]).sum(axis=1)
        seen = np.flatnonzero(chance.random(who.size, dtype=np.float32) < model.detection[kind])
        delta = np.bincount(who[seen], weights=model.points[kind[seen]], minlength=number).astype(np.int64)
        false = chance.integers(0, number, chance.poisson(FALSE_RATE * number))
        delta += FALSE_POINTS * np.bincount(false, minlength=number)
        severe = np.zeros(number, np.bool_)
        severe[who[seen[model.severe[kind[seen]]]]] = True
        town.events += who.size + false.size
        town.judge(delta, severe)
    return town.outcome()

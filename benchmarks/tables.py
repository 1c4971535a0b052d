"""The tables of the benchmark model and its people, drawn once from fixed seeds; see `model.md`.

Floats, for every contender that computes with floats; `integers.py` rounds them for those that do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

TYPES: Final = 24
FAMILIES: Final = 4
TRAITS: Final = 3
GROUPS: Final = 8
TIERS: Final = 6
STEPS: Final = 12
START: Final = 1000
START_TIER: Final = 3
TOP_SCORE: Final = 1300
FALSE_RATE: Final = 0.01
FALSE_POINTS: Final = -5
CLOCK: Final = 24
HYSTERESIS: Final = 5
THRESHOLDS: Final = (600, 850, 960, 1030, 1050)
TIER_EFFECT: Final = (-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)
BIN: Final = 32
BINS: Final = TOP_SCORE // BIN + 1
BLACKLISTED: Final = 0x8000
TABLE_SEED: Final = 12345
PEOPLE_SEED: Final = 2026

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Model:
    """The model: rates, loadings, tier effects, detection, points and severity of the 24 behaviour types."""

    rate: Floats
    loading: Floats
    tier: Floats
    detection: Floats
    points: Ints
    severe: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class People:
    """Latent traits (people, 3) f32 within three standard deviations, and an invented group of each."""

    traits: NDArray[np.float32]
    group: NDArray[np.uint8]


def draw_model() -> Model:
    """The one set of tables that every contender uses."""
    chance = np.random.default_rng(TABLE_SEED)
    kind = np.arange(TYPES)
    rate = np.exp(chance.uniform(np.log(0.005), np.log(0.15), TYPES))
    family = chance.normal(0, 0.30, (FAMILIES, TRAITS))
    loading = family[kind % FAMILIES] + chance.normal(0, 0.08, (TYPES, TRAITS))
    good = kind // FAMILIES % 2 == 0
    tier = np.where(good, 0.25, -0.25) * chance.uniform(0.4, 1.2, TYPES)
    detection = chance.uniform(0.15, 0.9, TYPES)
    points = np.where(good, chance.choice([1, 2, 3, 5, 10], TYPES), -chance.choice([3, 5, 10, 20, 50], TYPES))
    bad = np.flatnonzero(~good)
    points[bad[0]], points[bad[5]] = -100, -50
    severe = np.zeros(TYPES, np.bool_)
    severe[bad[[0, 5]]] = True
    return Model(rate / rate.sum(), loading, tier, detection, points, severe)


def draw_people(number: int) -> People:
    """People for the benchmark: the same for every contender."""
    chance = np.random.default_rng(PEOPLE_SEED)
    traits = np.clip(chance.standard_normal((number, TRAITS), dtype=np.float32), -3, 3)
    return People(traits, chance.integers(0, GROUPS, number).astype(np.uint8))


@dataclass(slots=True)
class Outcome:
    """What a contender came to: final scores, tiers and clocks, events, and the aggregates of every step.

    `histogram`: (groups, bins) and `moves`: (tiers, tiers), both summed over the steps.
    """

    score: Floats
    tier: NDArray[np.uint8]
    clock: NDArray[np.uint8]
    events: int
    histogram: Ints
    moves: Ints

    def checks(self, steps: int = STEPS) -> dict[str, float]:
        """The values by which a contender's lives are accepted."""
        people = self.score.size
        shares = np.bincount(self.tier, minlength=TIERS) / people
        return {
            "mean": float(self.score.mean()),
            "sd": float(self.score.std()),
            "blacklisted": float((self.clock > 0).mean()),
            "events": self.events / (people * steps),
            **{f"tier_{t}": float(share) for t, share in enumerate(shares)},
        }


ACCEPTED: Final[dict[str, tuple[float, float]]] = {
    "mean": (975.3, 1.0),
    "sd": (51.4, 1.5),
    "blacklisted": (0.189, 0.01),
    "events": (1.261, 0.01),
}
"""Values after 12 steps without a network, and how far a contender may lie off with 20,000 people or more."""


def faults_of(checks: dict[str, float], *, slack: float = 1.0) -> list[str]:
    """What of a contender's values is not accepted, in words; `slack` widens the margins for fewer people."""
    return [
        f"{name} {checks[name]:.4g}, not {value:g} within {margin * slack:g}"
        for name, (value, margin) in ACCEPTED.items()
        if abs(checks[name] - value) > margin * slack
    ]

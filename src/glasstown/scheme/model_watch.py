"""How a source looks: how closely at whom, what it mistakes, and where it looks harder."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glasstown.vocab.evidence import Figure
from glasstown.vocab.watching import WATCH_KEYS, WATCH_NAMES, Kind


@dataclass(frozen=True, slots=True)
class Watch:
    """How much more or less closely a source watches some residents: multipliers of detection and of false records."""

    times: tuple[Figure, ...]
    """Multipliers in the order of `vocab.watching.WATCH_NAMES`."""

    def factor(self, kind: Kind) -> Fraction:
        """How much more closely residents of a kind are watched; 1 for what is `ALIKE` or has no multiplier."""
        product = Fraction(1)
        for names, number in zip(WATCH_KEYS, kind, strict=True):
            if number >= 0 and names[number]:
                product *= Fraction(self.times[WATCH_NAMES.index(names[number])].value)
        return product


@dataclass(frozen=True, slots=True)
class WrongAct:
    """Acts that a source writes down as another one of the same person, and how often; no acts means all it sees."""

    acts: tuple[str, ...]
    taken_for: str
    chance: Figure


@dataclass(frozen=True, slots=True)
class Patrol:
    """How much harder a source looks where it found something: `gain` for each doubling, of `most` at most."""

    gain: Figure
    half_life_days: Figure
    most: Figure

"""What every phase of a step is told: when it is, in which world, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from glasstown.compiled.fits import FitTables
from glasstown.compiled.model_scores import RankRow
from glasstown.compiled.politics import Politics
from glasstown.compiled.votes import VoteTables
from glasstown.simulate.gauges import Gauges
from glasstown.simulate.overrides import NONE, Overrides
from glasstown.simulate.rows import Keys
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I64, U64

if TYPE_CHECKING:  # it holds settings itself
    from glasstown.simulate.organising import Organising


@dataclass(frozen=True, slots=True)
class Span:
    """One step in time: its number, first day, nominal length, and the first day after the run."""

    step: int
    day: int
    length: int
    horizon: int

    @property
    def end(self) -> int:
        """First day after the step."""
        return min(self.day + self.length, self.horizon)

    def days(self) -> I64:
        """(first day, nominal length, horizon), as kernels read them."""
        return np.array([self.day, self.length, self.horizon], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for every stretch and step of a world."""

    world: World
    luck: U64
    names: Keys
    block: int
    gauges: Gauges
    politics: Politics | None = None
    ranks: tuple[RankRow, ...] = ()
    votes: VoteTables | None = None
    period: int = 0
    """Number of the period: tables change where a shock, or a part of the scheme, begins or ends."""
    from_day: int = 0
    """First day of the period; its tables hold from the first step that begins on or after it."""
    later: tuple[Settings, ...] = ()
    fits: FitTables | None = None
    organising: Organising | None = None
    """What holds for firms and governments, where any live in the town."""
    overrides: Overrides = NONE
    """Single addresses at which this world is otherwise."""

    @property
    def by_county(self) -> bool:
        """Whether something is decided county by county, so that no stretch may reach into a second one."""
        return self.politics is not None or self.votes is not None or self.fits is not None

    def at(self, day: int) -> Settings:
        """The settings of a step that begins on a day."""
        found = self
        for settings in self.later:
            if settings.from_day <= day:
                found = settings
        return found

"""What a society file says about acts: factors on rates, dated shocks, and shares that a source could see."""

from __future__ import annotations

from dataclasses import dataclass, field

from glasstown.vocab.evidence import Figure
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.society_watch import AS_WRITTEN, SocietyWatch


@dataclass(frozen=True, slots=True)
class RateFactor:
    """A factor on the rate of one shipped act, on every day of a run."""

    act: str
    factor: Figure
    at: Keys = field(default=(), compare=False)
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Shock:
    """A factor on the rate of one shipped act from one day to another: `from_day` <= day < `to_day`."""

    act: str
    from_day: int
    to_day: int
    factor: Figure
    at: Keys = field(default=(), compare=False)
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class SightableShare:
    """The share of a frequent act that any source could see, in place of the shipped one."""

    act: str
    share: Figure
    at: Keys = field(default=(), compare=False)
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Overlays:
    """Everything a society says about acts and of being watched; empty for one that comes with the package."""

    rates: tuple[RateFactor, ...] = ()
    shocks: tuple[Shock, ...] = ()
    sightable: tuple[SightableShare, ...] = ()
    watch: SocietyWatch = AS_WRITTEN
    """How residents are watched, under any scheme."""

    def lines(self) -> tuple[str, ...]:
        """Every overlay as one line of text, for the digest of the society."""
        return (
            *(f"rate|{one.act}|{one.factor.value.normalize()}" for one in self.rates),
            *(f"shock|{one.act}|{one.from_day}|{one.to_day}|{one.factor.value.normalize()}" for one in self.shocks),
            *(f"sightable|{one.act}|{one.share.value.normalize()}" for one in self.sightable),
            *self.watch.lines(),
        )

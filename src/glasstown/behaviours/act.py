"""What an act is: who can commit it, who suffers, how often it happens, and what it does to a life."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from glasstown.vocab.codes import Capacity, Effect, Standing, Work
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A factor on an act's rate for residents in one state, with what is known about it."""

    state: int
    factor: Figure


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of act of residents.

    Attributes:
        id: the name schemes use; registered in `vocab.acts`.
        title: what it is, in plain words.
        who: who can commit it, in words; `needs` and `age_profile` say it to the engine.
        victim: who suffers: "nobody", "household", "neighbours", "the public", "one resident".
        lawful: whether the law allowed it, apart from any scheme.
        rate: acts truly committed per eligible person and year.
        basis: how the rate was come by: "committed", "recorded / detection", "persons per year", "households per year".
        age_profile: row of the age multipliers, or "" for all ages alike from `from_age` on.
        sex_profile: row of the sex multipliers, or "".
        from_age: completed years below which nobody commits it (an edge of the age bands).
        to_age: completed years above which nobody commits it (an edge of the age bands).
        needs: standing facts that all must hold.
        capacity: capacities without which an attempt is blocked.
        effect: what accomplishing it does to the life of the one who acts.
        only_when: labour states in which it can happen; empty for all.
        only_in_need: True when only a household in need does it, False when only one that is not; None for all.
        work_factor: factors on the rate by labour state.
        strain_factor: factors on the rate by household strain (1 somebody out of work, 2 in need).
        sightable: share of the acts that any source could see; the rest is counted, never drawn.
    """

    id: str
    title: str
    who: str
    victim: str
    lawful: bool
    rate: Figure
    basis: str
    age_profile: str = ""
    sex_profile: str = ""
    from_age: int = 18
    to_age: int = 110
    needs: Standing = field(default=Standing(0))
    capacity: Capacity = field(default=Capacity(0))
    effect: Effect = Effect.NONE
    only_when: tuple[Work, ...] = ()
    only_in_need: bool | None = None
    work_factor: tuple[Multiplier, ...] = ()
    strain_factor: tuple[Multiplier, ...] = ()
    sightable: Figure | None = None

    @property
    def drawn_rate(self) -> Decimal:
        """Acts drawn one by one, per eligible person and year: the rate times the sightable share."""
        return self.rate.value * (self.sightable.value if self.sightable else Decimal(1))

"""What an act is: who can commit it, who suffers, how often it happens, and what it does to a life."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from glasstown.vocab import doing
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing, Work
from glasstown.vocab.evidence import Figure

KINDS: Final = ("listed", "frequent", "gauge", "child", "household")
"""How an act is drawn: one by one; its sightable share; as a quantity a month; on another act; for a household."""

PLACES: Final = doing.PLACES
"""What attempts compete for: there are only so many, so what one resident gains another loses."""

VICTIM_TIES: Final = doing.VICTIM_TIES
"""Through which tie an act finds its victim; a customer is any stranger of the district, drawn by key."""


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A factor on an act's rate for residents in one state, with what is known about it."""

    state: int
    factor: Figure


@dataclass(frozen=True, slots=True)
class Child:
    """An act that may follow at once from another one that was accomplished, and how likely."""

    act: str
    chance: Figure


@dataclass(frozen=True, slots=True)
class Counted:
    """Which published count an act enters, and how many recorded events one true act makes there."""

    target: str
    share: Figure


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of act of residents.

    Attributes:
        id: the name schemes use; registered in `vocab.acts`.
        title: what it is, in plain words.
        who: who can commit it, in words; `needs` and `age_profile` say it to the engine.
        victim: who suffers: "nobody", "household", "neighbours", "the public", "one resident".
        lawful: whether the law allowed it, apart from any scheme.
        rate: acts truly committed per eligible person and year; of a gauge, units per eligible person and year.
        basis: how the rate was come by: "committed", "recorded / detection", "persons per year", "households per year".
        kind: one of `KINDS`.
        age_profile: row of the age multipliers, or "" for all ages alike from `from_age` on.
        sex_profile: row of the sex multipliers, or "".
        from_age: completed years below which nobody commits it (an edge of the age bands).
        to_age: completed years above which nobody commits it (an edge of the age bands).
        needs: standing facts that all must hold.
        needs_assets: what one must have at the start of the step.
        needs_lack: what one must not have at the start of the step.
        capacity: capacities without which an attempt is blocked.
        place: what the attempt competes for: "" or one of `PLACES`; who is not served has not accomplished it.
        effect: what accomplishing it does to the life of the one who acts.
        effect_asset: which asset the effect gives or takes, where it is one of those two.
        effect_chance: how likely the effect is; None for certain.
        effect_blocked: what being denied it does.
        blocked_asset: which asset that gives or takes.
        blocked_chance: how likely that is; None for certain.
        children: acts that may follow when it was accomplished.
        victim_tie: through which tie the victim is found: "" for none, or one of `VICTIM_TIES`.
        victim_effect: what it does to the victim, in the next step.
        victim_asset: which asset that gives or takes.
        victim_chance: how likely that is; None for certain.
        hours: hours that doing it takes.
        yuan: money that doing it costs.
        only_when: labour states in which it can happen; empty for all.
        only_in_need: True when only a household in need does it, False when only one that is not; None for all.
        work_factor: factors on the rate by labour state.
        strain_factor: factors on the rate by household strain (1 somebody out of work, 2 in need).
        income_factor: factors by income against day 0 (0 below three quarters, 1 as then, 2 above five quarters).
        fear_factor: factors by fear (0 never punished of late, 1 in the last year, 2 in the last 90 days).
        sightable: share of the acts that any source could see; the rest is counted, never drawn.
        detected: the chance that the state learns of one of them, by whatever way and without any scheme.
        counts_for: published counts that it enters.
        unit: what a gauge counts; "" for acts.
    """

    id: str
    title: str
    who: str
    victim: str
    lawful: bool
    rate: Figure
    basis: str
    kind: str = "listed"
    age_profile: str = ""
    sex_profile: str = ""
    from_age: int = 18
    to_age: int = 110
    needs: Standing = field(default=Standing(0))
    needs_assets: Asset = field(default=Asset(0))
    needs_lack: Asset = field(default=Asset(0))
    capacity: Capacity = field(default=Capacity(0))
    place: str = ""
    effect: Effect = Effect.NONE
    effect_asset: Asset = field(default=Asset(0))
    effect_chance: Figure | None = None
    effect_blocked: Effect = Effect.NONE
    blocked_asset: Asset = field(default=Asset(0))
    blocked_chance: Figure | None = None
    children: tuple[Child, ...] = ()
    victim_tie: str = ""
    victim_effect: Effect = Effect.NONE
    victim_asset: Asset = field(default=Asset(0))
    victim_chance: Figure | None = None
    hours: Figure | None = None
    yuan: Figure | None = None
    only_when: tuple[Work, ...] = ()
    only_in_need: bool | None = None
    work_factor: tuple[Multiplier, ...] = ()
    strain_factor: tuple[Multiplier, ...] = ()
    income_factor: tuple[Multiplier, ...] = ()
    fear_factor: tuple[Multiplier, ...] = ()
    sightable: Figure | None = None
    detected: Figure | None = None
    counts_for: tuple[Counted, ...] = ()
    unit: str = ""

    @property
    def harms_in_model(self) -> bool:
        """Whether the harm reaches somebody in the town: through a tie, or the household of the one who acts.

        What else `victim` names is said of the act and not simulated: nobody in the town is hit by it.
        """
        return bool(self.victim_tie) or (self.victim == "household" and self.effect != Effect.NONE)

    @property
    def drawn_rate(self) -> Decimal:
        """Acts drawn one by one, per eligible person and year: the rate times the sightable share.

        A gauge is read and a child follows another act: neither has a process of its own.
        """
        if self.kind in {"gauge", "child"}:
            return Decimal(0)
        return self.rate.value * (self.sightable.value if self.sightable else Decimal(1))

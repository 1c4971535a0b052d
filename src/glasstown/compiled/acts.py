"""The tables of declared acts: what each needs, does, harms and follows, and which consequences bring it.

They belong to the town: people do these things with the scheme and without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from glasstown.compiled.act_codes import act_codes
from glasstown.compiled.business import OwnBusiness, lower_business
from glasstown.compiled.dues import DueRow, lower_dues
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_acts import DeclaredAct, Doing, capacity_numbers
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.doing import PLACES
from glasstown.vocab.names import name_digest


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a life: code of the effect, bit of the asset, chance (None for certain)."""

    effect: int
    asset: int
    chance: Decimal | None


@dataclass(frozen=True, slots=True)
class OwnAct:
    """One declared act as numbers.

    Attributes:
        code: its act number.
        digest: digest of its name.
        standing: bits of standing that its doer must have.
        needs, lacks: bits of assets that its doer must and must not have at the start of the step.
        capacity: bits of capacities that it needs, those of the file among them.
        place: what it competes for, from 1; 0 for nothing.
        effect, denied, harm: what doing it, and being denied it, does to the doer, and doing it to somebody else.
        tie: the tie to that somebody, or "".
        follows: number of the act that it follows from; -1 for none.
        chance: how likely it follows.
        brought_by: bits of the consequences that bring it; 0 where none needs to.
    """

    code: int
    digest: int
    standing: int
    needs: int
    lacks: int
    capacity: int
    place: int
    effect: Change
    denied: Change
    harm: Change
    tie: str
    follows: int
    chance: Decimal
    brought_by: int


@dataclass(frozen=True, slots=True)
class OwnActs:
    """Declared acts, in order of their numbers; bits of capacities of the file that shipped acts need; what is owed."""

    acts: tuple[OwnAct, ...] = ()
    also_needed: tuple[tuple[int, int], ...] = ()
    dues: tuple[DueRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TownActs:
    """What a file says of the town: acts as streams, (id, digest, who, acts per eligible person-year), and as deeds.

    `business` is what its firms and governments do. Numbers are those that the acts have under the scheme. What only a
    consequence brings keeps its bits: where no consequence holds anybody, it never happens.
    """

    declared: tuple[tuple[str, int, str, Fraction], ...] = ()
    own: OwnActs = OwnActs()
    business: tuple[OwnBusiness, ...] = ()


def lower_town(scheme: Scheme | None) -> TownActs:
    """What is left of a scheme file in the world without the scheme; nothing where there is no file."""
    if scheme is None:
        return TownActs()
    codes = act_codes(scheme)
    return TownActs(lower_declared(scheme), lower_acts(scheme, codes), lower_business(scheme, codes))


def lower_acts(scheme: Scheme, codes: Mapping[str, int]) -> OwnActs:
    """Lower all declared acts and capacities."""
    numbers = capacity_numbers(scheme.capacities)
    needed: dict[str, int] = {}
    for one in scheme.capacities:
        for act in one.acts:
            needed[act] = needed.get(act, 0) | numbers[one.id]
    own = {act.id for act in scheme.acts}
    return OwnActs(
        tuple(_lower(scheme, act, codes, numbers, needed.get(act.id, 0)) for act in scheme.acts),
        tuple(sorted((codes[name], bits) for name, bits in needed.items() if name not in own)),
        lower_dues(scheme, codes),
    )


def _lower(scheme: Scheme, act: DeclaredAct, codes: Mapping[str, int], numbers: Mapping[str, int], also: int) -> OwnAct:
    standing = next(bits for name, bits, _, _ in ACTORS if name == act.by)
    capacity = also
    for name in act.capacity:
        capacity |= numbers[name]
    return OwnAct(
        code=codes[act.id],
        digest=name_digest(act.id),
        standing=int(standing or 0),
        needs=int(act.needs),
        lacks=int(act.lacks),
        capacity=capacity,
        place=PLACES.index(act.place) + 1 if act.place else 0,
        effect=_change(act.effect),
        denied=_change(act.denied),
        harm=_change(act.harm),
        tie=act.tie,
        follows=codes[act.after.act] if act.after else -1,
        chance=act.after.chance.value if act.after else Decimal(0),
        brought_by=sum(1 << c for c, row in enumerate(scheme.consequences) if act.id in row.brings),
    )


def _change(doing: Doing) -> Change:
    return Change(int(doing.effect), int(doing.asset), doing.chance.value if doing.chance else None)


def lower_declared(scheme: Scheme) -> tuple[tuple[str, int, str, Fraction], ...]:
    """Declared acts as streams: (id, digest, who can commit it, acts per eligible person-year)."""
    return tuple(
        (act.id, name_digest(act.id), act.by, Fraction(act.rate.value) if act.rate else Fraction(0))
        for act in scheme.acts
    )

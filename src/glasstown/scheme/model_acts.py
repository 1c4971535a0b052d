"""What a scheme file says of acts and capacities of its own, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from glasstown.scheme.model_dues import Due
from glasstown.vocab.capacities import CAPACITY_BITS
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure

FIRST_OWN_CAPACITY: Final = 32
"""Bit of the first capacity that a file declares; those before it belong to the model."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One change of a life: what, which asset it gives or takes, how likely (None for certain)."""

    effect: Effect
    asset: Asset
    chance: Figure | None


@dataclass(frozen=True, slots=True)
class After:
    """The act that another follows from at once, and how likely it does."""

    act: str
    chance: Figure


@dataclass(frozen=True, slots=True)
class DeclaredAct:
    """An act that the file declares itself; `rate` counts acts committed per eligible person-year.

    An act that follows from another has `after` and no rate, one that falls due of another neither.
    """

    id: str
    title: str
    by: str
    victim: str
    lawful: bool
    rate: Figure | None
    needs: Asset
    lacks: Asset
    capacity: tuple[str, ...]
    place: str
    effect: Doing
    denied: Doing
    tie: str
    harm: Doing
    after: After | None
    due: Due | None
    span: Span


@dataclass(frozen=True, slots=True)
class DeclaredBusiness:
    """An act of firms or governments that the file declares; `rate` counts acts per organisation and year."""

    id: str
    title: str
    by: str
    victim: str
    lawful: bool
    rate: Figure
    tie: str
    harm: Doing
    span: Span


@dataclass(frozen=True, slots=True)
class OwnCapacity:
    """Something that consequences may take away or favour, and the acts that need it."""

    id: str
    title: str
    acts: tuple[str, ...]
    span: Span


def capacity_numbers(own: Iterable[OwnCapacity]) -> dict[str, int]:
    """The bit of every capacity that a file can name, as a number; its own ones by name, whatever their order."""
    numbers = {name: int(bit) for name, bit in CAPACITY_BITS.items()}
    names = sorted(one.id for one in own)
    return numbers | {name: 1 << (FIRST_OWN_CAPACITY + place) for place, name in enumerate(names)}

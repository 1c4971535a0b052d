"""Acts made dense for a while: what seldom follows from an act follows often, so that small towns meet it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from decimal import Decimal
from functools import cache

from glasstown.behaviours.act import Act, Child
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Asset, Capacity, Effect
from twin import acts, rates

HALF = assumed("0.5", "0", "1")
OFTEN = Decimal(3)
NAMES = [field.name for field in fields(Act)]
TIES = ("kin", "colleague", "friend", "employee", "neighbour", "household", "customer")
EFFECTS = tuple(effect for effect in Effect if effect)


@contextmanager
def dense_acts() -> Iterator[None]:
    """Every act more often, by chance with an effect, harming somebody, and followed by another act."""
    before = {act.id: [getattr(act, name) for name in NAMES] for act in RESIDENT_ACTS}
    try:
        for number, act in enumerate(RESIDENT_ACTS):
            make_dense(act, number)
        forget()
        yield
    finally:
        for act in RESIDENT_ACTS:
            for name, value in zip(NAMES, before[act.id], strict=True):
                object.__setattr__(act, name, value)
        forget()


def make_dense(act: Act, number: int) -> None:
    """One act, changed in place: an act is frozen, but for a test."""
    more = {
        "rate": assumed(str(min(act.rate.value * 10, OFTEN)), "0", "100"),
        "effect_chance": HALF,
        "blocked_chance": HALF,
        "victim_tie": TIES[number % len(TIES)],
        "victim_effect": EFFECTS[number % len(EFFECTS)],
        "victim_asset": tuple(Asset)[number % len(Asset)],
        "victim_chance": HALF if number % 2 else None,
        "hours": assumed("40", "0", "100"),
    }
    if act.effect_blocked == Effect.NONE:
        more |= {"effect_blocked": EFFECTS[(number * 5) % len(EFFECTS)], "blocked_asset": Asset.SHORT_OF_MONEY}
    if act.effect == Effect.NONE:
        more |= {
            "effect": EFFECTS[(number * 7) % len(EFFECTS)],
            "effect_asset": tuple(Asset)[(number * 3) % len(Asset)],
        }
    if not act.place and act.kind not in {"gauge", "child"}:
        more["children"] = (*act.children[:1], *(Child(other, HALF) for other in followers(act, number)))
        if act.capacity == Capacity(0) and number % 3 == 0:
            more["capacity"] = tuple(Capacity)[number % len(Capacity)]
    for name, value in more.items():
        object.__setattr__(act, name, value)


def followers(act: Act, number: int) -> list[str]:
    """Two acts that may follow from another; any will do."""
    names = [other.id for other in RESIDENT_ACTS if other.kind != "gauge" and not other.place and other is not act]
    return [names[number * 11 % len(names)], names[(number * 13 + 5) % len(names)]]


def forget() -> None:
    """Forget every rate that was worked out from acts as they were."""
    for module in (acts, rates):
        for value in vars(module).values():
            if isinstance(value, type(cache(len))):
                value.cache_clear()
    rates.CAPACITY.update({act.id: int(act.capacity) for act in RESIDENT_ACTS})

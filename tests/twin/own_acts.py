"""The twin's declared acts: what a file says of each, as one act among others, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glasstown.vocab.actors import ACTORS
from glasstown.vocab.capacities import CAPACITY_BITS
from twin.rates import ACT, CAPACITY


@dataclass
class Kind:
    """What an act does, under the names that shipped acts have for it."""

    effect: int
    effect_asset: int
    effect_chance: object
    effect_blocked: int
    blocked_asset: int
    blocked_chance: object
    victim_tie: str
    victim_effect: int
    victim_asset: int
    victim_chance: object
    place: str
    children: tuple = ()


def kind_of(world, name):
    """The act of a name, of the model or of the file; None for neither."""
    return ACT.get(name) or world.own.get(name)


def read_own(world, scheme):
    """Take down what the file declares: acts, capacities, who needs which, and what follows from what."""
    world.capacities = {name: int(bit) for name, bit in CAPACITY_BITS.items()}
    for place, name in enumerate(sorted(one.id for one in scheme.capacities)):
        world.capacities[name] = 2 ** (32 + place)
    for act in scheme.acts:
        world.own[act.id] = Kind(
            act.effect.effect, act.effect.asset, act.effect.chance, act.denied.effect, act.denied.asset,
            act.denied.chance, act.tie, act.harm.effect, act.harm.asset, act.harm.chance, act.place,
        )  # fmt: skip
        world.needed[act.id] = sum(world.capacities[name] for name in set(act.capacity))
        world.bringing[act.id] = {number for number, row in enumerate(scheme.consequences) if act.id in row.brings}
        if act.after:
            world.followers.setdefault(act.after.act, []).append((act.id, act.after.chance, standing_of(act)))
    for one in scheme.capacities:
        for name in one.acts:
            world.needed[name] = world.needed.get(name, 0) | world.capacities[one.id]


def standing_of(act):
    return int(next(bit for name, bit, _, _ in ACTORS if name == act.by) or 0)


def needed_for(world, name):
    """Capacities that an act needs, of the model and of the file."""
    return CAPACITY.get(name, 0) | world.needed.get(name, 0)


def needed_for_children(world):
    """Capacities that only an application to a school needs."""
    acts = {"private-school-application", "top-school-application"}
    theirs, others = 0, 0
    for name in {*ACT, *world.own}:
        needed = needed_for(world, name)
        theirs, others = (theirs | needed, others) if name in acts else (theirs, others | needed)
    return theirs & ~others


def following(world, name):
    """(act, chance, standing) of what may follow from an act, that of the model first."""
    shipped = [(child.act, child.chance, int(ACT[child.act].needs)) for child in (ACT[name].children if name in ACT
               else ())]  # fmt: skip
    return shipped + world.followers.get(name, [])


def is_open(world, declared, person):
    """Whether a resident has what a declared act asks, and is under a consequence that brings it, if any does."""
    if declared.rate is None or Fraction(declared.rate.value) == 0:
        return False
    if int(declared.needs) & ~person["assets"] or int(declared.lacks) & person["assets"]:
        return False
    bringing = world.bringing[declared.id]
    return not bringing or bool(bringing & set(person["in_force"]))

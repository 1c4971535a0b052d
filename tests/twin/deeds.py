"""The twin's deeds: what becomes of an act that somebody sets out to do, and what it does to their life."""

from __future__ import annotations

from fractions import Fraction

from glasstown.behaviours import degrees
from glasstown.behaviours.responses import deed_cost
from glasstown.vocab.capacities import DEGREES
from glasstown.vocab.codes import Effect
from twin.following import barred
from twin.lives import SHORT_OF_MONEY, change, happens
from twin.luck import CHILD, act_place
from twin.own_acts import following, kind_of, needed_for
from twin.rates import ACT, CODE

GOOD_DEEDS, FELL_DUE = 4, 7
DONE, DENIED, LOOKED_UP, HELD_BACK, NO_PLACE, CAME_TO_NOTHING = range(6)


def words_of(world, person, act, about=""):
    """The block that decides what follows from an act: its effect, its look-up, or what `about` names."""
    return world.luck.words(CHILD, person["number"], act_place(act), act["step"], about)


def chance_of(figure):
    return None if figure is None else figure.value


def with_children(world, person, acts):
    """The acts with what became of each, and right after it the acts that follow from it."""
    found = []
    for act in acts:
        gate(world, person, act)
        found.append(act)
        if act["outcome"] != DONE or act["child"] == FELL_DUE:
            continue
        for number, (child, chance, needs) in enumerate(following(world, act["name"]), start=1):
            if person["standing"] & needs != needs:
                continue
            if happens(words_of(world, person, act, child)[0], chance_of(chance)):
                one = act | {"name": child, "child": number, "outcome": DONE, "declared": child in world.own}
                gate(world, person, one)
                found.append(one)
    return found


def gate(world, person, act):
    """Deny an act whose capacity a consequence takes away, for good or where the other side looks it up.

    On worse terms an act that is not denied may come to nothing.
    """
    needed = needed_for(world, act["name"])
    act["capacity"] = 0
    if act["outcome"] != DONE:
        return
    denied = barred(person, "denied")
    if denied & needed:
        act["outcome"], act["capacity"] = DENIED, denied & needed
        return
    looked = world.look_up_chance(person, needed)
    if looked and happens(words_of(world, person, act)[3], looked):
        act["outcome"], act["capacity"] = LOOKED_UP, person["looked_up"] & needed
    elif any(tells(world, person, act, term) for term in terms_of(act) if term.effect == Effect.NONE):
        act["outcome"] = CAME_TO_NOTHING


def terms_of(act):
    return [term for term in degrees.TERMS if term.act == act["name"]]


def tells(world, person, act, term):
    """Whether worse or better terms tell on an act: so likely for each level on their side of 0."""
    level = person["levels"][term.degree] * term.side
    if level <= 0:
        return False
    name = next(name for name, degree, _ in DEGREES if degree == term.degree)
    return happens(words_of(world, person, act, name)[2], Fraction(term.per_level.value) * level)


def live_through(world, person, acts):
    """What acts do to the one who acts, in order."""
    for act in acts:
        if act["outcome"] == HELD_BACK:
            person["held"] = min(person["held"] + 1, 65535)
        kind = kind_of(world, act["name"])
        if act["outcome"] == DONE:
            affect(world, person, act, kind.effect, kind.effect_asset, kind.effect_chance, 0)
            pay(world, person, act)
            for term in terms_of(act):
                if term.effect != Effect.NONE and tells(world, person, act, term):
                    change(person, term.effect, term.asset)
        elif act["outcome"] in {DENIED, LOOKED_UP}:
            affect(world, person, act, kind.effect_blocked, kind.blocked_asset, kind.blocked_chance, 1)


def affect(world, person, act, effect, asset, chance, lane):
    if effect != Effect.NONE and happens(words_of(world, person, act)[lane], chance_of(chance)):
        change(person, effect, asset)


def pay(world, person, act):
    """A good deed that takes hours or money may leave its doer short of money."""
    if act["name"] not in CODE or CODE[act["name"]].family != GOOD_DEEDS or "deed-cost" in world.without:
        return
    chance = deed_cost.chance_short(ACT[act["name"]], person["fifth"])
    if happens(words_of(world, person, act, "cost")[0], chance):
        change(person, Effect.ASSET_GAINED, SHORT_OF_MONEY)

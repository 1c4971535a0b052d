"""The twin's rewards: who has one in reach, and what that does to what they do."""

from __future__ import annotations

from fractions import Fraction

from glasstown.behaviours.responses import displacement, pursuit
from glasstown.vocab.acts import ACTS
from twin.slots import book, of_slot

GOOD = {act.id for act in ACTS if act.family == 4 and act.leaf}


def gains(world, number):
    """What the consequences of a grade that are in force favour or make better."""
    found = set()
    for row in world.text.consequences:
        if row.grade == world.grades[number]["id"] and world.holds(row):
            found |= {(name, 0) for name in row.favour}
            found |= {(name, step) for name, level in (*row.degree, *row.terms) for step in range(1, level + 1)}
    return found


def in_reach(world, person, slot):
    """Whether a score is in the upper third of a grade whose next one up favours something more."""
    own, ladder = book(person, slot), of_slot(world, slot)
    if world.slots[slot]["hidden"] or own["grade"] not in ladder[1:]:
        return False
    better = own["grade"] - 1
    edge, here = world.grades[better]["at_least"], world.grades[own["grade"]]["at_least"]
    lowest = world.slots[slot]["low"] if own["grade"] == ladder[-1] else here
    first = edge - int((edge - lowest) * Fraction(pursuit.REACH.value))
    return first <= own["score"] < edge and bool(gains(world, better) - gains(world, own["grade"]))


def pursues(world, person):
    """Whether somebody who knows the scheme has a reward of any score in reach."""
    if not (person["aware"] and person["subject"]) or "pursuit" in world.without:
        return False
    return any(in_reach(world, person, slot) for slot in range(len(world.slots)))


def by_reward(name, person, world, act_of, rate_of, log_rate):
    """What a reward in reach adds to the log-rate of a lawful act."""
    if not person["pursues"] or not act_of[name].lawful:
        return 0
    credited = {rule["act"] for rule in world.rules if rule["low"] >= 0 and rule["high"] > 0}
    if name in credited:
        return log_rate(Fraction(pursuit.FACTOR.value))
    others = sum(rate_of(one) for one in GOOD - credited)
    if name not in GOOD or "displacement" in world.without:
        return 0
    more = sum(rate_of(one) for one in GOOD & credited) * (Fraction(pursuit.FACTOR.value) - 1)
    left = 1 - Fraction(displacement.SHARE.value) * more / others
    return log_rate(max(left, Fraction(1, 2))) if left != 1 else 0

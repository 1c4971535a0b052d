"""The twin's condition of whoever is scored: asked on day 0 and at the end of each step."""

from __future__ import annotations

from twin.consent import WITHDRAWN, can_choose
from twin.states import value_of

CAME, WENT = 4, 5


def so(world, person, day):
    condition = world.text.subjects.when
    if condition is None:
        return True
    today, world.day = getattr(world, "day", 0), day
    found = value_of(world, person, condition)
    world.day = today
    return bool(found)


def begin(world, person):
    """Day 0. `covered` says whom the scheme covers; whoever does not qualify is not scored."""
    person |= {"may": person["covered"], "qualifies": so(world, person, 0)}
    person["covered"] = int(person["covered"] and person["qualifies"])


def come_and_go(world, end):
    """Who qualifies anew, and who no longer does, from the next step on."""
    if world.ended or world.text.subjects.when is None:
        return
    asks_first = can_choose(world) and world.text.consents.kind == "opt-in"
    for person in world.people:
        before, person["qualifies"] = person["qualifies"], so(world, person, end)
        of_age = end - person["birth_day"] >= world.min_age
        if not person["qualifies"] and person["covered"]:
            person["covered"] = 0
            if of_age:
                go(world, person, end)
        elif person["qualifies"] and not before and person["may"] and not asks_first:
            person["covered"] = 1
            if of_age:
                person["subject"] = True
                world.consents.append((person["number"], end, CAME))


def go(world, person, end):
    person["subject"] = False
    world.consents.append((person["number"], end, WENT))
    for opened in person["opened"]:
        if opened["until"] > end:
            opened |= {"until": end, "exit": WITHDRAWN}
    person["cases"] = [case for case in person["cases"] if "ground" not in case]

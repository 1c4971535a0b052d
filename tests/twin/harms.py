"""The twin's victims: who suffers from what somebody did, in the next step."""

from __future__ import annotations

from twin.deeds import DONE, chance_of, words_of
from twin.judging import HARM
from twin.lives import change, happens
from twin.luck import WORD, stranger_of
from twin.own_acts import kind_of

STEPS_AROUND = (-4, -3, -2, -1, 1, 2, 3, 4)


def harm_others(world, person, acts, due):
    """Put the harm of each deed on the agenda of its victim; returns how many had nobody to suffer."""
    void = 0
    for act in acts:
        kind = kind_of(world, act["name"])
        if act["outcome"] != DONE or not kind.victim_tie:
            continue
        pick, chance, *_ = words_of(world, person, act, "victim")
        if not happens(chance, chance_of(kind.victim_chance)):
            continue
        victim = victim_of(world, person, kind.victim_tie, pick, act["step"])
        void += victim is None
        if victim is not None and due < world.days:
            victim["agenda"].append({"due": due, "kind": HARM, "act": act, "doing": kind, "origin": person})
    return void


def victim_of(world, person, tie, word, step):
    """The resident at the other end of a tie; None for nobody."""
    if tie == "customer":
        first = person["district"] * 4096
        return world.at(first + stranger_of(person["number"] - first, person["district"], step, world.luck))
    if tie == "household":
        others = [other for other in person["home"] if other is not person]
        others.sort(key=lambda one: one["number"])
        return picked(others, word)
    if tie == "neighbour":
        start = person["number"] - person["number"] % 128
        ring = [world.at(start + (person["number"] + around) % 128) for around in STEPS_AROUND]
        found = picked(ring, word)
        return None if found is None or found["household"] == person["household"] else found
    number = picked(person[tie], word)
    return None if number is None else world.at(number)


def picked(those, word):
    return those[word * len(those) // WORD] if those else None


def suffer(person, end):
    """Let the harm that is due before a day change its victim's life, in order of the acts behind it."""
    due = [row for row in person["agenda"] if row["kind"] == HARM and row["due"] < end]
    due.sort(key=lambda row: (row["due"], *address(row["act"]), row["origin"]["number"]))
    for row in due:
        person["agenda"].remove(row)
        kind = row["doing"]
        change(person, kind.victim_effect, kind.victim_asset)
    return due


def address(act):
    return act["step"], act["family"], act["ordinal"], act["child"]

"""The twin's ranks: everybody compared with everybody else who is ranked with them."""

from __future__ import annotations

from twin.slots import book, slot_of

BY_REFRESH = 7
SIZE = {"district": 4096, "county": 64 * 4096, "nation": 1 << 40}


def ranks_of(world):
    """(slot, rank) of every score that ranks."""
    return [(slot, one.rank) for slot, one in enumerate(world.text.scores if world.text else ()) if one.rank]


def as_ranked(world, found):
    """What moves each score, with ranks moved by what moves the score by which they rank."""
    of = {slot: slot_of(world.text, rank.of) for slot, rank in ranks_of(world)}
    return [found[of.get(slot, slot)] for slot in range(len(found))]


def rank_all(world, day, end):
    """The rank of everybody who is scored when a step begins, where a step holds a day of it."""
    for person in world.people:
        person["ranked"] = {}
    for slot, rank in ranks_of(world):
        if not any(one >= rank.offset_days and (one - rank.offset_days) % rank.every_days == 0
                   for one in range(day, end)):  # fmt: skip
            continue
        of = slot_of(world.text, rank.of)
        everybody = [person for person in world.people if world.is_subject(person, day)]
        for person in everybody:
            size = SIZE[rank.scope]
            others = [book(one, of)["score"] for one in everybody if one["number"] // size == person["number"] // size]
            no_higher = sum(score <= book(person, of)["score"] for score in others) - 1
            person["ranked"][slot] = no_higher * 100_000 // len(others)


def take_rank(world, person, end, move):
    """Entries by which the ranks of a resident come to what was worked out."""
    entries = []
    for slot, rank in person["ranked"].items() if person["subject"] else ():
        delta = rank - book(person, slot)["score"]
        if delta:
            row = {"due": end - 1, "look": {"origin": person, "stands": True}}
            move(world, person, row, BY_REFRESH, {"id": "", "number": 0, "slot": slot}, delta, entries)
    return entries

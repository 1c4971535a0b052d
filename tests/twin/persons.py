"""The residents of the twin's world as dicts: who they are, whom they know, and how a scheme begins with them."""

from __future__ import annotations

from twin import consent, peer, qualifying
from twin.agreement import agreeing
from twin.caps import caps_of
from twin.judging import tally_of
from twin.lives import NOTHING_YET, begin_life
from twin.luck import COVERED, KNOWS_AT_START, LIFE, wide
from twin.repairs import repairs_counted
from twin.slots import book, enrol, has_score


def person_of(world, columns, number):
    first = number - number % 4096
    person = {name: int(getattr(columns, name)[number]) for name in (
        "birth_day", "sex", "urban", "group", "standing", "household", "work", "sector",
        "education", "digital", "role")}  # fmt: skip
    person |= {"number": number, "district": number // 4096, "traits": columns.traits[:, number].tolist()}
    for name in ("lookalike", "namesake"):
        slots = getattr(columns, name)[:, number].tolist()
        person[name] = [None if slot == 65535 else first + slot for slot in slots]
    person |= {"lists": set(), "opened": [], "cases": [], "objections": [], "earned": [], "in_force": {}, "need": 0}
    person |= {"grade": 0, "aware": 0, "covered": 0, "score": 0, "open_sum": 0}
    person |= {"debits": [], "repairing": [], "debited": [], "graded_day": 0}
    person |= {"owed": {}, "dues": [], "agenda": [], "tally": {}, "stands": {}, "records": [], "thin": 0}
    person |= {"read": {}, "read_truly": {}, "inferred": {}, "true_only": False, "by_oneself": False}
    person["stands_truly"] = {}
    person |= {"near": [], "further": [], "strain": 0} | NOTHING_YET
    employer = int(columns.employer[number])
    person["employer"] = None if employer == 65535 else first + employer
    for name in ("kin", "colleague", "friend"):
        slots = getattr(columns, name)[:, number].tolist()
        person[name] = [None if slot == 65535 else first + slot for slot in slots]
    person["fifth"] = int(columns.income_fifth[number])
    begin_life(world, person)
    return person


def enrol_in(world, person):
    """Day 0 of one person under the scheme, when all ties are known."""
    subjects, awareness = world.scheme.subjects, world.scheme.awareness
    enrol(world, person)
    person["truly"] = person["alone"] = world.slots[0]["start"]
    peer.begin(world, person)
    person["tally"] = {rule["number"]: 0 for rule in world.all_rules if rule["count"]}
    person["tally"] |= {f"per {rule['id']}": 0 for rule in world.all_rules if rule["per"]}
    person["tally"] |= {f"group {rule['group']}": 0 for rule in world.all_rules if rule["group"]}
    person["tally"] |= dict.fromkeys((*agreeing(world.text), *caps_of(world), *repairs_counted(world)), 0)
    person["tally"] |= {tally_of(one): 0 for one in world.text.overrides if not one.on_list}
    person["tally"] |= {ground.id: 0 for ground in world.all_grounds if ground.repeat}
    person["covered"] = int(_once(world, person, subjects.coverage, COVERED))
    qualifying.begin(world, person)
    consent.begin(world, person)
    if world.is_subject(person, 0):
        person["aware"] |= int(_once(world, person, awareness.start, KNOWS_AT_START))
        for slot in (slot for slot in range(len(world.slots)) if has_score(world, person | {"subject": 1}, slot)):
            book(person, slot)["grade"] = world.grade_of(book(person, slot)["score"], slot)
        if person["aware"]:
            person["warned_day"] = 0


def _once(world, person, chance, sub):
    return world.luck.below(wide(chance.value), 0, LIFE, person["number"], 0, 0, sub=sub)


def tie(people):
    """Household members, and neighbours on the ring of 128 who are of another household."""
    homes = {}
    for person in people:
        homes.setdefault(person["household"], []).append(person)
    for person in people:
        number, home = person["number"], person["household"]
        start = number - number % 128
        ring = {start + (number + step) % 128 for step in (-4, -3, -2, -1, 1, 2, 3, 4)}
        person["home"] = homes[home]
        near = [people[n] for n in ring if n < len(people)]
        person["ties"] = [other for other in person["home"] if other is not person]
        person["ties"] += [other for other in near if other["household"] != home]
    _employ(people)


def part(people, apart):
    """Residents who do not know each other."""
    for one, other in (*apart, *(both[::-1] for both in apart)):
        for kind in ("kin", "colleague", "friend"):
            people[one][kind] = [None if number == other else number for number in people[one][kind]]


def regroup(world, day, *, as_drawn=False):
    """Residents who are of another group, and those whom sources take for members of one, from a day on."""
    one = world.otherwise
    if day < one.from_day:
        return
    for word, labels in (("group", one.groups), ("seen_as", () if as_drawn else one.labels)):
        for who, group in sorted(labels):
            for person in world.people if who < 0 else [world.people[who]]:
                person[word] = group


def _employ(people):
    """Eight of those whom each resident employs: the first by number, and nobody where there are fewer."""
    staff = {person["number"]: [] for person in people}
    for person in people:
        if person["employer"] in staff:
            staff[person["employer"]].append(person["number"])
    for person in people:
        person["employee"] = [*staff[person["number"]], *[None] * 8][:8]

"""The twin's records: what sources make of acts, what they invent, and what becomes of it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.responses.gaming import SHARE
from twin.luck import GHOST, OTHER_SUBJECT, SIGHT, WIDE, WORD, act_place, name_24, stranger_of, wide
from twin.rates import ACT, drawn, wide_threshold
from twin.watching import chance_to_see, false_records, how_much_harder, written_as
from twin.world import SIGHTABLE

RECORDED, LOST, DUPLICATE, AFTER_HORIZON = 0, 2, 3, 4
TRUE, FALSE, WRONG, WRONG_ACT, LOGGED_FALSELY = range(5)
GHOST_FAMILY = 31
CELL = 64


@cache
def delay_quantile(median, shape, byte):
    """Delay in days of the (byte + 1/2) 256th part of a source's records."""
    with localcontext() as context:
        context.prec = 60
        days = median
        if shape == "exponential":
            days = -(1 - (Decimal(byte) + Decimal("0.5")) / 256).ln() / Decimal(2).ln() * median
        return min(int(days + Decimal("0.5")), 65535)


def delay_of(source, byte):
    return delay_quantile(source["text"].delay_days.value, source["text"].delay, byte)


def looks_at(world, person, act, step):
    """Every source's look at one act of one resident; those that miss are left out."""
    looks = []
    for number, source in enumerate(world.sources):
        if act["name"] in source["text"].sees:
            look = look_at(world, person, act, step, source)
            if look and address_of(look, step, number) not in world.never:
                looks.append(look)
    if world.by_act:
        for look in looks:
            rivals = [
                other for other in looks if other["on"] is look["on"] and LOST not in {look["fate"], other["fate"]}
            ]
            first = min(rivals, key=lambda o: (o["due"], o["source"]["digest"]), default=look)
            look["duplicate"] = look is not first
        for look in looks:
            look["fate"] = DUPLICATE if look["duplicate"] else look["fate"]
    return looks


def address_of(look, step, source, act=0):
    """Who, when, which act, and by which source: what names one look."""
    of = look["act"]
    return look["origin"]["number"], act, step, of["family"], of["ordinal"], source, of.get("child", 0)


def look_at(world, person, act, step, source):
    place, name, number = act_place(act), source["id"], person["number"]
    chance = chance_to_see(source, act["name"], person) * how_much_harder(world, source, person)
    seen = wide(min(chance / SIGHTABLE.get(act["name"], 1), 1))
    if not world.luck.below(seen, 0, SIGHT, number, place, step, name):
        return None
    words = world.luck.words(SIGHT, number, place, step, name)
    look = {"act": act, "source": source, "origin": person, "on": person, "truth": TRUE, "fate": RECORDED}
    look["due"] = act["day"] + delay_of(source, words[2] >> 24)
    if world.luck.below(wide(source["text"].wrong_person.value), 1, SIGHT, number, place, step, name):
        look["truth"] = WRONG
        look["due"] = max(look["due"], (step + 1) * world.step_days)
        other = taken_for(world, person, source["text"].match, words[1] % 4, step)
        if other is None:
            return look | {"fate": LOST}
        look["on"] = other
    elif (name := written_as(source, act["name"], person, words[3])) != act["name"]:
        look |= {"truth": WRONG_ACT, "act": act | {"name": name, "declared": world.codes[name] >= 128}}
    if look["due"] >= world.days:
        look["fate"] = AFTER_HORIZON
    return look


def taken_for(world, person, match, which, step):
    """Whom a source takes this resident for; None where nobody is there."""
    if match == "id-code":
        first = person["district"] * 4096
        number = first + stranger_of(person["number"] - first, person["district"], step, world.luck)
    else:
        number = person["namesake" if match == "name" else "lookalike"][which]
    return world.people[number] if number is not None and number < len(world.people) else None


def ghosts_of(world, day, step):
    """Looks of every source at what nobody did, by the number of the accused, cell by cell of 64 neighbours."""
    accused = defaultdict(list)
    for cell in range(-(-len(world.people) // CELL)):
        for source in world.sources:
            for name in source["text"].sees:
                for look in invented(world, cell, source, name, day, step):
                    if address_of(look, step, world.sources.index(source), world.codes[name]) not in world.never:
                        accused[look["on"]["number"]].append(look)
    for cell in range(-(-len(world.people) // CELL)):
        for source in world.sources:
            for name in source["text"].sees if source["text"].own_word else ():
                for look in logged(world, cell, source, name, day, step):
                    accused[look["on"]["number"]].append(look)
    return accused


def logged(world, cell, source, name, day, step):
    """Deeds of a cell that a source was told of and that were never done; nobody logs any without a reward in reach."""
    credited = {rule["act"] for rule in world.rules if rule["low"] >= 0 and rule["high"] > 0}
    if name not in credited or name not in ACT or not ACT[name].lawful or "gaming" in world.without:
        return []
    share = Fraction(SHARE.value)
    rate = drawn(name, day) * Fraction(source["text"].detection.value) * share / (1 - share)
    events = min(64 * rate * world.step_days / 365, 16)
    limits = {one["number"]: wide_threshold(events if one["pursues"] else 0) for one in of_cell(world, cell)}
    first = 1 << 30 | world.codes[name] << 6
    looks = points(world, cell, source, name, (day, step), first, limits, wide_threshold(events))
    for look in looks:
        look["truth"] = LOGGED_FALSELY
        look["act"]["ordinal"] = 63 - look["act"]["ordinal"]
    return looks


def of_cell(world, cell):
    return [world.people[n] for n in range(cell * CELL, min((cell + 1) * CELL, len(world.people)))]


def invented(world, cell, source, name, day, step):
    """What one source alleges of one act in a cell: points in order of height, each with somebody picked by luck."""
    code = world.codes[name]
    first = 1 << 31 | name_24(name) << 6 if code >= 128 else code << 6
    limits = {person["number"]: wide_threshold(64 * false_records(source, name, person) * world.step_days / 365)
              for person in of_cell(world, cell)}  # fmt: skip
    return points(world, cell, source, name, (day, step), first, limits, min(limits.values()))


def points(world, cell, source, name, when, first, limits, least):
    """The points of one stream of a cell, in order of height, down to the least height at which anybody is accused."""
    day, step = when
    looks, height = [], WIDE - 1
    for ordinal in range(64):
        words = world.luck.words(OTHER_SUBJECT + GHOST, cell, first + ordinal, step, source["id"])
        drawn = words[0] * WORD + words[1]
        height = height * drawn // WIDE if ordinal else drawn
        if height <= least:
            break
        number = cell * CELL + words[2] // 2**26
        person = world.people[number] if number < len(world.people) else None
        act_day = day + words[3] * world.step_days // WORD
        if person and act_day < world.days and height > limits[number]:
            act = {"name": name, "family": GHOST_FAMILY, "ordinal": ordinal, "day": act_day, "step": step,
                   "child": 0, "declared": False, "ghost": True}  # fmt: skip
            due = act_day + delay_of(source, words[2] >> 16 & 255)
            fate = AFTER_HORIZON if due >= world.days else RECORDED
            looks.append({"act": act, "source": source, "origin": person, "on": person, "truth": FALSE,
                          "fate": fate, "due": due})  # fmt: skip
    return looks

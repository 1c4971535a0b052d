"""The twin's holders: where a record lies, who hears of it and when, by every way there is, and what is stolen."""

from __future__ import annotations

from fractions import Fraction

from twin.consent import is_outside
from twin.luck import OTHER_SUBJECT, WORD, act_place, name_24

HOLDER = 12
RECORDED, LOST, AFTER_HORIZON, NOT_SHARED = 0, 2, 4, 5
EDITED = 5
SCORER = "scorer"
TELLINGS = 30
EXPOSED = 255
YEAR = 1 << 30


def lives(world):
    """Whether the scheme has holders at all."""
    return bool(world.text.holding.holders or world.text.holding.sharings)


def number_of(world, name):
    """0 for the scorer, then by name."""
    return [SCORER, *(one.id for one in world.text.holding.holders)].index(name or SCORER)


def keeper_of(world, source):
    return next((one for one in world.text.holding.holders if source["id"] in one.keeps), None)


def word(world, look, name, lane=0, half=0):
    sub = look["source"]["digest"] & 0x7FFF | half
    act = look["act"]
    return world.luck.words(HOLDER, look["origin"]["number"], act_place(act), act["step"], name, sub)[lane]


def keep(world, looks, step):
    """Records of a step where they lie: put down to others, or told to nobody."""
    for look in looks if lives(world) else ():
        if look["fate"] != RECORDED:
            continue
        holder = keeper_of(world, look["source"])
        if holder is None:
            continue
        if word(world, look, holder.id, 0, 0x8000) < int(Fraction(holder.altered.value) * WORD):
            alter(world, look, word(world, look, holder.id, 1, 0x8000) % 4, step)
        if look["fate"] == RECORDED and len(heard_by(world, look)) == 1:
            look["fate"] = NOT_SHARED


def alter(world, look, which, step):
    look["truth"] = EDITED
    other = look["on"]["namesake"][which]
    if other is None or other >= len(world.people):
        look["fate"] = LOST
        return
    look["on"], look["due"] = world.people[other], max(look["due"], (step + 1) * world.step_days)
    if look["due"] >= world.days:
        look["fate"] = AFTER_HORIZON


def heard_by(world, look):
    """Day by holder: every way from who keeps it, walked one after the other, that the luck of the record opens."""
    keeper = keeper_of(world, look["source"])
    days = {keeper.id if keeper else SCORER: look["due"]}
    ways = [one for one in world.text.holding.sharings if is_open(world, look, one)]
    waiting = list(days)
    while waiting:
        who = waiting.pop()
        for one in ways:
            day = days[who] + int(one.delay.value)
            if one.source == who and day < days.get(one.to, 10**9):
                days[one.to] = day
                waiting.append(one.to)
    return {who: day for who, day in days.items() if day < world.days}


def is_open(world, look, one):
    share = {"all": Fraction(1), "nothing": Fraction(0)}.get(one.what)
    share = Fraction(one.some.value) if share is None else share
    if one.way == "given" and world.kind == "resident" and is_outside(world, look["on"], world.day):
        return False
    if one.way == "compelled" and any(
        holder.foreign for holder in world.text.holding.holders if holder.id == one.source
    ):
        share *= Fraction(one.abroad.value)
    return word(world, look, one.id) < int(share * WORD)


def destinations(world, look):
    """(number of the holder, day, how it came by it) of everybody who will have a record."""
    if not lives(world):
        return [(0, look["due"], "given")] if look["fate"] == RECORDED else []
    if look["fate"] not in {RECORDED, NOT_SHARED}:
        return []
    days, keeper = heard_by(world, look), keeper_of(world, look["source"])
    keeper = keeper.id if keeper else SCORER
    return [
        (number_of(world, who), day, "given" if who == keeper else way_of(world, look, days, who)[1].way)
        for who, day in days.items()
    ]


def tell(world, tables, looks, day, end):
    """What is told and stolen in a step."""
    if not lives(world):
        return
    for look in looks:
        if look["fate"] not in {RECORDED, NOT_SHARED}:
            continue
        days = heard_by(world, look)
        keeper = keeper_of(world, look["source"])
        for who, on in days.items():
            if who != (keeper.id if keeper else SCORER):
                number, way = way_of(world, look, days, who)
                row = row_of(look["on"], on, world.codes[look["act"]["name"]], look["source"]["number"], look["truth"],
                             number, number_of(world, who))  # fmt: skip
                act, name = world.act_key(look["act"]["name"]), name_24("" if who == SCORER else who)
                tables.telling(row, act, look["source"]["digest"], name_24(way.id), name)
    for holder in world.text.holding.holders if world.kind == "resident" else ():
        for person, on in exposed(world, holder, day, end):
            row = row_of(person, on, EXPOSED, EXPOSED, 0, EXPOSED, number_of(world, holder.id))
            tables.telling(row, 0, 0, 0, name_24(holder.id))


def row_of(person, day, act, source, truth, sharing, holder):
    return {"resident": person["number"], "day": day, "act": act, "source": source, "truth": truth,
            "sharing": sharing, "holder": holder}  # fmt: skip


def way_of(world, look, days, who):
    """The first way by name of those by which it came as early as it did."""
    for number, one in enumerate(world.text.holding.sharings):
        on = days.get(one.source, 10**9) + int(one.delay.value)
        if one.to == who and on == days[who] and is_open(world, look, one):
            return number, one
    raise AssertionError


def exposed(world, holder, day, end):
    for year in range(world.days // 365 + 1):
        happens, when = world.luck.words(OTHER_SUBJECT + HOLDER, 0, YEAR | year, 0, holder.id)[:2]
        on = year * 365 + when * 365 // WORD
        if happens < int(Fraction(holder.breach_per_year.value) * WORD) and day <= on < end:
            for person in world.people:
                lot = world.luck.words(HOLDER, person["number"], YEAR | year, 0, holder.id)[0]
                if person["subject"] and lot < int(Fraction(holder.exposes.value) * WORD):
                    yield person, on

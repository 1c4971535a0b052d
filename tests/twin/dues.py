"""The twin's debts: who owes what until when, what falls due, and whether it fails."""

from __future__ import annotations

from glasstown.vocab.acts import ACTS
from glasstown.vocab.codes import Asset
from twin.lives import OUT_OF_WORK, happens
from twin.luck import CHILD, name_24

DUES = 32
OF_PERSON = 58
FELL_DUE = 7
LAST = 63
DONE = 0
OWED, SETTLED, PAID, FAILED = range(4)
SHIPPED = {act.id: act for act in ACTS}


def owing(world):
    """The declared acts that leave something owing, by name."""
    return {act.id: act.due for act in world.declared if act.due}


def fall_due(world, person, day, step):
    """Acts that happen because something falls due in a step; what is over is kept until it is written."""
    end, found = min(day + world.step_days, world.days), []
    for name, due in owing(world).items():
        until = person["owed"].get(name)
        if until is None or until >= end:
            continue
        word = world.luck.words(CHILD, person["number"], 1 << 31 | name_24(name) << 6, step, "falls due")[0]
        fails = happens(word, chance_of(world, person, due))
        person["dues"].append((until, name, FAILED if fails else PAID))
        act = due.fails if fails else due.paid
        if act:
            found.append(address(world, act) | {"name": act, "day": until, "step": step, "child": FELL_DUE,
                                                "ghost": False, "outcome": DONE})  # fmt: skip
    return found


def chance_of(world, person, due):
    """How likely it fails, as who owes it lives when the step begins."""
    chance = due.chance.value
    if "lost-capacity" in world.without:
        return chance
    so = (
        (due.out_of_work, person["work"] == OUT_OF_WORK),
        (due.in_need, person["strain"] == 2),
        (due.earns_less, person["income_class"] == 0),
        (due.short_of_money, bool(person["assets"] & int(Asset.SHORT_OF_MONEY))),
    )
    for times, holds in so:
        chance *= times.value if holds else 1
    return min(chance, 1)


def address(world, name):
    """Where what falls due stands: shipped acts at their place in the family, those of the file at the last one."""
    if name in world.own:
        place = [act.id for act in world.declared].index(name)
        return {"family": 8 + place, "ordinal": LAST, "declared": True}
    family = SHIPPED[name].family
    place = [act.id for act in ACTS if act.family == family].index(name)
    return {"family": family, "ordinal": place, "declared": False}


def owe(world, person, acts, end):
    """What somebody did leaves something owing, or makes it good; what falls due in the step is over on its day."""
    owed = person["owed"]
    for act in acts:
        if act["outcome"] != DONE:
            continue
        for name, due in owing(world).items():
            over = name not in owed or (owed[name] < end and owed[name] <= act["day"])
            if act["name"] == name and over:
                owed[name] = act["day"] + int(due.days.value)
                person["dues"].append((act["day"], name, OWED))
            elif act["name"] in due.settled_by and owed.get(name, 0) >= end and act["child"] != FELL_DUE:
                del owed[name]
                person["dues"].append((act["day"], name, SETTLED))
    person["owed"] = {name: until for name, until in owed.items() if until >= end}


def owe_all(world, tables, acts, end):
    """What acts of a step leave owing or make good; what came to be owed in a step, and what is over."""
    for person in world.people:
        owe(world, person, acts[person["number"]], end)
        for day, name, how in person["dues"]:
            row = {"resident": person["number"], "day": day, "act": world.codes[name], "how": how}
            tables.rows["dues"].append(row)
            tables.record.row(DUES, person["number"], day, name_24(name), how)
        person["dues"] = []


def digest_owed(world, digest, person):
    """Until when somebody owes what."""
    for name in owing(world):
        digest.value(name_24(name) << 8 | OF_PERSON, person["number"], person["owed"].get(name, 0))

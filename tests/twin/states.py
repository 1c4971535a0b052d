"""The twin's formulas, walked as trees with exact fractions, and points that stand while one holds."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from functools import partial

from glasstown.vocab.codes import Asset, Role, Sector, Standing, Work
from glasstown.vocab.tie_kinds import TIES
from twin.dated import DAY_0
from twin.luck import name_24
from twin.sharing import tied_to
from twin.slots import own_slot

BY_STATE = 8
STANDS = 24
THOUSANDTH = Fraction(1, 1000)

BITS = {
    "parent": Standing.PARENT, "driver": Standing.DRIVER, "borrower": Standing.BORROWER,
    "online-buyer": Standing.ONLINE_BUYER, "official": Standing.OFFICIAL, "entrepreneur": Standing.ENTREPRENEUR,
    "employer": Standing.EMPLOYER,
}  # fmt: skip
ASSETS = {asset.name.lower().replace("_", "-"): asset for asset in Asset}
ROLES = {role.name.lower(): role for role in Role if role.name not in {"NONE", "OFFICIAL", "ENTREPRENEUR"}}


def round_to(value, unit=THOUSANDTH):
    """To the nearest unit; halves go away from 0."""
    size = int(abs(value) / unit + Fraction(1, 2)) * unit
    return -size if value < 0 else size


def ask(world, person, name):
    """What is so of a resident: a number, or a truth as 0 or 1."""
    if name in BITS:
        return int(bool(person["standing"] & BITS[name]))
    if name in ASSETS:
        return int(bool(person["assets"] & ASSETS[name]))
    if name in ROLES:
        return int(person["role"] == ROLES[name])
    for kind, asked in ASKED.items():
        if name.startswith(kind):
            return asked(world, person, *name[len(kind) :].split())
    plain = {
        "age": (world.day - person["birth_day"]) // 365, "woman": person["sex"], "urban": person["urban"],
        "group": person["group"], "education": person["education"], "digital": person["digital"],
        "employed": int(person["work"] == Work.EMPLOYED), "out-of-work": int(person["work"] == Work.OUT_OF_WORK),
        "public-sector": int(person["sector"] == Sector.PUBLIC), "farming": int(person["sector"] == Sector.FARM),
        "income-fifth": person["fifth"] + 1, "income": person["income"], "household-size": len(person["home"]),
        "in-need": int(any(other["need"] for other in person["home"])), "grade": person["grade"],
        "score": Fraction(person["score"], 1000), "days-clean": world.day - last_debit(person),
        "days-in-grade": world.day - person["graded_day"] if person["grade"] else 0,
        "month": (DAY_0 + timedelta(days=world.day)).month,
    }  # fmt: skip
    return plain[name]


def last_debit(person):
    """The day of the last debit of a rule before the step; of those alone whose record is true, where that is asked."""
    return max((day for day, true in person["debited"] if true or not person["true_only"]), default=0)


def records_counted(person, act, days):
    """Records of an act that still count on the day of asking."""
    kept = [one for one in person["records"] if one["true"] or not person["true_only"]]
    return sum(one["act"] == act and one["day"] + int(days) > person["asked_on"] for one in kept)


def around(tie, what, world, person):
    """The scores of those tied to somebody who are scored, as the step began."""
    start = Fraction(world.slots[0]["start"], 1000)
    scores = [] if person["by_oneself"] else [
        Fraction(other["score_then"], 1000) for other in tied_to(world, person, tie) if other["subject"]
    ]  # fmt: skip
    if what == "number":
        return len(scores)
    if not scores:
        return start
    return min(scores) if what == "lowest" else round_to(sum(scores) / len(scores))


def asked_of_meters(world, person, kind, what):
    """What was read of a quantity, or how it truly was; and whether it was read at all."""
    meter = next(one.id for one in world.text.meters if one.gauge == what)
    read = person["read"].get(meter)
    if kind == "known":
        return int(read is not None)
    return Fraction(person["read_truly"].get(meter, 0) if person["true_only"] else read or 0, 1000)


ASKED = {
    "count ": lambda _, person, act, days: records_counted(person, act, days),
    "gauge.": lambda world, person, what: asked_of_meters(world, person, "gauge", what),
    "known.": lambda world, person, what: asked_of_meters(world, person, "known", what),
    **{f"{tie}.{what}": partial(around, tie, what) for tie in TIES for what in ("number", "mean", "lowest")},
    "inferred.": lambda _, person, what: person["inferred"].get(what, (0, 0))[person["true_only"]],
    "score.": lambda world, person, what: Fraction(
        person["stood"][[one.id for one in world.text.scores].index(what)], 1000
    ),
    "listed.": lambda _, person, what: int(what in person["lists"]),
}
"""What the scheme itself has counted, read or made of a resident."""


def value_of(world, person, node):
    """What a formula comes to."""
    if node.op == "number":
        return Fraction(node.milli, 1000)
    if node.op == "variable":
        return Fraction(ask(world, person, node.name))
    return combine(node.op, [value_of(world, person, part) for part in node.parts])


def combine(op, parts):
    """One operation on exact numbers; truths are 0 and 1."""
    if op == "step":
        what, *pairs = parts
        held = [value for edge, value in zip(pairs[::2], pairs[1::2], strict=True) if what >= edge]
        return held[-1] if held else Fraction(0)
    if op == "if":
        return parts[1] if parts[0] else parts[2]
    if op == "clamp":
        return min(max(parts[0], parts[1]), parts[2])
    if op == "not":
        return 1 - parts[0]
    if op == "negative":
        return -parts[0]
    a, b = parts[0], parts[-1]
    return {
        "+": lambda: a + b, "-": lambda: a - b, "*": lambda: round_to(a * b), "/": lambda: round_to(a / b),
        "<": lambda: Fraction(a < b), "<=": lambda: Fraction(a <= b), ">": lambda: Fraction(a > b),
        ">=": lambda: Fraction(a >= b), "==": lambda: Fraction(a == b), "!=": lambda: Fraction(a != b),
        "and": lambda: Fraction(bool(a and b)), "or": lambda: Fraction(bool(a or b)),
        "min": lambda: min(parts), "max": lambda: max(parts),
    }[op]()  # fmt: skip


def _told_apart(world, person, condition):
    """Whether a condition holds as the scheme has it, by what is true, and that without ties."""
    found = [bool(value_of(world, person, condition))]
    for seen in ({"true_only": True}, {"true_only": True, "by_oneself": True}):
        person |= seen
        found.append(bool(value_of(world, person, condition)))
    person |= {"true_only": False, "by_oneself": False}
    return found


def points_that_stand(world, person, day, end, move):
    """Points given where a condition has begun to hold, and taken back where it has ended; and what was looked at."""
    entries, stood = [], []
    for rule in world.text.state_rules:
        every = int(rule.refresh_days.value)
        if not person["subject"] or not any(one % every == 0 for one in range(day, end)):
            continue
        holds, true, alone = (
            world.runs("state_rules", rule.id) and held for held in _told_apart(world, person, rule.when)
        )
        given = person["stands"].pop(rule.id, None)
        if (holds, true, alone) != (given is not None, *person["stands_truly"].get(rule.id, (False, False))):
            number = world.text.state_rules.index(rule)
            stood.append({"resident": person["number"], "day": end - 1, "state_rule": number, "stands": int(holds),
                          "is_so": int(true), "is_so_alone": int(alone)})  # fmt: skip
        person["stands_truly"][rule.id] = (true, alone)
        if holds and given is not None:
            person["stands"][rule.id] = given
        elif holds or given is not None:
            named = {
                "id": rule.id,
                "number": world.text.state_rules.index(rule),
                "slot": own_slot(world, rule.score),
            }
            row = {"due": end - 1, "look": {"origin": person, "stands": True}}
            delta = int(rule.points.value * 1000) if holds else -given
            moved = move(world, person, row, BY_STATE, named, delta, entries)
            if holds:
                person["stands"][rule.id] = moved
    return entries, stood


def digest_standing(world, digest, person):
    """What stands at the end of a run."""
    for rule in world.text.state_rules:
        given = person["stands"].get(rule.id)
        value = 0 if given is None else 2 * given + 1
        digest.value(name_24(rule.id) << 8 | STANDS, person["number"], value)

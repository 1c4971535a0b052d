"""The twin's consent: who is in, joins or leaves, and what is kept or taken of those outside."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from twin.luck import SECOND_HALF, WORD, act_place, philox, wide
from twin.punishing import is_punished_by_list
from twin.rates import DIGITS, at_least_one

CONSENT = 18
JOIN, LEAVE, START, SHOW, UNKNOWING = range(5)
JOINED, JOINED_UNKNOWING, LEFT, TAKEN = range(4)
KEPT, RECORD, NEVER, WITHDRAWN, AGENDA, CONSENTS = 13, 2, 65535, 5, 6, 27
ONE_FAMILY = 8


def can_choose(world):
    return bool(world.text) and world.text.consents is not None and world.text.consents.kind != "compulsory"


def times(world, person, day, factors):
    """By how much a resident does something more readily than others."""
    lived, factors = day - person["birth_day"], dict(factors)
    names = [None, "minority_a", "minority_b"][person["group"]], (
        "young" if lived < 35 * 365 else "old" if lived >= 60 * 365 else None)  # fmt: skip
    product = Fraction(1)
    for name in (*names, treatment(world, person)):
        product *= Fraction(factors[name].value) if name in factors else 1
    return product


def treatment(world, person):
    if is_punished_by_list(world, person) or any(one["harms"] for one in person.get("hit_by", ())):
        return "punished"
    return "favoured" if person.get("hit_by") else None


def hazard(world, share, factor):
    with localcontext() as context:
        context.prec = DIGITS
        alone = Fraction(-(1 - min(share, Decimal("0.999999"))).ln())
    return wide(at_least_one(alone * factor * world.step_days / 365))


def drawn(world, person, step, sub, limit):
    return int(world.luck.below(limit, 0, CONSENT, person["number"], 0, step, sub=sub))


def begin(world, person):
    """Day 0: who is in, who knows it, and who will show a score. `covered` says whom the scheme covers."""
    consent = world.text.consents
    person["shows"] = 1
    if consent is None:
        return
    if consent.shares is not None:
        person["shows"] = drawn(world, person, 0, SHOW, wide(consent.shares.value))
    if not can_choose(world):
        return
    asks_first = consent.kind == "opt-in"
    share = Fraction(consent.start.value) if consent.start else Fraction(not asks_first)
    if -person["birth_day"] >= world.min_age:
        limit = wide(min(share * times(world, person, 0, consent.joins), 1))
        person["covered"] &= drawn(world, person, 0, START, limit)
        unknowing = drawn(world, person, 0, UNKNOWING, wide(consent.pre_ticked.value))
        person["aware"] = int(asks_first and person["covered"] and not unknowing)
    elif asks_first:
        person["covered"] = 0


def is_outside(world, person, day):
    return (
        can_choose(world)
        and person.get("may")
        and person["qualifies"]
        and not person["covered"]
        and day - person["birth_day"] >= world.min_age
    )


def take_or_keep(world, person, row, day):
    """One record of somebody outside: "taken", "kept" for later, or None where it is as any other."""
    consent, look = world.text.consents, row["look"]
    if not is_outside(world, person, day):
        return None
    act, sub = look["act"], look["source"]["digest"] & 0x7FFF
    address = CONSENT, look["origin"]["number"], act_place(act), act["step"]
    limit = wide(Fraction(consent.compelled.value))
    if row.get("way", "given") != "given" or below_named(world.luck, limit, *address, sub):
        world.consents.append((person["number"], row["due"], TAKEN))
        return "taken"
    if consent.back_days.value:
        person["agenda"].append(row | {"due": NEVER, "kind": KEPT, "noted": row["due"]})
        return "kept"
    return None


def below_named(luck, limit, decision, subject, place, step, sub):
    """As `Luck.below`, with a last word that is apart from that of joining and leaving."""
    last = decision << 24 | 1
    high = philox((subject, place, step << 16 | sub, last), luck.key)[0]
    low = philox((subject, place, step << 16 | sub | SECOND_HALF, last), luck.key)[0]
    return high * WORD + low < limit


def join_and_leave(world, step, end):
    """Who joins, and who leaves, from the next step on."""
    consent = world.text.consents
    if not can_choose(world) or world.ended:
        return
    for person in world.people:
        person["hit_by"] = [world.consequences[number] for number in person["in_force"]]
    for person in world.people:
        of_age = person["may"] and end - person["birth_day"] >= world.min_age
        if is_outside(world, person, end):
            limit = hazard(
                world, consent.join_per_year.value, times(world, person, end, without_treatment(consent.joins))
            )
            if drawn(world, person, step, JOIN, limit):
                join(world, person, step, end)
        elif of_age and person["covered"] and person["aware"]:
            limit = hazard(world, consent.leave_per_year.value, times(world, person, end, consent.leaves))
            if drawn(world, person, step, LEAVE, limit):
                leave(world, person, end)


def without_treatment(factors):
    return [pair for pair in factors if pair[0] not in {"punished", "favoured"}]


def join(world, person, step, end):
    consent = world.text.consents
    unknowing = drawn(world, person, step, UNKNOWING, wide(consent.pre_ticked.value))
    person |= {"covered": 1, "subject": True}
    world.consents.append((person["number"], end, JOINED_UNKNOWING if unknowing else JOINED))
    if not unknowing and not person["aware"]:
        person |= {"aware": 1, "warned_day": end}
    stay = []
    for row in person["agenda"]:
        if row["kind"] != KEPT:
            stay.append(row)
        elif row["noted"] >= end - consent.back_days.value and end < world.days:
            stay.append(row | {"due": end, "kind": RECORD})
    person["agenda"] = stay


def leave(world, person, end):
    person |= {"covered": 0, "subject": False}
    world.consents.append((person["number"], end, LEFT))
    for opened in person["opened"]:
        if opened["until"] > end:
            opened |= {"until": end, "exit": WITHDRAWN}
    person["cases"] = [case for case in person["cases"] if "ground" not in case]


def tell(world, tables):
    """Rows of what residents did about being scored in a step."""
    for resident, day, what in world.consents:
        tables.record.row(CONSENTS, resident, day, what)
        tables.rows["consents"].append({"resident": resident, "day": day, "what": what})
    world.consents = []


def digest_kept(world, record, person):
    """Records of somebody outside that would count, at the end of a run."""
    for row in person["agenda"]:
        if row["kind"] != KEPT:
            continue
        look, settled = row["look"], row.get("settled")
        act = look["act"]
        what = (
            world.act_key(act["name"]),
            look["source"]["digest"],
            look["truth"],
            0 if settled is None else settled + 1,
        )
        family = min(act["family"], ONE_FAMILY) if act["family"] < 31 else 31  # all declared acts share one
        where = act["step"], family, act["ordinal"], act["child"], look["origin"]["number"]
        record.row(AGENDA, person["number"], NEVER, KEPT, *what, *where)

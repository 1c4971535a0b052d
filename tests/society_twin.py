"""The drawing of people once more: slow, obvious, in plain Python integers, sharing no code with the kernels.

It reads the same integer tables (they have tests of their own) and computes the same residents.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from fractions import Fraction
from functools import cache

from glasstown.society.frame import KINDS, Place
from glasstown.society.relations import tie_tables
from glasstown.society.tables import house_tables, people_tables, province_table
from society_ties_twin import PAIRING, first_above, relate

ATTR = 0
AGE_BAND_STARTS = (0, 14, 18, 25, 35, 45, 55, 65)
COUPLE_KIN = {Place.SPOUSE, Place.ELDER, Place.ELDER_SPOUSE, Place.SIBLING, Place.SIBLING_SPOUSE}
OTHERS = COUPLE_KIN | {Place.SHARER, Place.DORM_MATE}
CHILDREN = {Place.CHILD, Place.LATE_CHILD, Place.NEXT_CHILD}


def philox(counter, key):
    c = list(counter)
    k = list(key)
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * c[0], 1 << 32)
        high1, low1 = divmod(0xCD9E8D57 * c[2], 1 << 32)
        c = [high1 ^ c[1] ^ k[0], low1, high0 ^ c[3] ^ k[1], low0]
        k = [(k[0] + 0x9E3779B9) % (1 << 32), (k[1] + 0xBB67AE85) % (1 << 32)]
    return c


def name_24(name):
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=3).digest(), "little")


class Luck:
    """Words of luck by (subject, block, name)."""

    def __init__(self, seed, replicate=0):
        digest = hashlib.blake2b(f"people|{seed}|{replicate}".encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "little")
        self.key = (number % (1 << 32), number >> 32)

    def words(self, subject, block, name, decision=ATTR):
        return philox((subject, block, 0, decision << 24 | name_24(name)), self.key)


def age_in_place(place, anchor, before, gap):
    if place in {Place.CHILD, Place.LATE_CHILD, Place.GRANDCHILD}:
        return max(anchor - gap, 0)
    if place in {Place.NEXT_CHILD, Place.NEXT_GRANDCHILD}:
        return min(before + gap, anchor - 18)
    if place == Place.ELDER_SPOUSE:
        return min(max(before + gap, 18), 99)
    return min(max(anchor + gap, 15 if place in {Place.SHARER, Place.DORM_MATE} else 18), 99)


def man(rule, word, age, sons):
    return [True, False, word < 1 << 31, word < sons[age], word >> 24 < 77][rule]


def household(number, luck, t):
    """Members of the household whose first member is a resident: dicts, in order."""
    w = luck.words(number, 0, "household")
    row = first_above(t["ends"], w[0])
    kind, band = t["kind"][row], t["band"][row]
    places = KINDS[kind].members
    anchor = t["anchor_age"][band][w[1] * 1280 >> 32]
    group = first_above(t["groups"], w[2])
    people = []
    for i, place in enumerate(places):
        own = luck.words(number + i, 0, "person")
        age = anchor
        if i:
            gap = t["gap_of"][place]
            if place == Place.CHILD and places[0] == Place.ANCHOR_MAN:
                gap = 1
            age = age_in_place(place, anchor, people[-1]["age"], t["gap"][gap][band][own[0] & 255])
        sex = 0 if man(t["rule"][kind][i], own[1], age, t["sons"]) else 1
        mine = group
        if place in OTHERS and own[3] >> 24 < t["other_group"]:
            mine = first_above(t["groups"], (own[3] & 0xFFFFFF) << 8)
        born = -(365 * age + (own[2] * 365 >> 32))
        people.append({"place": place, "age": age, "sex": sex, "group": mine, "birth_day": born})
    mark_elders(people)
    if len(people) > 1 and places[1] == Place.SPOUSE and w[3] & 255 < 192:
        people[0], people[1] = people[1], people[0]
    return people, KINDS[kind].collective


def mark_elders(people):
    elders = any(p["age"] >= 60 for p in people if p["place"] in {Place.ELDER, Place.ELDER_SPOUSE})
    couple = any(p["age"] >= 60 for i, p in enumerate(people) if i == 0 or p["place"] == Place.SPOUSE)
    for i, p in enumerate(people):
        kin = i == 0 or p["place"] in {Place.SPOUSE, Place.SIBLING, Place.SIBLING_SPOUSE}
        old = couple if p["place"] in CHILDREN else elders and kin
        p["old_parent"] = old and p["age"] >= 18
    minor = any(p["place"] in CHILDREN and p["age"] < 18 for p in people)
    for i, p in enumerate(people):
        p["minor"] = minor and (i == 0 or p["place"] == Place.SPOUSE)
    places = [p["place"] for p in people]
    for i, p in enumerate(people):
        side = p["place"] in {Place.SPOUSE, Place.SIBLING} or (i == 0 and Place.SPOUSE not in places)
        p["with_parent"] = p["place"] in CHILDREN or (side and Place.ELDER in places)


def role_of(word, person, t):
    if person["work"] == 2 and person["sector"] == 3 and person["education"] >= 3:
        for role, end in zip((1, 8, 5, 6), t["public_roles"], strict=True):
            if word < end:
                return role
    elif person["work"] == 2 and person["sector"] == 2:
        lawyer, journalist, owner = t["private_roles"]
        if person["education"] == 4 and word < journalist:
            return 2 if word < lawyer else 3
        if journalist <= word < owner:
            return 7
    return 4 if person["age"] >= 18 and 0xFFFFFFFF - word < t["petitioner"] else 0


def bytes_of(word):
    return sum(word.to_bytes(4, "little"))


def live(number, person, luck, t):
    """Everything about a resident but income, from age, sex and area."""
    u, s, a = person["urban"], person["sex"], person["age"]
    w = luck.words(number, 1, "person")
    person["education"] = sum(w[0] >= end for end in t["education"][u][s][a])
    jobs, idle = t["work"][u][s][a]
    person["work"] = 2 if w[1] < jobs else 1 if w[1] < idle else 0
    ends = t["sector"][u][person["education"]]
    person["sector"] = 1 + sum(w[2] >= end for end in ends) if person["work"] else 0
    person["role"] = role_of(w[3], person, t)
    v = luck.words(number, 2, "person")
    online, heavy = t["online"][u][s][a]
    person["digital"] = 0 if v[0] >= online else 2 if v[0] < heavy else 1
    x = luck.words(number, 5, "person")
    bits = {
        1: v[1] < t["driver"][u][s][a],
        2: v[2] < t["borrower"][u][s][a],
        4: person["digital"] > 0,
        8: person["old_parent"] or v[3] < t["elder"][u][s][a],
        16: person["household"] == number,
        32: person["role"] in {1, 8},
        64: person["role"] in {1, 8, 5},
        128: person["role"] == 7,
        256: s == 1 and 20 <= a <= 44,
        512: person["minor"],
        1024: person["role"] == 7 and x[0] < t["employer"],
        2048: person["digital"] > 0 and a >= 18,
        4096: x[1] < t["volunteer"][u][s][a],
        8192: 18 <= a <= 55,
    }
    person["standing"] = sum(bit for bit, held in bits.items() if held)
    shared = luck.words(person["household"], 3, "household")
    own = luck.words(number, 3, "person")
    sums = [bytes_of(shared[i]) + bytes_of(own[i]) for i in range(3)]
    person["traits"] = [min(max(((x - 1020) * 10033 + 32768) >> 16, -127), 127) for x in sums]
    person["name_class"] = first_above(t["names"], own[3])


def earn(number, person, luck, t, factor):
    w = luck.words(number, 4, "person")
    state = person["work"] if person["work"] != 2 else 1 + person["sector"]
    shift = t["level_shift"][person["education"]] + t["state_shift"][state] - t["least_shift"]
    latent = shift + bytes_of(w[0])
    table = t["latent"][person["urban"]]
    low, high = table[latent], table[latent + 1]
    rank = (low + ((high - low) * (w[1] >> 1) >> 31)) >> 16
    person["income_rank"] = rank
    person["income_yuan_year"] = of_rank(t["curve"][person["urban"]], rank, factor)


@cache
def fifth(spec, yuan):
    """How many fifths of the nation earn less, 4 at most."""
    curves, less, everybody = people_tables(spec).curve.tolist(), 0, 0
    for province, factor in zip(spec.provinces, province_table(spec).tolist(), strict=True):
        towns = round(Fraction(province.urban_share) * province.population)
        for curve, living in zip(curves, (province.population - towns, towns), strict=True):
            less += living * bisect_left(range(65536), yuan, key=lambda rank, c=curve, f=factor: of_rank(c, rank, f))
            everybody += living * 65536
    return min(less * 5 // everybody, 4)


def of_rank(curve, rank, factor):
    low, high = curve[rank >> 8], curve[(rank >> 8) + 1]
    return (low + ((high - low) * (rank & 255) >> 8)) * factor >> 16


def plain(tables):
    """Tables as lists and ints."""
    return {name: getattr(value, "tolist", lambda v=value: v)() for name, value in tables._asdict().items()}


def district(spec, number, seed, towns, province):
    """All 4,096 residents of a district, as dicts."""
    luck = Luck(seed)
    houses, lives = plain(house_tables(spec)), plain(people_tables(spec))
    factor = int(province_table(spec)[province])
    people, first = [], number * 4096
    while len(people) < 4096:
        head = first + len(people)
        members, collective = household(head, luck, houses)
        for person in members[: 4096 - len(people)]:
            resident = first + len(people)
            person |= {"collective": int(collective)}
            person |= {"household": head, "urban": int(towns[(head - first) // 128]), "province": province}
            live(resident, person, luck, lives)
            if collective or resident == head:
                earn(resident, person, luck, lives, factor)
            else:
                chief = people[head - first]
                person |= {key: chief[key] for key in ("income_rank", "income_yuan_year")}
            person["income_fifth"] = fifth(spec, person["income_yuan_year"])
            people.append(person)
    looks = [(p["sex"], sum(p["age"] >= b for b in AGE_BAND_STARTS), p["group"]) for p in people]
    names = [p["name_class"] for p in people]
    for key, classes in (("lookalike", looks), ("namesake", names)):
        tables = [pairs(first, classes, key, which, luck) for which in range(4)]
        for slot, person in enumerate(people):
            person[key] = [table.get(slot, 65535) for table in tables]
    relate(first, people, plain(tie_tables(spec)), houses, luck)
    return people


def pairs(first, classes, name, which, luck):
    """Partner of each slot in one pairing; a slot without a partner is left out."""
    line = sorted(range(4096), key=lambda s: (classes[s], luck.words(first + s, 0, name, PAIRING)[which], s))
    found = {}
    for one, other in zip(line[::2], line[1::2], strict=True):
        if classes[one] == classes[other]:
            found[one], found[other] = other, one
    return found

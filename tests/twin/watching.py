"""The twin's watching: how closely a source looks at one resident, whom the society adds to, and blind twins of it."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from glasstown.society.shares import group_shares
from twin import rates

GROUPS = ("majority", "minority-a", "minority-b")
AREAS = ("rural", "urban")
ROLES = (None, "official", "lawyer", "journalist", "petitioner", "doctor", "teacher", "entrepreneur", "police")
DIGITAL = ("offline", "online", "online-much")
ORDER = ("majority", "minority-a", "minority-b", "rural", "urban", *ROLES[1:], *DIGITAL)
"""The multipliers of a source as the scheme keeps them."""

MEMO = {}


def looks_of(person):
    """What a resident is watched by, in words."""
    role = ROLES[person["role"]] or "no-role"
    return {"group": GROUPS[person.get("seen_as", person["group"])], "area": AREAS[person["urban"]], "role": role,
            "digital": DIGITAL[person["digital"]]}  # fmt: skip


def chance_to_see(source, act, person):
    if "detection" in source:  # of an organisation: by its class
        return source["detection"][person["group"], person["urban"]]
    return _mean_over_faces("see", source, act, person, _seen)


def false_records(source, act, person):
    return _mean_over_faces("invent", source, act, person, _invented)


def _mean_over_faces(what, source, act, person, of_face):
    """As who they are; or, in a blind society, as the mean of what would happen to members of each group."""
    words, society = looks_of(person), rates.SPEC.overlays.watch
    address = (what, id(rates.SPEC), id(source["text"]), act, *words.values())
    if address not in MEMO:
        if society.roles == "off":
            words["role"] = None
        if society.groups == "off":
            words["group"] = None
        if society.groups == "mean":
            shares = zip(GROUPS, group_shares(rates.SPEC), strict=True)
            found = sum(share * of_face(source["text"], act, words | {"group": group}) for group, share in shares)
        else:
            found = of_face(source["text"], act, words)
        MEMO[address] = found, source["text"], rates.SPEC  # kept, so that no id is given away again
    return MEMO[address][0]


def _closeness(source, words):
    product = Fraction(1)
    for word in words.values():
        if word in ORDER:
            product *= Fraction(source.watch.times[ORDER.index(word)].value)
    return product


def _meant(row, act, words):
    wanted = {"group": row.whom.group, "area": row.whom.area, "role": row.whom.role, "digital": row.whom.digital}
    return act in row.acts and all(words[key] == word for key, word in wanted.items() if word)


def _seen(source, act, words):
    chance = Fraction(source.detection.value) * _closeness(source, words)
    rows = [row for row in rates.SPEC.overlays.watch.extra if _meant(row, act, words)]
    for row in rows:
        chance = min(chance * Fraction(row.factor.value), 1) if row.factor else chance
    missed = 1 - chance
    for row in rows:
        missed *= 1 - Fraction(row.detection.value) if row.detection else 1
    return 1 - missed


def _invented(source, act, words):
    society = rates.SPEC.overlays.watch
    rate = Fraction(source.false_per_year.value) * _closeness(source, words)
    for row in society.extra:
        if _meant(row, act, words) and row.factor:
            rate *= Fraction(row.factor.value)
    return rate + sum(Fraction(row.false_per_year.value) for row in society.markers if _meant(row, act, words))


def written_as(source, act, person, word):
    """The act that is written down: mistakes of the source from the low words up, of the society from the high ones."""
    own = source["text"].wrong_act
    if own and act in (own.acts or source["text"].sees) and word < int(Fraction(own.chance.value) * 2**32):
        return own.taken_for
    rows = [row for row in rates.SPEC.overlays.watch.misread if act in row.acts]
    if rows and word >= 2**32 - int(_mean_over_faces("misread", source, act, person, _misread) * 2**32):
        return rows[0].taken_for
    return act


def _misread(source, act, words):
    right = Fraction(1)
    for row in rates.SPEC.overlays.watch.misread:
        if _meant(row, act, words):
            right *= 1 - Fraction(row.chance.value)
    return 1 - right


def how_much_harder(world, source, person):
    """Once more for each doubling of what the source found in the neighbourhood before this step."""
    patrol = source["text"].patrol
    if not patrol:
        return 1
    finds, level = world.found[source["id"], person["number"] // 128] // 65_536, 0
    while finds >= 2 ** (level + 1) and level < int(patrol.most.value):
        level += 1
    return 1 + Fraction(patrol.gain.value) * level


def remember(world, looks):
    """At the end of a step: half of what was found goes in a half-life, in 2**-16 finds; then what is new."""
    for source in world.all_sources:
        patrol = source["text"].patrol
        for place in range(-(-len(world.people) // 128)) if patrol else ():
            with localcontext() as context:
                context.prec = 60
                keep = int(2**32 * Decimal(2) ** (-Decimal(world.step_days) / patrol.half_life_days.value))
            whole, part = divmod(world.found[source["id"], place], 65_536)
            new = sum(1 for look in looks if look["source"]["id"] == source["id"]
                      and look["origin"]["number"] // 128 == place)  # fmt: skip
            world.found[source["id"], place] = whole * keep // 65_536 + part * keep // 2**32 + 65_536 * new

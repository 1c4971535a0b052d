"""The twin's stars: everybody in turn is given something by each person whom they meet in a step."""

from __future__ import annotations

from fractions import Fraction

from twin.luck import OTHER_SUBJECT, TIE, WORD, line_of

RATE, RATED, REMEMBERED = 10, 42, 60
BY_PEER, NO_RULE, NO_SOURCE = 12, 65_535, 255
OF_TIES, OF_STRANGERS = 1 << 16, 2 << 16


def begin(world, person):
    """As many ratings of the start as are remembered."""
    table = world.text.encounters
    if not table:
        return
    weight = world.start if table.weight == "own" else 1000
    person["weights"] = int(table.memory.value) * weight
    person["stars"] = Fraction(person["weights"] * world.start, 1000) // 1


def digest_remembered(record, person):
    """What is remembered of somebody's stars, as columns of a digest."""
    for column, name in enumerate(("weights", "stars"), start=REMEMBERED):
        if name in person:
            record.value(column, person["number"], person[name])


def half_up(number):
    return int(Fraction(number) + Fraction(1, 2))


def milli(figure):
    return half_up(Fraction(figure.value) * 1000)


def rate_one_another(world, acts, step, day, end):
    """Entries of everybody whose mean is another after a step, by number."""
    if world.ended or not world.text.encounters:
        return {}
    given = {person["number"]: list(given_to(world, person, acts, step, end - day)) for person in world.people}
    found = {}
    for person in world.people:
        if person["subject"]:
            before = person["score"]
            person["score"] = person["open_sum"] = mean_after(world, person, acts, given[person["number"]])
            if person["score"] != before:
                row = {"person": person, "day": end - 1, "kind": BY_PEER, "delta": person["score"] - before}
                found[person["number"]] = [row | {"after": person["score"], "step": step}]
    return found


def spoken_ill_of(world):
    """Acts that cost somebody stars, as long as anybody gives any."""
    if world.ended or not world.text.encounters:
        return set()
    return {one.act for one in world.text.impressions if milli(one.stars) < 0 or milli(one.penalty) > 0}


def impressions_of(world, rows):
    done = [act["name"] for act in rows if act["outcome"] == 0]
    return [one for name in done for one in world.text.impressions if one.act == name]


def given_to(world, person, acts, step, days):
    """(weight, stars) of each rating that somebody is given."""
    if not person["subject"]:
        return
    table, made = world.text.encounters, impressions_of(world, acts[person["number"]])
    own = sum(milli(one.stars) for one in made)
    for place, other in met(world, person, step, days):
        if other is not None and other["subject"]:
            weight = other["score"] if table.weight == "own" else 1000
            noise = milli(table.noise)
            word = world.luck.words(RATE, person["number"], place, step)[0]
            stars = milli(table.base) + own + word * (2 * noise + 1) // WORD - noise
            stars += Fraction(milli(table.by_standing) * (person["score"] - other["score"]), 1000)
            yield weight * (2 if any(one.doubles for one in made) else 1), min(max((stars + 500) // 1000, 1), 5)


def met(world, person, step, days):
    """(place of the encounter, who) of all encounters of somebody in a step."""
    table = world.text.encounters
    for k in range(half_up(Fraction(table.with_ties_per_day.value) * days)):
        slot = (k // 2 + step) % 8
        number = person["friend" if k % 2 == 0 else "colleague"][slot]
        other = None if number is None else world.at(number)
        lapsed = other and k % 2 == 0 and (person["ties_cut"] | other["ties_cut"]) >> slot & 257
        yield OF_TIES | k, None if lapsed else other
    first = person["district"] * 4096
    for k in range(half_up(Fraction(table.with_strangers_per_day.value) * days)):
        line = line_of(world.luck.words(OTHER_SUBJECT + TIE, person["district"], 1 + k, step))
        yield OF_STRANGERS | k, world.at(first + line.index(line[person["number"] - first] ^ 1))


def mean_after(world, person, acts, given):
    """The mean of what is remembered after a step, with what is taken off until the next."""
    memory = int(world.text.encounters.memory.value)
    gone = min(len(given), memory)
    for name, more in (("weights", [w for w, _ in given]), ("stars", [w * s for w, s in given])):
        person[name] += sum(more) - half_up(Fraction(gone * person[name], memory))
    if not person["weights"]:
        return person["score"]
    off = max((milli(one.penalty) for one in impressions_of(world, acts[person["number"]])), default=0)
    mean = half_up(Fraction(1000 * person["stars"], person["weights"])) - off
    return min(max(mean, world.low), world.high)


def write_rated(tables, one):
    """The row of one movement, and its part of the digest."""
    number = one["person"]["number"]
    row = {"resident": number, "day": one["day"], "kind": BY_PEER, "rule": NO_RULE, "act": 0, "source": NO_SOURCE}
    row |= {"truth": 0, "via": 0, "origin": number, "ref": one["step"] << 20, "delta_milli": one["delta"]}
    tables.rows["entries"].append(row | {"score": 0, "score_after_milli": one["after"]})
    tables.record.row(RATED, number, one["day"], one["delta"], one["after"])

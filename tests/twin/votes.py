"""The twin's votes: everybody in turn says what share is right, a sorted list of shares or a sheet of ranks decides."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from twin.judging import BY_RULE
from twin.luck import WORD, name_24
from twin.states import value_of

VOTE, PREFERENCE = 13, 19
VOTES, BALLOTS = 50, 51
LIVED = {"debited": 101, "debited-wrongly": 102, "rewarded": 103, "harmed": 104}
NATION, ALL, NOBODY = 65_535, 255, 2**32 - 1


def counted_by(world):
    """What some wish counts, and of which rule."""
    wishes = [wish for vote in world.text.votes for wish in vote.wishes if wish.of != "once"] if world.text else []
    return sorted({(wish.of, rule) for wish in wishes for rule in wish.rules})


def note_harm(person, rows):
    """What acts of others have done to somebody; returns it."""
    for row in rows:
        person.setdefault("lived", Counter())["harmed", row["act"]["name"]] += 1
    return rows


def note_debits(person, entries):
    """What rules have taken from somebody, or given."""
    lived = person.setdefault("lived", Counter())
    for one in entries:
        if one["kind"] != BY_RULE or not one["delta"]:
            continue
        rule = one["rule"]["id"]
        if one["delta"] > 0:
            lived["rewarded", rule] += 1
            continue
        lived["debited", rule] += 1
        if one["look"]["truth"]:
            lived["debited-wrongly", rule] += 1


def how_often(world, person, of, rule):
    """How often something has happened to somebody by a rule, or by its act."""
    lived = person.get("lived", {})
    act = next(one["act"] for one in world.all_rules if one["id"] == rule)
    return lived.get((of, act if of == "harmed" else rule), 0)


def after_step(world, tables, step, day, end, moved):
    """Count what happened, and hold the votes whose day has come."""
    if not world.text:
        return
    for person in world.people:
        note_debits(person, moved.get(person["number"], []))
    if not world.scheme:
        return
    for number, vote in enumerate(world.text.votes):
        first, every = int(vote.day.value), int(vote.every.value) if vote.every else world.days
        for nth in range(world.days):
            if day <= first + nth * every < end:
                hold(world, tables, number, vote, nth, step, end)


def hold(world, tables, number, vote, nth, step, end):
    """One vote of everybody, rule after rule; what is voted holds from the next step on."""
    world.day = end
    for person in world.people:
        person["asked_on"], person["score_then"] = end - 1, person["score"]
    can = [one for one in world.people if value_of(world, one, vote.eligible)]
    turnout = int(vote.turnout.value * WORD)
    come = [one for one in can if world.luck.words(VOTE, one["number"], 0, 0, vote.id, sub=nth)[0] < turnout]
    set_now = {}
    for rule in sorted(vote.rules):
        own = next(one for one in world.all_rules if one["id"] == rule)
        wishes = [(person["group"], wish_of(world, person, vote, rule)) for person in come]
        head = {"step": step, "day": end, "county": NATION if vote.scope == "nation" else 0, "vote": number}
        head["rule"] = own["number"]
        for group in (0, 1, 2, ALL):
            eligible = sum(group in (ALL, one["group"]) for one in can)
            shares = [share for whose, share in wishes if group in (ALL, whose)]
            if eligible or group == ALL:
                set_now[rule] = tell(world, tables, vote, own, head | {"group": group, "eligible": eligible}, shares)
        for group in (0, 1, 2) if vote.options else ():
            for option, points in ranks(vote, [share for whose, share in wishes if whose == group]).items():
                row = head | {"group": group, "option_milli": int(option * 1000), "points": points}
                write(tables, "ballots", BALLOTS, row, vote, rule)
    put_in_force(world, set_now)


def put_in_force(world, set_now):
    """Points that were voted hold; where nobody voted those stay that there were."""
    for rule in world.all_rules:
        if set_now.get(rule["id"]) is not None:
            rule["low"] = rule["high"] = set_now[rule["id"]]


def tell(world, tables, vote, own, row, shares):
    """What some voters together have set; returns the points, None where nobody voted."""
    share = decided(vote, shares) if shares else None
    points = None if share is None else at_share(world, own, share)
    row |= {"voters": len(shares), "share_milli": NOBODY if share is None else int(share * 1000)}
    write(tables, "votes", VOTES, row | {"points_milli": points or 0}, vote, own["id"])
    return points


def wish_of(world, person, vote, rule):
    """What share of the file's points somebody finds right."""
    share = Fraction(1)
    for wish in vote.wishes:
        if rule in wish.rules and (wish.when is None or value_of(world, person, wish.when)):
            times = 1 if wish.of == "once" else min(how_often(world, person, wish.of, rule), wish.most)
            share += times * Fraction(wish.add.value)
    spread = int(vote.spread.value * 1000)
    word = world.luck.words(PREFERENCE, person["number"], 0, 0, rule)[0]
    share += Fraction(word * (2 * spread + 1) // WORD - spread, 1000)
    return min(max(share, Fraction(vote.lowest.value)), Fraction(vote.highest.value))


def decided(vote, shares):
    """The lower middle one; or the option that is ranked highest, the smaller of two."""
    if vote.options:
        sums = ranks(vote, shares)
        return max(sums, key=lambda option: (sums[option], -option))
    return sorted(shares)[(len(shares) - 1) // 2]


def ranks(vote, shares):
    """Points of rank of each option: for each voter as many as there are options that please less."""
    options = [Fraction(one.value) for one in vote.options]
    return {
        mine: sum(
            (abs(other - share), other) > (abs(mine - share), mine) for share in shares for other in options
        ) for mine in options
    }  # fmt: skip


def at_share(world, rule, share):
    """Thousandths of points; halves go away from nothing."""
    of_file = next(one.points[0] for one in world.text.rules if one.id == rule["id"])
    points = Fraction(of_file) * 1000 * share
    size = int(abs(points) + Fraction(1, 2))
    return size if points >= 0 else -size


def write(tables, name, code, row, vote, rule):
    tables.rows[name].append(row)
    named = row | {"vote": name_24(vote.id), "rule": name_24(rule)}
    tables.record.row(code, *named.values())


def digest_lived(world, digest, person):
    """What wishes hang on, at the end of a run."""
    for of, rule in counted_by(world):
        digest.value(name_24(rule) << 8 | LIVED[of], person["number"], how_often(world, person, of, rule))

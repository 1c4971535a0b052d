"""The twin's scores that go back to their start, one resident and one day at a time."""

from __future__ import annotations

from fractions import Fraction

from twin.judging import EXPIRY
from twin.slots import book, note_scores, own_slot
from twin.states import round_to

BY_DECAY, BY_RESET = 5, 6


def go_back(world, person, day, end, move):
    """Entries by which the scores of a resident go back in a step, score after score."""
    entries = []
    own = len(world.slots) if world.has_scores else 0
    for slot, score in enumerate(world.text.scores[world.first_slot : world.first_slot + own]):
        how = score.returns
        for one in range(max(day, 1), end):
            if how.decay_days and one % how.decay_days == 0:
                way = way_back(world, person, slot)
                if how.share:
                    way = int(round_to(way * Fraction(how.share.value), 1))
                else:
                    way = max(min(way, int(how.points.value * 1000)), -int(how.points.value * 1000))
                step_back(world, person, slot, way, BY_DECAY, end, move, entries)
        if how.reset_days and any(
            one >= how.reset_first and (one - how.reset_first) % how.reset_days == 0 for one in range(day, end)
        ):
            step_back(world, person, slot, way_back(world, person, slot), BY_RESET, end, move, entries)
            begin_anew(world, person, slot)
    return entries


def way_back(world, person, slot):
    own = book(person, slot)
    here = own["score" if world.slots[slot]["each"] else "open_sum"]
    standing = [rule.id for rule in world.text.state_rules if own_slot(world, rule.score) == slot]
    return world.slots[slot]["start"] + sum(person["stands"].get(one, 0) for one in standing) - here


def step_back(world, person, slot, way, kind, end, move, entries):
    if way:
        row = {"due": end - 1, "look": {"origin": person, "stands": True}}
        move(world, person, row, kind, {"id": "", "number": 0, "slot": slot}, way, entries)


def begin_anew(world, person, slot):
    """What was moved comes back no more."""
    person["agenda"] = [row for row in person["agenda"] if row["kind"] != EXPIRY or row["rule"]["slot"] != slot]
    person["debits"] = [one for one in person["debits"] if one["rule"]["slot"] != slot]
    for one in person["objections"]:
        if one["what"] == 0 and one["thing"]["slot"] == slot:
            one["given"] = 0


def scores_go_back(world, tables, day, end, totals, move):
    """Everybody's scores go back at the end of a step; conditions are asked of what they come to."""
    for person in world.people:
        tables.entries(go_back(world, person, day, end, move), totals)
    note_scores(world)

"""The twin's association: whose points others get as well, one resident at a time."""

from __future__ import annotations

from fractions import Fraction

from twin.caps import net

BY_RULE, SHARED = 0, 4


def share_points(world, person, entries, due):
    """Everybody tied to a person whose points a rule moved gets a share of them on a day."""
    for number, every in enumerate(entries):
        one = every | {"delta": net(entries, number)[0]}
        for via in world.associations:
            if one["kind"] == BY_RULE and due < world.days and carries(via, one):
                amount = part_of(one["delta"], via.share.value)
                for other in tied_to(world, person, via.tie) if amount else ():
                    other["agenda"].append({
                        "due": due, "kind": SHARED, "look": one["look"], "rule": one["rule"], "amount": amount,
                        "via": via, "origin": person,
                    })  # fmt: skip


def carries(via, one):
    if via.rules and one["rule"]["id"] not in via.rules:
        return False
    return one["delta"] != 0 and via.carries in {"both", "losses" if one["delta"] < 0 else "gains"}


def part_of(points, share):
    """A share of some points in thousandths; halves go away from 0."""
    micro = int(Fraction(share) * 1_000_000 + Fraction(1, 2))
    size = int(Fraction(abs(points) * micro, 1_000_000) + Fraction(1, 2))
    return -size if points < 0 else size


def tied_to(world, person, tie):
    """Everybody at the other end of one kind of ties, each once."""
    number = person["number"]
    if tie == "household":
        return [other for other in person["home"] if other is not person]
    if tie == "neighbour":
        start = number - number % 128
        ring = [world.at(start + (number + step) % 128) for step in (-4, -3, -2, -1, 1, 2, 3, 4)]
        return [other for other in ring if other and other["household"] != person["household"]]
    found = []
    for k, slot in enumerate(person[tie]):
        other = None if slot is None else world.at(slot)
        lapsed = tie == "friend" and other and (person["ties_cut"] | other["ties_cut"]) >> k & 257
        if other and not lapsed and other not in found:
            found.append(other)
    return found

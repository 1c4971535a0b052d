"""The twin's limits on points, and points that rise from record to record."""

from __future__ import annotations

from fractions import Fraction

COUNT_ENDS, BY_RULE, BY_CAP, BY_LIMIT = 0, 0, 1, 18


def name_of(cap):
    return f"cap {min(cap.rules)}"


def caps_of(world):
    """Names of the counts that limits keep, by the first of their rules."""
    return sorted(name_of(cap) for cap in world.text.caps) if world.text else []


def cap_on(world, rule):
    return next((cap for cap in world.text.caps if rule["id"] in cap.rules), None)


def risen(rule, points, further):
    """Nothing before the record that bites; then as much as the rule says, times its factor for each further one."""
    if further < 0:
        return 0
    if not rule["rises"]:
        return points
    size = abs(points) * Fraction(rule["rises"].factor.value) ** min(further, 15)
    size = min(int(size + Fraction(1, 2)), int(rule["rises"].most.value * 1000))
    return -size if points < 0 else size


def let_through(world, person, row, rule, points, later):
    """What the limit on a rule leaves of some points, which from now on count against it."""
    cap = cap_on(world, rule)
    if cap is None or points * cap.points.value <= 0:
        return points
    name = name_of(cap)
    let = max(min(abs(points), int(abs(cap.points.value) * 1000) - person["tally"][name]), 0)
    if let:
        person["tally"][name] += let
        later(world, person, row, COUNT_ENDS, {"number": name}, int(cap.days.value), let)
    return let if points > 0 else -let


def tell(entries, first, kept):
    """The movement is written down with all its points, and right behind it what was kept out."""
    if kept:
        one = entries[first]
        entries.insert(first + 1, one | {"kind": BY_LIMIT, "delta": -kept})
        entries[first] = one | {"delta": one["delta"] + kept, "after": one["after"] + kept}


def net(entries, number):
    """Points of a movement without what a limit kept out of it, and the place of what stands behind that."""
    one, behind = entries[number], number + 1
    delta = one["delta"]
    if entries[behind:] and entries[behind]["kind"] == BY_LIMIT:
        delta, behind = delta + entries[behind]["delta"], behind + 1
    return delta, behind

"""The twin's points for quantities that are read: one resident, one month, one rule at a time, in exact fractions."""

from __future__ import annotations

from fractions import Fraction

from twin.gauges import MONTH
from twin.slots import own_slot
from twin.states import round_to

BY_QUANTITY = 19
TRUE, FALSE = 0, 1


def points_for_quantities(world, person, day, end, move):
    """What the readings of a month that begins in a step move: what is owed, then what a reading is too high by."""
    entries = []
    if not person["subject"] or not any(first % MONTH == 0 for first in range(day, end)):
        return entries
    for number, rule in enumerate(world.text.quantity_rules):
        read = person["read"].get(rule.meter)
        if read is None or not world.runs("quantity_rules", rule.id):
            continue
        moved, owed = worth(rule, read), worth(rule, person["read_truly"][rule.meter])
        owed = min(moved, owed)
        sign = 1 if rule.points.value > 0 else -1
        named = {"id": rule.id, "number": number, "slot": own_slot(world, rule.score)}
        for truth, size in ((TRUE, owed), (FALSE, moved - owed)):
            if size:
                row = {"due": end - 1, "look": {"origin": person, "stands": True, "read": True, "truth": truth}}
                move(world, person, row, BY_QUANTITY, named, sign * size, entries)
    return entries


def worth(rule, milli):
    """Thousandths of a point that a quantity is worth, whatever their sign."""
    beyond = max(Fraction(milli, 1000) - Fraction(rule.above.value), 0)
    points = round_to(beyond * Fraction(abs(rule.points.value)) / Fraction(rule.per.value))
    return int(min(points, Fraction(rule.most.value)) * 1000)

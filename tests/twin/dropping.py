"""The twin's friends: who is dropped for a lower score that anybody can look up."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from glasstown.behaviours.responses.dropping import PER_TENTH
from twin.luck import LIFE, wide


def drop_friends(world, step):
    """Everybody who knows the scheme may drop a friend who stands lower; both are scored, and it is for good."""
    score = world.scheme.score if world.scheme else None
    if not score or not world.published or score.hidden or score.of != "resident" or "dropping" in world.without:
        return
    if score.index and score.index.kind != "index":
        return
    whole, named = world.high - world.low, world.text.process.public_grades
    for person in world.people:
        for k, number in enumerate(person["friend"]):
            other = None if number is None else world.at(number)
            if other is None or not (person["subject"] and other["subject"] and person["aware"]):
                continue
            gap = person["score"] - other["score"]
            cut = (person["ties_cut"] | other["ties_cut"]) >> k & 257
            is_public = not named or world.grades[other["grade"]].get("id") in named
            if gap > 0 and is_public and not cut and _drops(world, person, k, step, gap * 64 // whole):
                other["ties_cut"] |= 1 << 8 + k


def _drops(world, person, k, step, level):
    events = Fraction(PER_TENTH.value) * 10 * level / 64 * world.step_days / 365
    with localcontext() as context:
        context.prec = 60
        chance = 1 - (-Decimal(events.numerator) / Decimal(events.denominator)).exp()
    return world.luck.below(wide(chance), 0, LIFE, person["number"], 0, step, sub=16 + k)

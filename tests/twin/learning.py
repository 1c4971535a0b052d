"""The twin's learning: who hears of a scheme, and who joins or leaves it."""

from __future__ import annotations

from decimal import localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.responses.awareness import WORD_OF_MOUTH
from twin.consent import join_and_leave
from twin.luck import LEARN, LIFE, wide
from twin.qualifying import come_and_go
from twin.rates import DIGITS, at_least_one


def learn_and_choose(world, step, end):
    """Who hears of the scheme, and who joins or leaves it."""
    for person in world.people:
        knew = person["aware"]
        learn(world, person, step)
        if person["aware"] and not knew:
            person["warned_day"] = end
    come_and_go(world, end)
    join_and_leave(world, step, end)


def learn(world, person, step):
    """Whoever does not know the scheme may hear of it, alone or from those around."""
    if person["aware"] or not person["subject"] or "awareness" in world.without:
        return
    limit = chance_to_learn(world.scheme.awareness.learned_per_year.value, person["aware_ties"], world.step_days)
    person["aware"] = int(world.luck.below(limit, 0, LIFE, person["number"], 0, step, sub=LEARN))


@cache
def chance_to_learn(share, aware_ties, step_days):
    """Chance to learn of the scheme within a step, alone or from ties who know it."""
    if share >= 1:
        return wide(1)
    with localcontext() as context:
        context.prec = DIGITS
        alone = Fraction(-(1 - share).ln())
    return wide(at_least_one((alone + Fraction(WORD_OF_MOUTH.value) * aware_ties) * step_days / 365))

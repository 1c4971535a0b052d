"""The twin's acts: one resident, one family, one candidate after the other."""

from __future__ import annotations

from fractions import Fraction

from glasstown.vocab.acts import ACTS, FAMILIES
from twin.deeds import DONE, HELD_BACK, with_children
from twin.dues import fall_due
from twin.luck import CANDIDATE, HEIGHT, OWN, WIDE, WORD
from twin.own_acts import is_open
from twin.rates import act_of, height_threshold, rate_index, wide_threshold

NAMES = [[act.id for act in ACTS if act.leaf and act.family == family.number] for family in FAMILIES]


def acts_of(world, person, day, step):
    """Everything a resident sets out to do in one step, in order of day, and what follows from each act at once."""
    found = []
    for family in FAMILIES:
        found += family_acts(world, person, family.number, day, step)
    for place, declared in enumerate(world.declared):
        if world.can_commit(declared, person, day) and is_open(world, declared, person):
            found += declared_acts(world, person, declared, place, day, step)
    found += fall_due(world, person, day, step)
    found.sort(key=lambda act: (act["day"], act["family"], act["ordinal"]))
    return with_children(world, person, found)


def family_acts(world, person, family, day, step):
    """Candidates come in order of height; each happens if its height lies under its own act's rate.

    Where fear of the scheme lowers the rate, those are held back that happen under the rate without it alone.
    """
    limits, hushed = ({
        name: height_threshold(family, world.step_days, rate_index(name, person, world, hushed=hushed))
        for name in NAMES[family]
    } for hushed in (False, True))  # fmt: skip
    found, ordinal = [], 0
    height = world.luck.words(HEIGHT, person["number"], family // 4, step)[family % 4]
    while height > min(limits.values(), default=WORD) and ordinal < 64:
        kind, _, following, when = world.luck.words(CANDIDATE, person["number"], family << 8 | ordinal, step)
        name = act_of(family, kind)
        act_day = day + when * world.step_days // WORD
        if name and height > limits[name] and act_day < world.days:
            found.append({"name": name, "family": family, "ordinal": ordinal, "child": 0, "day": act_day, "step": step,
                          "declared": False, "ghost": False,
                          "outcome": DONE if height > hushed[name] else HELD_BACK})  # fmt: skip
        height = height * following // WORD
        ordinal += 1
    return found


def declared_acts(world, person, declared, place, day, step):
    """Acts of a stream of their own, by the name of the act."""
    limit = wide_threshold(Fraction(declared.rate.value) * world.step_days / 365)
    found, height = [], WIDE - 1
    for ordinal in range(64):
        words = world.luck.words(OWN, person["number"], ordinal, step, declared.id)
        drawn = words[0] * WORD + words[1]
        height = height * drawn // WIDE if ordinal else drawn
        if height <= limit:
            break
        act_day = day + words[2] * world.step_days // WORD
        if act_day < world.days:
            found.append({"name": declared.id, "family": 8 + place, "ordinal": ordinal, "child": 0, "day": act_day,
                          "step": step, "declared": True, "ghost": False, "outcome": DONE})  # fmt: skip
    return found

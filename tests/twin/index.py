"""The twin's indices and classes: worked out in exact fractions, from a list of every record."""

from __future__ import annotations

from fractions import Fraction

from glasstown.compiled.states import conditions_of
from glasstown.scheme.formula import variables_of
from glasstown.scheme.formula_direction import ways_of
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import LIFE_VARIABLES, NUMBER, Variable
from twin.luck import name_24
from twin.sample import weight_of
from twin.states import round_to, value_of

BY_REFRESH = 7
COUNTED, TRULY_COUNTED, TRULY, THIN, ALONE = 25, 26, 27, 28, 63
OF_TIES = {f"{tie}.{what}" for tie in TIES for what in ("number", "mean", "lowest")}


def index_of(world):
    return world.text.score.index if world.text and world.text.score else None


def formulas_of(index):
    found = [index.value, *(one.value for one in index.categories), *(one.needs for one in index.categories)]
    return [root for root in found if root is not None]


def counts_of(world):
    """Every count of records that some formula asks for, by name."""
    names = {node.name for root in conditions_of(world.text) for node in variables_of(root)} if world.text else set()
    return sorted(name for name in names if name.startswith("count "))


def lowering(world):
    """Acts whose records can lower the score."""
    index = index_of(world)
    if index is None or world.ended:
        return set()
    known = {one.name: one for one in LIFE_VARIABLES}
    known |= {name: Variable(name, NUMBER, 0, 10**6, "", "") for name in counts_of(world)}
    known |= {name: Variable("", NUMBER, 0, 2_000_000, "", "") for name in read_names(world)}
    known |= {f"listed.{one.id}": Variable("", "yes or no", 0, 1, "", "") for one in world.text.lists}
    values = [index.value] if index.value else [one.value for one in index.categories if may_weigh(world, one)]
    found = set()
    for name in counts_of(world):
        asked = [one.needs for one in index.categories if one.needs and may_weigh(world, one)]
        hangs = any(name == node.name for root in asked for node in variables_of(root))
        if hangs:
            found.add(name.split()[1])
        if any(ways_of(root, name, known).falls for root in values):
            found.add(name.split()[1])
    return found


def may_weigh(world, category):
    """Whether a category weighs something, or may once a fit has been."""
    refit = world.text.refit
    return bool(category.weight.value) or (refit is not None and category.id in refit.categories)


def asks_about_ties(world):
    """Whether some formula of the scheme asks for the scores of others."""
    return any(node.name in OF_TIES for root in conditions_of(world.text) for node in variables_of(root))


def read_names(world):
    """What the meters make formulas able to ask for."""
    read = [f"{kind}.{one.gauge}" for one in world.text.meters for kind in ("gauge", "known")]
    read += OF_TIES
    return read + [f"inferred.{one.id}" for one in world.text.inferences]


def work_out(world, person, day, end, move):
    """The score of one resident, where a step holds a day of it: entries, and a row where it changed."""
    index = index_of(world)
    offset, every = (int(index.offset.value), int(index.every.value)) if index else (0, 1)
    due = any(one >= offset and (one - offset) % every == 0 for one in range(day, end))
    if index is None or not person["subject"] or not due:
        return [], []
    person["asked_on"] = end - 1
    score, thin = worth(world, person, index)
    person["true_only"] = True
    truly, _ = worth(world, person, index)
    person["by_oneself"] = True
    alone, _ = worth(world, person, index)
    person["true_only"] = person["by_oneself"] = False
    entries, delta = [], score - person["score"]
    changed = delta or (truly, alone, thin) != (person["truly"], person["alone"], person["thin"])
    person |= {"truly": truly, "alone": alone, "thin": thin}
    if delta:
        row = {"due": end - 1, "look": {"origin": person, "stands": True}}
        move(world, person, row, BY_REFRESH, {"id": "", "number": 0, "slot": 0}, delta, entries)
    row = {"resident": person["number"], "day": end - 1, "score_milli": score, "true_milli": truly, "thin": thin,
           "alone_milli": alone}  # fmt: skip
    return entries, [row] if changed else []


def worth(world, person, index):
    """A score in thousandths, and whether too little is known."""
    low, high = Fraction(world.slots[0]["low"], 1000), Fraction(world.slots[0]["high"], 1000)
    if index.kind == "class":
        return int(min(max(value_of(world, person, index.value), low), high) * 1000), 0
    known, total = 0, Fraction(0)
    for one in index.categories:
        value = Fraction(one.default.value)
        if one.needs is None or value_of(world, person, one.needs):
            known += 1
            value = min(max(value_of(world, person, one.value), 0), 10_000)
        total += weight_of(world, one) * value
    if index.thin and known < index.thin.least.value:
        return int(index.thin.default.value * 1000), 1
    weights = sum(weight_of(world, one) for one in index.categories)
    return int((low + round_to((high - low) * total / (10_000 * weights))) * 1000), 0


def counted(person, name, day, *, true_only):
    """Records that still count on a day."""
    _, act, days = name.split()
    return sum(
        one["act"] == act and one["day"] + int(days) > day and (one["true"] or not true_only)
        for one in person["records"]
    )


def digest_index(world, digest, person):
    """Counts, and what was worked out last, at the end of a run."""
    for name in counts_of(world):
        for code, true_only in ((COUNTED, False), (TRULY_COUNTED, True)):
            number = counted(person, name, world.days - 1, true_only=true_only)
            digest.value(name_24(name) << 8 | code, person["number"], number)
    if index_of(world):
        digest.value(TRULY, person["number"], person["truly"])
        if asks_about_ties(world):
            digest.value(ALONE, person["number"], person["alone"])
        digest.value(THIN, person["number"], person["thin"])

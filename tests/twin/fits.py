"""The twin's fits: lists of people in each bin, logarithms of the machine, shares as exact fractions."""

from __future__ import annotations

import math
from fractions import Fraction

from twin import votes
from twin.deeds import DONE
from twin.sample import refit_of, weight_of
from twin.states import value_of

FITS, VALUE, STATE = 55, 110, 111
NATION = 65_535


def after_step(world, tables, step, day, end, acts, moved):
    """After what is voted: what was done in a step; a fit, and the sample of the next, where their days lie in it."""
    votes.after_step(world, tables, step, day, end, moved)
    refit = refit_of(world)
    if refit is None:
        return
    for person in world.people:
        done = {act["name"] for act in acts[person["number"]] if act["outcome"] == DONE}
        if person.get("sample") and done & set(refit.acts):
            person["sample"]["did"] = True
    if not world.scheme:
        return
    every, within = int(refit.every.value), int(refit.within.value)
    if any(one and one % every == 0 for one in range(day, end)):
        fit(world, tables, refit, step, end)
    if any((one + within) % every == 0 for one in range(day, end)):
        take_sample(world, refit, end)


def take_sample(world, refit, end):
    """Who is scored, and what the values of all categories are."""
    world.day = end
    for person in world.people:
        person["asked_on"], person["score_then"] = end - 1, person["score"]
    for person in world.people:
        if not person["subject"]:
            person["sample"] = None
            continue
        bins = {
            one.id: min(max(value_of(world, person, one.value), 0), 10_000) >= refit.cut.value
            for one in world.text.score.index.categories
            if one.needs is None or value_of(world, person, one.needs)
        }
        person["sample"] = {"bins": bins, "recorded": False, "did": False}


def fit(world, tables, refit, step, end):
    """Count the four kinds of people in each category, and share the weight."""
    shared = [one for one in world.text.score.index.categories if one.id in refit.categories]
    sampled = [one["sample"] for one in world.people if one.get("sample") and one["subject"]]
    head = {
        "step": step,
        "day": end,
        "county": NATION if refit.scope == "nation" else 0,
        "residents": len(sampled),
        **{what: sum(one[what] for one in sampled) for what in ("recorded", "did")},
    }
    rows = []
    for one in shared:
        low, high = ([who for who in sampled if who["bins"].get(one.id) is side] for side in (False, True))
        row = {}
        for name, who in (("low", low), ("high", high)):
            row |= {
                name: len(who),
                f"{name}_recorded": sum(a["recorded"] for a in who),
                f"{name}_did": sum(a["did"] for a in who),
                f"{name}_found": sum(a["did"] and a["recorded"] for a in who),
            }
        rows.append(
            row
            | {
                "odds_milli": odds(row, "recorded"),
                "true_odds_milli": odds(row, "did"),
                "before_milli": int(weight_of(world, one) * 1000),
            }
        )
    above = [max(row["odds_milli"], 0) for row in rows]
    learned = head["recorded"] >= refit.least.value and sum(above)
    total = sum(Fraction(one.weight.value) for one in shared)
    world.fitted = dict(getattr(world, "fitted", {}))
    for one, row, part in zip(shared, rows, above, strict=True):
        if learned:
            world.fitted[one.id] = Fraction(int(total * 1000 * part / sum(above) + Fraction(1, 2)), 1000)
        row["weight_milli"] = int(weight_of(world, one) * 1000)
        tables.rows["fits"].append(head | row | {"category": world.text.score.index.categories.index(one)})
        tables.record.row(FITS, *(head | row).values())
    for person in world.people:
        person["sample"] = None


def odds(row, what):
    """Thousandths of the log odds ratio, with a half in each of the four places."""
    if not row["low"] or not row["high"]:
        return 0
    with_low, with_high = row[f"low_{what}"] + 0.5, row[f"high_{what}"] + 0.5
    without_low, without_high = row["low"] + 1 - with_low, row["high"] + 1 - with_high
    return round(1000 * (math.log(with_low / without_low) - math.log(with_high / without_high)))


def digest_sample(world, digest, person):
    """Who was sampled for the fit to come, at the end of a run; categories by their values alone."""
    if refit_of(world) is None:
        return
    sample = person.get("sample")
    state = 1 + 2 * sample["recorded"] + 4 * sample["did"] if sample else 0
    digest.value(STATE, person["number"], state)
    for one in world.text.score.index.categories:
        side = sample["bins"].get(one.id) if sample else None
        digest.value(VALUE, person["number"], 0 if side is None else 1 + 2 * side)

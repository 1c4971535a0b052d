"""The twin's run: every resident in turn, step after step, until the horizon."""

from __future__ import annotations

from collections import Counter
from decimal import localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.responses.awareness import WORD_OF_MOUTH
from twin.acts import acts_of
from twin.judging import add_record, judge
from twin.luck import LEARN, LIFE, wide
from twin.rates import ACT, DIGITS, at_least_one, band_of
from twin.records import RECORDED, ghosts_of, looks_at
from twin.tables import Tables

OUT_OF_WORK, EMPLOYED = 1, 2
JOB_LOST, FOUND_PRIVATE, FOUND_PUBLIC, NEED_BEGINS, NEED_ENDS = 1, 2, 3, 4, 5


def live(world):
    """Live a world; returns its tables, and its digests of everything and of lives."""
    tables = Tables(world)
    for step in range(-(-world.days // world.step_days)):
        day = step * world.step_days
        end = min(day + world.step_days, world.days)
        if step == 0 or day // 91 > (day - world.step_days) // 91:
            tables.panel(day)
        look_around(world, day)
        live_step(world, tables, step, day, end)
    tables.finish()
    life, record = tables.life, tables.record
    digest_state(world, life, record)
    return tables.rows, str(life + record), str(life)


def strain_of(person):
    """2 where the household is in need, 1 where a member is out of work."""
    if any(other["need"] for other in person["home"]):
        return 2
    return int(any(other["work"] == OUT_OF_WORK for other in person["home"]))


def look_around(world, day):
    """What everybody sees at the start of a step; nobody acts on anything later than this."""
    for person in world.people:
        limit = world.grades[person["grade"]]["near"]
        person["near"] = bool(person["aware"]) and limit is not None and person["score"] < limit
        person["strain"] = strain_of(person)
        person["band"] = band_of((day - person["birth_day"]) // 365)
        person["aware_ties"] = min(sum(other["aware"] for other in person["ties"]), 15)
        person["subject"] = world.scheme is not None and world.is_subject(person, day)


def live_step(world, tables, step, day, end):
    totals = Counter()
    acts = {person["number"]: acts_of(world, person, day, step) for person in world.people}
    tables.acts(step, acts, totals)
    if world.scheme:
        be_seen(world, tables, step, day, acts, totals)
        for person in world.people:
            entries, records = judge(world, person, end, person["subject"])
            totals["records"] += records
            tables.entries(entries, totals)
    totals["punished_days"] = sum(bool(world.grades[p["grade"]]["deny"]) for p in world.people) * (end - day)
    for person in world.people:
        for act in acts[person["number"]]:
            if not act["blocked"] and act["name"] in ACT:
                change_life(person, int(ACT[act["name"]].effect))
        if world.scheme:
            learn(world, person, step)
            change_grade(world, tables, person, end)
    tables.totals(step, day, end, totals)


def be_seen(world, tables, step, day, acts, totals):
    """What sources see and invent in a step waits on the agenda of whoever it is about."""
    ghosts = ghosts_of(world, day, step)
    for person in world.people:
        done = [act for act in acts[person["number"]] if not act["blocked"]]
        looks = [look for act in done for look in looks_at(world, person, act, step)]
        looks += ghosts[person["number"]]
        tables.sightings(step, looks, totals)
        for look in looks:
            if look["fate"] == RECORDED:
                add_record(look)


def change_life(person, effect):
    if effect == JOB_LOST and person["work"] == EMPLOYED:
        person["work"] = OUT_OF_WORK
    elif effect in {FOUND_PRIVATE, FOUND_PUBLIC} and person["work"] == OUT_OF_WORK:
        person["work"], person["sector"] = EMPLOYED, 2 if effect == FOUND_PRIVATE else 3
    elif effect in {NEED_BEGINS, NEED_ENDS}:
        person["need"] = int(effect == NEED_BEGINS)


def learn(world, person, step):
    """Whoever does not know the scheme may hear of it, alone or from those around."""
    if person["aware"] or not person["subject"]:
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


def change_grade(world, tables, person, end):
    """The grade that the score earns holds from the next step on; notice makes aware."""
    new = world.grade_of(person["score"]) if person["subject"] else 0
    if new == person["grade"]:
        return
    tables.grade_change(person, new, end)
    person["grade"], person["grade_since"] = new, end
    if world.grades[new]["notice"]:
        person["aware"] = 1


def digest_state(world, life, record):
    columns = ("score", "grade", "aware", "covered", "open_sum", "grade_since")
    counting = [rule["number"] for rule in sorted(world.rules, key=lambda rule: rule["id"]) if rule["count"]]
    for person in world.people:
        for column, name in enumerate(("work", "sector", "need"), start=1):
            life.value(column, person["number"], person[name])
        if world.scheme:
            for column, name in enumerate(columns, start=4):
                record.value(column, person["number"], person[name])
            for column, rule in enumerate(counting, start=16):
                record.value(column, person["number"], person["tally"][rule])

"""The twin's several scores: the first is kept with the resident, each further one in a book of its own."""

from __future__ import annotations

from fractions import Fraction

from glasstown.behaviours.responses.deterrence import TURNING_POINT
from glasstown.vocab.codes import Standing
from glasstown.vocab.units import milli


def book(person, slot):
    """Where one score of a resident stands: what it reads, its open sum, its grade."""
    return person if slot == 0 else person["further"][slot - 1]


WHOSE = {"resident": ("resident", "official"), "organisation": ("firm", "government")}


def read_scores(world, scheme):
    """The scores of the subjects of a world, and the number of the first of them in the file."""
    of = [one.of for one in scheme.scores]
    mine = [slot for slot, whose in enumerate(of) if whose in WHOSE[world.kind]]
    world.first_slot = mine[0] if mine else sum(whose in WHOSE["resident"] for whose in of)
    world.slots = [
        {"start": milli(one.start.value), "low": milli(one.lowest.value), "high": milli(one.highest.value),
         "each": one.cap == "each-entry", "hidden": one.hidden, "of": one.of}
        for slot, one in enumerate(scheme.scores) if slot in mine
    ] or [{"start": 0, "low": 0, "high": 0, "each": True, "hidden": False, "of": ""}]  # fmt: skip
    world.start, world.low, world.high = (world.slots[0][name] for name in ("start", "low", "high"))
    return bool(mine)


def has_score(world, person, slot):
    """Whether one score is kept of somebody: of an official, it is of nobody else."""
    if not person["subject"]:
        return False
    return world.slots[slot]["of"] != "official" or bool(person["standing"] & Standing.OFFICIAL)


def enrol(world, person):
    """Every score at its start."""
    person["further"] = [{"score": 0, "open_sum": 0, "grade": 0} for _ in world.slots[1:]]
    for slot, score in enumerate(world.slots):
        own = book(person, slot)
        own["score"] = own["open_sum"] = score["start"]
    person["stood"] = [score["start"] for score in world.slots]


def of_slot(world, slot):
    """Numbers of the grades of one score, from best to worst."""
    return [number for number, grade in enumerate(world.grades) if grade["slot"] == slot]


def slot_of(scheme, name):
    """The place of the score that a rule or a grade names among those of the file."""
    return [score.id for score in scheme.scores].index(name) if name else 0


def own_slot(world, name):
    """Its place among those of the subjects of a world; below nought, or too large, for those of others."""
    return slot_of(world.text, name) - world.first_slot


def write_further(world, digest, person):
    """The further scores of a resident, in a digest."""
    for slot, own in enumerate(person["further"] if world.text else (), start=1):
        for column, name in enumerate(("score", "grade", "open_sum")):
            digest.value(64 + 8 * slot + column, person["number"], own[name])


def slot_of_grade(world, grade):
    """The score of which a grade is a class."""
    return next(one["slot"] for one in world.all_grades[1:] if one["id"] == grade)


def mark_near(world):
    """Where a grade's lower part begins, if the next grade down denies something more."""
    share = 1 - Fraction(TURNING_POINT.value) / 8
    told = [of_slot(world, slot) for slot, score in enumerate(world.slots) if not score["hidden"]]
    for grade in world.grades:
        grade["near"] = None
    for best, number in ((own[0], number) for own in told for number in own[:-1]):
        grade = world.grades[number]
        start = world.slots[grade["slot"]]["start"]
        if not harms(world, number + 1) - harms(world, number):
            continue
        above = world.grades[number - 1]["at_least"] if number > best else start
        upper = above if grade["at_least"] >= start else min(above, start)
        grade["near"] = grade["at_least"] + int((upper - grade["at_least"]) * share)


def harms(world, number):
    """What the consequences of a grade that are in force take or make worse."""
    own = [row for row in world.text.consequences if row.grade == world.grades[number]["id"] and world.holds(row)]
    levels = [pair for row in own for pair in (*row.degree, *row.terms)]
    worse = {(name, step) for name, level in levels for step in range(level, 0)}
    return worse | {(name, 0) for row in own for name in row.deny}


def note_scores(world):
    """What conditions that ask for another score are told: each as it stands now, until the next time."""
    for person in world.people:
        person["stood"] = [book(person, slot)["score"] for slot in range(len(world.slots))]

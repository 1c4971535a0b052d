"""The twin's politics: one county, whose opinion moves with what happened to it, and which may begin a version."""

from __future__ import annotations

from fractions import Fraction

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from twin.judging import BY_RULE
from twin.punishing import is_punished_by_list
from twin.rates import CODE, VOICE

COUNTIES, VERSIONS_BEGUN = 40, 41
NANO = 10**9
SPEECH = {act.id for act in RESIDENT_ACTS if act.lawful and CODE[act.id].family == VOICE}
EVENTS = ("learned", "debited", "debited_wrongly", "speech_debited", "punished", "rewarded")


def begin(world):
    """What a county thinks on day 0; nothing where a scheme has no politics."""
    text = world.text
    world.legitimacy = world.mood = None
    world.begun, world.held = {}, {}
    if text and (text.legitimacy or text.triggers):
        world.legitimacy = Fraction(text.legitimacy.start.value) if text.legitimacy else Fraction(1)
        world.held = {one.id: 0 for one in text.triggers}


def first_day(world, version):
    """The day from which a version runs: its own, or that on which a trigger began it."""
    return min([version.from_day, *(day for day, name in world.begun.values() if name == version.id)])


def set_mood(world):
    """Eighths of what there was at the start that have been lost; nobody minds a scheme that has ended."""
    if world.legitimacy is None:
        return
    start = Fraction(world.text.legitimacy.start.value) if world.text.legitimacy else Fraction(1)
    world.mood = 0 if world.ended else max(0, min(int((start - world.legitimacy) / start * 8), 7))


def stood(world):
    """Who knew, was punished and was favoured, by number."""
    found = {}
    for person in world.people:
        rows = [world.consequences[number] for number in person["in_force"]] if world.text else []
        better = any(one["favour"] or any(level > 0 for level in one["levels"].values()) for one in rows)
        harmed = is_punished_by_list(world, person) or any(one["harms"] for one in rows)
        found[person["number"]] = person["aware"], harmed, better
    return found


def count_events(world, before, moved):
    """What a step brought, in the order of the events."""
    after = stood(world)
    entries = [one for rows in moved.values() for one in rows if one["kind"] == BY_RULE and one["delta"] < 0]
    anew = [sum(after[n][k] and not before[n][k] for n in before) for k in range(3)]
    untrue = sum(one["look"]["truth"] != 0 for one in entries)
    speech = sum(one["look"]["act"]["name"] in SPEECH for one in entries)
    return [anew[0], len(entries), untrue, speech, anew[1], anew[2]]


def after_step(world, tables, step, day, end, events, acts):
    """Move what the county thinks, look at the triggers, and write both down."""
    if world.legitimacy is None:
        return
    people = world.people
    subjects = sum(person["subject"] for person in people)
    protests = sum(act["name"] == "protest" and act["outcome"] == 0 for rows in acts.values() for act in rows)
    if subjects and world.text.legitimacy:
        world.legitimacy = moved(world.text.legitimacy, world.legitimacy, events, subjects, end - day)
    county = 65_535 if world.text.legitimacy and world.text.legitimacy.scope == "nation" else 0
    nano = int(world.legitimacy * NANO)
    row = {"step": step, "day": day, "county": county, "residents": len(people), "subjects": subjects}
    row |= {"legitimacy_nano": nano} | dict(zip(EVENTS, events, strict=True)) | {"protests": protests}
    tables.rows["counties"].append(row)
    tables.record.row(COUNTIES, *row.values())
    for number, trigger in enumerate(world.text.triggers):
        look_at(world, tables, number, trigger, Fraction(protests * 1000 * 365, len(people) * (end - day)), day, end)


def moved(text, before, events, subjects, days):
    weights = [Fraction(one.value) for one in text.events]
    change = nearest(sum(w * n for w, n in zip(weights, events, strict=True)) / subjects)
    change += nearest(Fraction(text.drift_per_year.value) * days / 365)
    return min(max(before + change, Fraction(text.lowest.value)), Fraction(text.highest.value))


def nearest(change):
    """To the nearest billionth, halves away from nothing."""
    size = Fraction(int(abs(change) * NANO + Fraction(1, 2)), NANO)
    return size if change >= 0 else -size


def look_at(world, tables, number, trigger, protests, day, end):
    """A trigger counts the days for which all that it asks for has held."""
    if trigger.id in world.begun:
        return
    low = trigger.legitimacy_below is None or world.legitimacy < Fraction(trigger.legitimacy_below.value)
    loud = trigger.protests_above is None or protests > Fraction(trigger.protests_above.value)
    world.held[trigger.id] = world.held[trigger.id] + end - day if low and loud else 0
    first = end + world.step_days
    if low and loud and world.held[trigger.id] >= trigger.for_days.value and first < world.days:
        world.begun[trigger.id] = first, trigger.version
        code = [version.id for version in world.text.versions].index(trigger.version)
        row = {"county": 0, "day": first, "version": code, "trigger": number}
        tables.rows["versions_begun"].append(row)
        tables.record.row(VERSIONS_BEGUN, 0, first)

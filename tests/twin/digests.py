"""The twin's digests of where everybody stands at the end of a run."""

from __future__ import annotations

from glasstown.behaviours.seats import SEATS
from glasstown.vocab.codes import Degree
from twin import consent, peer, recipients
from twin.agreement import agreeing
from twin.appeals import digest_objection
from twin.caps import caps_of
from twin.dues import digest_owed
from twin.fits import digest_sample
from twin.gauges import digest_meters
from twin.index import digest_index
from twin.inferring import digest_inferred
from twin.judging import tally_of
from twin.luck import name_24
from twin.repairs import digest_debits, repairs_counted
from twin.slots import write_further
from twin.states import digest_standing
from twin.tables import APPEALS, CASES, OPEN_GROUNDS, digest_ground, family_key
from twin.votes import digest_lived


def digest_state(world, life, record, carried=None):
    lives = ("work", "sector", "need"), ("assets", "income", "schooling", "ties_cut", "held")
    records = ("score", "grade", "aware", "covered", "open_sum")
    records = records, ("denied", "looked_up", "warned_day", "punished_day")
    counting = []
    if world.text:
        counting += [rule["number"] for rule in sorted(world.all_rules, key=lambda rule: rule["id"]) if rule["count"]]
        counting += sorted(f"per {rule['id']}" for rule in world.all_rules if rule["per"])
        counting += sorted({f"group {rule['group']}" for rule in world.all_rules if rule["group"]})
        counting += [*agreeing(world.text), *caps_of(world), *repairs_counted(world)]
        counting += sorted(tally_of(one) for one in world.text.overrides if not one.on_list)
        counting += sorted(ground.id for ground in world.all_grounds if ground.repeat)
    for person in world.people:
        world.stand(person)
        write_state(life, person, zip((1, 10), lives, strict=True))
        if world.text:
            write_state(record, person, zip((4, 16), records, strict=True))
            digest_docket(world, record, person)
            consent.digest_kept(world, record, person)
            if not carried:
                digest_standing(world, record, person)
                digest_index(world, record, person)
                digest_meters(world, record, person)
                digest_inferred(world, record, person)
                digest_owed(world, record, person)
                digest_lived(world, record, person)
                digest_sample(world, record, person)
                peer.digest_remembered(record, person)
            write_further(world, record, person)
            for column, rule in enumerate(counting, start=32):
                record.value(column, person["number"], person["tally"][rule])
    (carried or digest_places)(world, life, record)


def digest_places(world, life, record):
    """Seats that wait, and what patrols remember."""
    for district in range(-(-len(world.people) // 4096)):
        for place in range(len(SEATS) + 1):
            life.value(place << 8 | 20, district, world.carried.get((place, district), 0))
    for source in world.all_sources if world.text else ():
        for place in range(-(-len(world.people) // 128)) if source["text"].patrol else ():
            record.value(source["digest"] << 8 | 29, place, world.found[source["id"], place])


def digest_docket(world, record, person):
    recipients.digest_heard(world, record, person)
    for opened in person["opened"]:
        digest_ground(world, record, OPEN_GROUNDS, person, opened)
    for case in person["cases"]:
        about, look = case.get("ground"), case.get("look")
        name = about.id if about else case["consequence"]["row"].id
        settled = 0 if case.get("settled") is None else case["settled"] + 1
        state = {"waits": 0, "let off": 1, "applied": 2}[case.get("state", "waits")]
        origin = look["origin"]["number"] if look else person["number"]
        record.row(CASES, person["number"], case["due"], case["filed"], settled, int(not about), name_24(name), state,
                   case["otherwise"], origin, case["priority"])  # fmt: skip
    for one in person["objections"]:
        digest_objection(world, record, APPEALS, person, one)
    digest_debits(world, record, person, family_key)
    for one in world.consequences:
        since = person["in_force"].get(one["number"], 65535)
        record.value(name_24(one["row"].id) << 8 | 22, person["number"], since)
    for degree in Degree:
        record.value(degree << 8 | 23, person["number"], person["levels"][degree])


def write_state(digest, person, blocks):
    for first, names in blocks:
        for column, name in enumerate(names, start=first):
            digest.value(column, person["number"], 65535 if person[name] is None else person[name])

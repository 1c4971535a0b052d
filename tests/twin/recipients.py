"""The twin's recipients: who hears late of what began or ended, and what they keep."""

from __future__ import annotations

from twin.lists import LATEST
from twin.luck import name_24

HEARS = 50


def hear(world, person, end):
    """What holds by the knowledge of a recipient holds as that has heard."""
    known, waits = person.setdefault("known", set()), person.setdefault("hears", {})
    own = {one["number"] for one in person["earned"]}
    for one in world.consequences:
        who = next((r for r in world.text.process.recipients if r.id == one["row"].recipient), None)
        if who is None:
            continue
        number, row = one["number"], one["row"]
        news = number in own and number not in known
        news |= number not in own and number in known and (who.forgets or person.get("cleared", False))
        if not news:
            waits.pop(number, None)
        elif waits.setdefault(number, min(end + int(who.hears_days.value), LATEST)) <= end:
            known ^= {number}
            del waits[number]
        if not world.holds(row):
            known.discard(number)
    person["known"] = known
    if not known:
        person["cleared"] = False
    passed = {one["number"] for one in world.consequences if one["row"].recipient}
    person["earned"] = [one for one in world.consequences if one["number"] in (own - passed) | (known & passed)]


def digest_heard(world, record, person):
    """What recipients know of a resident, and when they will hear more."""
    for one in world.consequences:
        if one["row"].recipient:
            number = one["number"]
            known = 2 * person.get("cleared", False) + (number in person.get("known", ()))
            value = known << 16 | person.get("hears", {}).get(number, 65535)
            record.value(name_24(one["row"].id) << 8 | HEARS, person["number"], value)

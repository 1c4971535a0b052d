"""The twin's inferences: evidence, two chances of error, and what is so, in plain words."""

from __future__ import annotations

from twin.luck import WORD, name_24
from twin.states import value_of

INFER = 17
OF_PERSON = 62
MONTH = 30


def infer(world, day, end):
    """What is concluded of everybody in a step in which a month begins; returns what is otherwise than before."""
    rows = []
    if not world.text or world.ended or not any(one % MONTH == 0 for one in range(day, end)):
        return rows
    for person in world.people:
        for number, one in enumerate(world.text.inferences):
            before = person["inferred"].get(one.id, (0, 0))
            now = conclude(world, person, one, day)
            person["inferred"][one.id] = now
            if now != before:
                rows.append({"resident": person["number"], "day": day, "inference": number, "inferred": now[0],
                             "is_so": now[1]})  # fmt: skip
    return rows


def conclude(world, person, one, day):
    """(what is concluded, what is so)."""
    if not person["subject"] or not world.runs("sources", ""):
        return 0, 0
    person["true_only"] = True
    so = bool(value_of(world, person, one.about))
    person["true_only"] = False
    says = so if one.evidence is None else bool(value_of(world, person, one.evidence))
    period = day // int(one.holds_days.value)
    word = world.luck.words(INFER, person["number"], 0, 0, one.id, sub=period)[0]
    chance = one.wrong_no if says else one.wrong_yes
    return int(says != (word < int(chance.value * WORD))), int(so)


def digest_inferred(world, digest, person):
    """What was concluded last."""
    for one in world.text.inferences:
        inferred, so = person["inferred"].get(one.id, (0, 0))
        digest.value(name_24(one.id) << 8 | OF_PERSON, person["number"], 2 * inferred + so)

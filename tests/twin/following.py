"""The twin's consequences: what follows from grades and lists, on whom, and who is told."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from glasstown.vocab.capacities import DEGREE_CODES
from twin import favour
from twin.appeals import awaits, file
from twin.lists import LATEST, decide
from twin.luck import DECIDE
from twin.punishing import is_punished_by_list
from twin.recipients import hear
from twin.states import value_of

FILED = 1
DENIED = 1
OF_THEMSELVES = {"self", "household", "children"}
THROUGH = {"officers", "officials"}


def consequence_of(number, row, capacities):
    """A consequence as the twin reads it."""
    return {
        "number": number, "row": row, "deny": bits(row.deny, capacities), "favour": bits(row.favour, capacities),
        "levels": {DEGREE_CODES[name]: level for name, level in row.degree},
        "harms": bool(bits(row.deny, capacities)) or any(level < 0 for _, level in row.degree),
        "concerns": row.scope in OF_THEMSELVES and bool(
            bits(row.deny, capacities) or bits(row.favour, capacities) or row.degree or row.brings),
    }  # fmt: skip


def bits(names, capacities):
    return sum({capacities[name] for name in names if name in capacities})


def brought(world, person):
    """Consequences that the grade and the lists of a resident bring by themselves."""
    numbers = [person["grade"], *(own["grade"] for own in person["further"])]
    grades = {world.grades[number].get("id") for number in numbers if number < len(world.grades)} - {None}
    through = person.get("through", ())
    return [
        one for one in world.consequences
        if one["row"].id in through or (one["concerns"] and is_shown(person, one) and world.holds(one["row"]) and (
            one["row"].grade in grades or one["row"].on_list in person["lists"])
            and one["row"].id not in person["barred_by_condition"])
    ]  # fmt: skip


def is_shown(person, one):
    """Whether it works by itself, or for who shows a score."""
    return one["row"].through != "shown" or person.get("shows", 1)


def still(world, person, row, day):
    """Whether the condition of a consequence holds for a resident on a day; one without a condition always may."""
    if row.when is None:
        return True
    today, world.day = getattr(world, "day", 0), day
    so = value_of(world, person, row.when)
    world.day = today
    return bool(so)


def follow(world, step, day, end):
    """Bring consequences up to the first day after a step; returns (resident, consequence, first day) of what ended."""
    for person in world.people:
        person["barred_by_condition"] = {
            one["row"].id for one in world.consequences if not still(world, person, one["row"], end)
        }
        review(world, person, step, end)
    for person, case in decide(world, "consequence", end + 1, day, end):
        case["state"] = "let off" if case["otherwise"] & 1 else "applied"
        favour.decided(world, person, case, day)
    for person in world.people:
        cases = {case["consequence"]["number"]: case for case in person["cases"] if "consequence" in case}
        person["earned"] = [
            one for one in brought(world, person)
            if not one["row"].decision or cases[one["number"]].get("state") == "applied"
        ]  # fmt: skip
        hold_off(world, person)
        hear(world, person, end)
    ended = []
    for person in world.people:
        ended += put_in_force(world, person, end)
    return ended + appeal(world, end)


def appeal(world, end):
    """Those who are told appeal; where that suspends, what harms waits. Returns what has ended with it."""
    told = [person for person in world.people if person.pop("told", False)]
    filed = [person for person in told if file(world, person, end)]
    for person in filed:
        hold_off(world, person, late=True)
    return [one for person in filed for other in person["home"] for one in put_in_force(world, other, end)]


def hold_off(world, person, *, late=False):
    if awaits(world, person):
        person["earned"] = [one for one in person["earned"] if not one["harms"] or (one["row"].recipient and late)]


def review(world, person, step, end):
    """File the cases whose cause has come about; drop those whose cause has gone."""
    due = {one["number"]: one for one in brought(world, person) if one["row"].decision}
    person["cases"] = [
        case for case in person["cases"] if "consequence" not in case or case["consequence"]["number"] in due
    ]
    filed = {case["consequence"]["number"] for case in person["cases"] if "consequence" in case}
    for number, one in due.items():
        if number in filed:
            continue
        decision, name = one["row"].decision, one["row"].id
        address = person["number"], 0, step, name
        gives = not one["row"].deny and not one["harms"] and not one["row"].brings
        other = favour.otherwise(world, decision, person["tied"], address, FILED, DECIDE, gives=gives)
        person["cases"].append({
            "consequence": one, "due": min(end + decision.delay_days, LATEST), "filed": step, "state": "waits",
            "otherwise": other,
            "priority": world.luck.words(DECIDE, *address, FILED)[2],
        })  # fmt: skip


def put_in_force(world, person, end):
    """What hits one resident, through anybody of the household; returns what ended."""
    now = set()
    for other in person["home"]:
        for one in other["earned"]:
            scope = one["row"].scope
            child = end - person["birth_day"] < 18 * 365
            if (
                (other is person and scope in {"self", *THROUGH})
                or scope == "household"
                or (scope == "children" and child)
            ):
                now.add(one["number"])
    ended = [(person, one, since) for one, since in person["in_force"].items() if one not in now]
    begun = [number for number in now if number not in person["in_force"]]
    person["in_force"] = {number: person["in_force"].get(number, end) for number in now}
    if any(world.consequences[number]["row"].notice == "given" for number in begun):
        person["told"] = True
        if not person["aware"]:
            person["aware"], person["warned_day"] = 1, end
    return ended


def stand(world, person):
    """What is in force denies, favours and shifts."""
    rows = [world.consequences[number] for number in person["in_force"]]
    person |= {"denied": 0, "looked_up": 0, "favoured": 0, "levels": Counter()}
    for one in rows:
        looked = one["row"].through == "look-up"
        person["looked_up" if looked else "denied"] |= one["deny"]
        person["favoured"] |= one["favour"]
    for degree in {degree for one in rows for degree in one["levels"]}:
        levels = [one["levels"].get(degree, 0) for one in rows]
        person["levels"][degree] = min(levels) if min(levels) < 0 else max(levels)
    person["listed"] = is_punished_by_list(world, person)
    person["harmed"] = person["listed"] or any(one["harms"] for one in rows)


def for_children(world, person, day):
    """What of the consequences that hit children of the household a parent meets who applies to a school for them."""
    children = [one for one in person["home"] if day - one["birth_day"] < 18 * 365]
    rows = [world.consequences[number] for child in children for number in child["in_force"]]
    found = {"rows": rows, "denied": 0, "favoured": 0}
    for one in rows:
        found["denied"] |= one["deny"] & world.for_children
        found["favoured"] |= one["favour"] & world.for_children
    return found


def barred(person, way):
    """What a resident is denied, or favoured in: as themselves, and as somebody who asks for children."""
    return person[way] | person["for_children"][way]


def look_up_chance(world, person, needed):
    """The largest chance of a look at what the attempt needs; nothing where nobody can find it."""
    if not world.published or not person["looked_up"] & needed:
        return None
    return max(
        Fraction(one["row"].look_up.value) for one in world.consequences
        if one["row"].through == "look-up" and one["deny"] & person["looked_up"] & needed
    )  # fmt: skip


def learn_by_refusal(world, acts, end):
    """Who is refused what such a consequence denies comes to know the scheme by it."""
    for person in world.people:
        rows = [world.consequences[number] for number in person["in_force"]]
        telling, of_theirs = (
            [one for one in those if (one["row"].notice, one["row"].through) == ("on-refusal", "direct")]
            for those in (rows, person["for_children"]["rows"])
        )
        for act in acts[person["number"]]:
            denied = act["outcome"] == DENIED and (
                any(one["deny"] & act["capacity"] for one in telling)
                or any(one["deny"] & act["capacity"] & world.for_children for one in of_theirs)
            )
            if denied and not person["aware"]:
                person["aware"], person["warned_day"] = 1, end

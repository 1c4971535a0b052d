"""The twin's appeals: who learns, who appeals, who decides, and what is taken back, one resident at a time."""

from __future__ import annotations

from fractions import Fraction

from twin.caps import cap_on, name_of, net
from twin.disputes import INDEXED, note_records, still_counts, strike
from twin.judging import BY_ASSOCIATION, BY_CAP, BY_OVERRIDE, BY_RULE, COUNT_ENDS, EXPIRY, entry, move, tally_of
from twin.lists import LATEST, after, ref_of
from twin.luck import act_place, name_24, wide
from twin.repairs import strike_out
from twin.slots import book, slot_of_grade

APPEAL = 8
BY_APPEAL, BY_LIFTED = 13, 17
DEBIT, COUNTED, LISTING = 0, 1, 2
REFUSED, UPHELD, UNDECIDED = 0, 1, 2
BY_UPHELD_APPEAL, DENIED, NEVER = 4, 1, 65535


def hear_appeals(world, tables, step, day, end, acts, moved, totals):
    """What can be appealed against is noted; who was refused appeals; what is due is decided."""
    terms = world.text.process.appeal
    if not terms:
        return
    for person in world.people:
        note(world, person, moved[person["number"]], terms)
    for person in world.people:
        refused = [act["day"] for act in acts[person["number"]] if act["outcome"] == DENIED]
        if refused:
            file(world, person, refused[0])
    upheld = []
    for person, one in decided(world, terms, day, end):
        person["objections"].remove(one)
        one["upheld"] = one["upheld"] or granted(world, one, day)
        one["decided"] = max(one["due"], day)
        upheld += [(person, one)] if one["upheld"] else []
        one["tell"] = person
        tables.heard.append(one)
    upheld.sort(key=lambda pair: turn_of(world, *pair))
    for person, one in upheld:
        person["cleared"] = person.get("cleared", False) or terms.reaches
        entries = []
        one["corrected"] = take_back(world, person, one, end, entries)
        tables.entries(entries, totals)
    tables.appeals_decided()


def granted(world, one, day):
    """Whether a world upholds the appeals against what this record did to whom it is about."""
    act, source = one["look"]["act"], one["look"]["source"]["number"]
    alleged = world.codes[act["name"]] if act["family"] == 31 else 0
    where = one["origin"]["number"], alleged, act["step"], act["family"], act["ordinal"], source, act["child"]
    return not one["via"] and day >= world.otherwise.from_day and where in set(world.otherwise.upheld)


def note(world, person, entries, terms):
    """Debits, counted records and listings of the step of which an appeal would be filed."""
    for number, one in enumerate(entries):
        points, behind = net(entries, number)
        debit = one["kind"] in {BY_RULE, BY_ASSOCIATION} and points < 0
        if (debit or one["kind"] == BY_OVERRIDE) and not one["unsaid"]:
            given = points
            each = debit and world.slots[one["rule"]["slot"]]["each"]
            if each and entries[behind:] and entries[behind]["kind"] == BY_CAP:
                given += entries[behind]["delta"]
            thing = one["rule"] if debit else world.text.overrides[one["rule"]["number"]]
            object_to(world, person, DEBIT if debit else COUNTED, thing, one | {"delta": points, "given": given}, terms)
    for opened in person["opened"]:
        if opened.pop("fresh", False):
            what = {"look": opened["look"], "day": opened["entry"], "via": None, "delta": 0, "given": 0}
            object_to(world, person, LISTING, opened["ground"], what | {"origin": opened["look"]["origin"]}, terms)
    note_records(world, person, terms, object_to)


def object_to(world, person, what, thing, one, terms):
    """Draw whether there would be an appeal, whether it is upheld, and its turn."""
    look, via = one["look"], one["via"]
    who = person["number"] if via else look["origin"]["number"]
    address = APPEAL, who, act_place(look["act"]), look["act"]["step"]
    luck = (via.id if via else "", look["source"]["digest"] & 0x7FFF)
    true = look["truth"] == 0
    filed = wide(Fraction((terms.filed_if_right if true else terms.filed).value))
    upheld = wide(Fraction((terms.upheld_if_right if true else terms.upheld).value))
    if world.luck.below(filed, 0, *address, *luck):
        person["objections"].append({
            "what": what, "thing": thing, "look": look, "known": one["day"], "filed": None, "due": 0, "via": via,
            "origin": one["origin"], "points": one["delta"], "given": one["given"],
            "upheld": world.luck.below(upheld, 1, *address, *luck), "priority": world.luck.words(*address, *luck)[2],
            "name": name_of_thing(world, what, thing),
        })  # fmt: skip


def name_of_thing(world, what, thing):
    """What an appeal is against, as it enters digests: an act for records by which a score is worked out."""
    if what == INDEXED:
        return world.act_key(thing["act"])
    return name_24(thing["id"] if what == DEBIT else thing.id)


def file(world, person, day):
    """Somebody has learned of the file, and appeals against what still counts; returns whether anything was filed."""
    filed = False
    for one in person["objections"]:
        if one["filed"] is None and one["known"] <= day and stands(world, person, one, day):
            one["filed"] = day
            one["due"] = min(day + int(world.text.process.appeal.days.value), LATEST)
            filed = True
    return filed


def stands(world, person, one, day):
    """Whether what an objection is against still counts on a day."""
    if one["what"] == INDEXED:
        return still_counts(world, one, day)
    if one["what"] == LISTING:
        opened = ground_of(person, one)
        return opened is not None and opened["until"] > day
    lasts = one["thing"]["expires"] if one["what"] == DEBIT else one["thing"].within_days
    lasts = int(lasts.value) if one["what"] == COUNTED and lasts else lasts
    return lasts is None or one["known"] + lasts > day


def ground_of(person, one):
    mine = [opened for opened in person["opened"] if opened["look"] is one["look"]]
    return next((opened for opened in mine if opened["ground"] is one["thing"]), None)


def forget_what_ended(world, person, end):
    mine = person["objections"]
    person["objections"] = [one for one in mine if one["filed"] is not None or stands(world, person, one, end)]


def awaits(world, person):
    """Whether a resident waits for the decision on an appeal that suspends."""
    terms = world.text.process.appeal
    return bool(terms and terms.suspends and any(one["filed"] is not None for one in person["objections"]))


def decided(world, terms, day, end):
    """The appeals that are decided in a step."""
    found = []
    ready = [
        (person, one) for person in world.people for one in person["objections"]
        if one["filed"] is not None and one["due"] < end
    ]  # fmt: skip
    for district in {person["district"] for person, _ in ready}:
        queue = [pair for pair in ready if pair[0]["district"] == district]
        queue.sort(key=lambda pair: rank(*pair))
        if terms.first == "oldest":
            queue.sort(key=lambda pair: pair[1]["filed"] // world.step_days)
        room = None
        if terms.slots is not None:
            residents = min(4096, len(world.people) - district * 4096)
            rate = Fraction(terms.slots.value) * residents / 365_000
            room = int(rate * end) - int(rate * day)
        found += queue[:room]
    return found


def rank(person, one):
    look = one["look"]
    via = one["via"].id if one["via"] else ""
    return (one["priority"], person["number"], one["origin"]["number"], ref_of(look), look["source"]["digest"],
            one["what"], one["name"], via)  # fmt: skip


def turn_of(world, person, one):
    """The order in which what is upheld is taken back: as records are handled."""
    act, look = one["look"]["act"], one["look"]
    address = (act["step"], act["family"], act["ordinal"], act["child"], look["source"]["digest"])
    return (person["number"], one["decided"], one["what"], *address, one["origin"]["number"],
            world.codes[act["name"]], number_of(world, one), one["via"].id if one["via"] else "")  # fmt: skip


def number_of(world, one):
    if one["what"] == DEBIT:
        return one["thing"]["number"]
    if one["what"] == INDEXED:
        return world.codes[one["thing"]["act"]]
    return (world.text.overrides if one["what"] == COUNTED else world.all_grounds).index(one["thing"])


def take_back(world, person, one, end, entries):
    """Undo what an upheld appeal was against; returns the first day on which it counts no more."""
    row = {"due": one["decided"], "look": one["look"], "origin": one["origin"]}
    row |= {"via": one["via"]} if one["via"] else {}
    if one["what"] == LISTING:
        return close(world, person, one, end)
    if one["what"] == INDEXED:
        strike(person, one)
        return end
    if one["what"] == COUNTED:
        slot = slot_of_grade(world, one["thing"].grade)
        override = {"id": one["thing"].id, "number": number_of(world, one), "slot": slot}
        entries.append(entry(person, row, BY_LIFTED, override, 0, book(person, slot)["score"]))
        lasts = one["thing"].within_days
        count_less(world, person, one, tally_of(one["thing"]), lasts and one["known"] + int(lasts.value), 0, end)
        return end
    rule = one["thing"]
    lapses = None if rule["expires"] is None else one["known"] + rule["expires"]
    back = -one["given"] if lapses is None or lapses >= end else 0
    drop(person, one, EXPIRY, rule["number"], lapses, -one["given"])
    move(world, person, row, BY_APPEAL, rule, back, entries)
    strike_out(person, one["look"], rule, one["via"])
    if not one["via"]:
        known = one["known"]
        if rule["count"]:
            count_less(world, person, one, rule["number"], known + rule["within"], 0, end)
        if rule["per"]:
            count_less(world, person, one, f"per {rule['id']}", known + rule["per"], 0, end)
        if rule["group"]:
            count_less(world, person, one, f"group {rule['group']}", known + rule["group_days"], -one["points"], end)
        cap = cap_on(world, rule)
        if cap and cap.points.value < 0:
            count_less(world, person, one, name_of(cap), known + int(cap.days.value), -one["points"], end)
        told = f"agree {rule['id']} {one['look']['source']['id']}"
        if told in person["tally"]:
            count_less(world, person, one, told, known + int(rule["agree"].within_days.value), 0, end)
    return end


def close(world, person, one, end):
    opened, ground = ground_of(person, one), one["thing"]
    if opened is None:
        return end
    day = after(one["decided"], ground.exit)
    if day < opened["until"]:
        opened |= {"until": day, "exit": BY_UPHELD_APPEAL}
    if ground.repeat:
        count_less(world, person, one, ground.id, opened["noted"] + ground.repeat.within_days, 0, end)
    return opened["until"]


def count_less(world, person, one, tally, ends, amount, end):
    """A record, or the points of it, counts no more where it still does; `ends` None is for good."""
    if ends is None or ends >= end:
        person["tally"][tally] -= amount or 1
        drop(person, one, COUNT_ENDS, tally, ends, amount)


def drop(person, one, kind, number, due, amount):
    for row in person["agenda"]:
        same = row["kind"] == kind and row["look"] is one["look"] and row.get("via") == one["via"]
        if same and row["due"] == due and row["rule"]["number"] == number and row["amount"] == amount:
            person["agenda"].remove(row)
            return


def appeal_row(world, person, one, outcome):
    """One row of the ledger."""
    look = one["look"]
    return {
        "resident": person["number"], "known_day": one["known"], "filed_day": one["filed"],
        "decided_day": one.get("decided", world.days), "corrected_day": one.get("corrected", NEVER),
        "outcome": outcome, "what": one["what"], "number": number_of(world, one),
        "act": world.codes[look["act"]["name"]], "source": look["source"]["number"], "truth": look["truth"],
        "via": 1 + world.text.associations.index(one["via"]) if one["via"] else 0,
        "origin": one["origin"]["number"], "ref": ref_of(look),
    }  # fmt: skip


def digest_objection(world, digest, table, person, one):
    look, act = one["look"], one["look"]["act"]
    family = 8 if 8 <= act["family"] < 31 else act["family"]
    filed = NEVER if one["filed"] is None else one["filed"]
    digest.row(
        table, person["number"], one["known"], filed, one["due"], one["what"], one["name"],
        world.act_key(act["name"]), look["source"]["digest"], look["truth"],
        name_24(one["via"].id) if one["via"] else 0, one["origin"]["number"], act["step"], family, act["ordinal"],
        act["child"], int(one["upheld"]), one["priority"], one["points"], one["given"],
        one.get("decided", 0), one.get("corrected", NEVER if "decided" in one else 0),
    )  # fmt: skip

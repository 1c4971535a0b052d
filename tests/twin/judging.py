"""The twin's scores: rules, repeats, overrides, caps, expiry, one resident at a time."""

from __future__ import annotations

from twin import caps, favour
from twin.agreement import agreed
from twin.consent import take_or_keep
from twin.lists import hold_against_grounds
from twin.luck import DISCRETION, WORD, act_place
from twin.repairs import waits
from twin.sample import note_record
from twin.slots import book, has_score, slot_of_grade
from twin.states import value_of

COUNT_ENDS, EXPIRY, RECORD, HARM, SHARED = 0, 1, 2, 3, 4
BY_RULE, BY_CAP, BY_EXPIRY, BY_ASSOCIATION, BY_OVERRIDE = 0, 1, 2, 3, 4


def add_record(look, holder=0, due=None, way="given"):
    """A look that became a record waits on the agenda of the resident it is about, for each holder who will have it."""
    due = look["due"] if due is None else due
    row = {"due": due, "kind": RECORD, "look": look, "rule": None, "amount": 0, "holder": holder, "way": way}
    look["on"]["agenda"].append(row)


def order_of(world, row):
    look = row["look"]
    act = look["act"]
    address = (act["step"], act["family"], act["ordinal"], act["child"], look["source"]["digest"])
    return (
        row["due"],
        row["kind"],
        *address,
        row.get("origin", look["origin"])["number"],
        world.codes[act["name"]],
        str(row["rule"]["number"] if row["rule"] else row.get("holder", 0)).zfill(4),
        row["via"].id if row.get("via") else "",
    )


def judge(world, person, step, end, is_subject):
    """Handle what is due before a day, one thing after the other; what that makes due takes its turn."""
    entries, records = [], 0
    person["score_before"] = person["score"]
    while rows := [row for row in person["agenda"] if row["due"] < end and row["kind"] != HARM and not waits(row)]:
        row = min(rows, key=lambda row: order_of(world, row))
        person["agenda"].remove(row)
        if row["kind"] == COUNT_ENDS:
            person["tally"][row["rule"]["number"]] -= row["amount"] or 1  # a rule's, or by its name another's
        elif row["kind"] == EXPIRY:
            move(world, person, row, BY_EXPIRY, row["rule"], row["amount"], entries)
        elif row["kind"] == RECORD and (what := take_or_keep(world, person, row, world.day)) == "kept":
            continue
        elif is_subject and row["kind"] == SHARED:
            let_count(world, person, row, BY_ASSOCIATION, row["rule"], row["amount"], entries)
        elif is_subject or (row["kind"] == RECORD and what == "taken"):
            records += 1
            look = row["look"]
            if not row["holder"]:
                note = {"look": look, "unsaid": row.get("way") == "sold", "fresh": True}
                note |= {"act": look["act"]["name"], "day": row["due"], "true": look["truth"] == 0}
                person["records"].append(note)
                note_record(world, person, look["act"]["name"])
            apply_rules(world, person, row, entries)
            if not row["holder"]:
                count_overrides(world, person, row, entries)
                person["repairing"].append(row)
            hold_against_grounds(world, person, row, step)
    return entries, records


def apply_rules(world, person, row, entries):
    look = row["look"]
    for rule in world.rules:
        if rule["holder"] != row["holder"] or rule["act"] != look["act"]["name"]:
            continue
        if rule["sources"] and look["source"]["id"] not in rule["sources"]:
            continue
        if rule["when"] is not None and not value_of(world, person, rule["when"]):
            continue
        drawn = points_of(world, rule, look)
        points = kind = favour.kinder(rule, drawn, person["tied"])
        if rule["count"]:
            person["tally"][rule["number"]] += 1
            later(world, person, row, COUNT_ENDS, rule, rule["within"], 0)
            points = caps.risen(rule, points, person["tally"][rule["number"]] - rule["count"])
        if rule["agree"] and not agreed(world, person, row, rule, later):
            points = 0
        points, kept = what_is_left(world, person, row, rule, points)
        if points + kept == kind:
            favour.spare(world, person, row, rule, drawn, kind)
        first = len(entries)
        let_count(world, person, row, BY_RULE, rule, points, entries)
        caps.tell(entries, first, kept)


def what_is_left(world, person, row, rule, points):
    """Once in some days, with a group no more than the largest of its debits; what a limit lets through, and not."""
    tally, per, group = person["tally"], f"per {rule['id']}", f"group {rule['group']}"
    if rule["per"] and tally[per]:
        points = 0
    if rule["group"] and points < 0:
        points = min(points + tally[group], 0)
    let = caps.let_through(world, person, row, rule, points, later)
    if rule["group"] and let < 0:
        tally[group] -= let
        later(world, person, row, COUNT_ENDS, {"number": group}, rule["group_days"], -let)
    if rule["per"] and let:
        tally[per] += 1
        later(world, person, row, COUNT_ENDS, {"number": per}, rule["per"], 0)
    return let, points - let


def count_overrides(world, person, row, entries):
    """A record that an override counts is written down, and moves nothing."""
    look = row["look"]
    for one in world.overrides:
        if look["act"]["name"] in one.acts and (not one.sources or look["source"]["id"] in one.sources):
            slot = slot_of_grade(world, one.grade)
            if not has_score(world, person | {"subject": 1}, slot):
                continue
            person["tally"][tally_of(one)] += 1
            held = {"id": one.id, "number": world.text.overrides.index(one), "slot": slot}
            entries.append(entry(person, row, BY_OVERRIDE, held, 0, book(person, slot)["score"]))
            if one.within_days:
                later(world, person, row, COUNT_ENDS, {"number": tally_of(one)}, int(one.within_days.value), 0)


def tally_of(override):
    return f"override {override.id}"


def let_count(world, person, row, kind, rule, points, entries):
    """Move a score by some points, which the rule may give back later."""
    given = move(world, person, row, kind, rule, points, entries)
    if given and rule["expires"] is not None:
        later(world, person, row, EXPIRY, rule, rule["expires"], -given)


def later(world, person, row, kind, rule, days, amount):
    due = row["due"] + days
    if due < world.days:
        whence = {name: row[name] for name in ("via", "origin") if name in row}
        person["agenda"].append(
            {"due": due, "kind": kind, "look": row["look"], "rule": rule, "amount": amount} | whence
        )


def points_of(world, rule, look):
    """Points of a rule for a record; discretion is a draw at the address of the act, the source and the rule."""
    choices = (rule["high"] - rule["low"]) // rule["grain"] + 1
    if choices == 1:
        return rule["low"]
    act, sub = look["act"], look["source"]["digest"] & 0x7FFF
    origin = look["origin"]["number"]
    word = world.luck.words(DISCRETION, origin, act_place(act), act["step"], rule["id"], sub)[0]
    return rule["low"] + rule["grain"] * (word * choices // WORD)


def move(world, person, row, kind, rule, delta, entries):
    """Move a score and write it down; returns what an expiry would give back."""
    own, score = book(person, rule["slot"]), world.slots[rule["slot"]]
    before = own["score"]
    if score["each"]:
        reading = min(max(before + delta, score["low"]), score["high"])
    else:
        own["open_sum"] += delta
        reading = min(max(own["open_sum"], score["low"]), score["high"])
    entries.append(entry(person, row, kind, rule, delta, before + delta))
    if reading != before + delta:
        entries.append(entry(person, row, BY_CAP, rule, reading - before - delta, reading))
    own["score"] = reading
    return reading - before if score["each"] else delta


def entry(person, row, kind, rule, delta, after):
    return {"person": person, "day": row["due"], "kind": kind, "rule": rule, "look": row["look"], "delta": delta,
            "after": after, "via": row.get("via"), "unsaid": row.get("way") == "sold",
            "origin": row.get("origin", row["look"]["origin"])}  # fmt: skip

"""The twin's repairs: what was taken and can be earned back, one resident and one record at a time."""

from __future__ import annotations

from twin.caps import net
from twin.lists import after
from twin.luck import name_24
from twin.slots import own_slot
from twin.states import value_of

BY_RULE, BY_CAP, BY_ASSOCIATION, BY_APPEAL, BY_REPAIR = 0, 1, 3, 13, 14
COUNT_ENDS, EXPIRY = 0, 1
BY_A_REPAIR = 6
DEBITS = 54


def tally_of(repair):
    return f"repair {repair.id}"


def repairs_counted(world):
    """Names of the counts that repairs keep."""
    return [tally_of(one) for one in world.text.repairs if one.per_days] if world.text else []


def waits(row):
    """Whether the end of a count is left to the end of the step, where repairs are done."""
    return row["kind"] == COUNT_ENDS and str(row["rule"]["number"]).startswith("repair ")


def earn_back(world, tables, end, moved, totals, move):
    """At the end of a step, after appeals, everybody's records repair what they can."""
    for person in world.people:
        keep_debits(world, person, moved[person["number"]])
        person["debits"] = [one for one in person["debits"] if one["left"] and not is_back(one, end)]
        entries = []
        for what, row in in_order(world, person, end):
            if what == COUNT_ENDS:
                person["agenda"].remove(row)
                person["tally"][row["rule"]["number"]] -= 1
            else:
                for one in world.text.repairs:
                    repair(world, person, one, row, entries, move)
        person["repairing"] = []
        tables.entries(entries, totals)
        person["debits"] = [one for one in person["debits"] if one["left"] and not too_late(world, one, end)]


def in_order(world, person, end):
    """Records of the step and ends of counts, by day; on one day what ends comes first."""
    ends = [row for row in person["agenda"] if waits(row) and row["due"] < end]
    rows = [(COUNT_ENDS, row) for row in ends] + [(2, row) for row in person["repairing"]]
    return sorted(rows, key=lambda pair: (pair[1]["due"], pair[0]))


def keep_debits(world, person, entries):
    named = {rule for one in world.text.repairs for rule in one.rules}
    for number, one in enumerate(entries):
        points, behind = net(entries, number)
        if one["kind"] not in {BY_RULE, BY_ASSOCIATION} or points >= 0 or one["rule"]["id"] not in named:
            continue
        each = world.slots[one["rule"]["slot"]]["each"]
        if each and entries[behind:] and entries[behind]["kind"] == BY_CAP:
            points += entries[behind]["delta"]
        if points:
            what = {name: one[name] for name in ("day", "rule", "look", "via", "origin")}
            person["debits"].append(what | {"took": -points, "left": -points})


def is_back(debit, end):
    lasts = debit["rule"]["expires"]
    return lasts is not None and debit["day"] + lasts < end


def too_late(world, debit, end):
    """Whether no record of a later step could lower it."""
    windows = [one.within_days for one in world.text.repairs if debit["rule"]["id"] in one.rules]
    return is_back(debit, end) or all(days and debit["day"] + int(days.value) < end for days in windows)


def repair(world, person, one, row, entries, move):
    """One record against one repair."""
    look = row["look"]
    if look["act"]["name"] != one.act or (one.sources and look["source"]["id"] not in one.sources):
        return
    if one.when is not None and not value_of(world, person, one.when):
        return
    may = not one.per_days or person["tally"][tally_of(one)] < int(one.most.value)
    if one.ground:
        does = may and end_ground(person, one, row["due"])
    else:
        points = lower_debits(person, one, row["due"]) if may else 0
        does = points > 0
    if does and one.per_days:
        person["tally"][tally_of(one)] += 1
        due = row["due"] + int(one.per_days.value)
        if due < world.days:
            rule = {"number": tally_of(one), "id": one.id}
            person["agenda"].append({"due": due, "kind": COUNT_ENDS, "look": look, "rule": rule, "amount": 0})
    if not one.ground:
        first = next(rule for rule in world.text.rules if rule.id == one.rules[0])
        number = len(world.text.rules) + world.text.repairs.index(one)
        move(world, person, row, BY_REPAIR, {"id": one.id, "number": number, "slot": own_slot(world, first.score)},
             points, entries)  # fmt: skip


def lower_debits(person, one, day):
    """Lower the oldest debits first; what an expiry or an appeal would give back is so much less."""
    left = all_of_it = int(one.points.value * 1000)
    for debit in person["debits"]:
        largest = one.largest is None or debit["took"] <= int(one.largest.value * 1000)
        if debit["rule"]["id"] not in one.rules or not largest or not in_time(one, day - debit["day"]):
            continue
        points = min(left, debit["left"])
        debit["left"] -= points
        left -= points
        for row in person["agenda"]:
            same = row["kind"] == EXPIRY and row["look"] is debit["look"] and row.get("via") == debit["via"]
            if same and row["rule"]["number"] == debit["rule"]["number"]:
                row["amount"] -= points
        person["agenda"] = [row for row in person["agenda"] if row["kind"] != EXPIRY or row["amount"]]
        for objection in person["objections"]:
            if objection["what"] == 0 and is_of(debit, objection["look"], objection["thing"], objection["via"]):
                objection["given"] += points
    return all_of_it - left


def is_of(debit, look, rule, via):
    return debit["look"] is look and debit["rule"]["id"] == rule["id"] and debit["via"] == via


def in_time(one, since):
    return since >= int(one.after_days.value) and (one.within_days is None or since <= int(one.within_days.value))


def end_ground(person, one, day):
    sooner = False
    for opened in person["opened"]:
        if opened["ground"].id == one.ground and opened["until"] > day and in_time(one, day - opened["entry"]):
            end = after(day, opened["ground"].exit)
            if end < opened["until"]:
                opened |= {"until": end, "exit": BY_A_REPAIR}
                sooner = True
    return sooner


def strike_out(person, look, rule, via):
    """An appeal took it back: nothing is left to repair."""
    for debit in person["debits"]:
        if is_of(debit, look, rule, via):
            debit["left"] = 0


def digest_debits(world, record, person, row_of):
    for one in person["debits"]:
        look, act = one["look"], one["look"]["act"]
        via = name_24(one["via"].id) if one["via"] else 0
        family = row_of(act)
        record.row(DEBITS, person["number"], one["day"], name_24(one["rule"]["id"]), world.act_key(act["name"]),
                   look["source"]["digest"], look["truth"], via, one["origin"]["number"], act["step"], family,
                   act["ordinal"], act["child"], one["took"], one["left"])  # fmt: skip

"""A step of the twin's firms and governments: what they do, who suffers, who sees it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from glasstown.behaviours import degrees
from glasstown.behaviours.organisations.catalogue import RULE_BREAKING_OCTAVES
from glasstown.behaviours.responses import self_restraint
from glasstown.vocab.organisation_terms import ORGANISATION_DEGREES
from glasstown.vocab.organisations import OrganisationDegree
from twin import holders
from twin.deeds import CAME_TO_NOTHING, DENIED, DONE, HELD_BACK, affect, words_of
from twin.harms import suffer
from twin.judging import HARM, add_record, judge, move
from twin.lists import decide_grounds, report_exits
from twin.lives import happens, income_class
from twin.luck import DECIDE, GHOST, OTHER_SUBJECT, OWN, WIDE, WORD, name_24
from twin.organisations import FIRST
from twin.places import among, rows
from twin.rates import log_rate, mean_of_spread, shift_of, threshold
from twin.records import AFTER_HORIZON, FALSE, GHOST_FAMILY, RECORDED, delay_of, looks_at
from twin.returns import scores_go_back
from twin.slots import book

FAILS = {"credit-repaid": OrganisationDegree.CREDIT_TERMS, "permit-application": OrganisationDegree.PERMIT_WAIT}
NAMES = {code: name for name, code, _ in ORGANISATION_DEGREES}
OCTAVES = (int(RULE_BREAKING_OCTAVES.value * 128), 0, 0)


def live_organisations(firms, tables, step, day, end):
    """One step of all organisations; what they do to residents arrives in the next one."""
    for one in firms.people:
        look_around(firms, one, day)
    acts = {one["number"]: acts_of(firms, one, day, step) for one in firms.people}
    tables.places(tenders(firms, acts, step))
    tables.acts(step, acts, Counter())
    if firms.scheme:
        be_seen(firms, tables, step, day, acts)
        for one in firms.people:
            report_exits(firms, one, acts[one["number"]], step)
            entries, _ = judge(firms, one, step, end, one["subject"])
            tables.entries(entries, Counter())
            if any(entry["delta"] < 0 for entry in entries if entry["kind"] == 0) and one["subject"]:
                one["warned_day"] = end
    for one in firms.people:
        tables.harms(one, suffer(one, end))
    if firms.scheme:
        decide_grounds(firms, day, end)
        scores_go_back(firms, tables, day, end, Counter(), move)
    for one in firms.people:
        for act in acts[one["number"]]:
            live_through(firms, one, act)
    pay_taxes(firms, acts)
    for one in firms.people:
        do_harm(firms, one, acts[one["number"]], day + firms.step_days)


def look_around(firms, one, day):
    """What one organisation is at the start of a step."""
    firms.stand(one)
    one["for_children"] = dict.fromkeys(("denied", "favoured"), 0)
    if one["denied"] or one["looked_up"] or one["listed"]:
        one["punished_day"] = day
    one["near"] = {slot: near(firms, one, slot, day) for slot in firms.own_slots(one)} if firms.text else {}
    one["income_class"] = income_class(one)
    one["group"] = 0 if one["slot"] % 64 == 63 else one["levels"][OrganisationDegree.INSPECTION]
    one["subject"] = firms.scheme is not None and bool(one["covered"])


def live_through(firms, one, act):
    _, kind = firms.doings[act["name"]]
    if act["outcome"] == DONE:
        affect(firms, one, act, kind.effect, kind.effect_asset, None, 0)
        act["taxed"] = act["name"] == "tax-paid"
    elif act["outcome"] == DENIED:
        affect(firms, one, act, kind.effect_blocked, 0, None, 1)
    elif act["outcome"] == HELD_BACK:
        one["held"] += 1


def pay_taxes(firms, acts):
    for one in firms.people:
        for act in acts[one["number"]]:
            level = one["levels"][OrganisationDegree.TAX_RATE]
            if act.get("taxed") and level:
                one["income"] = min(max(one["income"] + level * (2 if level < 0 else 1), 16), 192)


def near(firms, one, slot, day):
    """By one score: 1 where the next grade down is near and the warning fresh, 2 where half of it has faded."""
    own, warned = book(one, slot), one["warned_day"]
    limit = firms.grades[own["grade"]]["near"] if own["grade"] < len(firms.grades) else None
    if not one["aware"] or limit is None or own["score"] >= limit or warned is None:
        return 0
    if "fading" in firms.without:
        return 1
    return 1 if day - warned < 180 else 2 if day - warned < 540 else 0


def acts_of(firms, one, day, step):
    found = []
    for _, kind in firms.doings.values():
        may = one["facts"] & kind.needs == kind.needs and one["assets"] & kind.needs_assets == kind.needs_assets
        if may and not one["assets"] & kind.needs_lack:
            found += stream(firms, one, kind, day, step)
    found.sort(key=lambda act: (act["day"], act["ordinal"]))
    for act in found:
        gate(firms, one, act)
    return found


def stream(firms, one, kind, day, step):
    """Acts of one kind: points of a stream in order of height, under the rate of this organisation."""
    loads = (0, 0, 0) if kind.lawful else OCTAVES
    events = Fraction(kind.rate.value) * firms.step_days / 365 / Fraction(mean_of_spread(loads))
    shift = shift_of(loads, one["traits"])
    shift += sum(log_rate(factor.factor.value) for factor in kind.sales_factor if factor.state == one["income_class"])
    felt = 0
    costly = [state for slot, state in one["near"].items() if kind.id in firms.debited_in[slot] and state]
    if costly and "self-restraint" not in firms.without:
        left = self_restraint.LAWFUL_LEFT if kind.lawful else self_restraint.FORBIDDEN_LEFT
        felt = log_rate(left.value, halved=min(costly) == 2)
    free = threshold(events, 1024 + shift + (0 if kind.lawful else felt), WIDE)
    hushed = threshold(events, 1024 + shift + felt, WIDE)
    found, height = [], 0
    for ordinal in range(64):
        words = firms.luck.words(OWN, one["number"], ordinal, step, kind.id)
        drawn = words[0] * WORD + words[1]
        height = height * drawn // WIDE if ordinal else drawn
        if height <= free:
            break
        act_day = day + words[2] * firms.step_days // WORD
        if act_day < firms.days:
            found.append({"name": kind.id, "family": 8, "ordinal": ordinal, "child": 0, "day": act_day, "step": step,
                          "declared": True, "ghost": False,
                          "outcome": DONE if height > hushed else HELD_BACK})  # fmt: skip
    return found


def gate(firms, one, act):
    _, kind = firms.doings[act["name"]]
    act["capacity"] = 0
    if act["outcome"] != DONE:
        return
    if one["denied"] & kind.capacity:
        act["outcome"], act["capacity"] = DENIED, one["denied"] & int(kind.capacity)
        return
    worse = max(-one["levels"][FAILS[act["name"]]], 0) if act["name"] in FAILS else 0
    about = NAMES[FAILS[act["name"]]] if worse else ""
    if worse and happens(words_of(firms, one, act, about)[2], Fraction(degrees.PER_LEVEL.value) * worse):
        act["outcome"] = CAME_TO_NOTHING


def tenders(firms, acts, step):
    """Contracts of each district: twelve a year, to the best level, then by luck."""
    found = []
    for district in range(len(firms.people) // 64 if "government" in firms.text_kinds else 0):
        asking = []
        for one in firms.people[district * 64 : district * 64 + 64]:
            mine = [act for act in acts[one["number"]] if act["name"] == "tender-bid"]
            mine = [act for act in mine if act["outcome"] in {DONE, DENIED}]
            for act in mine[1:]:
                act["outcome"] = 4 if act["outcome"] == DONE else act["outcome"]
            if mine:
                luck = firms.luck.words(DECIDE, one["number"], 1, step)[0]
                asking.append({"who": one, "act": mine[0], "luck": luck})
        rate = Fraction(12) * firms.step_days / 365
        seats = min(firms.carried.get(district, 0) + int(rate * (step + 1)) - int(rate * step), 64)
        neutral = sorted(asking, key=lambda ask: (ask["luck"], ask["who"]["number"]))
        real = [ask for ask in neutral if ask["act"]["outcome"] == DONE]
        real.sort(key=lambda ask: -ask["who"]["levels"][OrganisationDegree.TENDER_RANK])
        won, would = real[:seats], neutral[:seats]
        firms.carried[district] = seats - len(won)
        for ask in real:
            if not among(ask, won):
                ask["act"]["outcome"] = 4
        gained = [ask for ask in neutral if among(ask, won) and not among(ask, would)]
        lost = [ask for ask in neutral if among(ask, would) and not among(ask, won)]
        found += rows(1, gained, lost, 1) + rows(1, lost, gained, 0)
    return found


def town_victims(firms, one, victim, pick):
    """The resident who suffers, if it is one."""
    town = firms.residents
    if victim == "employee" and one["staff"]:
        return [one["staff"][pick * len(one["staff"]) // WORD]]
    if victim == "customer":
        return [town.at(one["district"] * 4096 + pick * 4096 // WORD)]
    if victim == "neighbour":
        start = one["boss"]["number"] - one["boss"]["number"] % 128
        return [town.at(start + pick * 128 // WORD)]
    return []


def other_firm(firms, one, victim, pick):
    """The firm that suffers, if it is one."""
    if victim == "creditor":
        return firms.people[one["slot"] - one["slot"] % 64 + pick * 62 // WORD]
    if victim != "supplier" or one["supplier"] is None:
        return None
    return firms.people[one["supplier"]]


def do_harm(firms, one, acts, due):
    """Who suffers from what an organisation did."""
    for act in acts:
        _, kind = firms.doings[act["name"]]
        if act["outcome"] != DONE or not kind.victim:
            continue
        pick, chance, *_ = words_of(firms, one, act, "victim")
        if not happens(chance, kind.victim_chance.value if kind.victim_chance else None):
            continue
        hit = town_victims(firms, one, kind.victim, pick) or [other_firm(firms, one, kind.victim, pick)]
        if kind.victim == "staff":
            hit = one["staff"]
        for victim in hit:
            if victim is not None and victim.get("lives", True) and due < firms.days:
                victim["agenda"].append({"due": due, "kind": HARM, "act": act, "doing": kind, "origin": one})


def be_seen(firms, tables, step, day, acts):
    invented = [look for district in range(len(firms.people) // 64) for look in ghosts(firms, district, day, step)]
    for one in firms.people:
        done = [act for act in acts[one["number"]] if act["outcome"] == DONE]
        looks = [look for act in done for look in looks_at(firms, one, act, step)]
        looks += [look for look in invented if look["origin"] is one]
        holders.keep(firms, looks, step)
        tables.sightings(step, looks, Counter())
        for look in looks:
            for holder, due, way in holders.destinations(firms, look):
                add_record(look, holder, due, way)
        holders.tell(firms, tables, looks, day, day + 1)


def ghosts(firms, district, day, step):
    """What sources allege of the 64 places of a district."""
    found = []
    for source in firms.sources:
        for name in source["text"].sees:
            if name not in firms.doings:
                continue
            first, reach, height = 1 << 31 | name_24(name) << 6, min(source["ghosts"].values()), WIDE - 1
            for ordinal in range(64):
                cell = FIRST // 64 + district
                words = firms.luck.words(OTHER_SUBJECT + GHOST, cell, first + ordinal, step, source["id"])
                drawn = words[0] * WORD + words[1]
                height = height * drawn // WIDE if ordinal else drawn
                if height <= reach:
                    break
                one = firms.people[district * 64 + words[2] // 2**26]
                act_day = day + words[3] * firms.step_days // WORD
                if act_day >= firms.days or height <= source["ghosts"][one["group"], one["urban"]]:
                    continue
                if firms.doings[name][0] != ("government" if one["slot"] % 64 == 63 else "firm"):
                    continue
                act = {"name": name, "family": GHOST_FAMILY, "ordinal": ordinal, "day": act_day, "step": step,
                       "child": 0, "declared": False, "ghost": True}  # fmt: skip
                due = act_day + delay_of(source, words[2] >> 16 & 255)
                fate = AFTER_HORIZON if due >= firms.days else RECORDED
                found.append({"act": act, "source": source, "origin": one, "on": one, "truth": FALSE, "fate": fate,
                              "due": due})  # fmt: skip
    return found

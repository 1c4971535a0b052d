"""The twin's lists: who gets on, who gets off, and which official decides, one resident at a time."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from twin import favour
from twin.holders import number_of
from twin.luck import DECIDE, act_place, wide
from twin.states import value_of

START = date(2020, 1, 1)
FOR_GOOD, LATEST = 65535, 65534
TERM, PERFORMED, ENDED, STILL_OPEN = range(4)
DONE = 0
EXIT = 2


def after(day, clock):
    """The day so many days after another; working days are Monday to Friday."""
    if clock.kind == "calendar" or not clock.days:
        return min(day + clock.days, LATEST)
    left = clock.days
    while left:
        day += 1
        left -= (START + timedelta(days=day)).weekday() < 5
    return min(day, LATEST)


def close(opened, day):
    end = after(day, opened["ground"].exit)
    if end < opened["until"]:
        opened |= {"until": end, "exit": PERFORMED}


def open_ground(person, ground, look, known, noted, settled):
    """Put a ground on a resident, from the day on which its keeper knows of it."""
    entry = after(known, ground.entry)
    until = min(entry + int(ground.term_days.value), LATEST) if ground.term_days else FOR_GOOD
    opened = {"ground": ground, "look": look, "known": known, "entry": entry, "until": until, "exit": TERM}
    opened |= {"noted": noted, "fresh": True}
    if settled is not None:
        close(opened, settled)
    person["opened"].append(opened)


def report_exits(world, person, acts, step):
    """What a resident makes good closes what is open, and settles what is on its way or waits."""
    for act in acts:
        if act["outcome"] != DONE:
            continue
        for opened in person["opened"]:
            if opened["known"] <= act["day"] and makes_good(world, person, opened["ground"], act):
                close(opened, act["day"])
    for row in person["agenda"]:
        if row["kind"] == 2 and "settled" not in row and row["look"]["act"]["step"] < step:
            grounds = [ground for ground in world.grounds if row["look"]["act"]["name"] in ground.acts]
            days = [act["day"] for act in acts for ground in grounds if makes_good(world, person, ground, act)]
            if days:
                row["settled"] = min(days)
    for case in person["cases"]:
        if "ground" in case and case["settled"] is None:
            days = [act["day"] for act in acts if makes_good(world, person, case["ground"], act)]
            case["settled"] = min(days) if days else None


def closes(ground, act):
    return act["name"] in ground.exit_acts and not ground.exit_seen_by


def makes_good(world, person, ground, act):
    """Whether what somebody did, and reports, closes a ground."""
    return act["outcome"] == DONE and closes(ground, act) and does(world, person, ground, act)


def does(world, person, ground, act):
    """Whether the official of a ground finds that an exit does."""
    chance = ground.exit_override
    limit = wide(Fraction(chance.value)) if chance else 0
    return not world.luck.below(limit, 0, DECIDE, person["number"], act_place(act), act["step"], ground.id, EXIT)


def hold_against_grounds(world, person, row, step):
    """One record: what is open may close or last longer, and new grounds open or wait for an official."""
    look, day = row["look"], row["due"]
    name, source = look["act"]["name"], look["source"]["id"]
    for opened in person["opened"]:
        if holder_of(world, opened["ground"]) == row["holder"]:
            change_open(world, opened, look, source, day)
    for ground in world.grounds:
        if holder_of(world, ground) != row["holder"]:
            continue
        if name not in ground.acts or (ground.sources and source not in ground.sources):
            continue
        if not meets(world, person, ground, day):
            continue
        if ground.repeat and not counted(world, person, row, ground):
            continue
        settled = row.get("settled") if ground.exit_acts and not ground.exit_seen_by else None
        if settled is not None and settled <= day:
            continue
        if ground.decision:
            person["cases"].append(ground_case(world, ground, look, day, settled, step))
        else:
            open_ground(person, ground, look, day, day, settled)


def meets(world, person, ground, day):
    """Whether somebody is old enough for a ground, and what it asks was so when the step began."""
    before = person | {"score": person["score_before"]}
    of_age = day - person["birth_day"] >= int(ground.min_age.value) * 365
    return of_age and (ground.when is None or bool(value_of(world, before, ground.when)))


def holder_of(world, ground):
    """Number of the holder who keeps the list of a ground."""
    return next(number_of(world, one.holder) for one in world.text.lists if one.id == ground.on_list)


def change_open(world, opened, look, source, day):
    ground, name = opened["ground"], look["act"]["name"]
    seen = name in ground.exit_acts and source in ground.exit_seen_by
    since = look["act"]["step"] >= opened["look"]["act"]["step"]
    if seen and since and does(world, look["origin"], ground, look["act"]):
        close(opened, day)
    heard = not ground.sources or source in ground.sources
    if ground.term_days and name in ground.extend_acts and heard and opened["exit"] == TERM and day < opened["until"]:
        end = opened["until"] + int(ground.extend_by_days.value)
        if ground.longest_days:
            end = min(end, opened["entry"] + int(ground.longest_days.value))
        opened["until"] = min(max(end, opened["until"]), LATEST)


def counted(world, person, row, ground):
    """Count a record of a ground that repeats take; says whether there are enough."""
    tally = person["tally"]
    tally[ground.id] += 1
    ends = row["due"] + ground.repeat.within_days
    if ends < world.days:
        rule = {"number": ground.id, "ground": ground}
        person["agenda"].append({"due": ends, "kind": 0, "look": row["look"], "rule": rule, "amount": 0})
    return tally[ground.id] >= ground.repeat.count


def ground_case(world, ground, look, day, settled, step):
    act, sub = look["act"], look["source"]["digest"] & 0x7FFF
    case = ground.decision.same_case_as or ground.id
    address = look["origin"]["number"], act_place(act), act["step"], case
    other = favour.otherwise(world, ground.decision, look["on"]["tied"], address, sub, DECIDE, gives=False)
    return {
        "ground": ground, "look": look, "noted": day, "filed": step,
        "due": min(day + ground.decision.delay_days, LATEST),
        "settled": settled, "otherwise": other,
        "priority": world.luck.words(DECIDE, *address, sub)[2],
    }  # fmt: skip


def room_of(world, decision, district, day, end):
    """How many cases the officials of a district can decide in a step."""
    if decision.per_thousand_year is None:
        return None
    residents = min(4096, len(world.people) - district * 4096)
    rate = Fraction(decision.per_thousand_year.value) * residents / 365_000
    return int(rate * end) - int(rate * day)


def decide(world, kind, before, day, end):
    """The cases of one kind ("ground" or "consequence") that are decided in a step, with whose they are."""
    found = []
    waiting = [
        (person, case) for person in world.people for case in person["cases"]
        if kind in case and case["due"] < before and case.get("state", "waits") == "waits"
    ]  # fmt: skip
    for district in {person["district"] for person, _ in waiting}:
        for about in world.all_grounds if kind == "ground" else world.consequences:
            queue = [
                (person, case) for person, case in waiting if person["district"] == district and case[kind] is about
            ]
            if not queue:
                continue
            queue.sort(key=lambda pair: order_of_case(*pair))
            decision = about.decision if kind == "ground" else about["row"].decision
            found += queue[: room_of(world, decision, district, day, end)]
    return found


def order_of_case(person, case):
    look = case.get("look")
    ref = ref_of(look) if look else 0
    origin = look["origin"]["number"] if look else person["number"]
    return case["filed"], case["priority"], person["number"], origin, ref


def ref_of(look):
    act = look["act"]
    source = look["source"]["number"]
    return act["step"] << 20 | act["family"] << 15 | act["ordinal"] << 9 | source << 3 | act["child"]


def decide_grounds(world, day, end):
    for person, case in decide(world, "ground", end, day, end):
        person["cases"].remove(case)
        decided = max(case["due"], day)
        favour.decided(world, person, case, day)
        if not case["otherwise"] & 1 and not (case["settled"] is not None and case["settled"] <= decided):
            open_ground(person, case["ground"], case["look"], decided, case["noted"], case["settled"])


def close_lists(world, person, end):
    """Who is on which list after a step; returns the grounds that listed the resident and have ended."""
    gone, stay = [], []
    for opened in person["opened"]:
        if not world.keeps(opened["ground"].on_list) and opened["until"] > end:
            opened |= {"until": end, "exit": ENDED}
        if opened["until"] <= opened["entry"]:
            continue
        (gone if opened["until"] <= end else stay).append(opened)
    person["opened"] = stay
    person["lists"] = {opened["ground"].on_list for opened in stay if opened["entry"] <= end}
    person["cases"] = [case for case in person["cases"] if "ground" not in case or world.keeps(case["ground"].on_list)]
    return gone

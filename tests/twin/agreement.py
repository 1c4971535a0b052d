"""The twin's agreement: which sources have records of somebody that count for a rule."""

from __future__ import annotations


def agreeing(scheme):
    """Names of the counts of each source's records, for rules that ask several to agree."""
    found = []
    for rule in scheme.rules:
        for source in scheme.sources if rule.agree else ():
            records = {*source.sees, *([source.wrong_act.taken_for] if source.wrong_act else [])}
            if rule.act in records and (not rule.sources or source.id in rule.sources):
                found.append((rule.id, source.id))
    return [f"agree {rule} {source}" for rule, source in sorted(found)]


def enough(world, person, rule):
    """Whether the sources with records that count are enough, and trusted enough."""
    having = [s["text"] for s in world.all_sources if person["tally"].get(f"agree {rule['id']} {s['id']}")]
    asked = rule["agree"]
    return len(having) >= asked.count.value and sum(one.trust.value for one in having) >= asked.trust.value


def agreed(world, person, row, rule, later):
    """Whether it is this record that brings enough sources together; it counts for some days."""
    before = enough(world, person, rule)
    name = f"agree {rule['id']} {row['look']['source']['id']}"
    if name in person["tally"]:
        person["tally"][name] += 1
        later(world, person, row, 0, {"number": name}, int(rule["agree"].within_days.value), 0)
    return not before and enough(world, person, rule)

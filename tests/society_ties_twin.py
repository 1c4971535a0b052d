"""Kin, colleagues, employers and friends once more, in plain Python (see `society_twin`)."""

from __future__ import annotations

PAIRING = 16


def first_above(ends, word):
    return next(i for i, end in enumerate(ends) if word < end or i == len(ends) - 1)


def relate(first, people, ties, houses, luck):
    """Kin, colleagues, employers and friends of a district."""
    words = {
        (name, block): [luck.words(first + slot, block, name, PAIRING) for slot in range(4096)]
        for name in ("kin", "colleague", "friend")
        for block in range(3)
    }
    places, bosses = workplaces(people, words["colleague", 2], ties)
    for slot, person in enumerate(people):
        person["employer"] = bosses.get(slot, 65535)
    kin = [parents(people, words["kin", 0], words["kin", 1], houses, row) for row in range(4)]
    colleagues = [
        couples(people, places, {slot: (words["colleague", row // 4][slot][row % 4], slot) for slot in places})
        for row in range(8)
    ]
    friends = [friendships(people, words, ties["friends"], row) for row in range(8)]
    for name, tables in (("kin", kin), ("colleague", colleagues), ("friend", friends)):
        for slot, person in enumerate(people):
            person[name] = [table.get(slot, 65535) for table in tables]


def decade(age):
    return age // 5 if age < 60 else min(age // 10, 8) * 10


def parents(people, line, parts, houses, row):
    """Grown-up children and their parents in one pairing."""
    young, old = {}, {}
    for slot, p in enumerate(people):
        age = p["age"]
        if age >= 18 and not p["with_parent"] and parts[slot][0] % 4 == row:
            gaps = houses["gap"][4][min(age // 5, 17)]
            expected = min(age + gaps[parts[slot][1] % 256], 99)
            if p["standing"] & 8:
                expected = max(age + min(gaps[parts[slot][1] % 256], gaps[parts[slot][1] // 256 % 256]), 60)
            elif expected >= 60:
                continue
            young.setdefault((p["group"], decade(expected)), []).append((line[slot][row], slot))
        elif age >= 38:
            old.setdefault((p["group"], decade(age)), []).append((line[slot][row], slot))
    found = {}
    for label, children in young.items():
        for (_, one), (_, other) in zip(sorted(children), sorted(old.get(label, [])), strict=False):
            apart = people[one]["household"] != people[other]["household"]
            if apart and people[other]["age"] >= people[one]["age"] + 18:
                found[one], found[other] = other, one
    return found


def couples(people, labels, order):
    """Neighbours in the line of (label, order), if they share the label and not the household."""
    line = sorted(labels, key=lambda slot: (labels[slot], order[slot]))
    found = {}
    for one, other in zip(line[::2], line[1::2], strict=False):
        if labels[one] == labels[other] and people[one]["household"] != people[other]["household"]:
            found[one], found[other] = other, one
    return found


def workplaces(people, parts, ties):
    """Workplace of each slot that has one, and employer of each of the private staff."""
    staff = {2: [], 3: []}
    for slot, p in enumerate(people):
        if p["work"] == 2 and p["sector"] in staff and p["role"] != 7:
            label = p["role"] if p["sector"] == 3 else 0
            staff[p["sector"]].append((label, parts[slot][0], slot))
    sizes = {
        slot: ties["firm_staff"][first_above(ties["firm_ends"], parts[slot][1])]
        for slot, p in enumerate(people)
        if p["standing"] & 1024
    }
    places, bosses, reached, total = {boss: boss for boss in sizes}, {}, 0, sum(sizes.values())
    private = [slot for _, _, slot in sorted(staff[2])]
    for boss, size in sizes.items():
        start, reached = reached, reached + size
        for slot in private[start * len(private) // total : reached * len(private) // total]:
            places[slot] = bosses[slot] = boss
    public = [slot for _, _, slot in sorted(staff[3])]
    many = max((len(public) + ties["public_staff"] // 2) // ties["public_staff"], 1)
    for number, slot in enumerate(public):
        places[slot] = 4096 + number * many // len(public)
    return places, bosses


def friendships(people, words, figures, row):
    """Friends in one pairing."""
    low, room, alike, noise = figures
    labels, order = {}, {}
    for slot, p in enumerate(people):
        part = words["friend", 2][slot]
        stage = sum(p["age"] >= start for start in (6, 18, 40, 60))
        draw = part[1 + row // 4].to_bytes(4, "little")[row % 4]
        if stage and draw < low + part[0] % 256 * room // 256:
            word = words["friend", row // 4][slot][row % 4]
            if row < alike:
                labels[slot] = (1 + p["group"], stage)
                order[slot] = (p["income_rank"] * 2048 + word // 32 * noise // 1024, slot)
            else:
                labels[slot], order[slot] = (0, stage), (word, slot)
    return couples(people, labels, order)

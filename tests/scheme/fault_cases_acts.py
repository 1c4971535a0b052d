"""A text for every fault of declared acts, capacities and what consequences bring; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import FULL


def changed(old: str, new: str) -> str:
    """The dense scheme with acts of its own, with its first `old` replaced."""
    assert old in FULL, old
    return FULL.replace(old, new, 1)


def many(table: str, number: int, body: str) -> str:
    """So many tables of one name."""
    return "".join(f'\n[[{table}]]\nid = "{table}-{n}"\n{body}\n' for n in range(number))


_FOLLOWER = (
    'title = "x"\nby = "adult"\nvictim = "nobody"\nlawful = true\n'
    'after = { act = "petition", chance = 0.1 }\nmark = "fiction"\ncite = ["test-book"]'
)
_STOOD = 'chance = 0.5 }\neffect = { what = "income-down" }'

ACT_CASES: dict[str, tuple[str | bytes, str]] = {
    "SCH340": (changed("lawful = true\nrate = 4\ndenied", "lawful = true\ndenied"), "act"),
    "SCH341": (changed(_STOOD, 'chance = 0.5 }\nneeds = ["home"]'), '["home"]'),
    "SCH342": (changed('act = "red-light", chance', 'act = "misconduct-on-train", chance'), '"misconduct-on-train"'),
    "SCH343": (changed('lacks = ["sick"]', 'lacks = ["sik"]'), '"sik"'),
    "SCH344": (changed('acts = ["summons", "family-visit"]', 'acts = ["family-visit"]'), '{ what = "tie-cut" }'),
    "SCH345": (changed('{ what = "income-down" }', '{ what = "income-down", asset = "home" }'), '"home"'),
    "SCH346": (changed('id = "idling"', 'id = "flight"'), '"flight"'),
    "LIM-followers": (FULL + many("act", 7, _FOLLOWER), "act"),
    "LIM-capacities": (FULL + many("capacity", 15, 'acts = ["petition"]'), "capacity"),
    "SCH347": (changed('brings = ["lesson"]', 'brings = ["round-of-drinks"]'), '"round-of-drinks"'),
}

"""Changes of single keys of declared acts and capacities; see `scheme.key_changes`."""

from __future__ import annotations

_FAIR = '[[act]]\nid = "fair"'
_ROUND = '[[act]]\nid = "round-of-drinks"'
_CROSSING = '[[capacity]]\nid = "crossing"'
_IDLING = '[[capacity]]\nid = "idling"'
_EFFECT = 'effect = { what = "asset-gained", asset = "licence", chance = 0.5 }'
_DENIED = 'denied = { what = "asset-lost", asset = "home", chance = 0.5 }'
_HARM = 'harm = { tie = "neighbour", what = "asset-gained", asset = "short-of-money", chance = 0.5 }'
_AFTER = 'after = { act = "red-light", chance = 0.5 }'


def _inner(table: str, line: str, *changes: tuple[str, str, str]) -> tuple[tuple[str, str, str, str, str], ...]:
    """Changes of the keys of one inner table, each within its line."""
    return tuple((f"act.{table}", _FAIR, key, line, line.replace(old, new)) for key, old, new in changes)


ACT_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("act", _FAIR, "needs", 'needs = ["health-insured"]', 'needs = ["home"]'),
    ("act", _FAIR, "lacks", 'lacks = ["sick"]', 'lacks = ["home"]'),
    ("act", _FAIR, "capacity", 'capacity = ["public-job"]', 'capacity = ["dating"]'),
    ("act", _FAIR, "place", 'place = "match"', 'place = "hospital-queue"'),
    ("act", _FAIR, "effect", _EFFECT, 'effect = { what = "income-up" }'),
    ("act", _FAIR, "denied", _DENIED, 'denied = { what = "income-down" }'),
    ("act", _FAIR, "harm", _HARM, 'harm = { tie = "friend", what = "income-down" }'),
    ("act", _ROUND, "after", _AFTER, 'after = { act = "speeding", chance = 0.9 }'),
    *_inner("effect", _EFFECT, ("what", "gained", "lost"), ("asset", "licence", "debt"), ("chance", "0.5", "1")),
    *_inner("denied", _DENIED, ("what", "lost", "gained"), ("asset", "home", "partner"), ("chance", "0.5", "1")),
    *_inner(
        "harm", _HARM, ("tie", "neighbour", "friend"), ("what", "gained", "lost"), ("asset", "short-of-money", "sick"),
        ("chance", "0.5", "1"),
    ),
    ("act.after", _ROUND, "act", _AFTER, _AFTER.replace("red-light", "speeding")),
    ("act.after", _ROUND, "chance", _AFTER, _AFTER.replace("0.5", "0.9")),
    ("capacity", _IDLING, "id", 'id = "idling"', 'id = "loitering"'),
    ("capacity", _IDLING, "title", 'title = "Standing about"', 'title = "Standing around"'),
    ("capacity", _CROSSING, "acts", 'acts = ["summons", "family-visit"]', 'acts = ["summons"]'),
    ("consequence", '[[consequence]]\nid = "kept-busy"', "brings", 'brings = ["lesson"]', 'brings = ["summons"]'),
)  # fmt: skip

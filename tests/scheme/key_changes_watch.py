"""Changes of single keys of how sources watch; see `scheme.key_changes`."""

from __future__ import annotations

from typing import Final

_WARDENS: Final = '[[source]]\nid = "wardens"'

ROLES: Final = ("official", "lawyer", "journalist", "petitioner", "doctor", "teacher", "entrepreneur", "police")
"""Few have one: their keys are tried in a society with many of them."""

WATCH_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    *(("source.watch", _WARDENS, role, f"watch.{role} = 1", f"watch.{role} = 0.1") for role in ROLES),
    (
        "source",
        _WARDENS,
        "wrong_act",
        'taken_for = "elder-neglect", chance = 0.3',
        'taken_for = "charity-gift", chance = 0.9',
    ),
    ("source", _WARDENS, "patrol", "gain = 0.4, half_life_days = 60", "gain = 0, half_life_days = 600"),
    ("source.wrong_act", _WARDENS, "acts", 'acts = ["queue-jumping"]', 'acts = ["late-bill"]'),
    ("source.wrong_act", _WARDENS, "taken_for", 'taken_for = "elder-neglect"', 'taken_for = "late-bill"'),
    ("source.wrong_act", _WARDENS, "chance", "chance = 0.3", "chance = 0.8"),
    ("source.patrol", _WARDENS, "gain", "gain = 0.4", "gain = 0.1"),
    ("source.patrol", _WARDENS, "half_life_days", "half_life_days = 60", "half_life_days = 6"),
    ("source.patrol", _WARDENS, "most", "most = 3", "most = 1"),
    ("source.watch", _WARDENS, "offline", "watch.offline = 0.8", "watch.offline = 0.1"),
    ("source.watch", _WARDENS, "online", "watch.online = 1\n", "watch.online = 0.1\n"),
    ("source.watch", _WARDENS, "online_much", "watch.online_much = 1.2", "watch.online_much = 0.1"),
)

"""Changes of single keys of how sources watch; see `scheme.key_changes`."""

from __future__ import annotations

from typing import Final

_WARDENS: Final = '[[source]]\nid = "wardens"'

ROLES: Final = ("official", "lawyer", "journalist", "petitioner", "doctor", "teacher", "entrepreneur", "police")
"""Few have one: their keys are tried in a society with many of them."""

WATCH_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    *(("source.watch", _WARDENS, role, f"watch.{role} = 1", f"watch.{role} = 0.1") for role in ROLES),
    ("source.watch", _WARDENS, "offline", "watch.offline = 0.8", "watch.offline = 0.1"),
    ("source.watch", _WARDENS, "online", "watch.online = 1\n", "watch.online = 0.1\n"),
    ("source.watch", _WARDENS, "online_much", "watch.online_much = 1.2", "watch.online_much = 0.1"),
)

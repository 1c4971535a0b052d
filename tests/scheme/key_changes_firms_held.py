"""Changes of single keys of what holds firms; see `scheme.key_changes`. Each is (table, key, text, changed text)."""

from __future__ import annotations

from scheme.dense_firms_held import CARRYING


def _pair(key: str, old: str, new: str) -> tuple[str, str, str, str]:
    assert CARRYING.count(old) == 1
    return ("override", key, CARRYING, CARRYING.replace(old, new))


FIRMS_HELD_CHANGES: tuple[tuple[str, str, str, str], ...] = (
    _pair("same_officer", 'same_officer = "bad"', 'same_officer = "usual"'),
    _pair("younger_days", "younger_days = 3000", "younger_days = 900"),
    ("grade", "by_override", CARRYING, CARRYING.replace("by_override = true", "at_least = 60")),
)

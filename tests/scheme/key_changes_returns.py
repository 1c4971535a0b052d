"""Changes of single keys of scores that go back; see `scheme.key_changes`. Each is (table, key, text, changed text)."""

from __future__ import annotations

from scheme.dense_returns import RETURNING, YEARLY


def _pair(key: str, old: str, new: str, base: str = RETURNING) -> tuple[str, str, str, str]:
    assert old in base
    return ("score", key, base, base.replace(old, new))


RETURN_CHANGES: tuple[tuple[str, str, str, str], ...] = (
    _pair("decay_share", "decay_share = 0.3", "decay_share = 0.4"),
    _pair("decay_points", "decay_points = 1.5", "decay_points = 2"),
    _pair("decay_days", "decay_days = 12", "decay_days = 15"),
    _pair("reset_days", "reset_days = 90", "reset_days = 80", YEARLY),
    _pair("reset_offset", "reset_offset = 33", "reset_offset = 61"),
)

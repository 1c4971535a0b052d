"""Changes of single keys of stars; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_peer import PEER

Line = tuple[str, str, str, str, str]

_BILLS = '[[impression]]\nid = "bills"'

_LINES: tuple[Line, ...] = (
    ("encounters", "[encounters]", "with_ties_per_day", "with_ties_per_day = 0.6", "with_ties_per_day = 0.9"),
    (
        "encounters",
        "[encounters]",
        "with_strangers_per_day",
        "with_strangers_per_day = 0.4",
        "with_strangers_per_day = 0.9",
    ),
    ("encounters", "[encounters]", "base", "base = 3.9", "base = 3.7"),
    ("encounters", "[encounters]", "noise", "noise = 1.2", "noise = 1"),
    ("encounters", "[encounters]", "by_standing", "by_standing = 0.5", "by_standing = 0.9"),
    ("encounters", "[encounters]", "weight", 'weight = "own"', 'weight = "none"'),
    ("encounters", "[encounters]", "memory", "memory = 16", "memory = 20"),
    ("impression", _BILLS, "id", 'id = "bills"', 'id = "debts"'),
    ("impression", _BILLS, "act", 'act = "late-bill"', 'act = "petition"'),
    ("impression", _BILLS, "stars", "stars = -1\n", "stars = -3\n"),
    ("impression", _BILLS, "penalty", "penalty = 1", "penalty = 2"),
    ("impression", _BILLS, "doubles", "doubles = true", "doubles = false"),
)
_EVIDENCE: tuple[Line, ...] = tuple(
    (table, anchor, key, f"\n{key} = {old}", f"\n{key} = {new}")
    for table, anchor in (("encounters", "[encounters]"), ("impression", _BILLS))
    for key, old, new in (("mark", '"fiction"', '"reported"'), ("cite", '["test-book"]', '["other-book"]'))
)

PEER_PAIRS = tuple((PEER, *line) for line in (*_LINES, *_EVIDENCE))
"""The text, table, its first lines, key, the line as it stands, and as it becomes."""

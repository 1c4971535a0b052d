"""Changes of single keys of consent; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_consent import CHOSEN, LEFT
from scheme.dense_qualifying import QUALIFIED, WHEN

_CONSENT = "[consent]"

_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("consent", "start", "start = 0.4\n", "start = 0.8\n"),
    ("consent", "join_per_year", "join_per_year = 0.6", "join_per_year = 0.9"),
    ("consent", "leave_per_year", "leave_per_year = 0.5", "leave_per_year = 0"),
    ("consent", "joins", "joins = { minority_a = 3, minority_b = 0.2, young = 2, old = 0.5 }\n", ""),
    (
        "consent",
        "leaves",
        "leaves = { minority_a = 2, minority_b = 3, young = 0.5, old = 2, punished = 6, favoured = 0.3 }\n",
        "",
    ),
    ("consent", "pre_ticked", "pre_ticked = 0.4", "pre_ticked = 0.9"),
    ("consent", "back_days", "back_days = 60", "back_days = 300"),
    ("consent", "compelled", "compelled = 0.25", "compelled = 0"),
    ("consent", "shares", "shares = 0.5", "shares = 0.9"),
    ("consent", "mark", 'mark = "fiction"', 'mark = "reported"'),
    ("consent", "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    ("consent.joins", "minority_a", "joins = { minority_a = 3", "joins = { minority_a = 0"),
    ("consent.joins", "minority_b", "minority_b = 0.2", "minority_b = 9"),
    ("consent.joins", "young", "young = 2", "young = 0.1"),
    ("consent.joins", "old", "old = 0.5", "old = 5"),
    ("consent.leaves", "minority_a", "leaves = { minority_a = 2", "leaves = { minority_a = 20"),
    ("consent.leaves", "minority_b", "minority_b = 3", "minority_b = 30"),
    ("consent.leaves", "young", "young = 0.5", "young = 5"),
    ("consent.leaves", "old", "old = 2", "old = 20"),
    ("consent.leaves", "punished", "punished = 6", "punished = 60"),
    ("consent.leaves", "favoured", "favoured = 0.3", "favoured = 30"),
)

CONSENT_LINES = tuple((CHOSEN, table, _CONSENT, key, old, new) for table, key, old, new in _LINES)
"""The text, table, its first lines, key, the line as it stands, and as it becomes."""

CONSENT_CHANGES = (
    ("consent", "kind", LEFT, LEFT.replace("opt-out", "opt-in")),
    ("subjects", "when", QUALIFIED, QUALIFIED.replace(WHEN, "")),
)
"""Table, key, and two texts: what kind of consent it is stands in the head of a file as well, where nothing runs."""

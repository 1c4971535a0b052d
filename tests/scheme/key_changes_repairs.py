"""Changes of single keys of repairs; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_repairs import REPAIRED

_CARE, _GIVING, _PEACE = (f'[[repair]]\nid = "{name}"' for name in ("care", "giving", "peace"))
_TWO = REPAIRED.replace("exit_delay_days = 2\n", "").replace(
    '[[repair]]\nid = "peace"',
    '[[ground]]\nid = "loud"\nlist = "notices"\nacts = ["queue-jumping"]\n\n[[repair]]\nid = "peace"',
)

REPAIR_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (REPAIRED, "repair", _CARE, "id", 'id = "care"', 'id = "help"'),
    (REPAIRED, "repair", _CARE, "title", 'title = "Caring', 'title = "Nursing'),
    (REPAIRED, "repair", _GIVING, "act", 'act = "charity-gift"', 'act = "late-bill"'),
    (REPAIRED, "repair", _GIVING, "sources", 'sources = ["registry", "neighbours"]', 'sources = ["registry"]'),
    (REPAIRED, "repair", _GIVING, "points", "points = 4.5", "points = 6"),
    (REPAIRED, "repair", _GIVING, "rules", 'rules = ["bills", "posts", "neglect"]', 'rules = ["posts"]'),
    (REPAIRED, "repair", _CARE, "largest", "largest = 50", "largest = 7"),
    (_TWO, "repair", _PEACE, "ground", 'ground = "quarrelsome"', 'ground = "loud"'),
    (REPAIRED, "repair", _CARE, "after_days", "after_days = 9", "after_days = 60"),
    (REPAIRED, "repair", _CARE, "within_days", "within_days = 110", "within_days = 20"),
    (REPAIRED, "repair", _GIVING, "most", "most = 1", "most = 4"),
    (REPAIRED, "repair", _GIVING, "per_days", "per_days = 45", "per_days = 150"),
    (REPAIRED, "repair", _CARE, "when", 'when = "score < 95"', 'when = "score < 60"'),
    (REPAIRED, "repair", _CARE, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (REPAIRED, "repair", _CARE, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)

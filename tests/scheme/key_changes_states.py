"""Changes of single keys of conditions, and of points that stand; see `scheme.key_changes`."""

from __future__ import annotations

_SCHOOLING = '[[state_rule]]\nid = "schooling"'

STATE_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("rule", '[[rule]]\nid = "town-bills"', "when", "urban and score > 20", "urban and score > 60"),
    ("consequence", '[[consequence]]\nid = "lean-years"', "when", "age >= 40 and", "age < 40 and"),
    ("ground", '[[ground]]\nid = "town-quarrels"', "when", "urban and not", "urban or not"),
    ("state_rule", _SCHOOLING, "id", 'id = "schooling"', 'id = "learning"'),
    ("state_rule", _SCHOOLING, "title", 'title = "Schooling counts"', 'title = "Learning counts"'),
    ("state_rule", _SCHOOLING, "when", "education >= 2 and", "education >= 3 and"),
    ("state_rule", _SCHOOLING, "points", "value = 6, band", "value = 7, band"),
    ("state_rule", _SCHOOLING, "refresh_days", "refresh_days = 60", "refresh_days = 90"),
    (
        "version",
        '[[version]]\nid = "tired"',
        "drop_state_rules",
        'drop_state_rules = ["work"]',
        'drop_state_rules = ["schooling"]',
    ),
)

"""Changes of single keys of overrides and of rules that go together; see `scheme.key_changes`."""

from __future__ import annotations

_CHARGES, _ARREARS = '[[rule]]\nid = "charges"', '[[rule]]\nid = "arrears"'
_CARELESS = '[[override]]\nid = "careless"'

POINT_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("rule", _CHARGES, "per_days", "per_days = 20", "per_days = 90"),
    ("rule", _CHARGES, "group", 'group = "money"', 'group = "other"'),
    ("rule", _ARREARS, "group_days", "group_days = 40", "group_days = 200"),
    ("override", _CARELESS, "id", 'id = "careless"', 'id = "heedless"'),
    ("override", _CARELESS, "title", 'title = "Whoever is careless', 'title = "Whoever is heedless'),
    ("override", _CARELESS, "grade", 'grade = "bottom"', 'grade = "middle"'),
    ("override", _CARELESS, "acts", 'acts = ["elder-neglect", "late-bill"]', 'acts = ["late-bill"]'),
    ("override", _CARELESS, "sources", 'sources = ["neighbours"]', 'sources = ["registry"]'),
    ("override", _CARELESS, "count", "count = 2", "count = 1"),
    ("override", _CARELESS, "within_days", "within_days = 90", "within_days = 30"),
    ("override", '[[override]]\nid = "watched"', "list", 'list = "watchlist"', 'list = "blacklist"'),
    (
        "version",
        '[[version]]\nid = "tired"',
        "drop_overrides",
        'drop_overrides = ["critics"]',
        'drop_overrides = ["careless"]',
    ),
)

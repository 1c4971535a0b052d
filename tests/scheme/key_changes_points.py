"""Changes of single keys of overrides; see `scheme.key_changes`."""

from __future__ import annotations

_CARELESS = '[[override]]\nid = "careless"'

POINT_LINES: tuple[tuple[str, str, str, str, str], ...] = (
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

"""Changes of single keys of association; see `scheme.key_changes`."""

from __future__ import annotations

_FAMILIES = '[[association]]\nid = "families"'

TIE_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("association", _FAMILIES, "id", 'id = "families"', 'id = "homes"'),
    ("association", _FAMILIES, "title", 'title = "Families', 'title = "Homes'),
    ("association", _FAMILIES, "tie", 'tie = "household"', 'tie = "friend"'),
    ("association", _FAMILIES, "carries", 'carries = "losses"', 'carries = "gains"'),
    ("association", _FAMILIES, "share", "share = 0.4", "share = 0.2"),
    ("association", _FAMILIES, "rules", 'rules = ["queues", "neglect", "posts"]', 'rules = ["posts"]'),
    (
        "version",
        '[[version]]\nid = "tired"',
        "drop_associations",
        'drop_associations = ["next-door"]',
        'drop_associations = ["families"]',
    ),
)

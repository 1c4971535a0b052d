"""Keys of a source: table, where it starts, key, line and changed line."""

from __future__ import annotations

from scheme.dense_peer import PEER

SOURCE_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("source", '[[source]]\nid = "neighbours"', "title", 'title = "Neighbours"', 'title = "Passers-by"'),
    ("source", '[[source]]\nid = "registry"', "context", 'context = "credit"', 'context = "consumption"'),
    (
        "source",
        '[[source]]\nid = "registry"',
        "sees",
        'sees = ["late-bill", "charity-gift", "civil-dispute", "elder-care"]',
        'sees = ["late-bill", "charity-gift", "civil-dispute"]',
    ),
    ("source", '[[source]]\nid = "registry"', "detection", "detection = 0.9", "detection = 0.4"),
    ("source", '[[source]]\nid = "registry"', "false_per_year", "false_per_year = 0.2", "false_per_year = 1.5"),
    ("source", '[[source]]\nid = "registry"', "wrong_person", "wrong_person = 0.2", "wrong_person = 0.8"),
    ("source", '[[source]]\nid = "registry"', "match", 'match = "name"', 'match = "id-code"'),
    ("source", '[[source]]\nid = "registry"', "delay_days", "delay_days = 20", "delay_days = 90"),
    ("source", '[[source]]\nid = "registry"', "delay", 'delay = "exponential"', 'delay = "fixed"'),
    (
        "source",
        '[[source]]\nid = "registry"',
        "watch",
        "watch = { majority = 1, minority_a = 1.05, minority_b = 1.1, urban = 0.9, rural = 1 }",
        "watch = { majority = 0.2, minority_a = 0.2, minority_b = 0.2, urban = 0.2, rural = 0.2 }",
    ),
    ("source", '[[source]]\nid = "registry"', "categories", 'categories = ["bills"]', 'categories = ["debts"]'),
    ("source", '[[source]]\nid = "registry"', "special", "special = false", "special = true"),
    ("source", '[[source]]\nid = "registry"', "inferred", "inferred = false", "inferred = true"),
    ("source", '[[source]]\nid = "registry"', "origin", 'origin = "utilities"', 'origin = "shops"'),
    ("source", '[[source]]\nid = "registry"', "verified_by", 'verified_by = "agency"', 'verified_by = "none"'),
    ("source", '[[source]]\nid = "registry"', "id_match", 'id_match = "name"', 'id_match = "name+dob"'),
    ("source", '[[source]]\nid = "registry"', "retention_days", "retention_days = 3650", "retention_days = 30"),
    ("source.watch", '[[source]]\nid = "registry"', "majority", "majority = 1,", "majority = 0.3,"),
    ("source.watch", '[[source]]\nid = "registry"', "minority_a", "minority_a = 1.05", "minority_a = 0.1"),
    ("source.watch", '[[source]]\nid = "registry"', "minority_b", "minority_b = 1.1", "minority_b = 0.1"),
    ("source.watch", '[[source]]\nid = "registry"', "urban", "urban = 0.9", "urban = 0.3"),
    ("source.watch", '[[source]]\nid = "registry"', "rural", "rural = 1 }", "rural = 0.3 }"),
)

_OF_A_KIND = (
    PEER
    + """
[[source]]
id = "register"
kind = "utility"
sees = ["late-bill"]
mark = "fiction"
cite = ["test-book"]

[[list]]
id = "debtors"

[[ground]]
id = "bills"
list = "debtors"
acts = ["late-bill"]
term_days = 90
"""
)

_LIVED_IN = (
    _OF_A_KIND.replace('title = "Stars for tests"', 'title = "Stars for tests"\nsociety = "china-2020"')
    .replace('kind = "utility"', 'kind = "public-posts"')
    .replace('["late-bill"]', '["critical-post"]')
)

SOURCE_CHANGES = (
    ("scheme", "society", _LIVED_IN, _LIVED_IN.replace('"china-2020"', '"differential-watch"')),
    ("source", "kind", _OF_A_KIND, _OF_A_KIND.replace('kind = "utility"', 'kind = "neighbours"')),
)
"""Table, key, text, and the text with the key changed: of a kind that sees less, makes more up and takes longer."""

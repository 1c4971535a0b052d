"""Changes of single keys of scores that are worked out anew; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_index import CLASS, INDEX

_SCORE, _DEEDS, _HISTORY = "[score]", '[[category]]\nid = "deeds"', '[[category]]\nid = "history"'

_BARE = INDEX.replace("refresh_days = 30\nrefresh_offset = 5\nthin = { least = 2, default = 60 }\n", "")

INDEX_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (_BARE, "score", _SCORE, "kind", 'kind = "index"', 'kind = "points"'),
    (CLASS, "score", _SCORE, "value", "110 - 12", "110 - 20"),
    (INDEX, "score", _SCORE, "refresh_days", "refresh_days = 30", "refresh_days = 90"),
    (INDEX, "score", _SCORE, "refresh_offset", "refresh_offset = 5", "refresh_offset = 29"),
    (INDEX, "score", _SCORE, "thin", "thin = { least = 2, default = 60 }\n", ""),
    (INDEX, "score.thin", _SCORE, "least", "least = 2", "least = 3"),
    (INDEX, "score.thin", _SCORE, "default", "default = 60", "default = 50"),
    (INDEX, "category", _HISTORY, "id", 'id = "history"', 'id = "past"'),
    (INDEX, "category", _HISTORY, "title", 'title = "What was', 'title = "Whatever was'),
    (INDEX, "category", _HISTORY, "value", "9000 - 1500", "9000 - 1400"),
    (INDEX, "category", _DEEDS, "weight", "weight = 20.5", "weight = 21"),
    (INDEX, "category", _DEEDS, "needs", "age > 30", "age > 50"),
    (INDEX, "category", _HISTORY, "default", "default = 6000", "default = 4000"),
    (INDEX, "category", _HISTORY, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (INDEX, "category", _HISTORY, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)

"""Changes of single keys of numbers that formulas name; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_index import INDEX

NUMBERED = (
    INDEX.replace("- 1500 * count(late-bill, 200)", "+ number.late-bill * count(late-bill, 200)")
    + """
[[number]]
id = "late-bill"
title = "What a late bill takes"
value = -1500
mark = "fiction"
cite = ["test-book"]

[[number]]
id = "spare"
value = 3
mark = "fiction"
cite = ["test-book"]
"""
)
"""An index of which one number is named: the same to the bit as where it is written out."""

_LATE = '[[number]]\nid = "late-bill"'

NUMBER_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (NUMBERED, "number", '[[number]]\nid = "spare"', "id", 'id = "spare"', 'id = "unasked"'),
    (NUMBERED, "number", _LATE, "title", 'title = "What a late bill takes"', 'title = "What it takes"'),
    (NUMBERED, "number", _LATE, "value", "value = -1500", "value = -1000"),
    (NUMBERED, "number", _LATE, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (NUMBERED, "number", _LATE, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)

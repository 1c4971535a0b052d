"""Changes of single keys of limits on points; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_caps import CAPPED

_KIND, _CHARGES = '[[cap]]\nid = "some-kindness"', '[[rule]]\nid = "charges"'
_QUARRELS = '[[rule]]\nid = "quarrels"'

CAP_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (CAPPED, "cap", _KIND, "id", 'id = "some-kindness"', 'id = "zeal"'),
    (CAPPED, "cap", _KIND, "title", 'title = "Kindness counts', 'title = "Gifts count'),
    (CAPPED, "cap", _KIND, "rules", 'rules = ["gifts", "more-gifts"]', 'rules = ["gifts"]'),
    (CAPPED, "cap", _KIND, "points", "points = 50", "points = 60"),
    (CAPPED, "cap", _KIND, "days", "days = 100", "days = 60"),
    (CAPPED, "cap", _KIND, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (CAPPED, "cap", _KIND, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    (CAPPED, "rule", _CHARGES, "escalate", "escalate = { factor = 1.37 }\n", ""),
    (CAPPED, "rule.escalate", _QUARRELS, "factor", "factor = 1.5", "factor = 2"),
    (CAPPED, "rule.escalate", _QUARRELS, "most", "most = 18", "most = 7"),
)

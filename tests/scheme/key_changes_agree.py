"""Changes of single keys of agreement; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_agree import AGREED

_ASKED = "agree = { count = 2, within_days = 60 }"

AGREE_CHANGES = (
    ("rule", "agree", AGREED, AGREED.replace(f"{_ASKED}\n", "")),
    ("rule.agree", "count", AGREED, AGREED.replace("count = 2, within_days = 60", "count = 3, within_days = 60")),
    ("rule.agree", "within_days", AGREED, AGREED.replace("within_days = 60 }", "within_days = 20 }")),
    ("rule.agree", "trust", AGREED, AGREED.replace("trust = 1.2 }", "trust = 0.6 }")),
    ("source", "trust", AGREED, AGREED.replace("trust = 0.5\n", "trust = 0.85\n")),
)
"""Table, key, and two texts."""

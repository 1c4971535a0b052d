"""Changes of single keys of politics; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.key_changes_peer import PEER_PAIRS

_WEARY, _LOUD, _EARLY = (f'[[trigger]]\nid = "{name}"' for name in ("weary", "loud", "early"))

_SHARES = (
    ("start", "0.6", "0.5"), ("lowest", "0.2", "0.59"), ("highest", "0.62", "0.9"), ("learned", "-0.2", "-0.3"),
    ("debited", "-0.02", "-0.03"), ("debited_wrongly", "-0.1", "-0.2"), ("speech_debited", "-0.05", "-0.15"),
    ("punished", "-0.5", "-0.9"), ("rewarded", "3", "4"), ("drift_per_year", "0.2", "0.1"),
)  # fmt: skip

POLITICS_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("legitimacy", "[legitimacy]", "scope", 'scope = "county"', 'scope = "nation"'),
    *(("legitimacy", "[legitimacy]", key, f"{key} = {old}\n", f"{key} = {new}\n") for key, old, new in _SHARES),
    ("trigger", _WEARY, "id", 'id = "weary"', 'id = "tired-out"'),
    ("trigger", _WEARY, "title", 'title = "The county is weary"', 'title = "The county is tired"'),
    ("trigger", _EARLY, "version", 'version = "meek"', 'version = "mellow"'),
    ("trigger", _WEARY, "legitimacy_below", "legitimacy_below = 0.55", "legitimacy_below = 0.3"),
    ("trigger", _WEARY, "for_days", "for_days = 40", "for_days = 120"),
    ("trigger", _LOUD, "protests_above", "protests_above = 10", "protests_above = 40"),
)
"""Table, its first lines, key, the line as it stands, and as it becomes."""

OF_STARS = PEER_PAIRS
"""Those of the scheme of stars, each with its text before it."""

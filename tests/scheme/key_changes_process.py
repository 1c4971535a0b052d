"""Changes of single keys of what a person can do about a scheme; see `scheme.key_changes`."""

from __future__ import annotations

_UNPAID = '[[ground]]\nid = "unpaid"'

PROCESS_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("ground", _UNPAID, "exit_decision", "exit_decision.override = 0.5", "exit_decision.override = 0.01"),
    ("ground.exit_decision", _UNPAID, "by", 'exit_decision.by = "officer"', 'exit_decision.by = "judge"'),
    ("ground.exit_decision", _UNPAID, "override", "exit_decision.override = 0.5", "exit_decision.override = 0"),
    ("ground.exit_decision", _UNPAID, "mark", 'exit_decision.mark = "fiction"', 'exit_decision.mark = "reported"'),
    (
        "ground.exit_decision",
        _UNPAID,
        "cite",
        'exit_decision.cite = ["test-book"]',
        'exit_decision.cite = ["other-book"]',
    ),
    ("publicity", "[publicity]", "from_day", "from_day = 60", "from_day = 250"),
    ("appeal", "[appeal]", "filed", "filed = 0.7", "filed = 0.1"),
    ("appeal", "[appeal]", "filed_if_right", "filed_if_right = 0.3", "filed_if_right = 0.9"),
    ("appeal", "[appeal]", "upheld", "upheld = 0.8", "upheld = 0.1"),
    ("appeal", "[appeal]", "upheld_if_right", "upheld_if_right = 0.2", "upheld_if_right = 0.9"),
    ("appeal", "[appeal]", "slots_per_thousand_year", "year = 600", "year = 60"),
    ("appeal", "[appeal]", "days", "days = 20\nsuspends", "days = 90\nsuspends"),
    ("appeal", "[appeal]", "suspends", "suspends = true", "suspends = false"),
    ("appeal", "[appeal]", "first", 'first = "oldest"', 'first = "keyed"'),
)

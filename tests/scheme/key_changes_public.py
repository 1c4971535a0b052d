"""Changes of the grades of which names are published; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_rewards import PUBLIC

NAMED = PUBLIC.replace("from_day = 60\n", 'from_day = 60\ngrades = ["low"]\n')
"""Only who is in the lowest grade is named."""

PUBLIC_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (NAMED, "publicity", "[publicity]", "grades", 'grades = ["low"]', 'grades = ["middle"]'),
)

PUBLIC_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH447": (
        NAMED.replace('["low"]', '["middle"]').replace(
            'deny = ["public-job"]', 'deny = ["public-job"]\nthrough = "look-up"\nlook_up = 0.5'
        ),
        '"look-up"',
    ),
}
"""By code: a text that has the fault, and what it points at."""

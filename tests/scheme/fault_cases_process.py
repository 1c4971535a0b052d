"""Texts with faults of what a person can do about a scheme; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import DENSE, FULL

_IDLE = '[appeal]\nfiled = 0.5\nupheld = 1\nmark = "fiction"\ncite = ["test-book"]\n'

_LOOKED_UP = FULL.replace('look_up = 0.5\nnotice = "none"', 'look_up = 0.5\nnotice = "on-refusal"')

PROCESS_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH370": (FULL.replace("filed = 0.7\n", ""), "0.3"),
    "SCH371": (FULL.replace("exists = true", "exists = false"), "false"),
    "SCH372": (_LOOKED_UP, '"on-refusal"'),
    "SCH416": (FULL.replace("published = true", "published = false"), "60"),
    "SCH427": (DENSE.replace(', "no appeal is filed"', ""), "true"),
    "SCH415": (DENSE[: DENSE.index("[[rule]]")] + _IDLE, "0.5"),
}
"""By code: a text that has the fault, and what it points at."""

"""Texts with faults of what a person can do about a scheme; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import DENSE, FULL

_IDLE = '[appeal]\nfiled = 0.5\nupheld = 1\nmark = "fiction"\ncite = ["test-book"]\n'

PROCESS_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH370": (FULL.replace("filed = 0.7\n", ""), "0.3"),
    "SCH371": (FULL.replace("exists = true", "exists = false"), "false"),
    "SCH415": (DENSE[: DENSE.index("[[rule]]")] + _IDLE, "0.5"),
}
"""By code: a text that has the fault, and what it points at."""

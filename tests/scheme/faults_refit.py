"""One scheme for each fault of fits, and what stands where it is told; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_index import CLASS
from scheme.dense_refit import FIT, REFITTED


def _with(old: str, new: str) -> str:
    assert REFITTED.count(old) == 1, old
    return REFITTED.replace(old, new)


_OF_CLASS = FIT.replace('categories = ["history", "means", "place"]\n', "").replace("loan-missed", "late-bill")

REFIT_FAULTS = {
    "SCH490": (f"{CLASS}\n{_OF_CLASS}", "refit"),
    "SCH491": (_with('"means", "place"]', '"means", "palace"]'), '"palace"'),
    "SCH492": (_with('["history", "means", "place"]', '["history"]'), '["history"]'),
    "SCH493": (_with("within_days = 45", "within_days = 61"), "61"),
}
"""Code, text with the fault, and what stands where it is told."""

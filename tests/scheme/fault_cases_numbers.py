"""One scheme for each fault of numbers that formulas name; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.key_changes_numbers import NUMBERED

NUMBER_FAULTS = {
    "SCH494": (NUMBERED.replace("number.late-bill *", "number.late-bil *"), "number.late-bil"),
    "SCH495": (NUMBERED.replace("value = -1500", "value = -1.0005"), "-1.0005"),
    "SCH496": (NUMBERED, "number"),
}
"""Code, text with the fault, and what stands where it is told."""

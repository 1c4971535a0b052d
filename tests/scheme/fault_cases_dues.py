"""One scheme for each fault of what falls due, and the text at which the fault stands; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_dues import DUES

DUE_FAULTS = {
    "SCH348": (DUES.replace('fails = "loan-default"', 'fails = "broken-word"'), '"broken-word"'),
    "SCH349": (DUES.replace('id = "kept-word"', 'id = "kept-word"\nrate = 1'), '"kept-word"'),
}
"""Code, text with the fault, and what stands where it is told."""

"""Dense schemes in which conditions ask how long something has lasted, and for the month."""

from __future__ import annotations

from scheme.dense import DENSE
from scheme.dense_states import STATES

LASTING = (DENSE + STATES).replace(
    'when = "urban and score > 20 or income-fifth < 2"', 'when = "days-clean < 20 or month == 2"'
).replace(
    'when = "education >= 2 and not out-of-work"', 'when = "days-clean >= 14 and month != 3"'
).replace(
    "refresh_days = 60", "refresh_days = 7"
).replace(
    'when = "age >= 40 and not short-of-money or score < 60"', 'when = "days-in-grade >= 14 or days-clean > 28"'
)  # fmt: skip
"""A rule that bites soon after another debit or in February, points for clean weeks, a consequence with a delay."""

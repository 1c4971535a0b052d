"""Changes of single keys of recipients; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_recipients import HEARD

RECIPIENT_CHANGES = (
    ("recipient", "hears_days", HEARD, HEARD.replace("hears_days = 20", "hears_days = 60")),
    ("recipient", "forgets", HEARD, HEARD.replace("forgets = false", "forgets = true")),
    ("consequence", "recipient", HEARD, HEARD.replace('grade = "poor"\nrecipient = "landlords"', 'grade = "poor"')),
    ("appeal", "reaches", HEARD, HEARD.replace("reaches = true", "reaches = false")),
)
"""Table, key, and two texts."""

"""Texts with faults of consent; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_agree import AGREED
from scheme.dense_consent import CHOSEN
from scheme.dense_recipients import HEARD

_LEAVES = "{ minority_a = 2, minority_b = 3, young = 0.5, old = 2, punished = 6, favoured = 0.3 }"

_UNHEARD = HEARD.replace('list = "loud"\nrecipient = "landlords"', 'list = "loud"\nrecipient = "landlord"')

CONSENT_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH373": (CHOSEN.replace('kind = "opt-in"', 'kind = "opt-out"'), '"opt-out"'),
    "SCH374": (CHOSEN.replace('"opt-in"', '"compulsory"'), "0.4"),
    "SCH375": (CHOSEN.replace("shares = 0.5\n", ""), '"shown"'),
    "SCH377": (AGREED.replace('stack = "record"', 'stack = "act"'), "{ count = 2, within_days = 60 }"),
    "SCH378": (_UNHEARD, '"landlord"'),
    "SCH376": (CHOSEN.replace("leave_per_year = 0.5\n", ""), _LEAVES),
}
"""By code: a text that has the fault, and what it points at."""

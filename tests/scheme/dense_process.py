"""The part of the dense scheme in which people appeal."""

from __future__ import annotations

from scheme.dense_legal import LEGAL

_APPEALS = """\
filed = 0.7
filed_if_right = 0.3
upheld = 0.8
upheld_if_right = 0.2
slots_per_thousand_year = 600
days = 20
suspends = true
first = "oldest"
"""

PROCESS = LEGAL.replace("propagates = false\n", f"propagates = false\n{_APPEALS}").replace(
    "published = true\n", "published = true\nfrom_day = 60\n"
)
"""What the dense scheme says of the law, with those who appeal and a day from which lists are public."""

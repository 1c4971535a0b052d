"""Texts that say what can do nothing; see `scheme.test_faults`."""

from __future__ import annotations

import re

from scheme.dense import DENSE
from scheme.dense_consent import CHOSEN
from scheme.fault_texts import many, swap

_OUT = re.sub(r"start = 0.4\njoin_per_year = 0.6\n", "start = 0\n", CHOSEN)
_COMPELLED = re.sub(r"compelled = .+\n", "", _OUT)
_NO_RULES = re.sub(r"\[\[(?:rule|association)\]\]\n(?:.+\n)+", "", DENSE)
_DEBIT = many("rule", 1, 'act = "late-bill"\npoints = -5\nmark = "fiction"')
_LOW = _NO_RULES.replace("start = 100", "start = 60") + _DEBIT
_TWICE = 'tie = "kin"\ncarries = "both"\nshare = 0.6\nmark = "fiction"'

WITHOUT_EFFECT: dict[str, tuple[str | bytes, str]] = {
    "SCH418": (_NO_RULES + _DEBIT + many("association", 2, _TWICE), "0.6"),
    "SCH423": (_COMPELLED, '"opt-in"'),
    "SCH424": (CHOSEN.replace("override = 0.2, delay_days = 10", "override = 1, delay_days = 10"), "1"),
    "SCH425": (_LOW, "90"),
}
"""By code: a text that has the fault, and what it points at."""

SILENT: tuple[str, ...] = (
    swap('carries = "losses"\nshare = 0.4', 'carries = "losses"\nshare = 0.5'),
    CHOSEN.replace("join_per_year = 0.6\n", ""),
    _OUT.replace("start = 0\n", "join_per_year = 0.1\n"),
    _LOW + many("state_rule", 1, 'when = "employed"\npoints = 40\nmark = "fiction"'),
    CHOSEN.replace("override = 0.2, delay_days = 10", "override = 0.99, delay_days = 10"),
)
"""Texts that come close, and have none of these faults."""

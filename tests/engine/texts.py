"""Scheme texts made from the dense one by taking mechanisms away."""

from __future__ import annotations

import re
from typing import Final

from engine.lives import edited
from scheme.dense import DENSE

NO_CONSEQUENCE: Final = re.sub(r"\[\[consequence\]\]\n(?:.+\n)+", "", DENSE)
"""Everything is seen and scored, and nothing follows."""

NO_OTHERS: Final = edited(
    DENSE,
    ("start = 0.3", "start = 0"),
    ("learned_per_year = 0.4", "learned_per_year = 0"),
    ("wrong_person = 0.2", "wrong_person = 0"),
    ("wrong_person = 0.1", "wrong_person = 0"),
    ('notice = "given"', 'notice = "none"'),
)
"""Nobody is taken for another and nobody hears of the scheme: only a household is still tied together."""

STRICT: Final = edited(
    NO_OTHERS, ('deny = ["public-job"]', 'deny = ["public-job", "private-job", "government-support"]')
)
"""Likewise, and who falls below the best grade is denied all there is to deny."""

BARE: Final = re.sub(r"\[\[consequence\]\]\n(?:.+\n)+", "", NO_OTHERS)
"""Neither others nor consequences: whatever changes in one life stays in it."""

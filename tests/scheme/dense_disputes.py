"""A dense scheme in which records are disputed by which a score is worked out anew."""

from __future__ import annotations

from scheme.dense_index import INDEX
from scheme.dense_process import PROCESS

_APPEALS = (
    PROCESS.replace("slots_per_thousand_year = 600", "slots_per_thousand_year = 3000")
    .replace("filed = 0.7\nfiled_if_right = 0.3", "filed = 0.9\nfiled_if_right = 0.6")
    .replace("days = 20\nsuspends = true", "days = 4\nsuspends = false\nreaches = true")
)
_TOLD = 'notice = "none"\ndomain = "employment"'

DISPUTED = (
    (INDEX + _APPEALS)
    .replace(_TOLD, f'recipient = "employers"\n{_TOLD.replace("none", "given")}')
    .replace("onward = false\n", "onward = false\nhears_days = 15\nforgets = false\n")
)
"""Who is told of worse terms disputes records of bills, quarrels, queues and posts; employers hear of it late."""

"""Dense schemes whose scores go back to their start: one is set to it, one goes a share of the way, one by points."""

from __future__ import annotations

from scheme.dense import RULES
from scheme.dense_process import PROCESS
from scheme.dense_slots import SCHOOLED, slotted

_NAMED = 'id = "points"\n'
_SET = f"{_NAMED}reset_days = 50\nreset_offset = 33\n"
_SHARE = 'id = "standing"\ndecay_share = 0.3\ndecay_days = 12\n'
_POINTS = 'id = "quarrelling"\ndecay_points = 1.5\ndecay_days = 7\n'

_OF_FIRST = SCHOOLED.replace("standing-schooling", "schooling").replace('score = "standing"', 'score = "points"')
_APPEALS = PROCESS.replace("filed = 0.7\nfiled_if_right = 0.3", "filed = 1\nfiled_if_right = 0.8").replace(
    "days = 20\nsuspends = true", "days = 2\nsuspends = false"
)

RETURNING = (
    (slotted(RULES) + SCHOOLED + _OF_FIRST + _APPEALS)
    .replace(_NAMED, _SET, 1)
    .replace('id = "standing"\n', _SHARE, 1)
    .replace('id = "quarrelling"\n', _POINTS, 1)
    .replace("points = -19\nexpires_days = 70\n", "points = -19\n")
)
"""Three scores; points that expire, that stand and that are appealed against in the one that is set to its start."""

YEARLY = RETURNING.replace(_SET, f"{_NAMED}reset_days = 90\n").replace("each-entry", "on-reading", 1)
"""The first score is open, and set to its start every 90 days."""

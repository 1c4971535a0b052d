"""Faults of several scores: a text that has each, and the place that it is told at; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import DENSE
from scheme.dense_slots import slotted

_SLOTS = slotted(DENSE)
_QUARRELS = '"quarrels-counted"\nscore = "quarrelling"'
_LAST = 'highest = 40\ncap = "each-entry"\nstack = "act"'
_SCORE = '\n[[score]]\nid = "s-{}"\nstart = 0\nlowest = -1\nhighest = 1\ncap = "each-entry"\nstack = "act"\n'

SLOT_FAULTS = {
    "SCH121": (_SLOTS.replace(_QUARRELS, _QUARRELS.replace("lling", "ling")), '"quarreling"'),
    "SCH328": (_SLOTS.replace(_QUARRELS, '"quarrels-counted"'), "rule"),
    "SCH329": (_SLOTS.replace(_LAST, _LAST.replace("act", "record")), '"record"'),
    "LIM-scores": (_SLOTS + _SCORE.format(1) + _SCORE.format(2), "score"),
}
